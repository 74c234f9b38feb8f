import { type Project, projects } from '../../datasets/projects';
import { NOTHING, type TimeEntry } from '../../datasets/timeEntry';
import { type User, users } from '../../datasets/users';
import type { Filling } from '../report';

/** Members whom nobody expects time from any more: deactivated, deleted, or never come. */
const GONE = ['INACTIVE', 'DECLINED', 'DELETED', 'LIMITED_DELETED'];

/** People of the account, each as an entry of no time. */
export const people: Filling<TimeEntry> = {
  dataset: users,
  gives: ['user', 'user-id', 'email', 'groups'],
  record(source) {
    const { id, name, email, status, membershipStatus } = source as User;
    if (GONE.includes(membershipStatus ?? '') || GONE.includes(status ?? '')) return null;
    return { ...NOTHING, userId: id, userName: name, userEmail: email };
  },
};

/** Projects in use, each as an entry of no time. */
export const projectsInUse: Filling<TimeEntry> = {
  dataset: projects,
  gives: ['project', 'project-id', 'project-color', 'project-link', 'client', 'client-id'],
  record(source) {
    const { id, name, color, clientId, clientName, archived, template } = source as Project;
    if (archived || template) return null;
    return {
      ...NOTHING,
      projectId: id,
      projectName: name,
      projectColor: color,
      clientId,
      clientName,
    };
  },
};
