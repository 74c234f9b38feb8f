import { type LoginView, readWorkspaces } from '../logins/manage';
import type { Managing } from '../logins/managing';
import { type Problem, ProblemError, problemOf } from '../problems/problem';
import type { Effects } from './effects';
import { judged, unmarkQueries } from './refusedKey';

/**
 * Reads anew what a login sees, also where its key was refused: somebody asks for it. A key that works again is no longer
 * marked. Raises `login-unknown` and what kept Clockify from answering.
 */
export function checkKey(effects: Effects, managing: Managing, id: string): LoginView {
  const login = effects.logins.get(id);
  let view: LoginView;
  try {
    view = readWorkspaces(managing, id);
  } catch (error) {
    const problem: Problem = problemOf(error);
    throw new ProblemError(judged(effects, login, problem));
  }
  if (login.refusedAt === null) return view;
  effects.logins.restore(login);
  unmarkQueries(effects, id);
  return { ...view, refusedAt: null };
}
