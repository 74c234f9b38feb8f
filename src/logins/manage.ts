import type { Lock } from '../store/lock';
import { type Credentials, findOwner } from './connect';
import type { Login, Logins } from './login';
import type { Asking } from './patience';
import type { Workspace, Workspaces } from './workspaces';

/** What managing logins takes. */
export interface Managing extends Asking {
  logins: Logins;
  workspaces: Workspaces;
  lock: Lock;
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
 * suggests itself from the owner's. Raises `key-…`, `region-unknown`, `workspaces-none`, `store-full`.
 */
export function addLogin(
  effects: Managing,
  { name, ...credentials }: Credentials & { name?: string },
): LoginView {
  const owner = findOwner(effects, credentials);
  return effects.lock.hold(() => {
    const taken = effects.logins.all().map((login) => login.name);
    const login: Login = {
      ...owner,
      id: effects.newId(),
      name: free(name?.trim() || owner.user.name || 'Clockify', taken),
      addedAt: effects.clock.now(),
    };
    const accounts = effects.workspaces.read(login);
    effects.logins.save(login);
    return viewOf(login, accounts);
  });
}

/** Raises `login-unknown`. */
export function renameLogin(effects: Managing, id: string, name: string): LoginView {
  return effects.lock.hold(() => {
    const login = effects.logins.get(id);
    const others = effects.logins.all().filter((other) => other.id !== id);
    const renamed = {
      ...login,
      name: free(
        name,
        others.map((other) => other.name),
      ),
    };
    effects.logins.save(renamed);
    return viewOf(renamed, effects.workspaces.known(id));
  });
}

/**
 * Gives a login another key; its queries go on with it. Raises as `addLogin` does, and keeps the old key then.
 */
export function replaceKey(effects: Managing, id: string, credentials: Credentials): LoginView {
  effects.logins.get(id);
  const owner = findOwner(effects, credentials);
  return effects.lock.hold(() => {
    // Asking took its time: the login may have been renamed, or deleted, meanwhile.
    const replaced = { ...effects.logins.get(id), ...owner };
    const accounts = effects.workspaces.read(replaced);
    effects.logins.save(replaced);
    return viewOf(replaced, accounts);
  });
}

/** Deletes a login with what was cached for it. Its queries stay and ask for another. Raises `login-unknown`. */
export function deleteLogin(effects: Managing, id: string): void {
  effects.lock.hold(() => {
    effects.logins.get(id);
    effects.workspaces.forget(id);
    effects.logins.remove(id);
  });
}

/** The workspaces of a login, read anew. Raises `login-unknown` and what kept Clockify from answering. */
export function readWorkspaces(effects: Managing, id: string): LoginView {
  const login = effects.logins.get(id);
  return viewOf(login, effects.workspaces.read(login));
}

function free(name: string, taken: string[]): string {
  let candidate = name;
  for (let number = 2; taken.includes(candidate); number++) candidate = `${name} ${number}`;
  return candidate;
}

function viewOf({ key: _, ...login }: Login, accounts: Workspace[]): LoginView {
  return { ...login, accounts };
}
