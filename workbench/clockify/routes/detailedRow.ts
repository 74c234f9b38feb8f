import { cost3600, currencyOf, earned3600, secondsOf } from '../entries/money';
import type { Entry, Workspace } from '../model';
import { offsetAt, withOffset } from '../zones';
import type { AmountKind } from './amounts';
import type { ReportBody } from './reportBody';

/** One entry as a row of the detailed report, in its workspace's spelling: seconds, and minor units with fractions. */
export function renderRow(workspace: Workspace, entry: Entry, body: ReportBody): Record<string, unknown> {
  const { style } = workspace;
  const { more, project, task } = entry;
  const row: Record<string, unknown> = {
    [style.id]: entry.id,
    description: entry.description,
    userId: entry.person.id,
    timeInterval: renderInterval(entry, style.interval, body.timeZone),
    billable: entry.billable,
    projectId: project?.id ?? null,
    taskId: task?.id ?? null,
    ...renderTags(entry, more?.tagSpelling ?? style.tags, style.id),
    approvalRequestId: more?.approvalId ?? null,
    type: entry.type,
    isLocked: more?.locked ?? false,
    customFields: null,
    currency: currencyOf(workspace, entry),
    ...renderAmounts(entry, body, style.amounts),
    projectName: project?.name ?? '',
    projectColor: project?.color ?? '',
    clientName: project?.client?.name ?? '',
    clientId: project?.client?.id ?? '',
    userName: entry.person.name,
    userEmail: entry.person.email,
  };
  if (task) row.taskName = task.name;
  if (more?.invoicing) row.invoicingInfo = more.invoicing;
  for (const key of more?.without ?? []) delete row[key];
  return row;
}

function renderInterval(entry: Entry, style: 'offset' | 'zoned', zone: string) {
  const { start, end } = entry;
  const duration = end === null ? null : secondsOf(entry);
  if (style === 'offset') {
    return { start: withOffset(zone, start), end: end === null ? null : withOffset(zone, end), duration };
  }
  const utc = (instant: number) => `${new Date(instant).toISOString().slice(0, 19)}Z`;
  const wall = (instant: number) => new Date(instant + offsetAt(zone, instant)).toISOString().slice(0, 19);
  return {
    start: utc(start),
    end: end === null ? null : utc(end),
    duration,
    timeZone: zone,
    zonedStart: wall(start),
    zonedEnd: end === null ? null : wall(end),
    offStart: offsetAt(zone, start) / 1000,
    offEnd: end === null ? null : offsetAt(zone, end) / 1000,
  };
}

function renderTags(entry: Entry, spelling: 'tags' | 'tagIds', idKey: '_id' | 'id') {
  if (spelling === 'tagIds') return { tagIds: entry.tags?.map((tag) => tag.id) ?? null };
  return { tags: (entry.tags ?? []).map((tag) => ({ [idKey]: tag.id, name: tag.name })) };
}

function renderAmounts(entry: Entry, body: ReportBody, style: 'amount' | 'earnedAmount') {
  const shown = body.amountShown ?? 'EARNED';
  const amounts: Record<string, number | null> = {};
  if (shown !== 'HIDE_AMOUNT') {
    const prefixed = style === 'earnedAmount' && shown === 'EARNED';
    amounts[prefixed ? 'earnedAmount' : 'amount'] = amountOf(entry, shown);
    amounts[prefixed ? 'earnedRate' : 'rate'] = shown === 'COST' ? entry.costRate : entry.rate;
  }
  const listed = body.amounts ?? [];
  if (listed.includes('EARNED')) {
    amounts.earnedAmount = amountOf(entry, 'EARNED');
    amounts.earnedRate = entry.rate;
  }
  if (listed.includes('COST')) {
    amounts.costAmount = amountOf(entry, 'COST');
    amounts.costRate = entry.costRate;
  }
  if (listed.includes('PROFIT')) amounts.profit = amountOf(entry, 'PROFIT');
  return amounts;
}

/** Minor units, with fractions; null where no rate was ever set. */
function amountOf(entry: Entry, kind: AmountKind): number | null {
  const earned = earned3600(entry);
  const cost = cost3600(entry);
  if (kind === 'EARNED') return earned === null ? null : earned / 3600;
  if (kind === 'COST') return cost === null ? null : cost / 3600;
  return earned === null && cost === null ? null : ((earned ?? 0) - (cost ?? 0)) / 3600;
}
