import type { ApiKey } from '../clockify/apiKey';
import type { Asking } from '../clockify/askPatiently';
import { type Problem, raise } from '../problems/problem';
import { plainText } from '../query/plainText';
import { type Credentials, checkedKey, findOwner } from './connect';
import type { Login, Logins } from './login';
import type { Workspace, Workspaces } from './workspaces';

/** What managing logins takes. */
export interface Managing extends Asking {
  logins: Logins;
  workspaces: Workspaces;
  newId(): string;
}

/** A login as it may leave the script: everything but its key. */
export type LoginView = Omit<Login, 'key'> & { accounts: Workspace[] };

/** All logins of this user with the workspaces they are known to see. Asks nothing of Clockify. */
export function listLogins({ logins, workspaces }: Managing): LoginView[] {
  return logins.all().map((login) => viewOf(login, workspaces.known(login.id)));
}

/**
 * Connects to Clockify: finds out whose key it is and in which region, what workspaces it sees, and keeps it. The name
 * suggests itself from the owner's. Raises `key-…`, `login-exists`, `region-unknown`, `workspaces-none`, `store-full`.
 */
export function addLogin(
  effects: Managing,
  { name, ...credentials }: Credentials & { name?: string },
): LoginView {
  const { logins } = effects;
  refuseKnownKey(logins.all(), checkedKey(credentials.key));
  const owner = findOwner(effects, credentials);
  return logins.hold('person', () => {
    // Asking took its time: the same key may have been added meanwhile.
    const others = logins.all();
    refuseKnownKey(others, owner.key);
    const login: Login = {
      ...owner,
      id: effects.newId(),
      owner: 'person',
      sharedBy: null,
      refusedAt: null,
      name: free(named(name) || named(owner.user.name) || 'Clockify', others),
      addedAt: effects.clock.now(),
    };
    const accounts = effects.workspaces.read(login);
    logins.save(login);
    return viewOf(login, accounts);
  });
}

/** Raises `login-unknown`. */
export function renameLogin({ logins, workspaces }: Managing, id: string, name: string): LoginView {
  return logins.hold(logins.get(id).owner, () => {
    const login = logins.get(id);
    const renamed = { ...login, name: free(named(name) || login.name, othersThan(id, logins)) };
    logins.save(renamed);
    return viewOf(renamed, workspaces.known(id));
  });
}

/** Deletes a login with what was cached for it. Its queries stay and ask for another. Raises `login-unknown`. */
export function deleteLogin({ logins, workspaces }: Managing, id: string): void {
  logins.hold(logins.get(id).owner, () => {
    const login = logins.get(id);
    workspaces.forget(id);
    logins.remove(login);
  });
}

/** The workspaces of a login, read anew. Raises `login-unknown` and what kept Clockify from answering. */
export function readWorkspaces(effects: Managing, id: string): LoginView {
  const login = effects.logins.get(id);
  return viewOf(login, effects.workspaces.read(login));
}

export function othersThan(id: string, logins: Logins): Login[] {
  return logins.all().filter((other) => other.id !== id);
}

/** A key belongs to one person in one region: a second login with it would be the same one under another name. */
export function refuseKnownKey(logins: Login[], key: ApiKey): void {
  const known = logins.find((login) => login.key.reveal() === key.reveal());
  if (known) raise(loginExists(known));
}

/** A name in one line, as it was typed or as Clockify gives it; empty when there is none. */
function named(name: string | undefined): string {
  return plainText(name ?? '', 100);
}

function free(name: string, others: Login[]): string {
  const taken = others.map((login) => login.name);
  let candidate = name;
  for (let number = 2; taken.includes(candidate); number++) candidate = `${name} ${number}`;
  return candidate;
}

export function viewOf({ key: _, ...login }: Login, accounts: Workspace[]): LoginView {
  return { ...login, accounts };
}

function loginExists({ name }: Login): Problem {
  return {
    code: 'login-exists',
    scope: { login: name },
    title: `You have this key already: it is your login ${name}.`,
    remedy: `Use ${name}, or paste another key.`,
    retry: 'never',
  };
}
