import { REST } from '../query/queries';
import type { Store } from '../store/store';
import { releaseTable } from '../table/release';
import type { Effects } from './effects';
import { KeptLists } from './values/keptLists';

/**
 * Forgets everything of this user: logins, cached workspaces and lists, agreements and waiting refreshes with their rows; and of
 * this spreadsheet: queries and the refresh log. Tables stay as plain cells.
 */
export function forgetEverything(effects: Effects, user: Store, document: Store): void {
  const { queries, jobs, lock, logins, workspaces } = effects;
  lock.hold(() => {
    queries.reload();
    for (const { query, id } of queries.all()) {
      releaseTable(effects, id, query?.target.kind === 'placed' ? query.target.range : null);
      jobs.drop(id);
      if (id !== REST) queries.remove(id);
    }
    jobs.dropAll();
    const lists = new KeptLists(effects.cache);
    for (const { id } of logins.all()) {
      lists.forget(
        id,
        workspaces.known(id).map((workspace) => workspace.id),
      );
    }
    for (const name of Object.keys(user.all())) user.delete(name);
    for (const name of Object.keys(document.all())) document.delete(name);
  });
}
