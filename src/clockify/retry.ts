import { type Failure, passing } from './failure';

/** How long it makes sense to go on asking, by who waits for the answer. */
export interface Patience {
  /** How often in a row a request may fail before it is given up, by the kind of its failure; `other` for the rest. */
  tries: Partial<Record<Failure['kind'], number>> & { other: number };
  /** No wait is longer, in milliseconds. */
  longestWait: number;
}

/**
 * For a table. A server that is busy says so and is waited for longer than one that can't be reached, or whose answers are no
 * data: those last.
 */
export const FOR_A_TABLE: Patience = {
  tries: { 'rate-limited': 6, server: 6, other: 4 },
  longestWait: 120_000,
};

/** For somebody who looks at a spinner. */
export const FOR_A_DIALOG: Patience = { tries: { other: 3 }, longestWait: 10_000 };

const FIRST_WAIT = 1000;
const LONGEST_BACK_OFF = 16_000;

/**
 * How long to wait, in milliseconds, before asking again after the `count`-th failure in a row: what Clockify asks for
 * (`Retry-After`), else 1, 2, 4 … 16 s, spread by `chance` (0 to 1) so that two people don't come back together. Null when it
 * makes no sense to ask again by oneself.
 */
export function retryWait(
  failures: Failure[],
  count: number,
  chance: number,
  { tries, longestWait }: Patience,
): number | null {
  const most = Math.max(...failures.map(({ kind }) => tries[kind] ?? tries.other));
  if (!failures.every(passing) || count >= most) return null;
  const asked = Math.max(0, ...failures.map(({ retryAfter }) => retryAfter ?? 0));
  const backOff = Math.min(LONGEST_BACK_OFF, FIRST_WAIT * 2 ** (count - 1));
  const wait = Math.max(asked, backOff * (0.75 + chance / 2));
  return wait <= longestWait ? wait : null;
}
