import { type Client, clients } from '../../datasets/clients';
import type { Dataset } from '../../datasets/dataset';
import { type ProjectName, projectNames } from '../../datasets/projectNames';
import { type Project, projects } from '../../datasets/projects';
import { type Tag, tags } from '../../datasets/tags';
import { type UserGroup, userGroups } from '../../datasets/userGroups';
import { type User, users } from '../../datasets/users';
import { plainText } from '../../query/plainText';
import type { EntityKind } from '../../reports/report';

/** Something that a filter can name. `apart` tells it from others of its name: a client, a project, an address. */
export interface ListedValue {
  id: string;
  name: string;
  apart: string | null;
  archived: boolean;
}

/** From where the values of a kind are read, and which ones a record gives. */
interface Source {
  dataset: Dataset<unknown>;
  values(record: unknown): ListedValue[];
}

function source<R>(dataset: Dataset<R>, values: (record: R) => ListedValue[]): Source {
  return { dataset: dataset as Dataset<unknown>, values: values as Source['values'] };
}

/** The kinds of things whose values are picked from lists. */
export const KINDS = ['user', 'project', 'client', 'task', 'tag', 'group'] as const satisfies EntityKind[];

/** Tasks have no list of their own: they come with their projects. */
export const SOURCES: Record<EntityKind, Source> = {
  user: source<User>(users, ({ id, name, email, membershipStatus }) => [
    listed(id, name ?? email, name === null ? null : email, membershipStatus === 'INACTIVE'),
  ]),
  project: source<ProjectName>(projectNames, ({ id, name, clientName, archived }) => [
    listed(id, name, clientName, archived ?? false),
  ]),
  client: source<Client>(clients, ({ id, name, archived }) => [listed(id, name, null, archived ?? false)]),
  task: source<Project>(projects, ({ name, archived, tasks }) =>
    tasks.map((task) => listed(task.id, task.name, name, task.status === 'DONE' || (archived ?? false))),
  ),
  tag: source<Tag>(tags, ({ id, name, archived }) => [listed(id, name, null, archived ?? false)]),
  group: source<UserGroup>(userGroups, ({ id, name }) => [listed(id, name, null, false)]),
};

function listed(id: string, name: string | null, apart: string | null, archived: boolean): ListedValue {
  return {
    id,
    name: plainText(name ?? '', 300) || id,
    apart: plainText(apart ?? '', 300) || null,
    archived,
  };
}
