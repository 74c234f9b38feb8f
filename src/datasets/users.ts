import { BY_ID, type Dataset, idOf, objectsOf, textOf } from './dataset';
import { type Rate, rateOf } from './rate';

/** A member of the workspace. */
export interface User {
  id: string;
  name: string | null;
  email: string | null;
  /** Of the account at Clockify; `membershipStatus` is that of the person in this workspace. */
  status: string | null;
  membershipStatus: string | null;
  roles: UserRole[];
  hourlyRate: Rate | null;
  costRate: Rate | null;
  profilePicture: string | null;
  activeWorkspace: string | null;
  defaultWorkspace: string | null;
  /** Settings may be kept from us; then these are null. */
  timeZone: string | null;
  weekStart: string | null;
  language: string | null;
  dateFormat: string | null;
  timeFormat: string | null;
  startOfDay: string | null;
}

/** A role, with the projects or people it is limited to. */
export interface UserRole {
  role: string;
  entities: string[];
}

interface WireUser {
  id: unknown;
  name: unknown;
  email: unknown;
  status: unknown;
  memberships: unknown;
  roles: unknown;
  profilePicture: unknown;
  activeWorkspace: unknown;
  defaultWorkspace: unknown;
  settings: Record<string, unknown> | null;
}

/**
 * Every status that an account may have. A request that names none is answered without people whose account is limited (at a
 * kiosk) or deleted (Clockify's specification of `GET /users`).
 */
const ACCOUNT_STATUSES = [
  'ACTIVE',
  'PENDING_EMAIL_VERIFICATION',
  'NOT_REGISTERED',
  'LIMITED',
  'LIMITED_DELETED',
  'DELETED',
].join(',');

/** All members of the workspace, deactivated ones too, with their roles and their rates in the workspace. */
export const users: Dataset<User> = {
  id: 'users',
  title: 'users',
  paging: { kind: 'paged', size: 5000 },
  dated: false,
  permission: 'the right to see the team (owner or admin)',
  limited: 'team',
  request: (scope, page) => ({
    host: 'core',
    path: `/workspaces/${scope.workspace}/users`,
    query: {
      status: 'ALL',
      'account-statuses': ACCOUNT_STATUSES,
      memberships: 'WORKSPACE',
      'include-roles': true,
      ...BY_ID,
      page: page.number,
      'page-size': page.size,
    },
  }),
  page(body, scope) {
    const wire = objectsOf<WireUser>(body, 'the list of users');
    return {
      records: wire.map((user) => readUser(user, scope.workspace)),
      received: wire.length,
    };
  },
  key: (user) => user.id,
  controls: [],
};

function readUser(wire: Partial<WireUser>, workspace: string): User {
  const membership = membershipOf(wire.memberships, workspace);
  const settings = wire.settings ?? {};
  return {
    id: idOf(wire.id, 'a user'),
    name: textOf(wire.name),
    email: textOf(wire.email),
    status: textOf(wire.status),
    membershipStatus: textOf(membership?.membershipStatus),
    roles: rolesOf(wire.roles),
    hourlyRate: rateOf(membership?.hourlyRate),
    costRate: rateOf(membership?.costRate),
    profilePicture: textOf(wire.profilePicture),
    activeWorkspace: textOf(wire.activeWorkspace),
    defaultWorkspace: textOf(wire.defaultWorkspace),
    timeZone: textOf(settings.timeZone),
    weekStart: textOf(settings.weekStart),
    language: textOf(settings.lang),
    dateFormat: textOf(settings.dateFormat),
    timeFormat: textOf(settings.timeFormat),
    startOfDay: textOf(settings.myStartOfDay),
  };
}

function membershipOf(memberships: unknown, workspace: string) {
  return objectsOf<
    Record<'targetId' | 'membershipType' | 'membershipStatus' | 'hourlyRate' | 'costRate', unknown>
  >(memberships ?? [], 'the memberships of a user').find(
    ({ membershipType, targetId }) => membershipType === 'WORKSPACE' && targetId === workspace,
  );
}

function rolesOf(roles: unknown): UserRole[] {
  return objectsOf<{ role: unknown; entities: unknown }>(roles ?? [], 'the roles of a user').map((entry) => ({
    role: textOf(entry.role) ?? '',
    entities: objectsOf<{ id: unknown; name: unknown }>(entry.entities ?? [], 'the entities of a role')
      .map((entity) => textOf(entity.name) ?? textOf(entity.id))
      .filter((name) => name !== null),
  }));
}
