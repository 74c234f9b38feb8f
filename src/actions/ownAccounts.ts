import type { QueryAccount } from '../query/query';
import type { Effects } from './effects';

type Account = Pick<QueryAccount, 'login' | 'workspace'>;

/** What this person's own logins and their accounts are called, whatever the spreadsheet says. */
export interface OwnAccounts {
  /** The name of a login of this person; null when it is nobody's or somebody else's. */
  login(id: string): string | null;
  /** The name of an account; of one that the login doesn't list its id; null when the login isn't this person's. */
  account(account: Account): string | null;
}

/** Reads the logins once. Asks nothing of Clockify. */
export function ownAccounts({ logins, workspaces }: Pick<Effects, 'logins' | 'workspaces'>): OwnAccounts {
  const own = new Map(
    logins.all().map(({ id, name }) => {
      const accounts = workspaces
        .known(id)
        .map((workspace): [string, string] => [workspace.id, workspace.name]);
      return [id, { name, accounts: new Map(accounts) }];
    }),
  );
  return {
    login: (id) => own.get(id)?.name ?? null,
    account({ login, workspace }) {
      const found = own.get(login);
      return found ? (found.accounts.get(workspace) ?? workspace) : null;
    },
  };
}
