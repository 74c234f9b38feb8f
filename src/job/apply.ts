import { type Failure, passing } from '../clockify/failure';
import { problemOfFailure, waitAfter, worthRetrying } from '../clockify/refusal';
import { datasetOf } from '../datasets';
import type { Totals } from '../datasets/dataset';
import { halved, isRead, type Page, type PageFacts, pageMissing, pageRead } from '../plan/pages';
import { readingsOf, shorterLimit } from '../plan/plan';
import type { Problem } from '../problems/problem';
import { reportOf } from '../reports';
import { disagreement } from './check';
import { type Job, type List, newList, type Piece } from './job';

/** What a page gave: its facts and counts. The rows themselves stay with whoever read them. */
export interface PageTaken {
  list: number;
  page: Page;
  facts: PageFacts;
  totals: Totals | null;
  records: number;
  rows: number;
  seconds: number;
  /** Datasets in which ids of these rows have to be looked up. */
  names: string[];
}

/** A page that gave nothing. */
export interface PageRefused {
  list: number;
  page: Page;
  failure: Failure;
}

/** What came of a command. Moments are milliseconds since 1970. */
export type Outcome =
  | {
      did: 'ask';
      sentAt: number;
      at: number;
      chance: number;
      logins: string[];
      results: (PageTaken | PageRefused)[];
    }
  | { did: 'stage'; staged: { list: number; name: string }[] }
  | { did: 'lose'; names: string[] }
  | { did: 'find-repeats' }
  | { did: 'commit'; rows: number; warnings: string[] }
  | { did: 'fail'; problem: Problem };

type Asked = Extract<Outcome, { did: 'ask' }>;

/** Clockify answers ten requests a second for a workspace: the pace is kept between batches. */
const MILLISECONDS_A_REQUEST = 100;

/** The job after `outcome`. */
export function apply(job: Job, outcome: Outcome): Job {
  switch (outcome.did) {
    case 'ask':
      return settled(asked(job, outcome));
    case 'stage':
      return { ...job, kept: true, pieces: merged(job.pieces, outcome.staged) };
    case 'lose':
      return lost(job, outcome.names);
    case 'find-repeats':
      return readAnew(job, 'the same rows came twice');
    case 'commit':
      return { ...job, state: 'done', rows: outcome.rows, warnings: withWarnings(job, outcome.warnings) };
    case 'fail':
      return fail(job, outcome.problem);
  }
}

function asked(job: Job, outcome: Asked): Job {
  const { results } = outcome;
  let after: Job = { ...job, requests: job.requests + results.length };
  after.notBefore = outcome.sentAt + results.length * MILLISECONDS_A_REQUEST;
  const refused: PageRefused[] = [];
  for (const result of results) {
    if ('failure' in result) refused.push(result);
    else after = taken(after, result);
    if (after.state === 'failed') return after;
  }
  if (refused.length === 0) return { ...after, failures: 0 };
  const final = refused.find(({ failure }) => !passing(failure));
  if (final) return refusedForGood(after, final, outcome);
  return refusedForNow(after, refused, outcome);
}

function taken(job: Job, result: PageTaken): Job {
  const list = job.lists.find(({ number }) => number === result.list);
  if (!list) return job;
  const { paging } = datasetOf(list.reading.dataset);
  const pages = pageRead(paging, list.pages, result.page, result.facts);
  if (pages === 'endless') return fail(job, endless(job, list));
  const { records, rows, seconds } = result;
  const piece: Piece = {
    list: list.number,
    pages: [result.page],
    received: result.facts.received,
    records,
    rows,
    seconds,
    staged: null,
  };
  const after = {
    ...job,
    lists: replace(job.lists, { ...list, pages, totals: result.totals ?? list.totals }),
    pieces: [...job.pieces, piece],
  };
  return result.names.reduce((state, dataset) => withNames(state, list, dataset), after);
}

/** Adds the list of names that rows of `list` need, once an account. */
function withNames(job: Job, list: List, dataset: string): Job {
  const { account } = list.reading;
  const has = job.lists.some(({ reading }) => reading.account === account && reading.dataset === dataset);
  if (has) return job;
  const reading = { account, dataset, days: null, purpose: 'names' as const };
  return { ...job, lists: [...job.lists, newList(nextNumber(job), reading)] };
}

function refusedForNow(job: Job, refused: PageRefused[], outcome: Asked): Job {
  const { results, at } = outcome;
  const failures = refused.map(({ failure }) => failure);
  // A batch of which a part got through is progress: only failures without any count up to giving up.
  const count = refused.length < results.length ? 1 : job.failures + 1;
  const wait = waitAfter(failures, count, outcome.chance);
  if (!worthRetrying(failures, count, wait)) {
    const worst = refused.reduce((a, b) =>
      (b.failure.retryAfter ?? 0) > (a.failure.retryAfter ?? 0) ? b : a,
    );
    return fail(job, problemOf(job, worst, outcome.logins, at));
  }
  let { lists } = job;
  for (const { list: number, page, failure } of refused) {
    const list = lists.find((candidate) => candidate.number === number);
    if (!list) continue;
    const missing = pageMissing(list.pages, page);
    // A heavy page is tried twice as it is: the first failure may have been the network's.
    const heavy = failure.kind !== 'rate-limited' && count > 1;
    const pages = heavy ? halved(datasetOf(list.reading.dataset).paging, missing) : missing;
    lists = replace(lists, { ...list, pages });
  }
  return { ...job, lists, failures: count, notBefore: Math.max(job.notBefore, at + wait) };
}

function refusedForGood(job: Job, refused: PageRefused, outcome: Asked): Job {
  const list = job.lists.find(({ number }) => number === refused.list);
  if (!list) return job;
  const { kind } = refused.failure;
  const account = job.plan.accounts[list.reading.account];
  if (kind === 'forbidden' && list.reading.purpose === 'names') return withoutNames(job, list, account.name);
  if (kind === 'forbidden' && datasetOf(list.reading.dataset).dated && account.amounts !== 'hidden') {
    const warning = `Amounts are hidden from this login in workspace ${account.name}: those columns are empty.`;
    return replanned(job, list.reading.account, { amounts: 'hidden' }, [warning]);
  }
  if (kind === 'refused' && refused.failure.status === 400 && account.mostDays === null) {
    const mostDays = shorterLimit(list.reading.days);
    if (mostDays !== null) return replanned(job, list.reading.account, { mostDays }, []);
  }
  return fail(job, problemOf(job, refused, outcome.logins, outcome.at));
}

/** Names are a convenience: without the right to read them their column stays empty, and that is said. */
function withoutNames(job: Job, list: List, workspace: string): Job {
  const { title } = datasetOf(list.reading.dataset);
  const pages = { ...list.pages, next: 2, last: 1, again: [] };
  return {
    ...job,
    lists: replace(job.lists, { ...list, pages }),
    warnings: withWarnings(job, [`The ${title} of workspace ${workspace} are hidden from this login.`]),
  };
}

/** Starts the lists of one account anew, with other terms. */
function replanned(job: Job, index: number, terms: object, warnings: string[]): Job {
  const account = { ...job.plan.accounts[index], ...terms };
  const accounts = job.plan.accounts.map((other, position) => (position === index ? account : other));
  const readings = readingsOf(index, account, reportOf(job.query.report), job.plan.days);
  const first = nextNumber(job);
  return {
    ...job,
    plan: { ...job.plan, accounts },
    lists: [
      ...job.lists.filter(({ reading }) => reading.account !== index),
      ...readings.map((reading, position) => newList(first + position, reading)),
    ],
    pieces: job.pieces.filter(
      ({ list }) => job.lists.find(({ number }) => number === list)?.reading.account !== index,
    ),
    warnings: withWarnings(job, warnings),
    failures: 0,
  };
}

/** Moves a job on when all of its lists are read: to the commit if they are complete, else back to reading. */
function settled(job: Job): Job {
  if (job.state !== 'reading' || !job.lists.every((list) => isRead(list.pages))) return job;
  const reason = disagreement(job);
  return reason === null ? { ...job, state: 'committing' } : readAnew(job, reason);
}

/** Reads everything once more: entries may have changed while they were read. The second time it is a problem. */
function readAnew(job: Job, reason: string): Job {
  if (job.rereads > 0) return fail(job, disagrees(job, reason));
  const first = nextNumber(job);
  return {
    ...job,
    state: 'reading',
    rereads: job.rereads + 1,
    lists: job.lists
      .filter(({ reading }) => reading.purpose === 'rows')
      .map(({ reading }, index) => newList(first + index, reading)),
    pieces: [],
  };
}

/** Joins the pieces of each list that were staged together under one name. */
function merged(pieces: Piece[], staged: { list: number; name: string }[]): Piece[] {
  const kept = pieces.filter(
    (piece) => piece.staged !== null || !staged.some(({ list }) => list === piece.list),
  );
  const joined = staged.map(({ list, name }) => {
    const parts = pieces.filter((piece) => piece.staged === null && piece.list === list);
    const add = (field: 'received' | 'records' | 'rows' | 'seconds') =>
      parts.reduce((all, part) => all + part[field], 0);
    return {
      list,
      pages: parts.flatMap((part) => part.pages),
      received: add('received'),
      records: add('records'),
      rows: add('rows'),
      seconds: add('seconds'),
      staged: name,
    };
  });
  return [...kept, ...joined];
}

/** Pages whose rows are gone are read again: a lost piece is never guessed. */
function lost(job: Job, names: string[]): Job {
  const gone = job.pieces.filter((piece) => piece.staged !== null && names.includes(piece.staged));
  let { lists } = job;
  for (const piece of gone) {
    const list = lists.find(({ number }) => number === piece.list);
    if (list) lists = replace(lists, { ...list, pages: piece.pages.reduce(pageMissing, list.pages) });
  }
  return { ...job, state: 'reading', lists, pieces: job.pieces.filter((piece) => !gone.includes(piece)) };
}

function replace(lists: List[], list: List): List[] {
  return lists.map((other) => (other.number === list.number ? list : other));
}

function nextNumber(job: Job): number {
  return Math.max(0, ...job.lists.map(({ number }) => number)) + 1;
}

function withWarnings(job: Job, warnings: string[]): string[] {
  return [...new Set([...job.warnings, ...warnings])];
}

function fail(job: Job, problem: Problem): Job {
  return {
    ...job,
    state: 'failed',
    problem: { ...problem, scope: { query: job.query.name, ...problem.scope } },
  };
}

function problemOf(job: Job, refused: PageRefused, logins: string[], now: number): Problem {
  const list = job.lists.find(({ number }) => number === refused.list) ?? job.lists[0];
  const dataset = datasetOf(list.reading.dataset);
  const workspace = job.plan.accounts[list.reading.account].name;
  const asked = {
    login: logins[list.reading.account],
    workspace,
    what: dataset.title,
    permission: dataset.permission,
  };
  return problemOfFailure(refused.failure, asked, now);
}

function endless(job: Job, list: List): Problem {
  const { title } = datasetOf(list.reading.dataset);
  const workspace = job.plan.accounts[list.reading.account].name;
  return {
    code: 'paging-endless',
    scope: { workspace },
    title: `The list of ${title} of workspace ${workspace} never ends: Clockify gives the same page again and again.`,
    remedy: 'Try again in a few minutes. If it stays, report it.',
    retry: 'later',
  };
}

function disagrees(job: Job, reason: string): Problem {
  return {
    code: 'totals-disagree',
    scope: {},
    title: `What was read doesn't agree with what Clockify states (${reason}), twice in a row.`,
    remedy: 'Somebody may be editing time entries right now. Try again in a minute.',
    retry: 'later',
    cause: `${job.rereads + 1} readings`,
  };
}
