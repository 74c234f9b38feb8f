import type { Workspace } from '../../logins/workspace';
import { words } from '../words';

/** What a key can see in an account, in words: nothing about it while that isn't known. */
export function describeAccess(account: Workspace): string[] {
  const { roles, onlyAdminsSeeAllTimeEntries, onlyAdminsSeeBillableRates } = account;
  if (roles === null) return [];
  const all = roles.some((role) => role === 'OWNER' || role === 'WORKSPACE_ADMIN');
  const hidden = !all && onlyAdminsSeeBillableRates ? [words.settings.noAmounts] : [];
  return [all || !onlyAdminsSeeAllTimeEntries ? words.settings.sees.all : partOf(roles), ...hidden];
}

/** Whose time somebody sees where not everybody's is seen. */
function partOf(roles: readonly string[]): string {
  const { sees } = words.settings;
  if (roles.includes('TEAM_MANAGER')) return sees.team;
  return roles.includes('PROJECT_MANAGER') ? sees.projects : sees.own;
}
