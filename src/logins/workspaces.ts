import { type Asking, askPatiently } from '../clockify/askPatiently';
import { type ApiRequest, failed } from '../clockify/client';
import type { Failure } from '../clockify/failure';
import { hostsOf } from '../clockify/hosts';
import { problemOfFailure } from '../clockify/refusal';
import type { AccountFacts } from '../plan/plan';
import { type Problem, problemOf, raise } from '../problems/problem';
import type { Store } from '../store/store';
import type { Login } from './login';
import { peopleOfManager } from './people';
import { rightsOf } from './rights';
import { nameOfCopy } from './shared';
import { listOf, workspaceOf } from './wireWorkspace';
import { factsIn, ROLES, type Workspace, workspaceInText } from './workspace';

const PREFIX = 'workspace.';

/** How long a workspace counts as it was read, in milliseconds. */
const A_DAY = 86_400_000;

/**
 * The workspaces of logins, as they were read last: planned with for a day, and read again when asked for. Those of a shared
 * login are kept in the spreadsheet, for all who refresh with it; its owner has their own as well.
 */
export class Workspaces {
  constructor(
    /** Of this person alone, in every spreadsheet. */
    private readonly own: Store,
    /** Of everybody who uses the add-on in the spreadsheet. */
    private readonly common: Store,
    private readonly asking: Asking,
  ) {}

  /** What is known without asking, by name. */
  known(login: string): Workspace[] {
    return this.allKnown()(login);
  }

  /** The same for many logins: reads both stores once. */
  allKnown(): (login: string) => Workspace[] {
    const [own, common] = [this.own.all(), this.common.all()];
    return (login) => {
      const mine = knownIn(own, login);
      return mine.length > 0 ? mine : knownIn(common, login);
    };
  }

  /** Lets all who use the add-on in the spreadsheet know what is known of a login. Raises `store-full`. */
  share(login: string): void {
    replaceIn(this.common, login, this.known(login));
  }

  unshare(login: string): void {
    forgetIn(this.common, login);
  }

  /** The workspaces of a login, asked of Clockify and kept. Raises as `look` does. */
  read(login: Login): Workspace[] {
    const workspaces = this.look(login);
    this.keep(login, workspaces);
    return workspaces;
  }

  /**
   * The workspaces of a login, asked of Clockify, by name; nothing is kept. Five requests, the roles side by side, and two for
   * each team whose manager sees no more than it. Raises `workspaces-none` and what kept Clockify from answering.
   */
  look(login: Login): Workspace[] {
    const requests: ApiRequest[] = [
      { host: 'core', path: '/workspaces' },
      ...ROLES.map((role): ApiRequest => ({ host: 'core', path: '/workspaces', query: { roles: role } })),
    ];
    const answers = askPatiently(this.asking, { hosts: hostsOf(login.region), key: login.key }, requests);
    const [all, ...byRole] = answers.map((answer) => (failed(answer) ? answer : listOf(answer.body)));
    if ('kind' in all) return raise(this.problem(login, all));
    if (all.length === 0) raise(noWorkspaces(login));
    const readAt = this.asking.clock.now();
    const workspaces = all.map((wire) => workspaceOf(wire, byRole, readAt));
    return this.withTeams(login, workspaces).sort((a, b) => a.name.localeCompare(b.name));
  }

  /**
   * What the planner needs of one workspace: as it was read within a day, else asked again, since plans change. Where it can't
   * be asked what was read before counts. Raises `workspace-gone`, and what kept Clockify from answering.
   */
  facts(login: Login, id: string, name: string): AccountFacts {
    const cached = this.cached(login.id, id);
    if (cached !== null && !this.isOld(cached)) return factsIn(login, cached);
    try {
      return factsIn(login, this.confirm(login, id, name));
    } catch (error) {
      if (cached === null || problemOf(error).retry === 'never') throw error;
      return factsIn(login, cached);
    }
  }

  /**
   * The workspaces of a login, read again where one of them was last read more than a day ago, was contradicted since, or none
   * is known; null where nothing is old. Raises as `look` does.
   */
  freshen(login: Login): Workspace[] | null {
    const known = this.known(login.id);
    return known.length > 0 && !known.some((workspace) => this.isOld(workspace)) ? null : this.read(login);
  }

  private isOld({ readAt }: Workspace): boolean {
    return readAt <= this.asking.clock.now() - A_DAY;
  }

  /** Has a workspace read again before it is planned with: an answer has contradicted what is known of it. */
  expire(login: string, id: string): void {
    const name = nameOf(login, id);
    for (const store of [this.own, this.common]) {
      const cached = workspaceInText(store.get(name));
      if (cached) store.set(name, JSON.stringify({ ...cached, readAt: 0 }));
    }
  }

  /** One workspace of a login, asked of Clockify. Raises `workspace-gone` and what `read` does. */
  confirm(login: Login, id: string, name: string): Workspace {
    return this.read(login).find((other) => other.id === id) ?? raise(gone(login, name));
  }

  private cached(login: string, id: string): Workspace | null {
    const name = nameOf(login, id);
    return workspaceInText(this.own.get(name)) ?? workspaceInText(this.common.get(name));
  }

  forget(login: string): void {
    forgetIn(this.own, login);
  }

  /** Lets a login see these workspaces and no others, also for those it is shared with. */
  keep({ id, owner, sharedBy }: Pick<Login, 'id' | 'owner' | 'sharedBy'>, workspaces: Workspace[]): void {
    if (owner === 'person') replaceIn(this.own, id, workspaces);
    // It may have been made private while they were asked for: then nothing of it stays in the spreadsheet.
    if (sharedBy !== null && this.common.get(nameOfCopy(id)) !== null) replaceIn(this.common, id, workspaces);
  }

  private withTeams(login: Login, workspaces: Workspace[]): Workspace[] {
    const managed = workspaces.filter((workspace) => rightsOf(workspace).time === 'team');
    const access = { hosts: hostsOf(login.region), key: login.key };
    const ids = managed.map(({ id }) => id);
    const people = peopleOfManager(this.asking, access, login.user.id, ids);
    return workspaces.map((workspace) => {
      const found = people.get(workspace.id);
      return found ? { ...workspace, people: found } : workspace;
    });
  }

  private problem(login: Login, failure: Failure): Problem {
    const asked = { login: login.name, what: 'accounts', permission: 'an active account' };
    return problemOfFailure(failure, asked, this.asking.clock.now());
  }
}

function nameOf(login: string, workspace: string): string {
  return `${PREFIX}${login}.${workspace}`;
}

function knownIn(values: Record<string, string>, login: string): Workspace[] {
  return Object.entries(values)
    .filter(([name]) => name.startsWith(nameOf(login, '')))
    .map(([, value]) => workspaceInText(value))
    .filter((workspace) => workspace !== null)
    .sort((a, b) => a.name.localeCompare(b.name));
}

function replaceIn(store: Store, login: string, workspaces: Workspace[]): void {
  const ids = new Set(workspaces.map(({ id }) => id));
  for (const { id } of knownIn(store.all(), login)) if (!ids.has(id)) store.delete(nameOf(login, id));
  const entries = workspaces.map((workspace) => [nameOf(login, workspace.id), JSON.stringify(workspace)]);
  store.setAll(Object.fromEntries(entries));
}

function forgetIn(store: Store, login: string): void {
  for (const name of Object.keys(store.all())) if (name.startsWith(nameOf(login, ''))) store.delete(name);
}

function noWorkspaces(login: Login): Problem {
  return {
    code: 'workspaces-none',
    scope: { login: login.name },
    title: `The key of ${login.name} sees no account.`,
    remedy:
      'Accept an invitation to an account (a Clockify workspace), or use the key of somebody who belongs to one.',
    retry: 'never',
  };
}

function gone(login: Login, name: string): Problem {
  const scope = { login: login.name, workspace: name };
  return problemOfFailure(
    { kind: 'not-found', status: 0, message: 'not in the list' },
    { ...scope, what: '', permission: '' },
    0,
  );
}
