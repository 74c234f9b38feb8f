import type { Credentials } from '../logins/connect';
import type { Managing } from '../logins/managing';
import { replaceKey as replace } from '../logins/mending';
import type { LoginView } from '../logins/view';
import type { Query } from '../query/query';
import { hindrances } from './agreement';
import type { Effects } from './effects';
import { mapLogins } from './mapLogins';
import { unmarkQueries } from './refusedKey';
import { successorOf } from './successor';

/** A login with another key, and the queries of this spreadsheet that had failed for the old one. */
export type KeyReplaced = LoginView & { failed: Pick<Query, 'id' | 'name'>[] };

/**
 * Gives a login another key, which mends its queries: those that say that the key was refused no longer do, and those of an
 * account that has another id where the key works read that one from now on. Raises as `replaceKey` of the logins does.
 */
export function replaceKey(
  effects: Effects,
  managing: Managing,
  id: string,
  credentials: Credentials & { anyway?: boolean },
): KeyReplaced {
  const view = replace(managing, id, credentials);
  const stored = effects.queries
    .all()
    .filter(({ query }) => query?.accounts.some(({ login }) => login === id));
  const failed = stored.filter(({ state }) => MENDABLE.includes(state.problem?.code ?? ''));
  pointElsewhere(
    effects,
    view,
    stored.flatMap(({ query }) => query ?? []),
  );
  unmarkQueries(effects, id);
  return { ...view, failed: failed.map(({ id: query, name }) => ({ id: query, name })) };
}

/** What another key may mend. */
const MENDABLE = ['key-refused', 'workspace-gone', 'workspaces-none', 'forbidden'];

/** Points queries that this person agreed to at the accounts that took the place of those that they read. */
function pointElsewhere(effects: Effects, { id, accounts }: LoginView, queries: Query[]): void {
  const { agreements } = effects;
  const hindrance = hindrances(effects);
  const moved = queries.filter(
    (query) =>
      query.accounts.some((account) => {
        if (account.login !== id) return false;
        const successor = successorOf(account, accounts);
        return successor !== null && successor.id !== account.workspace;
      }) && hindrance(query) === null,
  );
  if (moved.length === 0) return;
  const shown = moved.map((query) => ({ query: query.id, digest: agreements.digest(query) }));
  mapLogins(effects, { map: [{ login: id, to: id }], shown });
}
