import type { Entry, Tag, Workspace } from '../model';
import { offsetAt } from '../zones';

/** What a summary report can group by. */
export const groupNames = [
  'CLIENT',
  'PROJECT',
  'USER',
  'DATE',
  'WEEK',
  'MONTH',
  'TASK',
  'TAG',
  'TIMEENTRY',
  'USER_GROUP',
] as const;

export type GroupName = (typeof groupNames)[number];

/** One level of a grouping. */
export interface Level {
  by: GroupName;
  /** The groups that an entry belongs to: one, or several for tags and user groups; null for "without". */
  idsOf(entry: Entry): (string | null)[];
  /** Name of a group, and what is told of it besides, from any entry in it. */
  describe(id: string | null, entry: Entry): { name: string; about?: Record<string, unknown> };
}

interface Calendar {
  zone: string;
  weekStart: number;
}

const day = 86_400_000;

/** How `by` groups the entries of a workspace. */
export function levelOf(workspace: Workspace, by: GroupName, calendar: Calendar): Level {
  return { by, ...makers[by](workspace, calendar) };
}

type Maker = (workspace: Workspace, calendar: Calendar) => Omit<Level, 'by'>;

const makers: Record<GroupName, Maker> = {
  CLIENT: () => ({
    idsOf: ({ project }) => [project?.client?.id ?? null],
    describe: (_, { project }) => (project?.client ? named(project.client.name) : { name: 'Without client' }),
  }),
  PROJECT: () => ({
    idsOf: ({ project }) => [project?.id ?? null],
    describe: (_, { project }) =>
      project
        ? named(project.name, { color: project.color, clientName: project.client?.name ?? '' })
        : { name: 'Without project', about: { color: '#999999', clientName: '' } },
  }),
  TASK: () => ({
    idsOf: ({ task }) => [task?.id ?? null],
    describe: (_, { task }) => (task ? named(task.name) : { name: 'Without task' }),
  }),
  TAG: () => ({
    idsOf: ({ tags }) => idsOrNone(tags),
    describe: (id, { tags }) => {
      const tag = tags?.find((each) => each.id === id);
      return tag ? named(tag.name) : { name: 'Without tag' };
    },
  }),
  USER: (workspace) => ({
    idsOf: ({ person }) => [person.id],
    describe: (_, { person }) => ({
      name: person.name,
      about: {
        nameLowerCase: person.name.toLowerCase(),
        hasMembership: workspace.members.some((member) => member.person === person),
        sortingField: `1-${person.name.toLowerCase()}`,
      },
    }),
  }),
  USER_GROUP: ({ groups }) => ({
    idsOf: ({ person }) => idsOrNone(groups.filter(({ people }) => people.includes(person))),
    describe: (id) => {
      const group = groups.find((each) => each.id === id);
      return group ? named(group.name) : { name: 'Without group' };
    },
  }),
  TIMEENTRY: () => ({
    idsOf: ({ description }) => [description ?? ''],
    describe: (id) => ({ name: id || '(no description)' }),
  }),
  DATE: (_, { zone }) => calendarLevel((start) => isoDay(wallOf(zone, start))),
  WEEK: (_, { zone, weekStart }) =>
    calendarLevel(
      (start) => {
        const wall = wallOf(zone, start);
        const since = (new Date(wall).getUTCDay() - weekStart + 7) % 7;
        return isoDay(wall - since * day);
      },
      (id) => `${id} - ${isoDay(Date.parse(id) + 6 * day)}`,
    ),
  MONTH: (_, { zone }) => calendarLevel((start) => isoDay(wallOf(zone, start)).slice(0, 7)),
};

function named(name: string, about: Record<string, unknown> = {}) {
  return { name, about: { nameLowerCase: name.toLowerCase(), ...about } };
}

function idsOrNone(list: Pick<Tag, 'id'>[] | null): (string | null)[] {
  return list && list.length > 0 ? list.map(({ id }) => id) : [null];
}

function calendarLevel(idOf: (start: number) => string, nameOf = (id: string) => id): Omit<Level, 'by'> {
  return { idsOf: ({ start }) => [idOf(start)], describe: (id) => ({ name: nameOf(id!) }) };
}

function wallOf(zone: string, instant: number): number {
  return instant + offsetAt(zone, instant);
}

function isoDay(wall: number): string {
  return new Date(wall).toISOString().slice(0, 10);
}
