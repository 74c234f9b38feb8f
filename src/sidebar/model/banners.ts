import type { QueryView } from '../../actions/listQueries';
import type { LoginView } from '../../logins/manage';
import { lacksLogin } from './accounts';
import { usesOf } from './logins';

/** A login whose key stopped working, with what depends on it. */
export interface RefusedLogin {
  login: LoginView;
  queries: QueryView[];
  /** The oldest data that they show, in milliseconds since 1970; null when one never had any. */
  since: number | null;
}

/** The logins whose key Clockify refused, of which queries here read: one banner each mends all of theirs. */
export function refusedLogins(views: QueryView[], logins: LoginView[]): RefusedLogin[] {
  return logins.flatMap((login) => {
    const queries = usesOf(login.id, views);
    if (login.refusedAt === null || queries.length === 0) return [];
    const times = queries.map(({ state }) => state.complete?.at ?? null);
    const since = times.reduce((oldest, at) =>
      oldest === null || at === null ? null : Math.min(oldest, at),
    );
    return [{ login, queries, since }];
  });
}

/** The queries that read with a login which whoever looks doesn't have. */
export function foreignQueries(views: QueryView[], logins: LoginView[]): QueryView[] {
  return views.filter(({ query }) => query !== null && lacksLogin(query, logins));
}

/** The queries whose newest refresh failed for want of a key that Clockify accepts, of those that read with a login. */
export function failedFor(login: LoginView, views: QueryView[]): QueryView[] {
  const uses = usesOf(login.id, views);
  if (login.refusedAt !== null) return uses;
  return uses.filter(({ state }) => state.problem?.code === 'key-refused');
}
