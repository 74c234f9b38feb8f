import type { Entry, Member, Workspace } from '../model';
import type { Answer, Call, Route, WorkspaceCall, WorkspaceRoute } from './call';
import { failures } from './failure';

/** Serves a route for members of its workspace; everyone else is denied, and so is a workspace that isn't there. */
export function forMembers(route: WorkspaceRoute): Route {
  return {
    operation: route.operation,
    answer(call: Call): Answer {
      const workspace = call.state.workspace(call.params.workspaceId!, call.target.environment);
      const member = workspace?.members.find((each) => each.person === call.holder.person);
      if (!workspace || member?.status !== 'ACTIVE') throw failures.accessDenied();
      return route.answer({ ...call, workspace, member });
    },
  };
}

export function isAdmin(member: Member): boolean {
  return member.role === 'OWNER' || member.role === 'WORKSPACE_ADMIN';
}

/** Whether rates and amounts are shown to this member. */
export function seesAmounts({ workspace, member }: Pick<WorkspaceCall, 'workspace' | 'member'>): boolean {
  return isAdmin(member) || !workspace.settings.onlyAdminsSeeBillableRates;
}

/** Cost is for owners and admins, where the plan has it. */
export function seesCost({ workspace, member }: Pick<WorkspaceCall, 'workspace' | 'member'>): boolean {
  return isAdmin(member) && workspace.features.includes('LABOR_COST');
}

/** Whose time a member sees: null for everybody's, else a test. */
export function visibleTo(workspace: Workspace, member: Member): ((entry: Entry) => boolean) | null {
  if (isAdmin(member) || !workspace.settings.onlyAdminsSeeAllTimeEntries) return null;
  const people = new Set([member.person]);
  if (member.role === 'TEAM_MANAGER') {
    for (const group of workspace.groups) {
      if (group.managers.includes(member.person)) for (const person of group.people) people.add(person);
    }
  }
  const managed = member.role === 'PROJECT_MANAGER';
  return (entry) =>
    people.has(entry.person) || (managed && (entry.project?.members.includes(member.person) ?? false));
}
