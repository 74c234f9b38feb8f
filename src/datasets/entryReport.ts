import { Malformed, numberOf, type Pushed, type Scope } from './dataset';

/** What the detailed and the summary report are asked alike: days of a zone, amounts, and what to leave out. */
export function reportBody(scope: Scope): object {
  return {
    // Wall-clock times without a zone: with `timeZone` beside them they are days of that zone.
    dateRangeStart: `${scope.days?.from}T00:00:00.000`,
    dateRangeEnd: `${scope.days?.to}T23:59:59.999`,
    timeZone: scope.zone,
    exportType: 'JSON',
    sortOrder: 'ASCENDING',
    ...AMOUNTS[scope.amounts],
    ...filtersOf(scope.filters ?? {}),
  };
}

const AMOUNTS: Record<Scope['amounts'], object> = {
  hidden: { amountShown: 'HIDE_AMOUNT' },
  earned: { amountShown: 'EARNED', amounts: ['EARNED'] },
  'earned-and-cost': { amountShown: 'EARNED', amounts: ['EARNED', 'COST'] },
};

const LISTS = ['users', 'clients', 'projects', 'tasks', 'tags'] as const;

/**
 * Filters as reports take them. Those without ids are not sent: what they mean is not documented. `ALL` counts archived
 * things and deactivated people in, as a report without filters does.
 */
function filtersOf(filters: Pushed): object {
  const body: Record<string, unknown> = {};
  for (const list of LISTS) {
    const ids = filters[list];
    if (ids === undefined || ids.length === 0) continue;
    body[list] = { ids, contains: 'CONTAINS', status: 'ALL' };
  }
  if (body.tags) Object.assign(body.tags, { containedInTimeentry: 'CONTAINS' });
  if (filters.billable !== undefined) body.billable = filters.billable;
  return body;
}

/** What a report says of all that it found. */
export interface WireTotals {
  entriesCount?: unknown;
  totalTime?: unknown;
  totalAmountByCurrency?: unknown;
}

/** The totals of an answer. Where nothing matches, `totals` may be `[]` or `[null]`: then there are none. */
export function totalsIn(body: unknown): WireTotals | null {
  const { totals } = body as { totals?: unknown };
  return Array.isArray(totals) ? (totals[0] ?? null) : null;
}

/** The total time in seconds. Raises `Malformed` when there is none though something was found. */
export function totalTimeIn(body: unknown, found: number): number {
  const seconds = numberOf(totalsIn(body)?.totalTime);
  if (seconds !== null) return seconds;
  if (found > 0) throw new Malformed('time without its total');
  return 0;
}
