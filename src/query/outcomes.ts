import * as v from 'valibot';
import { type Problem, problemOf } from '../problems/problem';
import type { Store } from '../store/store';
import { plainText } from './plainText';
import type { QueryState } from './state';

/** The version of the stored form that this add-on writes. */
const OUTCOME_VERSION = 1;

const outcomeSchema = v.object({
  version: v.literal(OUTCOME_VERSION),
  /** The newest moment of the state that it belongs to. */
  at: v.number(),
  warnings: v.array(v.string()),
  problem: v.nullable(v.looseObject({ code: v.string(), title: v.string(), remedy: v.string() })),
});

/** What there is to read about the newest refresh of a query. */
export interface Outcome {
  warnings: string[];
  problem: Problem | null;
}

const PREFIX = 'outcome.';

/** A store has 500 KB for all queries: what there is to read about one takes at most so much. */
const MOST_WARNINGS = 5;
const LONGEST_TEXT = 500;

/**
 * What refreshes told people, by query: in a store of the spreadsheet that only the add-on reads and writes, so that nobody
 * who edits the hidden sheet can speak in its voice. The state in the sheet says which outcome is its own.
 */
export class Outcomes {
  constructor(private readonly store: Store) {}

  /** All outcomes, by query. Reads the store once. */
  all(): Map<string, string> {
    return new Map(
      Object.entries(this.store.all()).flatMap(([name, value]): [string, string][] =>
        name.startsWith(PREFIX) ? [[name.slice(PREFIX.length), value]] : [],
      ),
    );
  }

  /** The outcome that is stored for a query, to be read by `outcomeAt`. */
  get(query: string): string | null {
    return this.store.get(PREFIX + query);
  }

  /** Keeps what there is to read of a state; a full store loses it, and nothing else. */
  keep(query: string, state: QueryState): void {
    if (state.problem === null && state.warnings.length === 0) return;
    const outcome = {
      version: OUTCOME_VERSION,
      at: newestMoment(state),
      warnings: state.warnings.slice(0, MOST_WARNINGS).map((text) => plainText(text, LONGEST_TEXT)),
      problem: state.problem && shortened(state.problem),
    };
    try {
      this.store.set(PREFIX + query, JSON.stringify(outcome));
    } catch (error) {
      if (problemOf(error).code !== 'store-full') throw error;
    }
  }

  forget(query: string): void {
    this.store.delete(PREFIX + query);
  }
}

/** The outcome that a stored text holds, if it belongs to a state with this newest moment. */
export function outcomeAt(moment: number | null, text: string | null): Outcome | null {
  try {
    const result = v.safeParse(outcomeSchema, JSON.parse(text ?? ''));
    if (!result.success || result.output.at !== moment) return null;
    const { warnings, problem } = result.output;
    return { warnings, problem: problem as Problem | null };
  } catch {
    return null;
  }
}

/** When the newest thing happened that a state tells of. */
export function newestMoment({
  complete,
  problemAt,
}: Pick<QueryState, 'problemAt'> & { complete: { at: number } | null }): number | null {
  return problemAt ?? complete?.at ?? null;
}

/** A problem without its technical reason, and with texts that end. */
function shortened({ cause: _, ...problem }: Problem): Problem {
  const scope = Object.entries(problem.scope).map(([name, text]) => [name, plainText(text, 200)]);
  return {
    ...problem,
    title: plainText(problem.title, LONGEST_TEXT),
    remedy: plainText(problem.remedy, LONGEST_TEXT),
    scope: Object.fromEntries(scope),
  };
}
