import { problemOf } from '../problems/problem';
import type { Effects } from './effects';
import { UNWRITABLE } from './refresh/unwritable';

/**
 * Takes the problem of a query's newest refresh away if it is one of these, since what it was about is mended. What can't be
 * written now is written by the next refresh.
 */
export function clearProblem({ queries, lock }: Effects, id: string, codes: string[]): void {
  try {
    lock.hold(() => {
      queries.reload();
      const state = queries.find(id)?.state;
      if (state?.problem && codes.includes(state.problem.code))
        queries.saveState(id, { ...state, problem: null, problemAt: null });
    });
  } catch (error) {
    if (!UNWRITABLE.includes(problemOf(error).code)) throw error;
  }
}
