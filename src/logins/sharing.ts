import { type Problem, problemOf, raise } from '../problems/problem';
import type { Login } from './login';
import type { Managing } from './managing';
import { named } from './names';
import { type LoginView, viewOf } from './view';

const DISPLAY_NAME = 'display-name';

/** The name under which this person shares logins; null while they have given none. */
export function displayName({ preferences }: Managing): string | null {
  return preferences.get(DISPLAY_NAME);
}

/** Why logins can't be shared in this spreadsheet; null where they can. */
export function sharingOff({ isInstalled }: Managing): Problem | null {
  if (isInstalled()) return null;
  return {
    code: 'sharing-off',
    scope: {},
    title:
      'Logins can’t be shared here: the add-on isn’t installed, but runs from a copy of its script, in which whoever edits this spreadsheet could read a shared key.',
    remedy:
      'Let everybody connect with a key of their own, or install the add-on and share the login with it.',
    retry: 'never',
  };
}

/**
 * Shares a login of this person's own with everybody who uses the add-on in this spreadsheet, under the name they give, else
 * the one they gave before. Raises `login-unknown`, `login-shared` for one of another, `sharing-off`, `store-full`, `busy`.
 */
export function shareLogin(effects: Managing, id: string, name?: string): LoginView {
  const { logins, workspaces } = effects;
  refuseWhereOff(effects);
  return logins.hold('person', () => {
    share(effects, logins.mine(id), name);
    return viewOf(effects, logins.get(id), workspaces.known(id));
  });
}

/** Raises `sharing-off`. */
export function refuseWhereOff(effects: Managing): void {
  const off = sharingOff(effects);
  if (off) raise(off);
}

/**
 * Shares a login, under the lock of its owner. What it takes is begun with a note in their own store: where it ends half done,
 * by `store-full` or with its execution, nothing is shared, and what is left is cleared away.
 */
export function share(effects: Managing, login: Login, name?: string): void {
  const { logins, workspaces, preferences, clock } = effects;
  const given = named(name, login.key) || displayName(effects);
  const shown = given || named(login.user.name, login.key) || login.name;
  const sharing = { name: shown, at: login.sharedBy?.at ?? clock.now() };
  try {
    logins.noteShare(login.id, sharing);
    workspaces.share(login.id);
    logins.share(login, sharing);
    if (displayName(effects) !== shown) preferences.set(DISPLAY_NAME, shown);
  } catch (error) {
    if (login.sharedBy === null) unshare(effects, login.id);
    throw error;
  }
}

/**
 * Makes a login private again: from then on nobody else can refresh with it. Of a login that another shares it takes the copy
 * out of the spreadsheet, and gives null. Raises `login-unknown`, `busy`.
 */
export function unshareLogin(effects: Managing, id: string): LoginView | null {
  const { logins, workspaces } = effects;
  if (logins.get(id).owner === 'spreadsheet') {
    removeFromHere(effects, id);
    return null;
  }
  return logins.hold('person', () => {
    unshare(effects, id);
    return viewOf(effects, logins.get(id), workspaces.known(id));
  });
}

/** Ends the sharing of a login of this person's own, under their lock: the copy goes first. */
export function unshare({ logins, workspaces }: Managing, id: string): void {
  logins.removeCopy(id);
  workspaces.unshare(id);
  logins.forgetShare(id);
}

/** Takes a login that another shares out of this spreadsheet; theirs stays with them. Raises `busy`. */
export function removeFromHere({ logins, workspaces }: Managing, id: string): void {
  logins.hold('spreadsheet', () => {
    logins.removeCopy(id);
    workspaces.unshare(id);
  });
}

/**
 * Makes what this person shares here what their own store says: copies of an older key are renewed, and what is shared no more
 * leaves nothing. What can't be done now waits for the next time.
 */
export function settleShares(effects: Managing): void {
  const { logins, workspaces } = effects;
  const before = logins.unsettled();
  if (before.renewed.length + before.ended.length === 0) return;
  try {
    logins.hold('person', () => {
      const { renewed, ended } = logins.unsettled();
      for (const id of ended) unshare(effects, id);
      // Another key may see other accounts. They go first: the copy is renewed once.
      for (const { login } of renewed) workspaces.share(login.id);
      logins.renewCopies();
    });
  } catch (error) {
    if (!['busy', 'store-full'].includes(problemOf(error).code)) throw error;
  }
}
