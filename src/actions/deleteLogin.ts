import { deleteLogin as remove } from '../logins/manage';
import type { Managing } from '../logins/managing';
import type { Effects } from './effects';
import { forgetAccounts } from './lastAccounts';
import { KeptLists } from './values/keptLists';

/**
 * Deletes a login with what was cached for it, and all that this person agreed to or chose with it. Its queries stay and ask
 * for another. Raises `login-unknown`.
 */
export function deleteLogin(effects: Effects, managing: Managing, id: string): void {
  const seen = effects.workspaces.known(id).map((workspace) => workspace.id);
  remove(managing, id);
  new KeptLists(effects.cache).forget(id, seen);
  effects.agreements.forgetLogin(id);
  forgetAccounts(effects, id);
}
