import { raise } from '../problems/problem';
import type { Effects } from './effects';
import { listQueries, type QueryView } from './listQueries';
import { ownAccounts, withOwnNames } from './ownAccounts';

/**
 * Lets a query that others changed read with this person's logins, as it was shown to them; `digest` is that of the agreement
 * that was shown. Gives the query as it is then. Raises `query-unknown` and `agreement-outdated`.
 */
export function agreeToQuery(effects: Effects, id: string, digest: string): QueryView {
  const { queries, agreements, lock } = effects;
  return lock.hold(() => {
    queries.reload();
    const { query, state } = queries.get(id);
    const own = ownAccounts(effects);
    const readable = query.accounts.every(({ login }) => own.login(login) !== null);
    if (!readable || agreements.digest(query) !== digest) raise(agreementOutdated(query.name));
    agreements.settle(id, agreements.begin(withOwnNames(query, own)));
    if (state.problem?.code === 'agreement-needed')
      queries.saveState(id, { ...state, problem: null, problemAt: null });
    return listQueries(effects).find((view) => view.id === id) as QueryView;
  });
}

function agreementOutdated(query: string) {
  return {
    code: 'agreement-outdated' as const,
    scope: { query },
    title: `${query} has been changed again since you looked at it. You have not agreed to it yet.`,
    remedy: 'Reload the list of queries and look at what it would read now.',
    retry: 'never' as const,
  };
}
