import { type Project, projects } from '../../datasets/projects';
import { type Tag, tags } from '../../datasets/tags';
import type { TimeEntry } from '../../datasets/timeEntry';
import { type UserGroup, userGroups } from '../../datasets/userGroups';
import type { Dimension } from '../report';

/** What was done, for whom and by whom. */
export const work: Dimension<TimeEntry>[] = [
  {
    id: 'description',
    title: 'Description',
    role: 'dimension',
    type: 'text',
    long: true,
    sentence: 'What the person wrote.',
    each: true,
    read: (entry) => entry.description,
  },
  {
    id: 'project',
    title: 'Project',
    role: 'dimension',
    type: 'text',
    sentence: 'The name of the project; empty for entries without one.',
    entity: { kind: 'project', ids: one((entry) => entry.projectId), apart: (entry) => entry.clientName },
    group: 'PROJECT',
    pushes: 'projects',
    read: (entry) => entry.projectName,
  },
  {
    id: 'client',
    title: 'Client',
    role: 'dimension',
    type: 'text',
    sentence: "The name of the project's client.",
    entity: { kind: 'client', ids: one((entry) => entry.clientId) },
    group: 'CLIENT',
    pushes: 'clients',
    read: (entry) => entry.clientName,
  },
  {
    id: 'task',
    title: 'Task',
    role: 'dimension',
    type: 'text',
    sentence: 'The name of the task.',
    entity: { kind: 'task', ids: one((entry) => entry.taskId), apart: (entry) => entry.projectName },
    pushes: 'tasks',
    read: (entry) => entry.taskName,
    // Older reports name a task by its id alone.
    lookup: {
      dataset: projects,
      ids: (entry) => (entry.taskName === null && entry.taskId !== null ? [entry.taskId] : []),
      labels: (project) => (project as Project).tasks.map(({ id, name }) => [id, name ?? id]),
      missing: 'id',
    },
  },
  {
    id: 'tags',
    title: 'Tags',
    role: 'dimension',
    type: 'text',
    sentence: 'The names of the tags, with commas between them.',
    entity: { kind: 'tag', ids: (entry) => entry.tagIds },
    pushes: 'tags',
    names: (entry) => entry.tagNames,
    read: (entry) => entry.tagNames.join(', '),
    lookup: {
      dataset: tags,
      ids: (entry) => (entry.tagNames === entry.tagIds ? entry.tagIds : []),
      labels: (tag) => [[(tag as Tag).id, (tag as Tag).name ?? (tag as Tag).id]],
      missing: 'id',
    },
  },
  {
    id: 'user',
    title: 'User',
    role: 'dimension',
    type: 'text',
    sentence: 'The name of the person who tracked the time.',
    // By id: sums know no address, and a label must not depend on what was read.
    entity: { kind: 'user', ids: one((entry) => entry.userId), apart: (entry) => entry.userId },
    group: 'USER',
    pushes: 'users',
    read: (entry) => entry.userName,
  },
  {
    id: 'email',
    title: 'Email',
    role: 'dimension',
    type: 'text',
    sentence: 'The e-mail address of the person who tracked the time.',
    read: (entry) => entry.userEmail,
  },
  {
    id: 'groups',
    title: 'Groups',
    role: 'dimension',
    type: 'text',
    sentence: 'The names of the user groups that the person belongs to now, with commas between them.',
    entity: { kind: 'group', ids: () => [] },
    names: () => [],
    read: () => null,
    lookup: {
      dataset: userGroups,
      ids: (entry) => (entry.userId === null ? [] : [entry.userId]),
      labels: (group) => {
        const { id, name, userIds } = group as UserGroup;
        return userIds.map((user) => [user, name ?? '', id]);
      },
      missing: 'nothing',
      always: true,
    },
  },
  {
    id: 'billable',
    title: 'Billable',
    role: 'dimension',
    type: 'boolean',
    sentence: 'Whether the entry is billable.',
    group: 'BILLABLE',
    pushes: 'billable',
    read: (entry) => entry.billable,
  },
  {
    id: 'type',
    title: 'Type',
    role: 'dimension',
    type: 'text',
    sentence: 'REGULAR, BREAK, HOLIDAY or TIME_OFF: leave and breaks are entries too.',
    read: (entry) => entry.type,
  },
  {
    id: 'rate',
    title: 'Billable rate',
    role: 'dimension',
    type: 'money',
    needs: 'earned',
    sentence: 'What an hour of the entry is billed at, in the currency beside it.',
    read: (entry) => entry.earnedRate,
  },
  {
    id: 'cost-rate',
    title: 'Cost rate',
    role: 'dimension',
    type: 'money',
    needs: 'cost',
    sentence: "What an hour of the person's work costs, in the currency beside it.",
    read: (entry) => entry.costRate,
  },
  {
    id: 'currency',
    title: 'Currency',
    role: 'dimension',
    type: 'text',
    needs: 'earned',
    sentence: 'The currency (ISO 4217) of the amounts in the row.',
    group: null,
    read: (entry) => entry.currency,
  },
  {
    id: 'locked',
    title: 'Locked',
    role: 'dimension',
    type: 'boolean',
    sentence: 'Whether the entry is locked against changes.',
    read: (entry) => entry.locked,
  },
  {
    id: 'in-approval',
    title: 'In approval',
    role: 'dimension',
    type: 'boolean',
    feature: 'APPROVAL',
    sentence: 'Whether the entry is part of an approval request, whatever became of it.',
    // What stands for no entry is in nothing.
    read: ({ id, approvalRequestId }) => (id === '' ? null : approvalRequestId !== null),
  },
  {
    id: 'invoiced',
    title: 'Invoiced',
    role: 'dimension',
    type: 'boolean',
    feature: 'INVOICING',
    sentence: 'Whether the entry is on an invoice, or marked so by hand; empty where Clockify does not say.',
    read: (entry) => entry.invoiced,
  },
  {
    id: 'project-color',
    title: 'Project colour',
    role: 'dimension',
    type: 'text',
    sentence: 'The colour of the project, as #RRGGBB.',
    read: (entry) => entry.projectColor,
  },
];

/** The ids of what an entry has one or none of. */
function one(id: (entry: TimeEntry) => string | null): (entry: TimeEntry) => string[] {
  return (entry) => {
    const found = id(entry);
    return found === null ? [] : [found];
  };
}
