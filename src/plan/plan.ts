import type { Scope } from '../datasets/dataset';
import { type Problem, ProblemError } from '../problems/problem';
import { comparedDays } from '../query/comparison';
import { type Days, resolvePeriod } from '../query/period';
import type { Query } from '../query/query';
import { reportOf } from '../reports';
import { shapeOf } from '../rows/shape';
import { type AccountFacts, accountsOf, lessOf, type PlannedAccount } from './account';
import { type Need, needsOf } from './need';
import { amountsOf, neededFields } from './needed';
import type { Reading } from './reading';
import { readingsFor } from './share';
import { type StandingTable, windowOf } from './window';
import { raiseTooLong } from './windows';

export type { AccountFacts, PlannedAccount } from './account';
export { type PlannedRequests, requestsOf } from './requests';
export type { StandingTable } from './window';
export { shorterLimit, tooLongFor } from './windows';

/** What has to be read to answer several queries, with everything resolved that may change from day to day. */
export interface Plan {
  /** Each account of the queries once. */
  accounts: PlannedAccount[];
  readings: Reading[];
  /** In the order in which they were asked. */
  queries: QueryPlan[];
}

/** What of a plan belongs to one query. */
export interface QueryPlan {
  /** The days that its period means; null for a report without dates. */
  days: Days | null;
  /** The days of its rows that alone are read, where a table is gone on from; null where all are. */
  window: Days | null;
  /** The days that it is compared with; null where it is compared with nothing. */
  compared: Days | null;
  /** Indices in the plan's accounts. */
  accounts: number[];
  /** Which amounts its fields need, whatever its accounts allow. */
  amounts: Scope['amounts'];
  warnings: string[];
  /** Why it can't be read: then no reading is for it. */
  problem: Problem | null;
}

/** A query, in which no cells are left, and what is known of its accounts. */
export interface Asked {
  query: Query;
  facts: AccountFacts[];
  /** The table that it may be gone on from; null or left out where all is to be read. */
  standing?: StandingTable | null;
}

/**
 * What has to be read to answer queries at `now` (milliseconds since 1970): what several need is read once. What is wrong with
 * one of several is its `problem`; of one alone it is raised: `report-unknown`, `field-unknown`, `zone-unknown`,
 * `period-reversed`, `period-too-long`, and what `shapeOf` finds.
 */
export function planQueries(asked: Asked[], now: number): Plan {
  const { accounts, indices } = accountsOf(asked.map(({ facts }) => facts));
  const needs: Need[] = [];
  const queries = asked.map(({ query, standing = null }, index) => {
    try {
      const planned = planOf(query, standing, indices[index], accounts, now);
      needs.push(...needsOf(index, query, planned, accounts));
      return planned;
    } catch (error) {
      if (asked.length === 1 || !(error instanceof ProblemError)) throw error;
      return failed(error.problem, indices[index]);
    }
  });
  return { accounts, readings: readingsFor(needs, accounts), queries };
}

function planOf(
  query: Query,
  standing: StandingTable | null,
  indices: number[],
  accounts: PlannedAccount[],
  now: number,
): QueryPlan {
  const report = reportOf(query.report);
  shapeOf(query, report);
  const amounts = amountsOf(neededFields(query, report));
  const own = indices.map((index) => accounts[index]);
  const [{ weekStart }] = own;
  const days = resolvePeriod(query.period, now, query.zone, weekStart);
  const { dated } = report.dataset;
  const window = windowOf(query, days, standing, now);
  const compared = dated && query.compare ? comparedDays(query.compare, query.period, days, weekStart) : null;
  for (const account of own) {
    if (dated) raiseTooLong(window ?? days, account);
    if (compared) raiseTooLong(compared, account);
  }
  return {
    days: dated ? days : null,
    window,
    compared,
    accounts: indices,
    amounts,
    warnings: own
      .filter((account) => lessOf(amounts, account.amounts) !== amounts)
      .map(({ name }) => `The plan of account ${name} has no labour cost: cost and profit are empty.`),
    problem: null,
  };
}

function failed(problem: Problem, accounts: number[]): QueryPlan {
  return { days: null, window: null, compared: null, accounts, amounts: 'hidden', warnings: [], problem };
}
