import type { Given } from '../../job/doubt';
import type { StandingTable } from '../../plan/plan';
import { raise } from '../../problems/problem';
import { resolvePeriod, type WeekStart } from '../../query/period';
import type { Query } from '../../query/query';
import type { CompleteTable } from '../../query/state';
import { reportOf } from '../../reports';
import { columnsOf } from '../../rows/column';
import { findPlace } from '../../table/place';
import type { Effects } from '../effects';
import { questionOf } from './question';

/** What is known of the table of a query from before a refresh. */
export interface Earlier {
  /** Whether the refresh goes on from that table, in the query's mode; else it replaces the table. */
  goesOn: boolean;
  /** The table of which the last days alone are read anew; null where all is to be read. */
  standing: StandingTable | null;
  /** What the same question gave; null where it was never answered. */
  before: Given | null;
}

/** What a refresh of a query, in which no cells are left, has to know of the one before. */
export function earlierOf(effects: Effects, query: Query): Earlier {
  const complete = completeOf(effects, query);
  if (complete === null) return { goesOn: false, standing: null, before: null };
  const { days, window = null, rows, answer = rows, at, begun = at - A_DAY } = complete;
  const goesOn = answers(complete, query) && isThere(effects, query, complete);
  return {
    goesOn,
    standing: goesOn && days !== null ? { to: days.to, begun } : null,
    before: complete.question === questionOf(query) ? { days, window, rows: answer } : null,
  };
}

/**
 * Raises `older-rows-would-go` where a refresh would replace a table, since what it asks has changed, of which rows were kept
 * that Clockify's answer wouldn't have. Weeks begin on `weekStart`, in milliseconds since 1970 it is `now`.
 */
export function refuseLoss(effects: Effects, query: Query, weekStart: WeekStart, now: number): void {
  const { mode, name, period, zone } = query;
  const complete = completeOf(effects, query);
  if (mode === undefined || complete === null || !complete.kept || answers(complete, query)) return;
  const { kept, oldest } = complete;
  if (oldest !== undefined && resolvePeriod(period, now, zone, weekStart).from <= oldest) return;
  if (!isThere(effects, query, complete)) return;
  raise({
    code: 'older-rows-would-go',
    scope: { query: name },
    title: `What ${name} asks has changed, so its table has to be replaced, and older rows that were kept in it would be gone. Nothing was changed.`,
    remedy:
      oldest === undefined
        ? `Let the query go to a new tab, or let a refresh replace everything: ${kept} rows go then.`
        : `Let the period begin on ${oldest} or before, so that they are read anew, or let a refresh replace everything.`,
    retry: 'never',
  });
}

/** Whether a table answers what a query asks, so that it can be gone on from in the query's mode. */
export function answers(complete: CompleteTable, query: Query): boolean {
  const { mode } = query;
  if (mode === undefined || !hasItsColumns(query, complete)) return false;
  return mode.kind === 'by-id' || complete.question === questionOf(query);
}

function completeOf({ queries }: Effects, { id }: Query): CompleteTable | null {
  return queries.find(id)?.state.complete ?? null;
}

/** A table of which it isn't known when its refresh began began at most so long before it was written, in milliseconds. */
const A_DAY = 86_400_000;

/** Whether a table holds in each column what the query would write there now. */
function hasItsColumns(query: Query, { fields }: CompleteTable): boolean {
  const now = columnsOf(query, reportOf(query.report)).map(({ field, type }) => `${field}:${type}`);
  return fields.join() === now.join();
}

/** Whether the table of a query is where it was written, with the columns with which it was. */
function isThere({ grid, tables, journal }: Effects, query: Query, { fields }: CompleteTable): boolean {
  const unfinished = journal.unfinished(query.id);
  if (unfinished !== null && unfinished.fields.join() !== fields.join()) return false;
  try {
    const placed = tables.get(query.id);
    return findPlace(grid, { query, placed, unfinished, columns: fields.length }).named !== null;
  } catch {
    // What is wrong with its place is said when it is to be written.
    return false;
  }
}
