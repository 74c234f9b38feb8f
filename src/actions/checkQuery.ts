import { parametersOf } from '../query/parameters';
import { dayOf, resolvePeriod } from '../query/period';
import type { Query } from '../query/query';
import { reportOf } from '../reports';
import { columnsOf } from '../rows/column';

/**
 * Raises what is wrong with a query as it stands, before anything is known of its accounts: `report-unknown`,
 * `field-unknown`, `zone-unknown`, `period-reversed`. `now` is in milliseconds since 1970.
 */
export function checkQuery(query: Query, now: number): void {
  columnsOf(query, reportOf(query.report));
  dayOf(now, query.zone);
  // Days that stand in cells are known when they are read.
  if (parametersOf({ period: query.period }).length === 0)
    resolvePeriod(query.period, now, query.zone, 'MONDAY');
}
