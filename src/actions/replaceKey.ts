import type { Credentials } from '../logins/connect';
import type { Managing } from '../logins/managing';
import { replaceKey as replace } from '../logins/mending';
import type { LoginView } from '../logins/view';
import { ProblemError } from '../problems/problem';
import type { Query, QueryAccount } from '../query/query';
import { agreedQuery } from './agreement';
import type { Effects } from './effects';
import { mapQuery } from './mapLogins';
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

/**
 * Points queries at the accounts that took the place of those that they read, as this person agreed to them: by the names that
 * they saw then, whatever the spreadsheet says. What can't be mapped is what `missingLogins` tells of.
 */
function pointElsewhere(effects: Effects, login: LoginView, queries: Query[]): void {
  const targets = new Map([[login.id, { login, accounts: login.accounts }]]);
  for (const query of queries) {
    try {
      const agreed = agreedQuery(effects, query);
      if (agreed.accounts.some((account) => hasMoved(account, login)))
        mapQuery(effects, query, targets, agreed);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
    }
  }
}

function hasMoved(account: QueryAccount, { id, accounts }: LoginView): boolean {
  const successor = account.login === id ? successorOf(account, accounts) : null;
  return successor !== null && successor.id !== account.workspace;
}
