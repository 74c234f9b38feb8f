import { forMembers, seesAmounts, seesCost } from '../http/access';
import type { WorkspaceCall } from '../http/call';
import { failures } from '../http/failure';
import { namesMatch } from '../http/match';
import { pageOf, sorted } from '../http/page';
import type { Member } from '../model';
import { renderMembership, renderPerson } from './people';

/** GET /users: refused to members who hold no role. */
export const getUsers = forMembers({
  operation: 'getUsers',
  answer(call) {
    const { workspace, member, query } = call;
    if (member.role === null) throw failures.accessDenied();
    const project = workspace.projects.find((each) => each.id === query['project-id']);
    const { email, status } = query;
    const accounts = String(query['account-statuses'] ?? usualStatuses).split(',');
    const matches = namesMatch(query);
    const found = workspace.members
      .filter((each) => matches(each.person))
      .filter((each) => email === undefined || each.person.email === email)
      .filter((each) => accounts.includes(each.person.status))
      .filter((each) => status === undefined || status === 'ALL' || each.status === status)
      .filter((each) => query['project-id'] === undefined || project?.members.includes(each.person))
      .map((each) => ({ ...each, id: each.person.id }));
    const list = sorted(found, query['sort-order'], keyOf(query['sort-column']));
    return pageOf(list, query, (each) => ({
      ...renderPerson(each.person, workspace.id, []),
      memberships: membershipsOf(call, each),
      ...(query['include-roles'] === true && { roles: rolesOf(call, each) }),
    }));
  },
});

/** Whom the list holds when the request names no account status, as Clockify's specification says. */
const usualStatuses = 'ACTIVE,PENDING_EMAIL_VERIFICATION,NOT_REGISTERED';

function keyOf(column: unknown): (member: Member) => string | number {
  if (column === 'EMAIL') return ({ person }) => person.email;
  if (column === 'NAME') return ({ person }) => person.name;
  if (column === 'NAME_LOWERCASE') return ({ person }) => person.name.toLowerCase();
  if (column === 'HOURLYRATE') return ({ hourlyRate }) => hourlyRate ?? 0;
  if (column === 'COSTRATE') return ({ costRate }) => costRate ?? 0;
  if (column === 'ACCESS') return ({ status }) => status;
  return ({ person }) => person.id;
}

/** None unless asked for; rates for those who may see them. */
function membershipsOf(call: WorkspaceCall, member: Member): unknown[] {
  const { workspace, query } = call;
  const asked = query.memberships ?? 'NONE';
  const of = (targetId: string, membershipType: string) => ({
    userId: member.person.id,
    hourlyRate: null,
    costRate: null,
    targetId,
    membershipType,
    membershipStatus: member.status,
  });
  const found: unknown[] = [];
  if (asked === 'ALL' || asked === 'WORKSPACE') {
    found.push(renderMembership(workspace, member, seesAmounts(call), seesCost(call)));
  }
  if (asked === 'ALL' || asked === 'PROJECT') {
    const projects = workspace.projects.filter((each) => each.members.includes(member.person));
    found.push(...projects.map((each) => of(each.id, 'PROJECT')));
  }
  if (asked === 'ALL' || asked === 'USERGROUP') {
    const groups = workspace.groups.filter((each) => each.people.includes(member.person));
    found.push(...groups.map((each) => of(each.id, 'USERGROUP')));
  }
  return found;
}

function rolesOf({ workspace }: WorkspaceCall, member: Member): unknown[] {
  if (member.role === null) return [];
  const ofManager = workspace.groups.filter((group) => group.managers.includes(member.person));
  const entities =
    member.role === 'TEAM_MANAGER'
      ? ofManager
      : member.role === 'PROJECT_MANAGER'
        ? workspace.projects.filter((each) => each.members.includes(member.person))
        : [workspace];
  return [{ role: member.role, entities: entities.map(({ id, name }) => ({ id, name })) }];
}
