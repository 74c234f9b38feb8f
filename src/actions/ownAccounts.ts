import { accountKey, type Names } from '../agreements/agreements';
import { keyRefused } from '../logins/refused';
import type { Problem } from '../problems/problem';
import type { Query, QueryAccount } from '../query/query';
import type { Effects } from './effects';

type Account = Pick<QueryAccount, 'login' | 'workspace'>;

/** What the logins that this person may use and their accounts are called, whatever the spreadsheet says. */
export interface OwnAccounts {
  /** The name of a login of this person, or shared with them; null when it is nobody's or somebody else's. */
  login(id: string): string | null;
  /** Whether a login is shared in this spreadsheet, by this person or another. */
  isShared(id: string): boolean;
  /** The problem of a login whose key Clockify refuses; null for one that works, and for one that isn't theirs to use. */
  refused(id: string): Problem | null;
  /**
   * The name of an account; of one that the login no longer lists what it was called when it was agreed to (`before`), else its
   * id; null when the login isn't this person's.
   */
  account(account: Account, before?: Names): string | null;
}

/** Reads the logins once. Asks nothing of Clockify. */
export function ownAccounts({ logins, workspaces }: Pick<Effects, 'logins' | 'workspaces'>): OwnAccounts {
  const known = workspaces.allKnown();
  const own = new Map(
    logins.all().map((login) => {
      const { id, name, sharedBy, refusedAt } = login;
      const refused = refusedAt === null ? null : keyRefused(login);
      const accounts = known(id).map((workspace): [string, string] => [workspace.id, workspace.name]);
      return [id, { name, isShared: sharedBy !== null, refused, accounts: new Map(accounts) }];
    }),
  );
  return {
    login: (id) => own.get(id)?.name ?? null,
    isShared: (id) => own.get(id)?.isShared ?? false,
    refused: (id) => own.get(id)?.refused ?? null,
    account(account, before) {
      const { login, workspace } = account;
      const found = own.get(login);
      return found ? (found.accounts.get(workspace) ?? before?.[accountKey(account)] ?? workspace) : null;
    },
  };
}

/** A query whose accounts are called what this person's logins know them as, whatever the spreadsheet says. */
export function withOwnNames(query: Query, own: OwnAccounts, before?: Names): Query {
  const accounts = query.accounts.map((account) => ({
    ...account,
    name: own.account(account, before) ?? account.name,
  }));
  return { ...query, accounts };
}
