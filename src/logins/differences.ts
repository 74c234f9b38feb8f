import { hourlyLimitOf, type Role, type Workspace } from './workspace';

/** What differs between a workspace as it was known and as another key sees it, whatever is asked of it, in sentences. */
export function describeDifferences(before: Workspace, after: Workspace): string[] {
  const { name } = after;
  const hourly = hourlyLimitOf(after);
  const [then, now] = [rolesIn(before), rolesIn(after)];
  return [
    ...(before.name === name ? [] : [`${before.name} is called ${name} now.`]),
    ...(then === null || now === null || then === now
      ? []
      : [`The role in ${name} is ${now} now; it was ${then}.`]),
    ...(hourly !== null && hourlyLimitOf(before) === null
      ? [`${name} answers ${hourly} requests an hour from now on.`]
      : []),
  ];
}

const ROLE_NAMES: Record<Role, string> = {
  OWNER: 'Owner',
  WORKSPACE_ADMIN: 'Admin',
  TEAM_MANAGER: 'Team manager',
  PROJECT_MANAGER: 'Project manager',
};

/** The roles of the key's owner in words; null while they aren't known. */
function rolesIn({ roles }: Workspace): string | null {
  if (roles === null) return null;
  return roles.length === 0 ? 'Regular member' : roles.map((role) => ROLE_NAMES[role]).join(' and ');
}
