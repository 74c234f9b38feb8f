import type { EntityFilter, EntryFilter } from '../entries/filter';
import { forMembers, seesAmounts, seesCost, visibleTo } from '../http/access';
import type { WorkspaceCall } from '../http/call';
import { failures } from '../http/failure';
import { instantOf, isZone } from '../zones';
import { type AmountKind, amountsAsked, renderRow } from './detailedRow';
import { renderTotals } from './detailedTotals';

type EntityName = 'users' | 'userGroups' | 'clients' | 'projects' | 'tasks' | 'tags' | 'currency';

/** The body of POST /reports/detailed, after the contract has checked it. */
export interface DetailedBody extends Partial<Record<EntityName, EntityFilter>> {
  dateRangeStart: string;
  dateRangeEnd: string;
  timeZone: string;
  sortOrder?: 'ASCENDING' | 'DESCENDING';
  amountShown?: AmountKind | 'HIDE_AMOUNT';
  amounts?: AmountKind[];
  billable?: boolean;
  archived?: boolean;
  approvalState?: EntryFilter['approvalState'];
  invoicingState?: EntryFilter['invoicingState'];
  description?: string;
  withoutDescription?: boolean;
  detailedFilter: {
    page?: number;
    pageSize?: number;
    sortColumn?: string;
    options?: { totals?: 'CALCULATE' | 'EXCLUDE' };
    auditFilter?: { withoutProject?: boolean; withoutTask?: boolean };
  };
}

const day = 86_400_000;

/** POST /reports/detailed: entries that start inside the range, as wall times of the request's zone. */
export const getDetailedReport = forMembers({
  operation: 'getDetailedReport',
  answer(call) {
    const body = call.body as DetailedBody;
    const range = rangeOf(body, call.workspace.features);
    checkAmounts(call, body);
    const { workspace } = call;
    const { page = 1, pageSize = 50, sortColumn = 'DATE', options, auditFilter } = body.detailedFilter;
    const { entries, totals } = call.state.selections.of(workspace, {
      ...range,
      now: call.now,
      filter: { ...filterOf(body), ...auditFilter },
      sortColumn,
      descending: (body.sortOrder ?? 'DESCENDING') === 'DESCENDING',
      running: workspace.settings.reportsListRunning,
      viewer: `${call.member.person.id} ${call.member.role}`,
      visible: visibleTo(workspace, call.member),
    });
    const rows: unknown[] = [];
    const end = Math.min(page * pageSize, entries.length);
    for (let index = (page - 1) * pageSize; index < end; index += 1) {
      rows.push(renderRow(workspace, entries.at(index)!, body));
    }
    const excluded = options?.totals === 'EXCLUDE' && page > 1;
    return {
      body: {
        totals: excluded ? [] : renderTotals(workspace, totals, body),
        [workspace.style.rows]: rows,
      },
      rows: rows.length,
      headers: { 'Last-Page': String(page * pageSize >= entries.length) },
    };
  },
});

/** The instants of the range, and the refusals: an unknown zone, an end before the start, more days than the plan has. */
function rangeOf(body: DetailedBody, features: string[]): { from: number; to: number } {
  if (!isZone(body.timeZone)) throw failures.invalid(`Unknown time-zone ID: ${body.timeZone}`);
  const start = wallOf(body.dateRangeStart);
  const end = wallOf(body.dateRangeEnd);
  if (end < start) throw failures.invalid('Start date must be before end date');
  const days = features.includes('ONE_MONTH_RANGE_REPORTS')
    ? 31
    : features.includes('ONE_YEAR_RANGE_REPORTS')
      ? 366
      : Number.POSITIVE_INFINITY;
  if (end - start > days * day) {
    throw failures.invalid(`Date range is too large, maximum is ${days} days`);
  }
  return { from: instantOf(body.timeZone, start), to: instantOf(body.timeZone, end, 'second') };
}

function wallOf(text: string): number {
  const wall = Date.parse(`${text}Z`);
  if (Number.isNaN(wall)) throw failures.invalid(`Invalid date: ${text}`);
  return wall;
}

/** Amounts that the member may not see are refused, not left out; HIDE_AMOUNT is the way round. */
function checkAmounts(call: WorkspaceCall, body: DetailedBody): void {
  const asked = amountsAsked(body);
  if (asked.length > 0 && !seesAmounts(call)) throw failures.accessDenied();
  if (asked.some((kind) => kind !== 'EARNED') && !seesCost(call)) throw failures.accessDenied();
}

function filterOf(body: DetailedBody): EntryFilter {
  const { users, userGroups, clients, projects, tasks, tags, currency } = body;
  const { billable, archived, approvalState, invoicingState, description, withoutDescription } = body;
  return {
    ...{ users, userGroups, clients, projects, tasks, tags, currency },
    ...{ billable, archived, approvalState, invoicingState, description, withoutDescription },
  };
}
