import { BY_ID, booleanOf, type Dataset, idOf, numberOf, objectsOf, textOf, textsOf } from './dataset';
import { secondsOf } from './duration';
import { type Rate, rateOf } from './rate';

/** A project with its client, tasks and estimates. Times in seconds, money in minor units. */
export interface Project {
  id: string;
  name: string | null;
  clientId: string | null;
  clientName: string | null;
  color: string | null;
  note: string | null;
  archived: boolean | null;
  billable: boolean | null;
  public: boolean | null;
  template: boolean | null;
  favorite: boolean | null;
  trackedSeconds: number | null;
  hourlyRate: Rate | null;
  costRate: Rate | null;
  currency: string | null;
  timeEstimate: TimeEstimate | null;
  budgetEstimate: BudgetEstimate | null;
  memberIds: string[];
  tasks: Task[];
  workspaceId: string | null;
}

/** How long a project may take: by hand, or (`AUTO`) as the sum of its tasks' estimates. */
export interface TimeEstimate {
  seconds: number | null;
  type: string | null;
  active: boolean | null;
  resetOption: string | null;
  includeNonBillable: boolean | null;
}

/** How much a project may cost, in minor units. */
export interface BudgetEstimate {
  amount: number | null;
  type: string | null;
  active: boolean | null;
  resetOption: string | null;
  includeExpenses: boolean | null;
}

/** A task of a project. Times in seconds, money in minor units. */
export interface Task {
  id: string;
  name: string | null;
  status: string | null;
  billable: boolean | null;
  assigneeIds: string[];
  userGroupIds: string[];
  estimateSeconds: number | null;
  trackedSeconds: number | null;
  budgetEstimate: number | null;
  hourlyRate: Rate | null;
  costRate: Rate | null;
  favorite: boolean | null;
}

interface WireProject {
  id: unknown;
  name: unknown;
  clientId: unknown;
  clientName: unknown;
  client: { name?: unknown } | null;
  color: unknown;
  note: unknown;
  archived: unknown;
  billable: unknown;
  public: unknown;
  template: unknown;
  favorite: unknown;
  duration: unknown;
  hourlyRate: unknown;
  costRate: unknown;
  currency: { code?: unknown } | null;
  estimate: { estimate?: unknown; type?: unknown } | null;
  timeEstimate: Record<string, unknown> | null;
  budgetEstimate: Record<string, unknown> | null;
  memberships: unknown;
  tasks: unknown;
  workspaceId: unknown;
}

/**
 * All projects that the key can see, archived ones too, hydrated: client, tasks and currency come with them, which saves
 * a request a project. Heavy, so pages of 250, halved when an answer doesn't get through.
 */
export const projects: Dataset<Project> = {
  id: 'projects',
  title: 'projects',
  paging: { kind: 'paged', size: 250, least: 25 },
  dated: false,
  permission: 'the right to see projects',
  limited: 'projects',
  request: (scope, page) => ({
    host: 'core',
    path: `/workspaces/${scope.workspace}/projects`,
    query: { hydrated: true, ...BY_ID, page: page.number, 'page-size': page.size },
  }),
  page(body) {
    const wire = objectsOf<WireProject>(body, 'the list of projects');
    return { records: wire.map(readProject), received: wire.length };
  },
  key: (project) => project.id,
  controls: [],
};

function readProject(wire: Partial<WireProject>): Project {
  const hourlyRate = rateOf(wire.hourlyRate);
  return {
    id: idOf(wire.id, 'a project'),
    name: textOf(wire.name),
    clientId: textOf(wire.clientId),
    clientName: textOf(wire.client?.name) ?? textOf(wire.clientName),
    color: textOf(wire.color),
    note: textOf(wire.note),
    archived: booleanOf(wire.archived),
    billable: booleanOf(wire.billable),
    public: booleanOf(wire.public),
    template: booleanOf(wire.template),
    favorite: booleanOf(wire.favorite),
    trackedSeconds: secondsOf(wire.duration),
    hourlyRate,
    costRate: rateOf(wire.costRate),
    currency: textOf(wire.currency?.code) ?? hourlyRate?.currency ?? null,
    timeEstimate: timeEstimateOf(wire),
    budgetEstimate: budgetEstimateOf(wire.budgetEstimate),
    memberIds: memberIdsOf(wire.memberships),
    tasks: objectsOf<WireTask>(wire.tasks ?? [], 'the tasks of a project').map(readTask),
    workspaceId: textOf(wire.workspaceId),
  };
}

/** `timeEstimate` is the newer spelling; `estimate` the older one. An estimate of zero is Clockify's way to say none. */
function timeEstimateOf(wire: Partial<WireProject>): TimeEstimate | null {
  const estimate = wire.timeEstimate ?? wire.estimate;
  if (!estimate) return null;
  const { active, resetOption, includeNonBillable } = estimate as Record<string, unknown>;
  return {
    seconds: secondsOf(estimate.estimate) || null,
    type: textOf(estimate.type),
    active: booleanOf(active),
    resetOption: textOf(resetOption),
    includeNonBillable: booleanOf(includeNonBillable),
  };
}

function budgetEstimateOf(wire: Record<string, unknown> | null | undefined): BudgetEstimate | null {
  if (!wire) return null;
  return {
    amount: numberOf(wire.estimate) || null,
    type: textOf(wire.type),
    active: booleanOf(wire.active),
    resetOption: textOf(wire.resetOption),
    includeExpenses: booleanOf(wire.includeExpenses),
  };
}

function memberIdsOf(memberships: unknown): string[] {
  return objectsOf<{ userId: string }>(memberships ?? [], 'the memberships of a project')
    .map((membership) => textOf(membership.userId))
    .filter((id) => id !== null);
}

interface WireTask {
  id: unknown;
  name: unknown;
  status: unknown;
  billable: unknown;
  assigneeIds: unknown;
  assigneeId: unknown;
  userGroupIds: unknown;
  estimate: unknown;
  duration: unknown;
  budgetEstimate: unknown;
  hourlyRate: unknown;
  costRate: unknown;
  favorite: unknown;
}

function readTask(wire: Partial<WireTask>): Task {
  const assignee = textOf(wire.assigneeId);
  const assignees = textsOf(wire.assigneeIds);
  return {
    id: idOf(wire.id, 'a task'),
    name: textOf(wire.name),
    status: textOf(wire.status),
    billable: booleanOf(wire.billable),
    assigneeIds: assignees.length === 0 && assignee ? [assignee] : assignees,
    userGroupIds: textsOf(wire.userGroupIds),
    estimateSeconds: secondsOf(wire.estimate) || null,
    trackedSeconds: secondsOf(wire.duration),
    budgetEstimate: numberOf(wire.budgetEstimate) || null,
    hourlyRate: rateOf(wire.hourlyRate),
    costRate: rateOf(wire.costRate),
    favorite: booleanOf(wire.favorite),
  };
}
