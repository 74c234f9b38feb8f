/**
 * What went wrong, as data: it crosses `google.script.run` as a value, is kept in a query's state and is shown to a
 * person as it is. `title` says what happened and to which login, workspace or query; `remedy` says what to do next.
 */
export interface Problem {
  code: ProblemCode;
  /** What it happened to, by the names a person gave. */
  scope: ProblemScope;
  title: string;
  remedy: string;
  /** Whether doing the same again can help: at once, after a while (see `retryAt`), or never. */
  retry: 'now' | 'later' | 'never';
  /** When trying again makes sense, in milliseconds since 1970. */
  retryAt?: number;
  /** For `cells-in-the-way`: how many columns, inserted right of the table, or rows below it make room for it. */
  room?: { columns?: number; rows?: number };
  /** The technical reason, for the log. Never shown to a person, never holds a key. */
  cause?: string;
}

export interface ProblemScope {
  login?: string;
  workspace?: string;
  query?: string;
  /** Cells in A1 notation with their tab, for example `Aug!H1:I40`. */
  cells?: string;
}

export type ProblemCode =
  | 'arguments-invalid'
  | 'key-empty'
  | 'key-malformed'
  | 'key-refused'
  | 'region-unknown'
  | 'login-unknown'
  | 'login-exists'
  | 'key-of-another'
  | 'login-shared'
  | 'sharing-off'
  | 'links-off'
  | 'links-too-many'
  | 'link-unknown'
  | 'link-expired'
  | 'link-used'
  | 'link-unreadable'
  | 'link-unanswered'
  | 'workspaces-none'
  | 'workspace-gone'
  | 'forbidden'
  | 'rate-limited'
  | 'unreachable'
  | 'clockify-failing'
  | 'answer-unreadable'
  | 'request-refused'
  | 'paging-endless'
  | 'totals-disagree'
  | 'cache-losing'
  | 'period-too-long'
  | 'period-reversed'
  | 'report-unknown'
  | 'field-unknown'
  | 'zone-unknown'
  | 'field-misplaced'
  | 'title-taken'
  | 'filter-invalid'
  | 'filter-too-large'
  | 'value-gone'
  | 'parameter-invalid'
  | 'columns-too-many'
  | 'rows-too-many'
  | 'import-invalid'
  | 'selection-outside'
  | 'query-unknown'
  | 'query-newer'
  | 'query-damaged'
  | 'queries-too-many'
  | 'agreement-needed'
  | 'agreement-outdated'
  | 'job-unknown'
  | 'store-full'
  | 'target-protected'
  | 'target-typed'
  | 'tab-without-cells'
  | 'sheets-failing'
  | 'tab-gone'
  | 'cells-in-the-way'
  | 'columns-inside'
  | 'table-not-as-written'
  | 'rows-unreadable'
  | 'older-rows-would-go'
  | 'cells-too-many'
  | 'busy'
  | 'webhook-unknown'
  | 'webhook-refused'
  | 'webhook-missing'
  | 'mail-off'
  | 'quota-used-up'
  | 'permission-missing'
  | 'triggers-too-many'
  | 'triggers-off'
  | 'schedule-invalid'
  | 'schedule-not-yours'
  | 'trigger-time-used-up'
  | 'unexpected';

/** A problem on its way up: thrown inside an execution, turned into a value at its edge. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** The problem that `error` carries; for anything else an `unexpected` one that keeps its text for the log only. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  return {
    code: 'unexpected',
    scope: {},
    title: 'Something went wrong inside the add-on.',
    remedy:
      'Nothing was lost. Try again; if it happens again, tell whoever gave you the add-on, with the time it happened.',
    retry: 'now',
    cause: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  };
}

/** Throws `problem`. */
export function raise(problem: Problem): never {
  throw new ProblemError(problem);
}
