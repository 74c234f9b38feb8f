import type { Problem } from '../problems/problem';

/** What can go wrong between the sidebar and the script, besides what the script says itself. */
export type TransportCode = 'offline' | 'accounts-mixed' | 'execution-ended' | 'scripts-too-many';

/** A problem as the sidebar shows it. */
export type SidebarProblem = Omit<Problem, 'code' | 'room'> & {
  /** How many columns right of the table, or rows below it, make room for it when they are inserted. */
  room?: { columns?: number; rows?: number };
} & { code: Problem['code'] | TransportCode };

/** A call that gave a problem instead of a value. */
export class CallFailed extends Error {
  constructor(readonly problem: SidebarProblem) {
    super(problem.title);
  }
}

/** The problem of a failed call; for what nobody foresaw, `fallback`. */
export function problemIn(error: unknown, fallback: SidebarProblem): SidebarProblem {
  return error instanceof CallFailed ? error.problem : fallback;
}
