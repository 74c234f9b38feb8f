import { REST } from '../query/queries';
import type { Store } from '../store/store';
import { releaseTable } from '../table/release';
import type { Effects } from './effects';

/**
 * Forgets everything of this user: logins, cached workspaces, agreements and waiting refreshes with their rows; and of this
 * spreadsheet: queries and the refresh log. Tables stay as plain cells.
 */
export function forgetEverything(effects: Effects, user: Store, document: Store): void {
  const { queries, jobs, lock } = effects;
  lock.hold(() => {
    queries.reload();
    for (const { query, id } of queries.all()) {
      releaseTable(effects, id, query?.target.kind === 'placed' ? query.target.range : null);
      jobs.drop(id);
      if (id !== REST) queries.remove(id);
    }
    jobs.dropAll();
    for (const name of Object.keys(user.all())) user.delete(name);
    for (const name of Object.keys(document.all())) document.delete(name);
  });
}
