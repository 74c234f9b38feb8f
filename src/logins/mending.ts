import { type Problem, raise } from '../problems/problem';
import { type Credentials, checkedKey, findOwner, type KeyOwner } from './connect';
import type { Login } from './login';
import { othersThan, refuseKnownKey } from './manage';
import type { Managing } from './managing';
import { type LoginView, viewOf } from './view';
import type { Workspace } from './workspace';

/** Another key for a login, as Clockify knows it: whose it is, where it works and what it sees. */
export interface Candidate {
  before: Login;
  owner: KeyOwner;
  /** Whether it is of the person whose key the login had. */
  samePerson: boolean;
  accounts: Workspace[];
}

/**
 * Looks at another key for a login and keeps nothing. It is looked for in the login's own region first. Raises
 * `login-unknown`, `login-shared`, `key-…`, `login-exists`, `region-unknown`, `workspaces-none` and what kept Clockify from answering.
 */
export function lookAtKey(effects: Managing, id: string, credentials: Credentials): Candidate {
  const { logins, workspaces } = effects;
  const before = logins.mine(id);
  refuseKnownKey(othersThan(id, logins), checkedKey(credentials.key));
  const owner = findOwner(effects, credentials, before.region);
  const accounts = workspaces.look({ ...before, ...owner });
  return { before, owner, samePerson: isSamePerson(before, owner), accounts };
}

/**
 * Gives a login another key; its queries keep working. One of another person is taken only `anyway`. Raises as `lookAtKey`
 * does, and `key-of-another`; the old key is kept then.
 */
export function replaceKey(
  effects: Managing,
  id: string,
  { anyway, ...credentials }: Credentials & { anyway?: boolean },
): LoginView {
  const { logins, workspaces } = effects;
  const { before, owner, samePerson, accounts } = lookAtKey(effects, id, credentials);
  if (!samePerson && !anyway) raise(keyOfAnother(before, owner));
  return logins.hold('person', () => {
    // Asking took its time: the login may have been renamed, or deleted, meanwhile.
    const now = logins.mine(id);
    const replaced = { ...now, ...owner, refusedAt: null };
    // The mark goes first: an execution that ends in between leaves a refused key that is found out again.
    logins.restore(now);
    logins.save(replaced);
    workspaces.keep(replaced, accounts);
    return viewOf(effects, replaced, accounts);
  });
}

/** An account that moved to another region has the same people there, whom nothing but their address tells. */
function isSamePerson({ user, region }: Login, owner: KeyOwner): boolean {
  if (user.id === owner.user.id) return true;
  const address = owner.user.email.toLowerCase();
  return region !== owner.region && address !== '' && user.email.toLowerCase() === address;
}

function keyOfAnother({ name, user }: Login, owner: KeyOwner): Problem {
  const called = owner.user.name || owner.user.email || 'somebody else';
  return {
    code: 'key-of-another',
    scope: { login: name },
    title: `This key is ${called}'s; ${name} has been ${user.name || user.email}'s. Nothing was changed.`,
    remedy: `Paste a key of the same person, or use this one anyway: the queries of ${name} then show what ${called} sees.`,
    retry: 'never',
  };
}
