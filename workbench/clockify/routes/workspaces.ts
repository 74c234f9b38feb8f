import { forMembers, isAdmin } from '../http/access';
import type { Route } from '../http/call';
import { whole } from '../http/page';
import type { Member, Workspace } from '../model';
import { renderMembership, renderRate } from './people';

/** GET /workspaces: what the key's owner belongs to; never cut into pages. `roles` keeps those where they hold it. */
export const getWorkspaces: Route = {
  operation: 'getWorkspaces',
  answer({ holder, query, state, target }) {
    const rows = state.world.workspaces.flatMap((workspace) => {
      const member = workspace.members.find((each) => each.person === holder.person);
      if (workspace.environment !== target.environment || member?.status !== 'ACTIVE') return [];
      if (query.roles !== undefined && member.role !== query.roles) return [];
      return [renderWorkspace(workspace, member)];
    });
    return whole(rows);
  },
};

export const getWorkspace = forMembers({
  operation: 'getWorkspace',
  answer: ({ workspace, member }) => ({ body: renderWorkspace(workspace, member) }),
});

function renderWorkspace(workspace: Workspace, member: Member) {
  const currency = workspace.currencies[0]!.code;
  const admin = isAdmin(member);
  const subdomain = workspace.environment.startsWith('sub:') ? workspace.environment.slice(4) : null;
  return {
    id: workspace.id,
    name: workspace.name,
    hourlyRate: renderRate(workspace.hourlyRate, currency),
    costRate: admin ? renderRate(workspace.costRate, currency) : null,
    memberships: (admin ? workspace.members : [member]).map((each) =>
      renderMembership(workspace, each, admin, admin),
    ),
    workspaceSettings: settingsOf(workspace),
    imageUrl: '',
    featureSubscriptionType: workspace.plan,
    features: workspace.features,
    currencies: workspace.currencies.map((each, index) => ({ ...each, isDefault: index === 0 })),
    subdomain: { name: subdomain, enabled: subdomain !== null },
    cakeOrganizationId: workspace.id.replace(/^./, '7'),
  };
}

function settingsOf({ settings }: Workspace) {
  return {
    timeRoundingInReports: false,
    onlyAdminsSeeBillableRates: settings.onlyAdminsSeeBillableRates,
    onlyAdminsCreateProject: true,
    onlyAdminsSeeDashboard: false,
    defaultBillableProjects: true,
    isProjectPublicByDefault: true,
    lockTimeEntries: null,
    lockTimeZone: null,
    round: { round: 'Round to nearest', minutes: '15' },
    projectFavorites: true,
    canSeeTimeSheet: true,
    canSeeTracker: true,
    projectPickerSpecialFilter: false,
    forceProjects: false,
    forceTasks: false,
    forceTags: false,
    forceDescription: false,
    onlyAdminsSeeAllTimeEntries: settings.onlyAdminsSeeAllTimeEntries,
    onlyAdminsSeePublicProjectsEntries: false,
    trackTimeDownToSecond: true,
    projectGroupingLabel: 'client',
    taskLabel: 'task',
    projectLabel: 'project',
    adminOnlyPages: settings.onlyAdminsSeeAllTimeEntries ? ['TEAM'] : [],
    automaticLock: null,
    onlyAdminsCreateTag: false,
    onlyAdminsCreateTask: false,
    timeTrackingMode: 'DEFAULT',
    multiFactorEnabled: false,
    numberFormat: 'COMMA_PERIOD',
    currencyFormat: 'CURRENCY_SPACE_VALUE',
    durationFormat: 'FULL',
    workingDays: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'],
    activeBillableHours: true,
    onlyAdminsCanChangeBillableStatus: false,
    entityCreationPermissions: {
      whoCanCreateProjectsAndClients: 'ADMINS',
      whoCanCreateTags: 'EVERYONE',
      whoCanCreateTasks: 'ADMINS',
    },
  };
}
