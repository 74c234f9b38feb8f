import type { Member, Person, Workspace } from '../model';

/** Rates in the core API: whole minor units and a currency, or null. */
export function renderRate(amount: number | null, currency: string) {
  return amount === null ? null : { amount, currency };
}

export function renderMembership(workspace: Workspace, member: Member, amounts: boolean, cost: boolean) {
  const currency = workspace.currencies[0]!.code;
  return {
    userId: member.person.id,
    hourlyRate: amounts ? renderRate(member.hourlyRate, currency) : null,
    costRate: cost ? renderRate(member.costRate, currency) : null,
    targetId: workspace.id,
    membershipType: 'WORKSPACE',
    membershipStatus: member.status,
  };
}

/** A person as `/user` and `/users` show one. */
export function renderPerson(
  person: Person,
  activeWorkspace: string | null,
  memberships: { workspace: Workspace; member: Member }[],
) {
  return {
    id: person.id,
    email: person.email,
    name: person.name,
    memberships: memberships.map(({ workspace, member }) =>
      renderMembership(workspace, member, false, false),
    ),
    profilePicture: 'https://img.clockify.me/no-user-image.png',
    activeWorkspace,
    defaultWorkspace: activeWorkspace,
    settings: person.hasSettings ? settingsOf(person) : null,
    status: person.status,
    customFields: [],
  };
}

function settingsOf(person: Person) {
  return {
    weekStart: person.weekStart,
    timeZone: person.zone,
    timeFormat: 'HOUR24',
    dateFormat: 'DD/MM/YYYY',
    sendNewsletter: false,
    weeklyUpdates: false,
    longRunning: false,
    scheduledReports: true,
    approval: false,
    pto: false,
    alerts: true,
    reminders: false,
    timeTrackingManual: false,
    summaryReportSettings: { group: 'Project', subgroup: 'Time Entry' },
    isCompactViewOn: false,
    dashboardSelection: 'ME',
    dashboardViewType: 'PROJECT',
    dashboardPinToTop: false,
    projectListCollapse: 50,
    collapseAllProjectLists: false,
    groupSimilarEntriesDisabled: false,
    myStartOfDay: '09:00',
    projectPickerTaskFilter: false,
    lang: 'EN',
    multiFactorEnabled: false,
    theme: 'DEFAULT',
    scheduling: true,
    onboarding: false,
    showOnlyWorkingDays: false,
  };
}
