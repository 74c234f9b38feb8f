import * as v from 'valibot';
import { type Asking, askPatiently } from '../clockify/askPatiently';
import { type ApiRequest, failed } from '../clockify/client';
import type { Failure } from '../clockify/failure';
import { FEATURES, type Feature } from '../clockify/features';
import { hostsOf } from '../clockify/hosts';
import { problemOfFailure } from '../clockify/refusal';
import type { AccountFacts } from '../plan/plan';
import { type Problem, problemOf, raise } from '../problems/problem';
import { isIdentifier } from '../query/identifier';
import { plainText } from '../query/plainText';
import type { Store } from '../store/store';
import type { Login } from './login';

/** The roles that Clockify can be asked about; a plain member has none. */
export const ROLES = ['OWNER', 'WORKSPACE_ADMIN', 'TEAM_MANAGER', 'PROJECT_MANAGER'] as const;

export type Role = (typeof ROLES)[number];

const FEATURE_IDS = Object.keys(FEATURES) as Feature[];

/** The pages of Clockify that a workspace may keep for its admins. */
const PAGES = ['PROJECT', 'TEAM', 'REPORTS'] as const;

const workspaceSchema = v.object({
  id: v.string(),
  name: v.string(),
  /** Roles of the key's owner; empty for a plain member, null when Clockify did not say. */
  roles: v.nullable(v.array(v.picklist(ROLES))),
  /** What its plan allows, as far as it matters here. */
  features: v.array(v.picklist(FEATURE_IDS)),
  plan: v.string(),
  currencies: v.array(v.string()),
  defaultCurrency: v.nullable(v.string()),
  /** What a plain member is denied, by the workspace's own settings. */
  onlyAdminsSeeAllTimeEntries: v.boolean(),
  onlyAdminsSeeBillableRates: v.boolean(),
  onlyAdminsSeePublicProjectsEntries: v.optional(v.boolean()),
  adminOnlyPages: v.optional(v.array(v.picklist(PAGES))),
  /** How many active people its owner sees the time of, and of how many; left out where that can't be known. */
  people: v.optional(v.object({ seen: v.number(), of: v.nullable(v.number()) })),
  readAt: v.number(),
});

/** A workspace as a login sees it. */
export type Workspace = v.InferOutput<typeof workspaceSchema>;

const wireSchema = v.array(
  v.object({
    // It becomes a part of addresses.
    id: v.pipe(v.string(), v.check(isIdentifier)),
    name: v.nullish(v.string()),
    features: v.nullish(v.array(v.string())),
    featureSubscriptionType: v.nullish(v.unknown()),
    currencies: v.nullish(v.array(v.object({ code: v.string(), isDefault: v.nullish(v.boolean()) }))),
    workspaceSettings: v.nullish(
      v.object({
        onlyAdminsSeeAllTimeEntries: v.nullish(v.boolean()),
        onlyAdminsSeeBillableRates: v.nullish(v.boolean()),
        onlyAdminsSeePublicProjectsEntries: v.nullish(v.boolean()),
        adminOnlyPages: v.nullish(v.array(v.string())),
      }),
    ),
  }),
);

/** What the planner needs of a workspace as a login sees it. */
export function factsIn(login: Login, workspace: Workspace): AccountFacts {
  return {
    login: login.id,
    workspace: workspace.id,
    name: workspace.name,
    region: login.region,
    weekStart: login.weekStart,
    mostDays: mostDaysOf(workspace),
    hasCost: workspace.features.includes('LABOR_COST'),
    hourly: hourlyLimitOf(workspace),
    currencies: workspace.currencies,
    currency: workspace.defaultCurrency,
  };
}

/** How many requests an hour a workspace has: new ones on the Free plan have 30. Null where only their pace is limited. */
export function hourlyLimitOf({ plan, features }: Workspace): number | null {
  const isNew = plan.startsWith('FREE_') || features.includes('ONE_MONTH_RANGE_REPORTS');
  return plan.startsWith('FREE') && isNew ? 30 : null;
}

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
    const own = knownIn(this.own, login);
    return own.length > 0 ? own : knownIn(this.common, login);
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
   * The workspaces of a login, asked of Clockify, by name; nothing is kept. Five requests, the roles side by side. Raises
   * `workspaces-none` and what kept Clockify from answering.
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
    const workspaces = all.map((wire) => this.workspaceOf(wire, byRole));
    return workspaces.sort((a, b) => a.name.localeCompare(b.name));
  }

  /**
   * What the planner needs of one workspace: as it was read within a day, else asked again, since plans change. Where it can't
   * be asked what was read before counts. Raises `workspace-gone`, and what kept Clockify from answering.
   */
  facts(login: Login, id: string, name: string): AccountFacts {
    const cached = this.cached(login.id, id);
    if (cached !== null && cached.readAt > this.asking.clock.now() - A_DAY) return factsIn(login, cached);
    try {
      return factsIn(login, this.confirm(login, id, name));
    } catch (error) {
      if (cached === null || problemOf(error).retry === 'never') throw error;
      return factsIn(login, cached);
    }
  }

  /** Has a workspace read again before it is planned with: an answer has contradicted what is known of it. */
  expire(login: string, id: string): void {
    const name = nameOf(login, id);
    for (const store of [this.own, this.common]) {
      const cached = parse(store.get(name));
      if (cached) store.set(name, JSON.stringify({ ...cached, readAt: 0 }));
    }
  }

  /** One workspace of a login, asked of Clockify. Raises `workspace-gone` and what `read` does. */
  confirm(login: Login, id: string, name: string): Workspace {
    return this.read(login).find((other) => other.id === id) ?? raise(gone(login, name));
  }

  private cached(login: string, id: string): Workspace | null {
    const name = nameOf(login, id);
    return parse(this.own.get(name)) ?? parse(this.common.get(name));
  }

  forget(login: string): void {
    forgetIn(this.own, login);
  }

  /** Lets a login see these workspaces and no others, also for those it is shared with. */
  keep({ id, owner, sharedBy }: Pick<Login, 'id' | 'owner' | 'sharedBy'>, workspaces: Workspace[]): void {
    if (owner === 'person') replaceIn(this.own, id, workspaces);
    if (sharedBy !== null) replaceIn(this.common, id, workspaces);
  }

  private workspaceOf(wire: WireWorkspace, byRole: (WireWorkspace[] | Failure)[]): Workspace {
    const currencies = wire.currencies ?? [];
    const told = byRole.some((list) => !('kind' in list));
    return {
      id: wire.id,
      name: plainText(wire.name ?? '', 200) || wire.id,
      roles: told ? ROLES.filter((_, index) => has(byRole[index], wire.id)) : null,
      features: FEATURE_IDS.filter((feature) => wire.features?.includes(feature)),
      plan: typeof wire.featureSubscriptionType === 'string' ? wire.featureSubscriptionType : '',
      currencies: currencies.map(({ code }) => code),
      defaultCurrency: currencies.find(({ isDefault }) => isDefault)?.code ?? null,
      onlyAdminsSeeAllTimeEntries: wire.workspaceSettings?.onlyAdminsSeeAllTimeEntries ?? false,
      onlyAdminsSeeBillableRates: wire.workspaceSettings?.onlyAdminsSeeBillableRates ?? false,
      onlyAdminsSeePublicProjectsEntries: wire.workspaceSettings?.onlyAdminsSeePublicProjectsEntries ?? false,
      adminOnlyPages: PAGES.filter((page) => wire.workspaceSettings?.adminOnlyPages?.includes(page)),
      readAt: this.asking.clock.now(),
    };
  }

  private problem(login: Login, failure: Failure): Problem {
    const asked = { login: login.name, what: 'accounts', permission: 'an active account' };
    return problemOfFailure(failure, asked, this.asking.clock.now());
  }
}

function nameOf(login: string, workspace: string): string {
  return `${PREFIX}${login}.${workspace}`;
}

function knownIn(store: Store, login: string): Workspace[] {
  return Object.entries(store.all())
    .filter(([name]) => name.startsWith(nameOf(login, '')))
    .map(([, value]) => parse(value))
    .filter((workspace) => workspace !== null)
    .sort((a, b) => a.name.localeCompare(b.name));
}

function replaceIn(store: Store, login: string, workspaces: Workspace[]): void {
  const ids = new Set(workspaces.map(({ id }) => id));
  for (const { id } of knownIn(store, login)) if (!ids.has(id)) store.delete(nameOf(login, id));
  const entries = workspaces.map((workspace) => [nameOf(login, workspace.id), JSON.stringify(workspace)]);
  store.setAll(Object.fromEntries(entries));
}

function forgetIn(store: Store, login: string): void {
  for (const name of Object.keys(store.all())) if (name.startsWith(nameOf(login, ''))) store.delete(name);
}

type WireWorkspace = v.InferOutput<typeof wireSchema>[number];

function listOf(body: unknown): WireWorkspace[] | Failure {
  const result = v.safeParse(wireSchema, body);
  if (result.success) return result.output;
  const message = `unexpected shape: ${v.getDotPath(result.issues[0]) ?? 'the list of workspaces'}`;
  return { kind: 'unreadable', status: 200, message };
}

function has(list: WireWorkspace[] | Failure, id: string): boolean {
  return !('kind' in list) && list.some((workspace) => workspace.id === id);
}

/** The longest report in days by the feature of the plan that allows it, the most generous first; null for any length. */
const MOST_DAYS = [
  ['UNLIMITED_REPORTS', null],
  ['ONE_YEAR_RANGE_REPORTS', 366],
  ['ONE_MONTH_RANGE_REPORTS', 31],
] as const;

/** The longest report in days; null where the plan has no limit, or none is known. */
function mostDaysOf({ features }: Workspace): number | null {
  return MOST_DAYS.find(([feature]) => features.includes(feature))?.[1] ?? null;
}

function parse(value: string | null): Workspace | null {
  if (value === null) return null;
  try {
    return v.parse(workspaceSchema, JSON.parse(value));
  } catch {
    return null;
  }
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
