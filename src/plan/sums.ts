import type { GroupKey, Scope } from '../datasets/dataset';
import type { Query } from '../query/query';
import { fieldOf } from '../reports';
import type { AnyField, AnyReport } from '../reports/report';
import { pushable } from '../rows/push';
import type { PlannedAccount } from './account';
import { neededFields } from './needed';

/** How sums that Clockify gives could answer a query. */
export interface Sums {
  dataset: string;
  /** By what they have to be grouped when Clockify applies the filters that it can. */
  groups: GroupKey[];
  /** By what when it applies none; null where that is more than it groups by. */
  unfiltered: GroupKey[] | null;
}

/**
 * How sums could answer a query for an account with exactly the rows that records would give; null where they can't. See
 * docs/decisions/planner.md.
 */
export function sumsOf(
  query: Query,
  report: AnyReport,
  amounts: Scope['amounts'],
  account: PlannedAccount,
): Sums | null {
  if (report.sums === undefined || query.grain !== 'grouped' || !knowsAmounts(amounts, account)) return null;
  // Columns of people of several accounts are told apart by their addresses, which sums don't have.
  const split = query.split && fieldOf(report, query.split.field);
  if (split?.group === 'USER' && query.accounts.length > 1) return null;
  const { filters, rest } = pushable(query, report);
  const fields = neededFields({ ...query, filters: rest }, report);
  // Where Clockify gives one side alone, nothing is left to be grouped.
  const grouped = fields.filter(({ group }) => group !== 'BILLABLE' || filters.billable === undefined);
  const groups = groupsOf(grouped, account);
  if (groups === null) return null;
  return {
    dataset: report.sums.id,
    groups,
    unfiltered: groupsOf(neededFields(query, report), account),
  };
}

/**
 * Sums don't say their currency, so there must be but one. Cost comes rounded in each sum, and profit is of those records
 * alone that have both rates: of them records are read.
 */
function knowsAmounts(amounts: Scope['amounts'], { currencies }: PlannedAccount): boolean {
  return amounts === 'hidden' || (amounts === 'earned' && currencies.length === 1);
}

/** Clockify groups by so much at a time. */
const MOST_GROUPS = 3;

/** The order in which groups are asked for, the fewest first. */
const ORDER: GroupKey[] = ['CLIENT', 'PROJECT', 'USER', 'DATE', 'BILLABLE'];

/** By what sums are grouped that have all of some fields; null where one of the fields has no group. */
function groupsOf(fields: AnyField[], account: PlannedAccount): GroupKey[] | null {
  const groups: GroupKey[] = [];
  for (const { group } of fields) {
    if (group === undefined) return null;
    if (group !== null) groups.push(group);
  }
  return allowed(together(groups), account);
}

/** Groups, each once, in the order in which they are asked for. */
export function together(groups: GroupKey[]): GroupKey[] {
  return ORDER.filter((group) => groups.includes(group));
}

/**
 * Groups that one reading can have; null for more. `BILLABLE` takes one reading for each of both, so it isn't for accounts
 * that are read in many windows.
 */
export function allowed(groups: GroupKey[], { mostDays }: PlannedAccount): GroupKey[] | null {
  const billable = groups.includes('BILLABLE');
  if (billable && mostDays !== null) return null;
  return groups.length - (billable ? 1 : 0) > MOST_GROUPS ? null : groups;
}
