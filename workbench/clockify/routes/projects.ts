import { type Durations, isoDuration } from '../entries/durations';
import { forMembers, isAdmin, seesAmounts, seesCost } from '../http/access';
import type { WorkspaceCall } from '../http/call';
import { archivedMatch, namesMatch } from '../http/match';
import { pageOf, sorted } from '../http/page';
import type { Estimate, Project } from '../model';
import { renderClient } from './clients';
import { renderRate } from './people';
import { renderTask } from './tasks';

/** GET /projects: public and own ones for members; `hydrated` puts client, tasks and currency into each. */
export const getProjects = forMembers({
  operation: 'getProjects',
  answer(call) {
    const { query } = call;
    const list = sorted(projectsFor(call), query['sort-order'], sortKeys(call));
    const tracked = call.state.tracked.of(call.workspace, call.now);
    return pageOf(list, query, (project) => renderProject(call, project, tracked));
  },
});

function projectsFor({ workspace, member, query }: WorkspaceCall): Project[] {
  const clients = query.clients as string[] | undefined;
  const users = query.users as string[] | undefined;
  const { billable, access } = query;
  const template = query['is-template'];
  const clientStatus = (query['client-status'] as string | undefined) ?? 'ALL';
  return workspace.projects
    .filter((each) => isAdmin(member) || each.public || each.members.includes(member.person))
    .filter(namesMatch(query))
    .filter(archivedMatch(query))
    .filter((each) => billable === undefined || each.billable === billable)
    .filter((each) => template === undefined || each.template === template)
    .filter((each) => access === undefined || each.public === (access === 'PUBLIC'))
    .filter((each) => clientStatus === 'ALL' || each.client?.archived === (clientStatus === 'ARCHIVED'))
    .filter(
      (each) => !clients || clients.includes(each.client?.id ?? '') === !isFalse(query['contains-client']),
    )
    .filter(
      (each) =>
        !users || each.members.some(({ id }) => users.includes(id)) === !isFalse(query['contains-user']),
    );
}

function isFalse(value: unknown): boolean {
  return value === false;
}

function sortKeys(call: WorkspaceCall): (project: Project) => string | number {
  const tracked = call.state.tracked.of(call.workspace, call.now);
  const keys: Record<string, (project: Project) => string | number> = {
    NAME: (project) => project.name.toLowerCase(),
    CLIENT_NAME: (project) => project.client?.name.toLowerCase() ?? '',
    DURATION: (project) => tracked.get(project.id) ?? 0,
    BUDGET: (project) => project.budgetEstimate?.amount ?? 0,
    PROGRESS: (project) => (tracked.get(project.id) ?? 0) / (project.timeEstimate?.amount ?? 1),
  };
  return keys[call.query['sort-column'] as string] ?? ((project) => project.id);
}

function renderProject(call: WorkspaceCall, project: Project, tracked: Durations) {
  const { workspace, query } = call;
  const { client } = project;
  const currency = client?.currency ?? workspace.currencies[0]!;
  const amounts = seesAmounts(call);
  return {
    id: project.id,
    name: project.name,
    hourlyRate: amounts ? renderRate(project.hourlyRate, currency.code) : null,
    clientId: client?.id ?? '',
    workspaceId: workspace.id,
    billable: project.billable,
    memberships: project.members.map((person) => ({
      userId: person.id,
      hourlyRate: null,
      costRate: null,
      targetId: project.id,
      membershipType: 'PROJECT',
      membershipStatus: 'ACTIVE',
    })),
    color: project.color,
    estimate: {
      estimate: isoDuration(project.timeEstimate?.amount ?? 0),
      type: project.timeEstimate?.type ?? 'AUTO',
    },
    archived: project.archived,
    duration: isoDuration(tracked.get(project.id) ?? 0),
    note: project.note,
    costRate: seesCost(call) ? renderRate(project.costRate, currency.code) : null,
    ...renderEstimates(project),
    template: project.template,
    public: project.public,
    ...(query.hydrated === true
      ? {
          client: client && renderClient(workspace, client),
          tasks: project.tasks.map((task) => renderTask(call, project, task, tracked)),
          customFields: [],
          currency: { id: currency.id, code: currency.code },
          favorite: false,
        }
      : { clientName: client?.name ?? '' }),
  };
}

/** Time in ISO 8601, budget in minor units; a project without an estimate says so with an inactive one, or null. */
function renderEstimates({ timeEstimate, budgetEstimate }: Project) {
  const reset = (timeEstimate ?? budgetEstimate)?.reset ?? null;
  return {
    timeEstimate: {
      estimate: isoDuration(timeEstimate?.amount ?? 0),
      type: timeEstimate?.type ?? 'AUTO',
      resetOption: timeEstimate?.reset ?? null,
      active: timeEstimate !== null,
      includeNonBillable: true,
    },
    budgetEstimate: budgetEstimate && renderBudget(budgetEstimate),
    estimateReset: reset && { interval: reset, dayOfMonth: 1, dayOfWeek: null, month: null, hour: 0 },
  };
}

function renderBudget({ amount, type, reset }: Estimate) {
  return { estimate: amount, type, resetOption: reset, active: true, includeExpenses: false };
}
