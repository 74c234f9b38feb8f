import * as v from 'valibot';
import { FEATURES, type Feature } from '../clockify/features';
import type { AccountFacts } from '../plan/plan';
import type { Login } from './login';

/** The roles that Clockify can be asked about; a plain member has none. */
export const ROLES = ['OWNER', 'WORKSPACE_ADMIN', 'TEAM_MANAGER', 'PROJECT_MANAGER'] as const;

export type Role = (typeof ROLES)[number];

export const FEATURE_IDS = Object.keys(FEATURES) as Feature[];

/** The pages of Clockify that a workspace may keep for its admins. */
export const PAGES = ['PROJECT', 'TEAM', 'REPORTS'] as const;

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

/** A workspace as it was kept; null for what is no such thing. */
export function workspaceInText(value: string | null): Workspace | null {
  if (value === null) return null;
  try {
    return v.parse(workspaceSchema, JSON.parse(value));
  } catch {
    return null;
  }
}

/** What the planner needs of a workspace as a login sees it. */
export function factsIn(login: Login, workspace: Workspace): AccountFacts {
  return {
    login: login.id,
    workspace: workspace.id,
    name: workspace.name,
    region: login.region,
    person: login.user.id,
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
