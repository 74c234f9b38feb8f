import { datasetOf } from '../datasets';
import { RECORDS, type Sums } from '../datasets/control';
import { isRead, type Page, type Pages, unread } from '../plan/pages';
import type { AccountFacts } from '../plan/plan';
import { planQuery, type SinglePlan, type SingleReading } from '../plan/single';
import type { Problem } from '../problems/problem';
import type { Query } from '../query/query';
import { type Hour, leftOf, renewalOf } from './hour';

/**
 * One refresh of one query, from the click to the last cell: small JSON that outlives an execution. Rows are not in it; they
 * wait in memory or in the stage, and the pieces say where.
 */
export interface Job {
  id: string;
  /** Who set it going last: a person, or one who came back to a refresh that waited. */
  cause: 'hand' | 'resume';
  /** As it was when the refresh began: an edit meanwhile doesn't change the columns of rows already read. */
  query: Query;
  /** Milliseconds since 1970; what the presets of the query were resolved at. */
  startedAt: number;
  plan: SinglePlan;
  lists: List[];
  pieces: Piece[];
  /** Every name under which the stage was given rows, also of pieces that were read anew: to leave nothing there. */
  staged: string[];
  /** No request before this moment (milliseconds since 1970): a wait after a failure. */
  notBefore: number;
  /** The batches of the last second, for Clockify's pace. */
  sent: Sent[];
  /** What each account of the plan was asked in its hour, by its index. */
  hours: Record<number, Hour>;
  /** How often something of it was lost between two executions. */
  losses: number;
  /** Requests that failed in a row. */
  failures: number;
  /** How often everything was read anew because it didn't agree with what Clockify stated. */
  rereads: number;
  requests: number;
  warnings: string[];
  state: 'reading' | 'committing' | 'done' | 'failed' | 'stopped';
  /** Whether it was ever put away between two executions. */
  kept: boolean;
  problem: Problem | null;
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
  reading: SingleReading;
  pages: Pages;
  /** What Clockify states of it, as far as it does. */
  stated: Sums;
}

/** Pages that were read, and where their rows are: in the stage under a name, or (null) in this execution's memory. */
export interface Piece {
  list: number;
  pages: Page[];
  received: number;
  records: number;
  rows: number;
  /** What the records add up to. */
  sums: Sums;
  staged: string | null;
}

/** A refresh that is about to begin. Raises what is wrong with the query before anything is asked. */
export function newJob(id: string, query: Query, facts: AccountFacts[], now: number): Job {
  const plan = planQuery(query, facts, now);
  return {
    id,
    cause: 'hand',
    query,
    startedAt: now,
    plan,
    lists: plan.readings.map((reading, index) => newList(index + 1, reading)),
    pieces: [],
    staged: [],
    notBefore: 0,
    sent: [],
    hours: {},
    losses: 0,
    failures: 0,
    rereads: 0,
    requests: 0,
    warnings: plan.warnings,
    state: 'reading',
    kept: false,
    problem: null,
    rows: null,
  };
}

/** A list of which nothing was read yet. */
export function newList(number: number, reading: SingleReading): List {
  return { number, reading, pages: unread(datasetOf(reading.dataset).paging), stated: {} };
}

/** How far a job is, for whoever waits for it. */
export interface Progress {
  job: string;
  query: { id: string; name: string };
  /** `waiting`: nothing to be done before `until`. */
  state: 'reading' | 'waiting' | 'done' | 'failed' | 'stopped';
  rows: number;
  /** How many rows there will be, once every list has said so. */
  rowsExpected: number | null;
  /** Records of Clockify that were read: a record may give several rows, or none. */
  recordsRead: number;
  /** How many there are, once every list has said so. */
  recordsExpected: number | null;
  requests: number;
  /** How many requests are left, once every list has said so. */
  requestsLeft: number | null;
  startedAt: number;
  until: number | null;
  warnings: string[];
  problem: Problem | null;
}

/** Until when nothing can be asked: after a failure, or since every account that is still to be read has used up its hour. */
export function waitsUntil(job: Job, now: number): number {
  const open = job.lists.filter(({ pages }) => !isRead(pages));
  const renewals = open.map(({ reading }) => {
    const hour = job.hours[reading.account];
    const left = leftOf(hour, job.plan.accounts[reading.account].hourly, now);
    return left > 0 || hour === undefined ? 0 : renewalOf(hour);
  });
  return Math.max(job.notBefore, renewals.length > 0 ? Math.min(...renewals) : 0);
}

/** The progress of a job at `now`. */
export function progressOf(job: Job, now: number): Progress {
  const until = job.state === 'reading' ? waitsUntil(job, now) : 0;
  const waiting = until > now + 1000;
  const rows = job.lists.filter(({ reading }) => reading.purpose === 'rows');
  const known = job.lists.every((list) => list.pages.last !== null);
  return {
    job: job.id,
    query: { id: job.query.id, name: job.query.name },
    state: waiting ? 'waiting' : job.state === 'committing' ? 'reading' : job.state,
    rows: job.rows ?? sum(job.pieces, (piece) => piece.rows),
    rowsExpected: known && rows.every(({ stated }) => RECORDS in stated) ? sum(rows, expected) : null,
    recordsRead: sum(job.pieces.filter(ofRows(rows)), (piece) => piece.records),
    recordsExpected: known && rows.every(({ stated }) => RECORDS in stated) ? sum(rows, expected) : null,
    requests: job.requests,
    requestsLeft: known ? sum(job.lists, pagesLeft) : null,
    startedAt: job.startedAt,
    until: waiting ? until : null,
    warnings: job.warnings,
    problem: job.problem,
  };
}

function ofRows(lists: List[]) {
  const numbers = new Set(lists.map(({ number }) => number));
  return ({ list }: Piece) => numbers.has(list);
}

function expected(list: List): number {
  return list.stated[RECORDS];
}

function pagesLeft({ pages }: List): number {
  return (pages.last ?? 0) - pages.next + 1 + pages.again.length;
}

/** The sum of a number over things. */
export function sum<T>(things: T[], number: (thing: T) => number): number {
  return things.reduce((total, thing) => total + number(thing), 0);
}
