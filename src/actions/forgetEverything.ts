import type { Store } from '../store/store';
import type { Effects } from './effects';

/**
 * Forgets everything of this user: logins, cached workspaces and waiting refreshes; and of this spreadsheet: queries and the
 * refresh log. Tables stay as plain cells.
 */
export function forgetEverything({ queries, grid, lock }: Effects, user: Store, document: Store): void {
  lock.hold(() => {
    queries.reload();
    for (const { query, id } of queries.all()) {
      if (query?.target.kind === 'placed') grid.unname(query.target.range);
      queries.remove(id);
    }
    for (const name of Object.keys(user.all())) user.delete(name);
    for (const name of Object.keys(document.all())) document.delete(name);
  });
}
