import type { EntryFilter } from '../entries/filter';
import type { Question } from '../entries/select';
import { seesAmounts, seesCost, visibleTo } from '../http/access';
import type { WorkspaceCall } from '../http/call';
import { failures } from '../http/failure';
import { instantOf, isZone } from '../zones';
import { amountsAsked } from './amounts';
import type { ReportBody } from './reportBody';

const day = 86_400_000;

/**
 * Which entries a report is about: those that start inside its range, as wall times of the request's zone, pass its
 * filters, and are there for whoever asks. Throws what every report refuses: an unknown zone, an end before the start,
 * more days than the plan has, amounts that the member may not see.
 */
export function questionOf(call: WorkspaceCall, body: ReportBody): Omit<Question, 'running'> {
  const range = rangeOf(body, call.workspace.features);
  checkAmounts(call, body);
  return {
    ...range,
    now: call.now,
    filter: filterOf(body),
    viewer: `${call.member.person.id} ${call.member.role}`,
    visible: visibleTo(call.workspace, call.member),
  };
}

function rangeOf(body: ReportBody, features: string[]): { from: number; to: number } {
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
function checkAmounts(call: WorkspaceCall, body: ReportBody): void {
  const asked = amountsAsked(body);
  if (asked.length > 0 && !seesAmounts(call)) throw failures.accessDenied();
  if (asked.some((kind) => kind !== 'EARNED') && !seesCost(call)) throw failures.accessDenied();
}

function filterOf(body: ReportBody): EntryFilter {
  const { users, userGroups, clients, projects, tasks, tags, currency } = body;
  const { billable, archived, approvalState, invoicingState, description, withoutDescription } = body;
  return {
    ...{ users, userGroups, clients, projects, tasks, tags, currency },
    ...{ billable, archived, approvalState, invoicingState, description, withoutDescription },
  };
}
