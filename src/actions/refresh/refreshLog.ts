import * as v from 'valibot';
import type { Store } from '../../store/store';

const runSchema = v.object({
  /** When it began, in milliseconds since 1970. */
  at: v.number(),
  query: v.string(),
  /** What the query was called then. */
  name: v.string(),
  why: v.picklist(['hand']),
  outcome: v.picklist(['complete', 'failed']),
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

/** The refresh log of a spreadsheet: its last runs, shared by its users, one document property each. */
export class RefreshLog {
  constructor(private readonly store: Store) {}

  /** Newest first. */
  all(): Run[] {
    return this.stored()
      .map(([, run]) => run)
      .sort((a, b) => b.at - a.at);
  }

  /** Adds a run in the place of the oldest. */
  add(run: Run): void {
    const stored = this.stored();
    const used = new Set(stored.map(([name]) => name));
    const names = Array.from({ length: RUNS_KEPT }, (_, index) => `${PREFIX}${index}`);
    const oldest = stored.reduce<[string, Run] | null>(
      (old, entry) => (old && old[1].at <= entry[1].at ? old : entry),
      null,
    );
    const name = names.find((candidate) => !used.has(candidate)) ?? oldest?.[0] ?? names[0];
    const short =
      JSON.stringify(run).length <= MOST_CHARACTERS ? run : { ...run, warnings: run.warnings.slice(0, 1) };
    this.store.set(name, JSON.stringify(short));
  }

  private stored(): [string, Run][] {
    return Object.entries(this.store.all()).flatMap(([name, value]): [string, Run][] => {
      if (!name.startsWith(PREFIX)) return [];
      const run = v.safeParse(runSchema, parsed(value));
      return run.success ? [[name, run.output]] : [];
    });
  }
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}
