import type { ApiKey } from '../clockify/apiKey';
import { type Problem, raise } from '../problems/problem';
import { type Credentials, checkedKey, findOwner } from './connect';
import type { Login } from './login';
import type { Logins } from './logins';
import type { Managing } from './managing';
import { freeName, named } from './names';
import { refuseWhereOff, removeFromHere, share, unshare } from './sharing';
import { type LoginView, viewOf } from './view';

export type { LoginView };

/** What a person says of a login to be added: the key, its region if they know it, and what others are to see of it. */
export interface NewLogin extends Credentials {
  name?: string;
  /** Whether everybody who uses the add-on in this spreadsheet may refresh with it, under the name of whoever adds it. */
  share?: boolean;
  displayName?: string;
}

/**
 * Connects to Clockify: finds out whose key it is and in which region, what workspaces it sees, and keeps it, private unless it
 * is to be shared. The name suggests itself from the owner's. Raises `key-…`, `login-exists`, `region-unknown`,
 * `workspaces-none`, `sharing-off`, `store-full`.
 */
export function addLogin(
  effects: Managing,
  { name, share: shared, displayName, ...credentials }: NewLogin,
): LoginView {
  const { logins } = effects;
  if (shared) refuseWhereOff(effects);
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
      name: freeName(named(name, owner.key) || named(owner.user.name, owner.key) || 'Clockify', others),
      addedAt: effects.clock.now(),
    };
    const accounts = effects.workspaces.read(login);
    logins.save(login);
    if (shared) shareOrRemove(effects, login, displayName);
    return viewOf(effects, logins.get(login.id), accounts);
  });
}

/** One that was to be shared and can't be isn't added: nobody asked for it as it would be. */
function shareOrRemove(effects: Managing, login: Login, displayName: string | undefined): void {
  try {
    share(effects, login, displayName);
  } catch (error) {
    effects.workspaces.forget(login.id);
    effects.logins.remove(login);
    throw error;
  }
}

/** Raises `login-unknown`, and `login-shared` for one that another shares. */
export function renameLogin(effects: Managing, id: string, name: string): LoginView {
  const { logins, workspaces } = effects;
  return logins.hold('person', () => {
    const login = logins.mine(id);
    const renamed = {
      ...login,
      name: freeName(named(name, login.key) || login.name, othersThan(id, logins)),
    };
    logins.save(renamed);
    return viewOf(effects, renamed, workspaces.known(id));
  });
}

/**
 * Deletes a login with what was cached for it, also for those it is shared with; of one that another shares the copy in this
 * spreadsheet alone. Its queries stay and ask for another. Raises `login-unknown`, `busy`.
 */
export function deleteLogin(effects: Managing, id: string): void {
  const { logins, workspaces } = effects;
  if (logins.get(id).owner === 'spreadsheet') {
    removeFromHere(effects, id);
    return;
  }
  logins.hold('person', () => {
    const login = logins.mine(id);
    unshare(effects, id);
    workspaces.forget(id);
    logins.remove(login);
  });
}

/** The workspaces of a login, read anew. Raises `login-unknown` and what kept Clockify from answering. */
export function readWorkspaces(effects: Managing, id: string): LoginView {
  const login = effects.logins.get(id);
  return viewOf(effects, login, effects.workspaces.read(login));
}

export function othersThan(id: string, logins: Logins): Login[] {
  return logins.all().filter((other) => other.id !== id);
}

/**
 * A key belongs to one person in one region: a second login with it would be the same one under another name. That somebody
 * shares it here is no reason not to have it as one's own: they may stop.
 */
export function refuseKnownKey(logins: Login[], key: ApiKey): void {
  const known = logins.find(({ owner, key: other }) => owner === 'person' && other.reveal() === key.reveal());
  if (known) raise(loginExists(known));
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
