import { type Access, ask, shownOf } from '../../clockify/client';
import type { Http } from '../../clockify/http';
import { datasetOf } from '../../datasets';
import { apply } from '../../job/apply';
import { isDoubtful } from '../../job/doubt';
import type { PageRefused, PageTaken } from '../../job/event';
import { isEnded, isWanted, type Job, listsOf } from '../../job/job';
import { type Ask, next } from '../../job/next';
import { progressOf } from '../../job/progress';
import { accountRows, readBatch, scopeOf } from '../../job/read';
import { problemOf } from '../../problems/problem';
import { reportOf } from '../../reports';
import { type Shape, shapeOf } from '../../rows/shape';
import { type Table, tableOf } from '../../rows/table';
import { gathering, gatheringRows } from '../../rows/take';
import type { Clock } from '../../store/clock';
import { RowBuffer } from './rowBuffer';
import type { Stage } from './stage';

/** What an execution that nobody waits for may take of the time that Google gives. */
export interface Limits {
  /** By when (milliseconds since 1970) it has to be over. */
  endsBy: number;
  /** How long it may take in all, in milliseconds. */
  share: number;
}

/** All that a step does to the world. `query` is always an index in the job's queries. */
export interface StepEffects {
  http: Http;
  clock: Clock;
  /** A number from 0 to 1, for waits. */
  chance(): number;
  stage: Stage;
  /** How a login reaches Clockify, and its name. Raises `login-unknown`. */
  access(login: string, region: string): { access: Access; name: string };
  /** Whether somebody has stopped the refresh of a query since it began. */
  stopped(job: Job, query: number): boolean;
  /** The columns into which the table of a query was split when it was last written. */
  splitBefore(job: Job, query: number): string[];
  /** Writes the table. Gives warnings and how many rows it has then. Raises what the sheet refuses. */
  commit(job: Job, query: number, table: Table): { warnings: string[]; rows: number };
  /** Learns that a query has ended, as soon as it has. */
  ended(job: Job, query: number): void;
  /** Tells how far the job is, for whoever looks while it runs. */
  tell(job: Job): void;
  /** Keeps the job for the next execution. Raises `store-full`. */
  save(job: Job): void;
  /** Forgets the job. */
  forget(job: Job): void;
  /** What nobody waits for may take of the time; null where somebody waits. */
  limits: Limits | null;
}

/** How long a batch may go on after its time, and what comes after it; in milliseconds. */
const AFTER_READING = 15_000;

/** What writing a table may take, by its cells; in milliseconds. */
const WRITING = 15_000;
const WRITING_A_CELL = 0.06;

/** How long an execution goes on asking, in milliseconds. The commit is a step of its own and may take longer. */
export const READING_TIME = 25_000;

/** A wait after which the cache may soon forget what it was given hours ago, in milliseconds. */
const LONG_WAIT = 600_000;

/** A refresh that is over sooner tells nobody how far it is; others do so this often. In milliseconds. */
const SHORT = 2000;
const TELL_EVERY = 1000;

/**
 * Works on a job for one slice of time and gives it back further on: ended, or to be stepped again. Rows that were read in this
 * execution and not written by its end wait in the stage.
 */
export function step(job: Job, effects: StepEffects): Job {
  const { clock, limits } = effects;
  const stopsAt = Math.min(clock.now() + READING_TIME, (limits?.endsBy ?? Infinity) - AFTER_READING);
  let current = job;
  const told = new Set(job.queries.flatMap((asked, index) => (isEnded(asked) && job.kept ? [index] : [])));
  const tellEnded = () => {
    current.queries.forEach((asked, index) => {
      if (!isEnded(asked) || told.has(index)) return;
      told.add(index);
      effects.ended(current, index);
    });
  };
  let shapes: (Shape | null)[] = [];
  const buffer = new RowBuffer(effects.stage, (query) => {
    const shape = shapes[query];
    return shape === null ? gatheringRows() : gathering(shape);
  });
  let tellsAt = job.startedAt + SHORT;
  let committed = 0;
  try {
    shapes = job.queries.map((asked) =>
      isEnded(asked) ? null : shapeOf(asked.query, reportOf(asked.query.report)),
    );
    tellEnded();
    for (;;) {
      const command = next(current, clock.now());
      switch (command.do) {
        case 'end':
          return end(current, buffer, effects);
        case 'wait':
          if (command.until > stopsAt) {
            if (command.until > stopsAt + LONG_WAIT) buffer.renew(current);
            return keep(current, buffer, effects);
          }
          clock.sleep(Math.max(0, command.until - clock.now()));
          break;
        case 'ask': {
          if (clock.now() >= stopsAt) {
            // Whatever goes on with it may do so hours from now.
            if (limits) buffer.renew(current);
            return keep(current, buffer, effects);
          }
          const accounts = new Map<number, ReturnType<StepEffects['access']>>();
          const without = withoutAccess(current, command.asks, effects, accounts);
          if (without !== null) {
            current = without;
            tellEnded();
            break;
          }
          const requests = command.asks.map(({ list, page }) => ({
            access: known(accounts, list.reading.account).access,
            request: datasetOf(list.reading.dataset).request(scopeOf(current, list), page),
          }));
          const sentAt = clock.now();
          const answers = ask(effects.http, requests);
          const { results: read, rows } = readBatch(current, shapes, command.asks, answers);
          const results = read.map((result, index) => withoutKey(result, requests[index].access));
          for (const [index, { list }] of command.asks.entries()) buffer.add(list, rows[index]);
          const logins = current.accounts.map((_, index) => accounts.get(index)?.name ?? '');
          current = apply(current, {
            did: 'ask',
            sentAt,
            at: clock.now(),
            chance: effects.chance(),
            logins,
            results,
          });
          tellEnded();
          release(current, buffer);
          if (current.queries.some(({ state }) => state === 'reading') && clock.now() >= tellsAt) {
            effects.tell(current);
            tellsAt = clock.now() + TELL_EVERY;
          }
          break;
        }
        case 'commit': {
          // One table may be written past the time for reading; more of them wait for the next execution.
          if (committed > 0 && clock.now() >= stopsAt) return keep(current, buffer, effects);
          if (limits && clock.now() + writingTime(current, command.query, limits) > limits.endsBy)
            return keep(current, buffer, effects);
          current = commit(current, command.query, shapes, buffer, effects);
          if (isEnded(current.queries[command.query])) committed += 1;
          tellEnded();
          release(current, buffer);
          break;
        }
      }
    }
  } catch (error) {
    current = apply(current, { did: 'fail', problem: problemOf(error) });
    tellEnded();
    return end(current, buffer, effects);
  }
}

/** What writing the table of a query may take, in milliseconds: no more than what the largest share has room for. */
function writingTime(job: Job, query: number, { share }: Limits): number {
  const { columns } = job.queries[query].query;
  const { rows } = progressOf(job, 0, query);
  return Math.min(WRITING + rows * columns.length * WRITING_A_CELL, share - 2 * AFTER_READING);
}

/**
 * Learns how the accounts of a batch are reached. Where a login is gone, gives the job without the queries that read with it;
 * null where all are there.
 */
function withoutAccess(
  job: Job,
  asks: Ask[],
  effects: StepEffects,
  accounts: Map<number, ReturnType<StepEffects['access']>>,
): Job | null {
  for (const { list } of asks) {
    const { account } = list.reading;
    if (accounts.has(account)) continue;
    const { login, region } = job.accounts[account];
    try {
      accounts.set(account, effects.access(login, region));
    } catch (error) {
      const problem = problemOf(error);
      return job.queries.reduce(
        (after, asked, query) =>
          asked.accounts.includes(account) ? apply(after, { did: 'fail', query, problem }) : after,
        job,
      );
    }
  }
  return null;
}

function known<T>(things: Map<number, T>, index: number): T {
  return things.get(index) as T;
}

/** The job after a table was written, or why it couldn't be: a query that can't be written doesn't hinder the others. */
function commit(
  job: Job,
  query: number,
  shapes: (Shape | null)[],
  buffer: RowBuffer,
  effects: StepEffects,
): Job {
  try {
    if (effects.stopped(job, query)) return apply(job, { did: 'stop', query });
    const shape = shapes[query];
    if (shape === null) throw new Error('a query that has ended is not written');
    const gathered = buffer.gather(job, listsOf(job, query), query);
    if ('lost' in gathered) return apply(job, { did: 'lose', names: gathered.lost });
    const { days, compared } = job.queries[query];
    const split = effects.splitBefore(job, query);
    const table = tableOf(accountRows(job, query, gathered.rowsOf), shape, { days, compared, split });
    if (table === null) return apply(job, { did: 'find-repeats', query });
    if (isDoubtful(job.queries[query], table.of)) return apply(job, { did: 'doubt', query });
    const { warnings, rows } = effects.commit(job, query, table);
    return apply(job, { did: 'commit', query, rows, warnings });
  } catch (error) {
    return apply(job, { did: 'fail', query, problem: problemOf(error) });
  }
}

/** Lets go of rows that nobody waits for any more. */
function release(job: Job, buffer: RowBuffer): void {
  const wanted = new Set(job.lists.filter((list) => isWanted(job, list)).map(({ number }) => number));
  buffer.release((number) => wanted.has(number));
}

/** What an answer of another shape holds may be the key, too. */
function withoutKey(result: PageTaken | PageRefused, { key }: Access): PageTaken | PageRefused {
  if (!('failure' in result)) return result;
  const { failure } = result;
  return { ...result, failure: { ...failure, message: shownOf(failure.message, key) } };
}

/** Leaves nothing behind of a job that has ended. One that was never put away has nothing to be cleared. */
function end(job: Job, buffer: RowBuffer, effects: StepEffects): Job {
  if (!job.kept) return job;
  buffer.drop(job);
  effects.forget(job);
  return job;
}

/** Puts the job and its rows away until it is stepped again. */
function keep(job: Job, buffer: RowBuffer, effects: StepEffects): Job {
  const kept = apply(job, { did: 'stage', staged: buffer.keep(job) });
  effects.save(kept);
  return kept;
}
