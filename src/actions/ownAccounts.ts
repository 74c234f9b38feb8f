import { accountKey, type Names } from '../agreements/agreements';
import type { Query, QueryAccount } from '../query/query';
import type { Effects } from './effects';

type Account = Pick<QueryAccount, 'login' | 'workspace'>;

/** What the logins that this person may use and their accounts are called, whatever the spreadsheet says. */
export interface OwnAccounts {
  /** The name of a login of this person, or shared with them; null when it is nobody's or somebody else's. */
  login(id: string): string | null;
  /** Whether a login is shared in this spreadsheet, by this person or another. */
  isShared(id: string): boolean;
  /**
   * The name of an account; of one that the login no longer lists what it was called when it was agreed to (`before`), else its
   * id; null when the login isn't this person's.
   */
  account(account: Account, before?: Names): string | null;
}

/** Reads the logins once. Asks nothing of Clockify. */
export function ownAccounts({ logins, workspaces }: Pick<Effects, 'logins' | 'workspaces'>): OwnAccounts {
  const own = new Map(
    logins.all().map(({ id, name, sharedBy }) => {
      const accounts = workspaces
        .known(id)
        .map((workspace): [string, string] => [workspace.id, workspace.name]);
      return [id, { name, isShared: sharedBy !== null, accounts: new Map(accounts) }];
    }),
  );
  return {
    login: (id) => own.get(id)?.name ?? null,
    isShared: (id) => own.get(id)?.isShared ?? false,
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
