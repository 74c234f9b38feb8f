import { isoDuration } from '../entries/durations';
import { currencyOf, secondsOf } from '../entries/money';
import { forMembers, seesAmounts, seesCost, visibleTo } from '../http/access';
import type { WorkspaceCall } from '../http/call';
import { failures } from '../http/failure';
import { pageOf } from '../http/page';
import type { Entry } from '../model';
import { instantOf } from '../zones';
import { renderRate } from './people';

/**
 * GET /user/{id}/time-entries: one person's, newest first. `start` and `end` are read as wall times of that person's
 * zone in spite of their `Z`, as it was once observed at Clockify.
 */
export const getTimeEntries = forMembers({
  operation: 'getTimeEntries',
  answer(call) {
    const { workspace, member, query, params, now } = call;
    const asked = workspace.members.find((each) => each.person.id === params.userId);
    if (!asked) throw failures.notHere('User');
    const visible = visibleTo(workspace, member);
    const { zone } = asked.person;
    const wall = (value: unknown, other: number) =>
      value === undefined ? other : instantOf(zone, Date.parse(String(value)));
    const { entries } = workspace;
    const found = entries.between(wall(query.start, entries.first), wall(query.end, entries.last), now);
    const list: Entry[] = [];
    for (let index = found.length - 1; index >= 0; index -= 1) {
      const entry = found.at(index)!;
      if (entry.person === asked.person && visible?.(entry) !== false && wanted(query, entry))
        list.push(entry);
    }
    return pageOf(list, query, (entry) => renderEntry(call, entry));
  },
});

/** GET /time-entries/status/in-progress: ten a page unless said. */
export const getRunningEntries = forMembers({
  operation: 'getRunningEntries',
  answer(call) {
    const { workspace, member, query, now } = call;
    const { entries } = workspace;
    const visible = visibleTo(workspace, member);
    const list: Entry[] = [];
    const found = entries.mayRun ? entries.between(entries.first, now, now) : [];
    for (let index = 0; index < found.length; index += 1) {
      const entry = found.at(index)!;
      if (entry.end === null && visible?.(entry) !== false) list.push(entry);
    }
    return pageOf(list, { 'page-size': 10, ...query }, (entry) => renderEntry(call, entry));
  },
});

function wanted(query: Record<string, unknown>, entry: Entry): boolean {
  const { description, project, task } = query;
  const tags = query.tags as string[] | undefined;
  const running = query['in-progress'] as boolean | undefined;
  return (
    (running === undefined || (entry.end === null) === running) &&
    (description === undefined || (entry.description ?? '').includes(String(description))) &&
    (project === undefined || entry.project?.id === project) &&
    (task === undefined || entry.task?.id === task) &&
    (tags === undefined || (entry.tags ?? []).some((tag) => tags.includes(tag.id))) &&
    (query['project-required'] !== true || entry.project !== null) &&
    (query['task-required'] !== true || entry.task !== null)
  );
}

/** An entry as the core host writes it: UTC, ISO 8601, rates in whole minor units. */
function renderEntry(call: WorkspaceCall, entry: Entry) {
  const { workspace } = call;
  const utc = (instant: number) => `${new Date(instant).toISOString().slice(0, 19)}Z`;
  const currency = currencyOf(workspace, entry);
  return {
    id: entry.id,
    description: entry.description ?? '',
    tagIds: entry.tags?.map((tag) => tag.id) ?? null,
    userId: entry.person.id,
    billable: entry.billable,
    taskId: entry.task?.id ?? null,
    projectId: entry.project?.id ?? null,
    workspaceId: workspace.id,
    timeInterval: {
      start: utc(entry.start),
      end: entry.end === null ? null : utc(entry.end),
      duration: entry.end === null ? null : isoDuration(secondsOf(entry)),
    },
    customFieldValues: [],
    type: entry.type,
    kioskId: null,
    hourlyRate: seesAmounts(call) ? renderRate(entry.rate, currency) : null,
    costRate: seesCost(call) ? renderRate(entry.costRate, currency) : null,
    isLocked: entry.more?.locked ?? false,
  };
}
