import { type Problem, ProblemError, problemOf } from '../problems/problem';

/** Problems with which Sheets refuses a write before any of it is done. */
const AS_A_WHOLE = ['target-protected', 'target-typed', 'tab-without-cells', 'cells-too-many'];

/** Whether Sheets is known to have refused a write as a whole: the old values stand. Else it isn't known what stands. */
export function refusedAsAWhole(error: unknown): boolean {
  return AS_A_WHOLE.includes(problemOf(error).code);
}

/** The problem of a table of which nobody knows how much of it was written. */
export function halfWritten(error: unknown, query: string): ProblemError {
  const { code, title, cause } = problemOf(error);
  const refused = refusedAsAWhole(error) || code === 'cells-in-the-way' || code === 'columns-inside';
  const problem: Problem = {
    code: refused ? code : 'sheets-failing',
    scope: { query },
    title: refused
      ? `The table of ${query} could be written in part only. ${title.replace(' Nothing was changed.', '')}`
      : `Google Sheets failed while the table of ${query} was being written: part of it may be old, part of it new.`,
    remedy: refused
      ? 'Clear the way and refresh again: that repairs the table.'
      : 'Refresh again: that repairs the table. If it happens again, wait a few minutes.',
    retry: 'now',
    ...(cause === undefined ? {} : { cause }),
  };
  return new ProblemError(problem);
}
