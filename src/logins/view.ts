import type { Login } from './login';
import type { Managing } from './managing';
import type { Workspace } from './workspace';

/** A login as it may leave the script: everything but its key. */
export type LoginView = Omit<Login, 'key'> & {
  accounts: Workspace[];
  /** When it was used last, to the hour, in milliseconds since 1970; null when it never was. */
  lastUsedAt: number | null;
  /** Names of other logins whose keys are of the same person at Clockify. */
  samePersonAs: string[];
  /** In how many other spreadsheets this person shares it, as far as is known; they may have been deleted. */
  sharedElsewhere: number;
};

/** All logins of this user with the workspaces they are known to see. Asks nothing of Clockify. */
export function listLogins({ logins, workspaces }: Managing): LoginView[] {
  const view = viewing(logins);
  const known = workspaces.allKnown();
  return logins.all().map((login) => view(login, known(login.id)));
}

/** One of them, which may have been changed since it was read. */
export function viewOf({ logins }: Managing, login: Login, accounts: Workspace[]): LoginView {
  return viewing(logins)(login, accounts);
}

function viewing(logins: Managing['logins']): (login: Login, accounts: Workspace[]) => LoginView {
  const all = logins.all();
  const used = logins.lastUsed();
  const elsewhere = logins.sharedElsewhere();
  return ({ key: _, ...login }, accounts) => ({
    ...login,
    accounts,
    lastUsedAt: used.get(login.id) ?? null,
    samePersonAs: all
      .filter((other) => other.id !== login.id && ofSame(other, login))
      .map(({ name }) => name),
    sharedElsewhere: elsewhere.get(login.id) ?? 0,
  });
}

/** Ids of people are a region's own. */
function ofSame(one: Pick<Login, 'region' | 'user'>, other: Pick<Login, 'region' | 'user'>): boolean {
  return one.region === other.region && one.user.id === other.user.id;
}
