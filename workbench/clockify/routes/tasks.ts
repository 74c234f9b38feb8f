import { type Durations, isoDuration } from '../entries/durations';
import { forMembers, seesAmounts, seesCost } from '../http/access';
import type { WorkspaceCall } from '../http/call';
import { failures } from '../http/failure';
import { namesMatch } from '../http/match';
import { pageOf, sorted } from '../http/page';
import type { Project, Task } from '../model';
import { renderRate } from './people';

/** GET /projects/{id}/tasks; a project that isn't there is a 400, as at Clockify. */
export const getTasks = forMembers({
  operation: 'getTasks',
  answer(call) {
    const { workspace, query, params } = call;
    const project = workspace.projects.find((each) => each.id === params.projectId);
    if (!project) throw failures.notHere('Project');
    const active = query['is-active'] as boolean | undefined;
    const found = project.tasks
      .filter(namesMatch(query))
      .filter((task) => active === undefined || (task.status === 'ACTIVE') === active);
    const list = sorted(found, query['sort-order'], (task) =>
      query['sort-column'] === 'NAME' ? task.name.toLowerCase() : task.id,
    );
    const tracked = call.state.tracked.of(workspace, call.now);
    return pageOf(list, query, (task) => renderTask(call, project, task, tracked));
  },
});

/** Rates only for those who may see them; `duration` is what was ever tracked. */
export function renderTask(call: WorkspaceCall, project: Project, task: Task, tracked: Durations) {
  const currency = (project.client?.currency ?? call.workspace.currencies[0]!).code;
  return {
    id: task.id,
    name: task.name,
    projectId: task.projectId,
    assigneeIds: task.assignees.map((person) => person.id),
    assigneeId: task.assignees[0]?.id ?? null,
    userGroupIds: [],
    estimate: isoDuration(task.estimate),
    status: task.status,
    budgetEstimate: task.budget,
    duration: isoDuration(tracked.get(task.id) ?? 0),
    billable: task.billable,
    hourlyRate: seesAmounts(call) ? renderRate(task.hourlyRate, currency) : null,
    costRate: seesCost(call) ? renderRate(task.costRate, currency) : null,
  };
}
