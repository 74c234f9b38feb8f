import { RECORDS } from '../datasets/control';
import { isRead } from '../plan/pages';
import type { Problem } from '../problems/problem';
import { leftOf, renewalOf } from './hour';
import { isEnded, isWanted, type Job, type List, listsOf, rowListsOf, sum } from './job';

/** How far a refresh of one query is, for whoever waits for it. */
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
  /** Requests that were sent; of a refresh of several queries those that this one needed, shared or not. */
  requests: number;
  /** How many requests are left, once every list has said so. */
  requestsLeft: number | null;
  startedAt: number;
  until: number | null;
  warnings: string[];
  problem: Problem | null;
}

/** How far a refresh of several queries is. */
export interface Together {
  job: string;
  /** `done`: each query has ended, well or not. */
  state: 'reading' | 'waiting' | 'done';
  queries: Progress[];
  /** All requests that were sent. */
  requests: number;
  requestsLeft: number | null;
  until: number | null;
}

/** Until when nothing can be asked: after a failure, or since every account that is still to be read has used up its hour. */
export function waitsUntil(job: Job, now: number): number {
  const open = job.lists.filter((list) => !isRead(list.pages) && isWanted(job, list));
  const renewals = open.map(({ reading }) => {
    const hour = job.hours[reading.account];
    const left = leftOf(hour, job.accounts[reading.account].hourly, now);
    return left > 0 || hour === undefined ? 0 : renewalOf(hour);
  });
  return Math.max(job.notBefore, renewals.length > 0 ? Math.min(...renewals) : 0);
}

/** The progress of a query of a job at `now`; of the first, where the job has but one. */
export function progressOf(job: Job, now: number, index = 0): Progress {
  const { query, state, rows, warnings, problem } = job.queries[index];
  const until = state === 'reading' ? waitsUntil(job, now) : 0;
  const waiting = until > now + 1000;
  const lists = listsOf(job, index);
  const own = rowListsOf(job, index);
  const known = lists.every((list) => list.pages.last !== null);
  const counted = known && own.length > 0 && own.every(({ stated }) => RECORDS in stated);
  const expected = counted ? sum(own, ({ stated }) => stated[RECORDS]) : null;
  const each = query.grain === 'each' && query.filters === undefined && query.limit === undefined;
  return {
    job: job.id,
    query: { id: query.id, name: query.name },
    state: waiting ? 'waiting' : state === 'committing' ? 'reading' : state,
    rows: rows ?? rowsRead(job, own, index),
    rowsExpected: each ? expected : null,
    recordsRead: sum(piecesOf(job, own), ({ records }) => records),
    recordsExpected: expected,
    requests:
      job.queries.length === 1 ? job.requests : sum(piecesOf(job, lists), ({ pages }) => pages.length),
    requestsLeft: known ? sum(lists, pagesLeft) : null,
    startedAt: job.startedAt,
    until: waiting ? until : null,
    warnings,
    problem,
  };
}

/** The progress of all queries of a job at `now`. */
export function togetherOf(job: Job, now: number): Together {
  const queries = job.queries.map((_, index) => progressOf(job, now, index));
  const open = queries.filter((_, index) => !isEnded(job.queries[index]));
  const waiting = open.length > 0 && open.every(({ state }) => state === 'waiting');
  const lists = job.lists.filter((list) => isWanted(job, list));
  const known = lists.every((list) => list.pages.last !== null);
  return {
    job: job.id,
    state: open.length === 0 ? 'done' : waiting ? 'waiting' : 'reading',
    queries,
    requests: job.requests,
    requestsLeft: known ? sum(lists, pagesLeft) : null,
    until: waiting ? open[0].until : null,
  };
}

/** The requests for a query of a job that are told of no other: what several share counts at the first of them. */
export function requestsFor(job: Job, index: number): number {
  if (job.queries.length === 1) return job.requests;
  const first = job.lists.filter(
    ({ reading }) => Math.min(...reading.takes.map(({ query }) => query)) === index,
  );
  return sum(piecesOf(job, first), ({ pages }) => pages.length);
}

function piecesOf(job: Job, lists: List[]) {
  const numbers = new Set(lists.map(({ number }) => number));
  return job.pieces.filter(({ list }) => numbers.has(list));
}

function rowsRead(job: Job, lists: List[], query: number): number {
  return sum(lists, (list) =>
    sum(piecesOf(job, [list]), ({ rows }) =>
      sum(list.reading.takes, (take) =>
        take.query === query ? (rows[list.reading.takes.indexOf(take)] ?? 0) : 0,
      ),
    ),
  );
}

function pagesLeft({ pages }: List): number {
  return Math.max(0, (pages.last ?? 0) - pages.next + 1) + pages.again.length;
}
