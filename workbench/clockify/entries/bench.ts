import { hexId } from '../ids';
import type { Entry, EntrySource, Project, Sequence, Workspace } from '../model';
import { mix } from '../random';
import { firstFrom } from './fixed';
import { describeWork } from './words';

/** Epoch milliseconds: entries start at or after `first` and before `end`. */
export interface Span {
  first: number;
  end: number;
}

/** Inside these bounds an entry belongs to January … March 2026 in every zone within 14 hours of UTC. */
export const firstQuarter: Span = {
  first: Date.parse('2026-01-02T00:00:00Z'),
  end: Date.parse('2026-03-30T00:00:00Z'),
};

/** And inside these to 2025. */
export const wholeYear: Span = {
  first: Date.parse('2025-01-02T00:00:00Z'),
  end: Date.parse('2025-12-31T00:00:00Z'),
};

/** A known number of entries, evenly over a span, each computed from its index when asked for. */
export class BenchEntries implements EntrySource {
  readonly clocked = false;
  readonly mayRun = false;

  constructor(
    private readonly workspace: Workspace,
    private readonly count: number,
    private readonly seed: number,
    private readonly span: Span,
  ) {}

  get first(): number {
    return this.span.first;
  }

  get last(): number {
    return this.span.end;
  }

  between(from: number, to: number): Sequence<Entry> {
    const startOf = (index: number) => this.startOf(index);
    const low = firstFrom(this.count, startOf, from);
    const high = firstFrom(this.count, startOf, to + 1);
    return { length: high - low, at: (index) => this.entry(low + index) };
  }

  private startOf(index: number): number {
    const { first, end } = this.span;
    return first + Math.floor((index * (end - first)) / this.count / 1000) * 1000;
  }

  private entry(index: number): Entry {
    const dice = mix(this.seed, index);
    const start = this.startOf(index);
    const { members, projects, tags } = this.workspace;
    const member = members[dice % members.length]!;
    const project: Project | null = dice % 17 === 0 ? null : projects[(dice >>> 4) % projects.length]!;
    const task = project && dice % 3 > 0 ? project.tasks[(dice >>> 9) % project.tasks.length] : null;
    const billable = project?.billable ?? false;
    return {
      id: hexId('entry', this.workspace.number, index, start / 1000),
      start,
      end: start + (60 + ((dice >>> 7) % 14_000)) * 1000,
      person: member.person,
      project,
      task: task ?? null,
      tags: dice % 5 === 0 ? [tags[(dice >>> 3) % tags.length]!] : [],
      description: describeWork(dice >>> 5),
      billable,
      type: 'REGULAR',
      rate: project?.hourlyRate ?? member.hourlyRate,
      costRate: member.costRate,
    };
  }
}
