import type { Entry, Sequence, Workspace } from '../model';
import { type EntryFilter, testsOf } from './filter';
import { secondsOf } from './money';
import { type Totals, totalsOf } from './totals';

export interface Question {
  /** Epoch milliseconds, both included. */
  from: number;
  to: number;
  now: number;
  filter: EntryFilter;
  sortColumn: string;
  descending: boolean;
  running: boolean;
  /** Who asks, for the cache; `visible` says what that person sees, null for everything. */
  viewer: string;
  visible: ((entry: Entry) => boolean) | null;
}

export interface Selection {
  entries: Sequence<Entry>;
  totals: Totals;
}

/** Answers to the last few questions: the pages of one report ask the same thing again and again. */
export class Selections {
  private readonly kept = new Map<string, Selection>();

  of(workspace: Workspace, question: Question): Selection {
    const seenUntil = workspace.entries.clocked ? Math.min(question.now, question.to) : null;
    const { from, to, filter, sortColumn, descending, running, viewer } = question;
    const key = JSON.stringify([
      workspace.id,
      from,
      to,
      seenUntil,
      filter,
      sortColumn,
      descending,
      running,
      viewer,
    ]);
    let selection = this.kept.get(key);
    if (!selection) {
      selection = select(workspace, question);
      if (this.kept.size >= 8) this.kept.delete(this.kept.keys().next().value!);
      this.kept.set(key, selection);
    }
    return selection;
  }
}

function select(workspace: Workspace, question: Question): Selection {
  let entries = workspace.entries.between(question.from, question.to, question.now);
  const tests = testsOf(workspace, question.filter);
  if (question.visible) tests.push(question.visible);
  if (!question.running && workspace.entries.mayRun) tests.push((entry) => entry.end !== null);
  if (tests.length > 0) entries = listOf(entries).filter((entry) => tests.every((test) => test(entry)));
  const totals = totalsOf(workspace, entries);
  return { entries: order(entries, question), totals };
}

function order(entries: Sequence<Entry>, { sortColumn, descending }: Question): Sequence<Entry> {
  const compare = comparisons[sortColumn];
  if (!compare) return descending ? reversed(entries) : entries;
  const sign = descending ? -1 : 1;
  return listOf(entries).sort((a, b) => sign * (compare(a, b) || a.start - b.start || text(a.id, b.id)));
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

function listOf(entries: Sequence<Entry>): Entry[] {
  return Array.from({ length: entries.length }, (_, index) => entries.at(index)!);
}
