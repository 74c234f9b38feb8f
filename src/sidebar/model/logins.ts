import type { QueryView } from '../../actions/listQueries';
import type { LoginView } from '../../logins/manage';
import { words } from '../words';

/** Whether whoever looks may rename a login, give it another key and share it: it is theirs, shared or not. */
export function isOwn({ owner }: LoginView): boolean {
  return owner === 'person';
}

/** Where a key works, in words. */
export function regionName(region: string): string {
  return words.connect.regions[region] ?? `${region}.clockify.me`;
}

/** The queries that read with a login. */
export function usesOf(login: string, views: QueryView[]): QueryView[] {
  return views.filter(({ query }) => query?.accounts.some((account) => account.login === login));
}

/** The queries that read an account with a login. */
export function readersOf(login: string, workspace: string, views: QueryView[]): QueryView[] {
  return usesOf(login, views).filter(({ query }) =>
    query?.accounts.some((account) => account.login === login && account.workspace === workspace),
  );
}

/** The first login of another person who is called the same: at Clockify a name is nobody's own. */
export function namesake(login: LoginView, logins: LoginView[]): LoginView | null {
  const { id, name } = login.user;
  return (
    logins.find(({ user, region }) => user.name === name && (user.id !== id || region !== login.region)) ??
    null
  );
}

/** A login as one of several to choose from: its name, and its person's address where that is needed to tell two apart. */
export function choiceName(login: LoginView, logins: LoginView[]): string {
  const { email } = login.user;
  return namesake(login, logins) !== null && email ? `${login.name} (${email})` : login.name;
}

/** The logins of ours that accounts are read with, by their ids: those whose key can be replaced. */
export function ownLoginsOf(accounts: { login: string }[], logins: LoginView[]): string[] {
  const own = logins.filter(isOwn).map(({ id }) => id);
  return own.filter((id) => accounts.some(({ login }) => login === id));
}

/** The same; all logins of ours where none of them is read with. */
export function replaceable(accounts: { login: string }[], logins: LoginView[]): string[] {
  const read = ownLoginsOf(accounts, logins);
  return read.length > 0 ? read : logins.filter(isOwn).map(({ id }) => id);
}
