import { FEATURES } from '../clockify/features';
import { isAdmin } from './rights';
import { hourlyLimitOf, type Role, type Workspace } from './workspaces';

/** What differs between a workspace as it was known and as another key sees it, in sentences; none where nothing does. */
export function describeDifferences(before: Workspace, after: Workspace): string[] {
  const { name } = after;
  const lost = before.features.filter((feature) => !after.features.includes(feature));
  const hourly = hourlyLimitOf(after);
  return [
    ...(before.name === name ? [] : [`${before.name} is called ${name} now.`]),
    ...roleChange(before, after),
    ...peopleChange(before, after),
    ...amountsChange(before, after),
    ...(lost.length > 0
      ? [`The plan of ${name} no longer has ${lost.map((feature) => FEATURES[feature].title).join(', ')}.`]
      : []),
    ...(hourly !== null && hourlyLimitOf(before) === null
      ? [`${name} may be asked ${hourly} times an hour from now on.`]
      : []),
  ];
}

/** What a key sees of a workspace, in sentences: only where that is less than all, and known. */
export function describeSight(workspace: Workspace): string[] {
  const { name } = workspace;
  const people = peopleSeen(workspace);
  return [
    ...(people === null || people === 'all' ? [] : [`Of ${name} only ${PEOPLE[people]} is seen.`]),
    ...(seesAmounts(workspace) === false ? [`Amounts of ${name} are hidden.`] : []),
  ];
}

const ROLE_NAMES: Record<Role, string> = {
  OWNER: 'Owner',
  WORKSPACE_ADMIN: 'Admin',
  TEAM_MANAGER: 'Team manager',
  PROJECT_MANAGER: 'Project manager',
};

type People = 'all' | 'team' | 'projects' | 'own';

const PEOPLE: Record<People, string> = {
  all: "everybody's time",
  team: 'the time of the people they manage',
  projects: 'the time on the projects they manage',
  own: "the key owner's own time",
};

function roleChange(before: Workspace, after: Workspace): string[] {
  if (before.roles === null || after.roles === null) return [];
  const [then, now] = [rolesIn(before.roles), rolesIn(after.roles)];
  return then === now ? [] : [`The role in ${after.name} is ${now} now; it was ${then}.`];
}

function rolesIn(roles: readonly Role[]): string {
  return roles.length === 0 ? 'Regular member' : roles.map((role) => ROLE_NAMES[role]).join(' and ');
}

function peopleChange(before: Workspace, after: Workspace): string[] {
  const [then, now] = [peopleSeen(before), peopleSeen(after)];
  if (then === null || now === null || then === now) return [];
  return [`Of ${after.name} ${PEOPLE[now]} is seen from now on, not ${PEOPLE[then]}.`];
}

function amountsChange(before: Workspace, after: Workspace): string[] {
  const [then, now] = [seesAmounts(before), seesAmounts(after)];
  if (then === null || now === null || then === now) return [];
  return [`Amounts of ${after.name} are ${now ? 'seen' : 'hidden'} from now on.`];
}

/** Whose time a key sees; null while its owner's role isn't known. */
function peopleSeen({ roles, onlyAdminsSeeAllTimeEntries }: Workspace): People | null {
  if (roles === null) return null;
  if (isAdmin(roles) || !onlyAdminsSeeAllTimeEntries) return 'all';
  if (roles.includes('TEAM_MANAGER')) return 'team';
  return roles.includes('PROJECT_MANAGER') ? 'projects' : 'own';
}

/** Whether a key sees amounts; null while its owner's role isn't known. */
function seesAmounts({ roles, onlyAdminsSeeBillableRates }: Workspace): boolean | null {
  return roles === null ? null : isAdmin(roles) || !onlyAdminsSeeBillableRates;
}
