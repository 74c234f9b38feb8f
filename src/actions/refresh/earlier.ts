import type { Given } from '../../job/doubt';
import type { StandingTable } from '../../plan/plan';
import type { Query } from '../../query/query';
import type { CompleteTable } from '../../query/state';
import { reportOf } from '../../reports';
import { columnsOf } from '../../rows/column';
import type { Effects } from '../effects';
import { questionOf } from './question';

/** What is known of the table of a query from before a refresh. */
export interface Earlier {
  /** The table that it may be gone on from; null where all is to be read. */
  standing: StandingTable | null;
  /** What the same question gave; null where it was never answered. */
  before: Given | null;
}

/** Whether tables are gone on from at all. */
const GOES_ON: boolean = false;

/** What a refresh of a query, in which no cells are left, has to know of the one before. */
export function earlierOf(effects: Effects, query: Query): Earlier {
  const complete = effects.queries.find(query.id)?.state.complete ?? null;
  if (complete === null || complete.question !== questionOf(query)) return { standing: null, before: null };
  const { days, window = null, rows, answer = rows } = complete;
  const stands =
    GOES_ON && query.mode !== undefined && hasItsColumns(query, complete) && isThere(effects, query);
  return { standing: stands ? standingIn(complete) : null, before: { days, window, rows: answer } };
}

function standingIn({ days, at, begun = at - A_DAY }: CompleteTable): StandingTable | null {
  return days && { to: days.to, begun };
}

/** A table of which it isn't known when its refresh began began at most so long before it was written, in milliseconds. */
const A_DAY = 86_400_000;

/** Whether a table holds in each column what the query would write there now. */
function hasItsColumns(query: Query, { fields }: CompleteTable): boolean {
  const now = columnsOf(query, reportOf(query.report)).map(({ field, type }) => `${field}:${type}`);
  return fields.length === now.length && fields.every((field, index) => field === now[index]);
}

/** Whether the table of a query is where it was written. What it is like is looked at when it is gone on from. */
function isThere({ grid, tables }: Effects, { id, target }: Query): boolean {
  const range = tables.get(id)?.range ?? (target.kind === 'placed' ? target.range : null);
  return range !== null && target.kind === 'placed' && grid.named(range) !== null;
}
