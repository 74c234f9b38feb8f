import * as v from 'valibot';
import type { Problem } from '../problems/problem';

const stateSchema = v.object({
  /** The newest table that was written: when, its rows, its days and zone. Null when there never was one. */
  complete: v.nullable(
    v.object({
      at: v.number(),
      rows: v.number(),
      days: v.nullable(v.object({ from: v.string(), to: v.string() })),
      zone: v.string(),
      fields: v.array(v.string()),
    }),
  ),
  warnings: v.array(v.string()),
  /** Why the newest attempt failed; null when it did not. */
  problem: v.nullable(v.unknown()),
  /** When that was, in milliseconds since 1970. */
  problemAt: v.nullable(v.number()),
});

/** A table as it was written. */
export interface CompleteTable {
  /** Milliseconds since 1970. */
  at: number;
  rows: number;
  days: { from: string; to: string } | null;
  zone: string;
  /** What each column holds, as `field:type`: a user's number format follows its field. */
  fields: string[];
}

/** What became of a query's refreshes: the newest table and, if the newest attempt failed, why. */
export interface QueryState {
  complete: CompleteTable | null;
  warnings: string[];
  problem: Problem | null;
  problemAt: number | null;
}

/** The state of a query that was never refreshed. */
export const NEVER: QueryState = { complete: null, warnings: [], problem: null, problemAt: null };

/** The state that `stored` holds; one that a hand made unreadable is as good as none. */
export function readState(stored: unknown): QueryState {
  const result = v.safeParse(stateSchema, stored);
  return result.success ? (result.output as QueryState) : NEVER;
}
