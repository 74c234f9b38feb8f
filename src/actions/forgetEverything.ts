import { isOfLogins } from '../logins/shared';
import { REST } from '../query/queries';
import type { Store } from '../store/store';
import { releaseTable } from '../table/release';
import type { Effects } from './effects';
import { removeBlock } from './record/statusCells';
import { removeTrigger } from './schedule/trigger';
import { KeptLists } from './values/keptLists';

/**
 * Forgets everything of this user: logins, cached workspaces and lists, agreements, the trigger and waiting refreshes with their rows; and of
 * this spreadsheet: shared logins, queries, schedules and the refresh log. Tables stay as plain cells. What is the person's own goes first:
 * cells of the spreadsheet may be protected against them, which is raised.
 */
export function forgetEverything(effects: Effects, user: Store, document: Store): void {
  const { queries, jobs, lock, logins, workspaces } = effects;
  removeTrigger(effects);
  lock.hold(() => {
    queries.reload();
    const stored = queries.all();
    for (const { id } of stored) jobs.drop(id);
    jobs.dropAll();
    const lists = new KeptLists(effects.cache);
    for (const { id } of logins.all()) {
      lists.forget(
        id,
        workspaces.known(id).map((workspace) => workspace.id),
      );
    }
    deleteNames(document, isOfLogins);
    deleteNames(user, () => true);
    for (const id of effects.statusBlocks.all().keys()) removeBlock(effects, id);
    const exported = effects.exported.get();
    if (exported) effects.grid.unname(exported.range);
    for (const { query, id } of stored) {
      if (id !== REST) queries.remove(id);
      releaseTable(effects, id, query?.target.kind === 'placed' ? query.target.range : null);
    }
    queries.removeSheet();
    effects.lines.removeTab();
    deleteNames(document, () => true);
  });
}

function deleteNames(store: Store, matches: (name: string) => boolean): void {
  for (const name of Object.keys(store.all())) if (matches(name)) store.delete(name);
}
