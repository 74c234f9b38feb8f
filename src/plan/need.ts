import type { Scope } from '../datasets/dataset';
import type { Days } from '../query/period';
import type { Query } from '../query/query';
import { reportOf } from '../reports';
import type { Side } from './reading';

/** What a query needs of one account for one of its sides. */
export interface Need {
  query: number;
  side: Side;
  account: number;
  zone: string;
  days: Days | null;
  dataset: string;
  amounts: Scope['amounts'];
}

/** What is resolved of a query before it is known what to read. */
export interface Resolved {
  days: Days | null;
  compared: Days | null;
  accounts: number[];
  amounts: Scope['amounts'];
}

/** What a query needs, by account and side. */
export function needsOf(index: number, query: Query, plan: Resolved): Need[] {
  const { dataset } = reportOf(query.report);
  const sides: [Side, Days | null][] = [['current', plan.days]];
  if (plan.compared) sides.push(['compared', plan.compared]);
  return plan.accounts.flatMap((account) =>
    sides.map(
      ([side, days]): Need => ({
        query: index,
        side,
        account,
        zone: query.zone,
        days,
        dataset: dataset.id,
        amounts: plan.amounts,
      }),
    ),
  );
}
