import type { Scope } from '../datasets/dataset';
import { type Days, resolvePeriod, windowsOf } from '../query/period';
import type { Query } from '../query/query';
import { reportOf } from '../reports';
import { columnsOf } from '../rows/column';
import { type AccountFacts, lessOf } from './account';
import { amountsOf } from './needed';
import { raiseTooLong } from './windows';

/** What one query alone has to read: rows of its report, for each account in windows as long as that may ask for. */
export interface SinglePlan {
  days: Days | null;
  accounts: (AccountFacts & { amounts: Scope['amounts'] })[];
  readings: SingleReading[];
  warnings: string[];
}

/** One list to be read for one query. */
export interface SingleReading {
  account: number;
  dataset: string;
  days: Days | null;
  purpose: 'rows' | 'names';
}

/** What has to be read to answer `query` alone, one row each. Raises as `planQueries` does. */
export function planQuery(query: Query, facts: AccountFacts[], now: number): SinglePlan {
  const report = reportOf(query.report);
  const columns = columnsOf(query, report);
  const days = resolvePeriod(query.period, now, query.zone, facts[0].weekStart);
  const wanted = amountsOf(report.fields.filter(({ id }) => columns.some(({ field }) => field === id)));
  const accounts = facts.map((account) => ({
    ...account,
    amounts: account.hasCost ? wanted : lessOf(wanted, 'earned'),
  }));
  const dated = report.dataset.dated ? days : null;
  return {
    days: dated,
    accounts,
    readings: accounts.flatMap((account, index): SingleReading[] => {
      const reading = { account: index, dataset: report.dataset.id, purpose: 'rows' } as const;
      if (dated === null) return [{ ...reading, days: null }];
      raiseTooLong(dated, account);
      return windowsOf(dated, account.mostDays).map((window) => ({ ...reading, days: window }));
    }),
    warnings: accounts
      .filter(({ amounts }) => amounts !== wanted)
      .map(({ name }) => `The plan of account ${name} has no labour cost: cost and profit are empty.`),
  };
}
