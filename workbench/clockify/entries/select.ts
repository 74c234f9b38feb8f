import type { Entry, Sequence, Workspace } from '../model';
import { type EntryFilter, testsOf } from './filter';
import { type EntryGroup, Grouping, type GroupingWish } from './groups';
import { type EntryOrder, inOrder } from './order';
import { Totals, totalsOf } from './totals';

/** Which entries are asked for. */
export interface Question {
  /** Epoch milliseconds, both included. */
  from: number;
  to: number;
  now: number;
  filter: EntryFilter;
  /** Whether running timers are among them. */
  running: boolean;
  /** Who asks, for the cache; `visible` says what that person sees, null for everything. */
  viewer: string;
  visible: ((entry: Entry) => boolean) | null;
}

export interface Selection {
  entries: Sequence<Entry>;
  totals: Totals;
}

export interface Summary {
  groups: EntryGroup[];
  totals: Totals;
}

/** Answers to the last few questions: the pages of one report ask the same thing again and again. */
export class Selections {
  private readonly kept = new Map<string, unknown>();

  list(workspace: Workspace, question: Question, order: EntryOrder): Selection {
    return this.once(workspace, question, order, () => {
      const tests = allTests(workspace, question);
      let entries = workspace.entries.between(question.from, question.to, question.now);
      if (tests.length > 0) {
        const passing: Entry[] = [];
        visit(entries, tests, (entry) => passing.push(entry));
        entries = passing;
      }
      return { entries: inOrder(entries, order), totals: totalsOf(workspace, entries) };
    });
  }

  /** The entries in groups; they are looked at once, and none is kept. */
  groups(workspace: Workspace, question: Question, wish: GroupingWish): Summary {
    return this.once(workspace, question, wish, () => {
      const grouping = new Grouping(workspace, wish);
      const totals = new Totals();
      const entries = workspace.entries.between(question.from, question.to, question.now);
      visit(entries, allTests(workspace, question), (entry) => {
        totals.add(workspace, entry);
        grouping.add(entry);
      });
      return { groups: grouping.groups, totals };
    });
  }

  private once<T>(workspace: Workspace, question: Question, shape: object, compute: () => T): T {
    const seenUntil = workspace.entries.clocked ? Math.min(question.now, question.to) : null;
    const { from, to, filter, running, viewer } = question;
    const key = JSON.stringify([workspace.id, from, to, seenUntil, filter, shape, running, viewer]);
    if (!this.kept.has(key)) {
      const answer = compute();
      if (this.kept.size >= 8) this.kept.delete(this.kept.keys().next().value!);
      this.kept.set(key, answer);
    }
    return this.kept.get(key) as T;
  }
}

type Test = (entry: Entry) => boolean;

function allTests(workspace: Workspace, question: Question): Test[] {
  const tests = testsOf(workspace, question.filter);
  if (question.visible) tests.push(question.visible);
  if (!question.running && workspace.entries.mayRun) tests.push((entry) => entry.end !== null);
  return tests;
}

function visit(entries: Sequence<Entry>, tests: Test[], see: (entry: Entry) => void): void {
  for (let index = 0; index < entries.length; index += 1) {
    const entry = entries.at(index)!;
    if (tests.every((test) => test(entry))) see(entry);
  }
}
