import type { Entry, Sequence } from '../model';
import { secondsOf } from './money';

/** The order of a detailed report. */
export interface EntryOrder {
  sortColumn: string;
  descending: boolean;
}

/** The entries, which come by time, in the order wanted; equal ones by time and id. */
export function inOrder(entries: Sequence<Entry>, { sortColumn, descending }: EntryOrder): Sequence<Entry> {
  const compare = comparisons[sortColumn];
  if (!compare) return descending ? reversed(entries) : entries;
  const sign = descending ? -1 : 1;
  const list = Array.from({ length: entries.length }, (_, index) => entries.at(index)!);
  return list.sort((a, b) => sign * (compare(a, b) || a.start - b.start || text(a.id, b.id)));
}

/** Columns that aren't the order of time, in which entries come. */
const comparisons: Record<string, ((a: Entry, b: Entry) => number) | undefined> = {
  ID: (a, b) => text(a.id, b.id),
  DESCRIPTION: (a, b) => text(a.description ?? '', b.description ?? ''),
  USER: (a, b) => text(a.person.name, b.person.name),
  USER_DATE: (a, b) => text(a.person.name, b.person.name),
  DURATION: (a, b) => secondsOf(a) - secondsOf(b),
};

function text(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function reversed<T>(list: Sequence<T>): Sequence<T> {
  return { length: list.length, at: (index) => list.at(list.length - 1 - index) };
}
