import type { Scope } from '../datasets/dataset';
import { type Problem, raise } from '../problems/problem';
import { type Days, lengthInDays, resolvePeriod, type WeekStart, windowsOf } from '../query/period';
import type { Query } from '../query/query';
import { reportOf } from '../reports';
import type { AnyReport } from '../reports/report';
import { columnsOf } from '../rows/column';

/** What the planner needs to know of an account. */
export interface AccountFacts {
  login: string;
  workspace: string;
  /** As Clockify calls it today. */
  name: string;
  region: string;
  weekStart: WeekStart;
  /** Longest period of a report, in days; null when there is no limit, or none is known. */
  mostDays: number | null;
  /** Whether the account's plan has labour cost. */
  hasCost: boolean;
  /** How many requests the account answers an hour; null where none is limited so. */
  hourly: number | null;
  /** The currencies of the account (ISO 4217); none where they are not known. */
  currencies: string[];
  /** Its own one of them. */
  currency: string | null;
}

/** An account of a query with what will be asked of it. */
export interface PlannedAccount extends AccountFacts {
  amounts: Scope['amounts'];
}

/** One list to be read: a dataset, an account, and a window of days for dated ones. */
export interface Reading {
  /** Index in the plan's accounts. */
  account: number;
  dataset: string;
  days: Days | null;
  /** Whether its records become rows, or only names for the rows of another reading. */
  purpose: 'rows' | 'names';
}

/** A query turned into readings, with everything resolved that may change from day to day. */
export interface Plan {
  days: Days | null;
  accounts: PlannedAccount[];
  readings: Reading[];
  warnings: string[];
}

/**
 * What has to be read to answer `query` at `now` (milliseconds since 1970). Raises what is wrong with the query:
 * `report-unknown`, `field-unknown`, `zone-unknown`, `period-reversed`, `period-too-long`.
 */
export function planQuery(query: Query, facts: AccountFacts[], now: number): Plan {
  const report = reportOf(query.report);
  columnsOf(query, report);
  const days = resolvePeriod(query.period, now, query.zone, facts[0].weekStart);
  const wanted = amountsFor(query, report);
  const accounts = facts.map((account) => ({
    ...account,
    amounts: wanted === 'earned-and-cost' && !account.hasCost ? ('earned' as const) : wanted,
  }));
  return {
    days: report.dataset.dated ? days : null,
    accounts,
    readings: accounts.flatMap((account, index) => readingsOf(index, account, report, days)),
    warnings: accounts
      .filter((account) => account.amounts !== wanted)
      .map(({ name }) => `The plan of account ${name} has no labour cost: cost and profit are empty.`),
  };
}

/** The readings that give the rows of one account, in windows as long as the account may ask for. */
export function readingsOf(
  index: number,
  account: PlannedAccount,
  report: AnyReport,
  days: Days | null,
): Reading[] {
  const reading = { account: index, dataset: report.dataset.id, purpose: 'rows' as const };
  if (!report.dataset.dated || days === null) return [{ ...reading, days: null }];
  const tooLong = tooLongFor(days, account);
  if (tooLong) raise(tooLong);
  return windowsOf(days, account.mostDays).map((window) => ({ ...reading, days: window }));
}

/** More requests than anybody waits for: forty years of a month each. */
const MOST_WINDOWS = 500;

/** The problem of days that an account answers in too many windows; null when they are few enough. */
export function tooLongFor(days: Days, { name, mostDays }: AccountFacts): Problem | null {
  const windows = mostDays === null ? 1 : Math.ceil(lengthInDays(days) / mostDays);
  if (windows <= MOST_WINDOWS) return null;
  const { from, to } = days;
  return {
    code: 'period-too-long',
    scope: { workspace: name },
    title: `The period from ${from} to ${to} takes ${windows} requests or more: account ${name} answers ${mostDays} days at a time.`,
    remedy: 'Choose a shorter period and save the query again.',
    retry: 'never',
  };
}

/**
 * A shorter limit to try when Clockify refused a window and the account's limit isn't known: Clockify's plans allow 366 or
 * 31 days. Null when the window was short already.
 */
export function shorterLimit(window: Days | null): number | null {
  const length = window === null ? 0 : lengthInDays(window);
  if (length > 366) return 366;
  return length > 31 ? 31 : null;
}

/** Only amounts that a column shows are asked for: others may see more than they need, or be refused what they don't. */
function amountsFor(query: Query, report: AnyReport): Scope['amounts'] {
  const chosen = new Set(query.columns.map((column) => column.field));
  const needs = report.fields.filter((field) => chosen.has(field.id)).map((field) => field.needs);
  if (needs.includes('cost')) return 'earned-and-cost';
  return needs.includes('earned') ? 'earned' : 'hidden';
}
