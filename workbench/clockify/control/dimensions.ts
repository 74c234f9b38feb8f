import { currencyOf } from '../entries/money';
import type { Entry, Workspace } from '../model';
import { localDay, offsetAt } from '../zones';

/** What a truth of groups can be asked by; days and hours are of the zone asked for, at which an entry starts. */
export const truthDimensions = [
  'date',
  'week',
  'iso-week',
  'month',
  'quarter',
  'year',
  'weekday',
  'hour',
  'user',
  'client',
  'project',
  'task',
  'tag',
  'group',
  'billable',
  'type',
  'currency',
  'description',
  'entry',
] as const;

export type TruthDimension = (typeof truthDimensions)[number];

/** A value of a dimension: null and null for "without". */
export interface TruthValue {
  id: string | null;
  name: string | null;
}

export interface Calendar {
  zone: string;
  /** The day on which a week begins: 0 for Sunday … 6 for Saturday. */
  weekStart: number;
}

const day = 86_400_000;
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const none: TruthValue = { id: null, name: null };

/** The values that an entry has in a dimension: one; or as many as it has tags, and its person user groups. */
export function valuesOf(
  workspace: Workspace,
  dimension: TruthDimension,
  calendar: Calendar,
  entry: Entry,
): TruthValue[] {
  const read: Reader = readers[dimension];
  const found = read(entry, workspace, calendar);
  const list = Array.isArray(found) ? found : [found];
  return list.length === 0 ? [none] : list.map((each) => (typeof each === 'string' ? plain(each) : each));
}

type Found = TruthValue | string;
type Reader = (entry: Entry, workspace: Workspace, calendar: Calendar) => Found | Found[];

const readers: Record<TruthDimension, Reader> = {
  date: (entry, _, { zone }) => localDay(zone, entry.start),
  week: (entry, _, { zone, weekStart }) => weekOf(localDay(zone, entry.start), weekStart),
  'iso-week': (entry, _, { zone }) => isoWeekOf(localDay(zone, entry.start)),
  month: (entry, _, { zone }) => localDay(zone, entry.start).slice(0, 7),
  quarter(entry, _, { zone }) {
    const date = localDay(zone, entry.start);
    return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
  },
  year: (entry, _, { zone }) => localDay(zone, entry.start).slice(0, 4),
  weekday(entry, _, { zone }) {
    const since = daysSince(localDay(zone, entry.start), 1);
    return { id: String(since + 1), name: weekdays[since]! };
  },
  hour: ({ start }, _, { zone }) => String(new Date(start + offsetAt(zone, start)).getUTCHours()),
  user: ({ person }) => thing(person),
  client: ({ project }) => thing(project?.client),
  project: ({ project }) => thing(project),
  task: ({ task }) => thing(task),
  tag: ({ tags }) => (tags ?? []).map(thing),
  group: ({ person }, { groups }) => groups.filter(({ people }) => people.includes(person)).map(thing),
  billable: ({ billable }) => String(billable),
  type: ({ type }) => type,
  currency: (entry, workspace) => currencyOf(workspace, entry),
  description: ({ description }) => (description ? plain(description) : none),
  entry: ({ id, description }) => ({ id, name: description }),
};

function plain(text: string): TruthValue {
  return { id: text, name: text };
}

function thing(found: { id: string; name: string } | null | undefined): TruthValue {
  return found ? { id: found.id, name: found.name } : none;
}

/** How many days before a date the last `weekday` was (0 for Sunday … 6 for Saturday): 0 on that day itself. */
function daysSince(date: string, weekday: number): number {
  return (new Date(date).getUTCDay() - weekday + 7) % 7;
}

/** The first day of the week. */
function weekOf(date: string, weekStart: number): string {
  const first = Date.parse(date) - daysSince(date, weekStart) * day;
  return new Date(first).toISOString().slice(0, 10);
}

/** As in `2026-W01`: the week belongs to the year of its Thursday. */
function isoWeekOf(date: string): string {
  const thursday = Date.parse(weekOf(date, 1)) + 3 * day;
  const year = new Date(thursday).getUTCFullYear();
  const week = Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * day)) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}
