import type { Pushed, Scope } from '../datasets/dataset';
import type { Days } from '../query/period';
import type { Query } from '../query/query';
import { reportOf } from '../reports';
import type { AnyReport } from '../reports/report';
import { pushable } from '../rows/push';
import type { PlannedAccount } from './account';
import { neededFields } from './needed';
import type { Reading, Side, Take } from './reading';
import { type Sums, sumsOf } from './sums';

/** What a query needs of one account for one of its sides: of a dataset all records, or those of some days. */
export interface Need {
  query: number;
  side: Side;
  /** Index in the plan's accounts. */
  account: number;
  zone: string;
  dataset: string;
  purpose: Reading['purpose'];
  fills?: Take['fills'];
  days: Days | null;
  amounts: Scope['amounts'];
  /** Which of its filters Clockify can apply. */
  filters: Pushed;
  /** Whether it can take the records of its days from among others. */
  partial: boolean;
  /** What sums would do as well as records; null where only records will. */
  sums: Sums | null;
}

/** A need of something that has days. */
export type Dated = Need & { days: Days };

/** What is resolved of a query before it is known what to read. */
export interface Resolved {
  days: Days | null;
  /** Those of them that alone are read; null where all are. */
  window: Days | null;
  compared: Days | null;
  accounts: number[];
  amounts: Scope['amounts'];
}

/** What a query needs of each of its accounts. */
export function needsOf(index: number, query: Query, plan: Resolved, accounts: PlannedAccount[]): Need[] {
  const report = reportOf(query.report);
  return plan.accounts.flatMap((account) => {
    const need: Need = {
      query: index,
      side: 'current',
      account,
      zone: query.zone,
      dataset: report.dataset.id,
      purpose: 'rows',
      days: null,
      amounts: 'hidden',
      filters: {},
      partial: report.day !== undefined,
      sums: null,
    };
    const rows = { ...need, ...plannedRows(query, report, plan, accounts[account]) };
    const compared: Need[] = plan.compared ? [{ ...rows, side: 'compared', days: plan.compared }] : [];
    return [rows, ...compared, ...besideRows(query, report, need)];
  });
}

function plannedRows(query: Query, report: AnyReport, plan: Resolved, account: PlannedAccount) {
  const { amounts } = plan;
  const days = plan.window ?? plan.days;
  if (days === null) return { amounts };
  const { filters } = pushable(query, report);
  return { days, amounts, filters, sums: sumsOf(query, report, amounts, account) };
}

/** Lists that are read whole beside the rows: what rows are filled with, and names that are needed in any case. */
function besideRows(query: Query, report: AnyReport, need: Need): Need[] {
  const fills = (['people', 'projects'] as const).flatMap((kind): Need[] => {
    const filling = query.fill?.includes(kind) ? report.fills?.[kind] : undefined;
    return filling ? [{ ...need, dataset: filling.dataset.id, purpose: 'fill', fills: kind }] : [];
  });
  const lookups = neededFields(query, report).flatMap((field) =>
    field.role === 'dimension' && field.lookup?.always ? [field.lookup.dataset.id] : [],
  );
  return [
    ...fills,
    ...[...new Set(lookups)].map((dataset): Need => ({ ...need, dataset, purpose: 'names' })),
  ];
}
