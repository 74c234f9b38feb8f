import type { QueryView } from '../../actions/listQueries';
import type { LoginView } from '../../logins/manage';
import type { Query } from '../../query/query';
import { lacksLogin, mendedAccounts } from './accounts';

/** A login whose key stopped working, with what depends on it. */
export interface RefusedLogin {
  login: LoginView;
  queries: QueryView[];
  /** The oldest data that they show, in milliseconds since 1970; null when one never had any. */
  since: number | null;
}

/** The logins whose key Clockify refused at the newest refresh of a query: one banner each mends all of theirs. */
export function refusedLogins(views: QueryView[], logins: LoginView[]): RefusedLogin[] {
  return logins.flatMap((login) => {
    const queries = views.filter((view) => refusedLogin(view, logins)?.id === login.id);
    if (queries.length === 0) return [];
    const times = queries.map(({ state }) => state.complete?.at ?? null);
    const since = times.reduce((oldest, at) =>
      oldest === null || at === null ? null : Math.min(oldest, at),
    );
    return [{ login, queries, since }];
  });
}

/** The login of ours whose key a query's newest refresh was refused for. */
function refusedLogin({ query, state: { problem } }: QueryView, logins: LoginView[]): LoginView | undefined {
  if (problem?.code !== 'key-refused' || query === null) return undefined;
  const own = logins.filter(({ id }) => query.accounts.some(({ login }) => login === id));
  return own.find(({ name }) => name === problem.scope.login) ?? own[0];
}

/** The queries with a login that isn't ours: those that a login of ours can take over, and all. */
export function foreignQueries(views: QueryView[], logins: LoginView[]) {
  const all = views
    .map(({ query }) => query)
    .filter((query): query is Query => query !== null && lacksLogin(query, logins));
  const mendable = all.filter((query) => mendedAccounts(query, logins) !== null);
  const name = mendable.length > 0 ? (mendedAccounts(mendable[0], logins)?.name ?? null) : null;
  return { all, mendable, name };
}
