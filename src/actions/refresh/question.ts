import { canonical } from '../../agreements/terms';
import type { Query } from '../../query/query';
import { fingerprint } from '../../table/placed';

/**
 * What tells the question that a query asks from others: whatever decides which rows it has, also what cells say now that it
 * takes parts from. Not the days that its period means, nor in which mode it is refreshed, nor what its table is called.
 */
export function questionOf(query: Query): string {
  const { report, accounts, period, zone, grain, columns, filters, split, compare, fill, sort } = query;
  const { limit, totals, subtotals } = query;
  const parts = canonical({
    report,
    accounts: accounts.map(({ login, workspace }) => `${login}/${workspace}`),
    period,
    zone,
    grain,
    columns: columns.map(({ field, show }) => `${field}:${show ?? ''}`),
    filters: filters?.length ? filters : undefined,
    split,
    compare,
    fill: fill?.length ? fill : undefined,
    sort: sort?.length ? sort : undefined,
    limit,
    totals,
    subtotals,
  });
  return `${fingerprint(parts)}.${parts.length}`;
}
