import * as v from 'valibot';
import type { QueryAccount } from '../query/query';
import type { Store } from '../store/store';
import type { Effects } from './effects';

/** An account as a query names it, without what it is called. */
export type ChosenAccount = Pick<QueryAccount, 'login' | 'workspace'>;

const NAME = 'last-accounts';
/** A property takes 9 KB. */
const MOST = 50;

const schema = v.array(v.object({ login: v.string(), workspace: v.string() }));

/** Remembers the accounts that this person chose for a query, for their next one. A full store forgets them. */
export function rememberAccounts({ choices }: Effects, accounts: ChosenAccount[]): void {
  const chosen = accounts.slice(0, MOST).map(({ login, workspace }) => ({ login, workspace }));
  const text = JSON.stringify(chosen);
  if (choices.get(NAME) === text) return;
  try {
    choices.set(NAME, text);
  } catch {
    // A suggestion that is lost is no reason to refuse what was saved.
  }
}

/** Forgets the accounts of a login that is gone. */
export function forgetAccounts({ choices }: Effects, login: string): void {
  const kept = lastAccounts(choices, (account) => account.login !== login);
  if (kept.length > 0) choices.set(NAME, JSON.stringify(kept));
  else choices.delete(NAME);
}

/** The accounts that this person chose last, as far as their logins still see them. */
export function lastAccounts(choices: Store, sees: (account: ChosenAccount) => boolean): ChosenAccount[] {
  try {
    const result = v.safeParse(schema, JSON.parse(choices.get(NAME) ?? '[]'));
    return result.success ? result.output.filter(sees) : [];
  } catch {
    return [];
  }
}
