import type { LoginView } from '../../logins/manage';
import type { Query, QueryAccount } from '../../query/query';
import { words } from '../words';
import type { Option } from './search';

const ALL = 'all';

/** The accounts to choose from, grouped by login where there are several; each login's "all" comes first. */
export function accountOptions(logins: LoginView[]): Option[] {
  return logins.flatMap((login) => {
    const group = logins.length > 1 ? login.name : undefined;
    const own = current(login).map(({ id, name }): Option => {
      const hint =
        id === login.activeWorkspace && login.accounts.length > 1 ? words.accounts.current : undefined;
      return { value: accountKey({ login: login.id, workspace: id }), label: name, group, hint };
    });
    if (own.length < 2) return own;
    const all = { value: `${login.id}/${ALL}`, label: words.accounts.all(own.length, login.name), group };
    return [all, ...own];
  });
}

/** The accounts of a login, the one its owner works in first. */
function current({ accounts, activeWorkspace }: LoginView): LoginView['accounts'] {
  return [...accounts].sort((a, b) => Number(b.id === activeWorkspace) - Number(a.id === activeWorkspace));
}

export function accountKey({ login, workspace }: Pick<QueryAccount, 'login' | 'workspace'>): string {
  return `${login}/${workspace}`;
}

/** The accounts that chosen values stand for; `before` gives the names of those that no login of ours sees. */
export function accountsOf(values: string[], logins: LoginView[], before: QueryAccount[]): QueryAccount[] {
  const chosen = new Map<string, QueryAccount>();
  for (const value of values) {
    const [id, workspace] = value.split('/');
    const login = logins.find((candidate) => candidate.id === id);
    const found = (login?.accounts ?? []).filter((account) => workspace === ALL || account.id === workspace);
    const known = before.filter((account) => accountKey(account) === value);
    const accounts =
      login && found.length > 0
        ? found.map(({ id: own, name }) => ({ login: id, workspace: own, name }))
        : known;
    for (const account of accounts) chosen.set(accountKey(account), account);
  }
  return [...chosen.values()];
}

/**
 * The accounts that a new query begins with: those chosen last, as far as they are still seen; else the one that a login's
 * owner works in at Clockify, or the only one. None when nothing suggests itself.
 */
export function firstAccounts(
  logins: LoginView[],
  last: Pick<QueryAccount, 'login' | 'workspace'>[],
): QueryAccount[] {
  const chosen = accountsOf(last.map(accountKey), logins, []);
  if (chosen.length > 0) return chosen;
  for (const { id, accounts, activeWorkspace } of logins) {
    const own = accounts.find((account) => account.id === activeWorkspace || accounts.length === 1);
    if (own) return [{ login: id, workspace: own.id, name: own.name }];
  }
  return [];
}

/** Whether a query reads with a login that is not among ours. */
export function lacksLogin(query: Query, logins: LoginView[]): boolean {
  return query.accounts.some(({ login }) => !logins.some(({ id }) => id === login));
}
