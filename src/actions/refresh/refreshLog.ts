import * as v from 'valibot';
import { plainText } from '../../query/plainText';
import type { Store } from '../../store/store';

const runSchema = v.object({
  /** When it began, in milliseconds since 1970. */
  at: v.number(),
  query: v.string(),
  /** What the query was called then. */
  name: v.string(),
  why: v.picklist(['hand', 'resume']),
  outcome: v.picklist(['complete', 'failed', 'stopped']),
  /** The accounts that were read, in words; from before they were kept, nothing. */
  account: v.optional(v.string()),
  /** The days that were read, in words; nothing where a report has none. */
  period: v.optional(v.string()),
  rows: v.nullable(v.number()),
  requests: v.number(),
  seconds: v.number(),
  warnings: v.array(v.string()),
  /** The title of the problem, for a failed run. */
  problem: v.nullable(v.string()),
});

/** The record of one refresh. */
export type Run = v.InferOutput<typeof runSchema>;

/** How many runs are kept. */
export const RUNS_KEPT = 50;

const PREFIX = 'run.';
/** A property takes 9 KB; a run with many warnings is cut to fit. */
const MOST_CHARACTERS = 2000;
const LONGEST_TEXT = 500;

/** The refresh log of a spreadsheet: its last runs, shared by its users, one document property each. */
export class RefreshLog {
  constructor(private readonly store: Store) {}

  /** Newest first. */
  all(): Run[] {
    return this.stored()
      .map(([, run]) => run)
      .sort((a, b) => b.at - a.at)
      .slice(0, RUNS_KEPT);
  }

  /**
   * Adds a run under a name that no other has, so that two that end at once don't take each other's place. `id` is one that
   * nothing else has, in hexadecimal digits; at every sixteenth, by chance, the oldest go, since looking for them costs a call.
   * Raises `store-full`.
   */
  add(run: Run, id: string): void {
    this.store.set(`${PREFIX}${id}`, JSON.stringify(shortened(run)));
    if (!id.endsWith('0')) return;
    const old = this.stored()
      .sort(([, a], [, b]) => b.at - a.at)
      .slice(RUNS_KEPT);
    for (const [name] of old) this.store.delete(name);
  }

  private stored(): [string, Run][] {
    return Object.entries(this.store.all()).flatMap(([name, value]): [string, Run][] => {
      if (!name.startsWith(PREFIX)) return [];
      const run = v.safeParse(runSchema, parsed(value));
      return run.success ? [[name, run.output]] : [];
    });
  }
}

function shortened(run: Run): Run {
  const texts = { ...run, warnings: run.warnings.map(cut), problem: run.problem && cut(run.problem) };
  return JSON.stringify(texts).length <= MOST_CHARACTERS
    ? texts
    : { ...texts, warnings: texts.warnings.slice(0, 1) };
}

function cut(text: string): string {
  return plainText(text, LONGEST_TEXT);
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}
