import type { Login } from '../logins/login';
import { findRefusal, keyRefused, keyReplaced, usable } from '../logins/refused';
import { type Problem, ProblemError, problemOf } from '../problems/problem';
import type { StoredQuery } from '../query/queries';
import type { QueryState } from '../query/state';
import { sayInNotes } from '../table/sayInNotes';
import type { Effects } from './effects';
import { UNWRITABLE } from './refresh/unwritable';

/** Does `work`, which asks Clockify with a login. Raises `key-refused` without doing it where the key was refused before. */
export function askedWith<T>(effects: Effects, login: Login, work: () => T): T {
  usable(login);
  try {
    return work();
  } catch (error) {
    throw new ProblemError(judged(effects, login, problemOf(error)));
  }
}

/**
 * What a problem that a request ended with really is: where Clockify refused it as it refuses keys, that is found out, and a
 * refused key marks the login and all queries of the spreadsheet that read with it.
 */
export function judged(effects: Effects, login: Login, problem: Problem): Problem {
  if (problem.code !== 'key-refused') return problem;
  const refusal = findRefusal(effects, login);
  switch (refusal.kind) {
    case 'key':
      if (refusal.news) markQueries(effects, refusal.login);
      return { ...problem, ...keyRefused(refusal.login), scope: problem.scope };
    case 'not the key':
      return notIncluded(problem);
    case 'another key':
      return { ...problem, ...keyReplaced(login), scope: problem.scope };
    case 'unknown':
      return { ...refusal.problem, scope: { ...problem.scope, ...refusal.problem.scope } };
  }
}

/** Says at every query that reads with a login, and at its table, that the key is refused. */
function markQueries(effects: Effects, login: Login): void {
  const problem = keyRefused(login);
  eachQueryOf(effects, login.id, `${NEEDS_LOGIN}${problem.title} ${problem.remedy}`, ({ name, state }) => {
    if (state.problem?.code === 'key-refused') return null;
    const scope = { query: name, ...problem.scope };
    return { ...state, problem: { ...problem, scope }, problemAt: effects.clock.now() };
  });
}

/** How long notes are written while others wait for the lock, in milliseconds: of hundreds of tables the list tells the rest. */
const NOTES_TIME = 15_000;

/** What the line of a note begins with that says that a table can't be refreshed for want of a login. */
const NEEDS_LOGIN = 'Needs login: ';

/** Takes back at every query that reads with a login what said that its key is refused. */
export function unmarkQueries(effects: Effects, login: string): void {
  eachQueryOf(effects, login, null, ({ state }) =>
    state.problem?.code === 'key-refused' ? { ...state, problem: null, problemAt: null } : null,
  );
}

/** Changes the state of each query that reads with a login, and what the note of its table says, as far as both may be written. */
function eachQueryOf(
  effects: Effects,
  login: string,
  said: string | null,
  change: (query: StoredQuery) => QueryState | null,
): void {
  const { queries, lock, grid, clock } = effects;
  try {
    lock.hold(() => {
      queries.reload();
      const found = queries
        .all()
        .filter(({ query }) => query?.accounts.some((account) => account.login === login));
      for (const each of found) {
        const state = change(each);
        if (state) queries.saveState(each.id, state);
      }
      // A note that can't be written takes nothing else along.
      grid.flush();
      const stopsAt = clock.now() + NOTES_TIME;
      const ids = found.map(({ id }) => id);
      sayInNotes(effects, ids, { beginning: NEEDS_LOGIN, line: () => said }, () => clock.now() < stopsAt);
    });
  } catch (error) {
    if (!UNWRITABLE.includes(problemOf(error).code)) throw error;
  }
}

/** Clockify's answer where a plan or a role lacks something may be the one to a wrong key. */
function notIncluded(problem: Problem): Problem {
  const { login = 'this login', workspace } = problem.scope;
  const where = workspace ? ` of account ${workspace}` : '';
  return {
    ...problem,
    code: 'forbidden',
    title: `Clockify refused to give this${where}, though it accepts the key of ${login}: the plan or the role of its owner doesn't include it.`,
    remedy:
      'Ask an owner of the account, use the key of somebody who sees it, or choose another report type.',
  };
}
