import { datasetOf } from '../datasets';
import type { Sums } from '../datasets/control';
import type { Scope } from '../datasets/dataset';
import { type Page, type Pages, unread } from '../plan/pages';
import { type AccountFacts, type PlannedAccount, planQueries, type StandingTable } from '../plan/plan';
import type { Reading } from '../plan/reading';
import type { Problem } from '../problems/problem';
import type { Days } from '../query/period';
import type { Query } from '../query/query';
import { type Before, beforeOf, type Given } from './doubt';
import type { Hour } from './hour';

/**
 * One refresh of one query or of several, from the click to the last cell: small JSON that outlives an execution. What two
 * queries need is read once; each is written by itself. Rows are not in it; they wait in memory or in the stage, and the pieces
 * say where.
 */
export interface Job {
  id: string;
  /** What set it going last: a person, one who came back to a refresh that waited, a schedule, or one who made up for that. */
  cause: 'hand' | 'resume' | 'schedule' | 'catch-up';
  /** Milliseconds since 1970; what the presets of the queries were resolved at. */
  startedAt: number;
  queries: Asked[];
  accounts: PlannedAccount[];
  lists: List[];
  pieces: Piece[];
  /** Every name under which the stage was given rows, also of pieces that were read anew: to leave nothing there. */
  staged: string[];
  /** No request before this moment (milliseconds since 1970): a wait after a failure. */
  notBefore: number;
  /** The batches of the last second, for Clockify's pace. */
  sent: Sent[];
  /** What each account was asked in its hour, by its index. */
  hours: Record<number, Hour>;
  /** How often something of it was lost between two executions. */
  losses: number;
  /** Requests that failed in a row. */
  failures: number;
  /** Requests that failed, of all that were sent; nothing while none has. */
  retries?: number;
  requests: number;
  /** Whether it was ever put away between two executions. */
  kept: boolean;
}

/** A query of a job and how far it is. */
export interface Asked {
  /** As it was when the refresh began: an edit meanwhile doesn't change the columns of rows already read. */
  query: Query;
  /** What its period and the one that it is compared with mean; null for what has none. */
  days: Days | null;
  /** The days that alone are read, where its table is gone on from; null where all are. */
  window: Days | null;
  compared: Days | null;
  /** Indices in the job's accounts. */
  accounts: number[];
  /** Which amounts it wants to show. */
  amounts: Scope['amounts'];
  state: 'reading' | 'committing' | 'done' | 'failed' | 'stopped';
  warnings: string[];
  problem: Problem | null;
  /** How often its rows were read anew because some came twice. */
  rereads: number;
  /** Whether its table goes on from the one that stands. */
  goesOn: boolean;
  /** What the same question gave when it was answered last; null where nothing is known of that. */
  before: Before | null;
  /** Whether its rows were read anew because they were suspiciously few. */
  doubted: boolean;
  /** Rows of the finished table. */
  rows: number | null;
}

/** A batch of requests and when it was sent (milliseconds since 1970). */
export interface Sent {
  at: number;
  requests: number;
}

/** A list on its way in. Its number stays the same; a list that is read anew gets another. */
export interface List {
  number: number;
  reading: Reading;
  pages: Pages;
  /** What Clockify states of it, as far as it does. */
  stated: Sums;
  /** How often it was begun again because it didn't agree with what Clockify stated. */
  rereads: number;
  /** Whether the key's owner may not read it, and its queries go on without it. */
  refused?: true;
}

/**
 * Pages that were read, and where their rows are: in the stage, under a name for each of the list's takes, or (null) in this
 * execution's memory.
 */
export interface Piece {
  list: number;
  pages: Page[];
  received: number;
  records: number;
  /** How many rows each take of the list got. */
  rows: number[];
  /** What the records add up to. */
  sums: Sums;
  /** The first and last key of each page, where all of them have keys that only grow. */
  spans?: [string, string][] | null;
  staged: string[] | null;
}

/** A query that is to be refreshed, with what is known of its accounts. */
export interface Asking {
  query: Query;
  facts: AccountFacts[];
  /** Whether its table goes on from the one that stands, and what of that one says which days are to be read. */
  goesOn?: boolean;
  standing?: StandingTable | null;
  /** What the same question gave when it was answered last. */
  before?: Given | null;
}

/**
 * A refresh that is about to begin. Of one query, raises what is wrong with it before anything is asked; of several, those
 * that can't be read have failed from the beginning.
 */
export function newJob(id: string, asking: Asking[], now: number): Job {
  const plan = planQueries(asking, now);
  return {
    id,
    cause: 'hand',
    startedAt: now,
    queries: plan.queries.map(({ days, window, compared, accounts, amounts, warnings, problem }, index) => ({
      query: asking[index].query,
      days,
      window,
      compared,
      accounts,
      amounts,
      state: problem === null ? 'reading' : 'failed',
      warnings,
      problem,
      rereads: 0,
      goesOn: asking[index].goesOn ?? false,
      before: beforeOf(asking[index].before, days, window),
      doubted: false,
      rows: null,
    })),
    accounts: plan.accounts,
    lists: plan.readings.map((reading, index) => newList(index + 1, reading)),
    pieces: [],
    staged: [],
    notBefore: 0,
    sent: [],
    hours: {},
    losses: 0,
    failures: 0,
    requests: 0,
    kept: false,
  };
}

/** A list of which nothing was read yet. */
export function newList(number: number, reading: Reading): List {
  return { number, reading, pages: unread(datasetOf(reading.dataset).paging), stated: {}, rereads: 0 };
}

/** Whether nothing more happens to a query. */
export function isEnded({ state }: Pick<Asked, 'state'>): boolean {
  return state === 'done' || state === 'failed' || state === 'stopped';
}

/** Whether a query that has not ended takes of a list. */
export function isWanted(job: Job, { reading }: List): boolean {
  return reading.takes.some(({ query }) => !isEnded(job.queries[query]));
}

/** The lists that a query takes of. */
export function listsOf(job: Job, query: number): List[] {
  return job.lists.filter(({ reading }) => reading.takes.some((take) => take.query === query));
}

/** The lists that give a query rows: no names, and nothing that only fills. */
export function rowListsOf(job: Job, query: number): List[] {
  return job.lists.filter(
    ({ reading: { purpose, takes } }) =>
      purpose === 'rows' && takes.some((take) => take.query === query && take.fills === undefined),
  );
}

/** The sum of a number over things. */
export function sum<T>(things: T[], number: (thing: T) => number): number {
  return things.reduce((total, thing) => total + number(thing), 0);
}
