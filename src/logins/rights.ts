import type { Workspace } from './workspace';

/** Of a workspace, what decides what the key's owner may see in it. */
export type Seen = Pick<
  Workspace,
  | 'roles'
  | 'features'
  | 'onlyAdminsSeeAllTimeEntries'
  | 'onlyAdminsSeeBillableRates'
  | 'onlyAdminsSeePublicProjectsEntries'
  | 'adminOnlyPages'
>;

/** Something that is given, that is refused or left empty, or of which Clockify's documentation doesn't say which. */
export type Right = 'seen' | 'doubtful' | 'hidden';

/**
 * What the key's owner sees in a workspace, by their role, its settings and its plan. Null where that takes the role and
 * Clockify didn't tell it.
 */
export interface Rights {
  /** Whose time: everybody's; the owner's own with that of the people, or on the projects, that they manage; their own. */
  time: 'all' | 'team' | 'projects' | 'own' | null;
  /** What is billed: rates and amounts. */
  earned: Right | null;
  /** What work costs: hidden from everybody where the plan hasn't it, else shown to owners and admins. */
  cost: Right | null;
  /** What others tracked on public projects, where everybody's time is seen. */
  publicEntries: Right | null;
  /** The list of people. */
  team: Right | null;
  /** Projects that are private, and that somebody else works on. */
  privateProjects: Right | null;
  /** Reports, where their page may be for admins only. */
  reports: Right | null;
}

/** Owners aren't counted as admins by Clockify; they see what admins see. */
export function isAdmin(roles: readonly string[]): boolean {
  return roles.includes('OWNER') || roles.includes('WORKSPACE_ADMIN');
}

export function rightsOf(account: Seen): Rights {
  const { roles, adminOnlyPages = [] } = account;
  const hasCost = account.features.includes('LABOR_COST');
  if (roles === null) {
    return {
      time: null,
      earned: null,
      cost: hasCost ? null : 'hidden',
      publicEntries: null,
      team: null,
      privateProjects: null,
      reports: null,
    };
  }
  if (isAdmin(roles)) {
    return {
      time: 'all',
      earned: 'seen',
      cost: hasCost ? 'seen' : 'hidden',
      publicEntries: 'seen',
      team: 'seen',
      privateProjects: 'seen',
      reports: 'seen',
    };
  }
  const earned = account.onlyAdminsSeeBillableRates ? 'hidden' : 'seen';
  const manages = roles.length > 0;
  const closed = adminOnlyPages.includes('TEAM');
  return {
    time: timeSeen(account, roles),
    earned,
    cost: !hasCost || earned === 'hidden' ? 'hidden' : 'doubtful',
    publicEntries: account.onlyAdminsSeePublicProjectsEntries ? 'doubtful' : 'seen',
    team: manages ? (closed ? 'doubtful' : 'seen') : closed ? 'hidden' : 'doubtful',
    privateProjects: 'hidden',
    reports: adminOnlyPages.includes('REPORTS') ? 'doubtful' : 'seen',
  };
}

function timeSeen({ onlyAdminsSeeAllTimeEntries }: Seen, roles: readonly string[]): Rights['time'] {
  if (!onlyAdminsSeeAllTimeEntries) return 'all';
  if (roles.includes('TEAM_MANAGER')) return 'team';
  return roles.includes('PROJECT_MANAGER') ? 'projects' : 'own';
}
