import { type Access, ask, shownOf } from '../../clockify/client';
import type { Http } from '../../clockify/http';
import { datasetOf } from '../../datasets';
import { apply } from '../../job/apply';
import type { PageRefused, PageTaken } from '../../job/event';
import type { Job } from '../../job/job';
import { next } from '../../job/next';
import { accountRows, readBatch, scopeOf } from '../../job/read';
import { problemOf } from '../../problems/problem';
import { reportOf } from '../../reports';
import type { Cell } from '../../rows/cell';
import { type Column, columnsOf } from '../../rows/column';
import { cellsOf } from '../../rows/table';
import type { Clock } from '../../store/clock';
import { RowBuffer } from './rowBuffer';
import type { Stage } from './stage';

/** The finished table on its way into the sheet. */
export interface Finished {
  columns: Column[];
  rows: Cell[][];
  /** What a person should know of the rows. */
  warnings: string[];
}

/** All that a step does to the world. */
export interface StepEffects {
  http: Http;
  clock: Clock;
  /** A number from 0 to 1, for waits. */
  chance(): number;
  stage: Stage;
  /** How a login reaches Clockify, and its name. Raises `login-unknown`. */
  access(login: string, region: string): { access: Access; name: string };
  /** Whether somebody has stopped the job since it began. */
  stopped(job: Job): boolean;
  /** Writes the table. Gives warnings. Raises what the sheet refuses. */
  commit(job: Job, finished: Finished): string[];
  /** Tells how far the job is, for whoever looks while it runs. */
  tell(job: Job): void;
  /** Keeps the job for the next execution. Raises `store-full`. */
  save(job: Job): void;
  /** Forgets the job. */
  forget(job: Job): void;
}

/** How long an execution goes on asking, in milliseconds. The commit is a step of its own and may take longer. */
export const READING_TIME = 25_000;

/** A wait after which the cache may soon forget what it was given hours ago, in milliseconds. */
const LONG_WAIT = 600_000;

/** A refresh that is over sooner tells nobody how far it is; others do so this often. In milliseconds. */
const SHORT = 2000;
const TELL_EVERY = 1000;

/**
 * Works on a job for one slice of time and gives it back further on: done, failed, or to be stepped again. Rows that were
 * read in this execution and not written by its end wait in the stage.
 */
export function step(job: Job, effects: StepEffects): Job {
  const { clock } = effects;
  const stopsAt = clock.now() + READING_TIME;
  const buffer = new RowBuffer(effects.stage);
  let current = job;
  let tellsAt = job.startedAt + SHORT;
  try {
    const report = reportOf(job.query.report);
    const columns = columnsOf(job.query, report);
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
          if (clock.now() >= stopsAt) return keep(current, buffer, effects);
          const accounts = current.plan.accounts.map(({ login, region }) => effects.access(login, region));
          const requests = command.asks.map(({ list, page }) => ({
            access: accounts[list.reading.account].access,
            request: datasetOf(list.reading.dataset).request(scopeOf(current, list), page),
          }));
          const sentAt = clock.now();
          const answers = ask(effects.http, requests);
          const { results: read, rows } = readBatch(current, report, columns, command.asks, answers);
          const results = read.map((result, index) => withoutKey(result, requests[index].access));
          for (const [index, { list, page }] of command.asks.entries())
            buffer.add(list.number, page, rows[index]);
          const logins = accounts.map(({ name }) => name);
          current = apply(current, {
            did: 'ask',
            sentAt,
            at: clock.now(),
            chance: effects.chance(),
            logins,
            results,
          });
          if (current.state === 'reading' && clock.now() >= tellsAt) {
            effects.tell(current);
            tellsAt = clock.now() + TELL_EVERY;
          }
          break;
        }
        case 'commit':
          if (effects.stopped(current)) current = apply(current, { did: 'stop' });
          else current = commit(current, columns, buffer, effects);
          break;
      }
    }
  } catch (error) {
    return end(apply(current, { did: 'fail', problem: problemOf(error) }), buffer, effects);
  }
}

function commit(job: Job, columns: Column[], buffer: RowBuffer, effects: StepEffects): Job {
  const gathered = buffer.gather(job);
  if ('lost' in gathered) return apply(job, { did: 'lose', names: gathered.lost });
  const table = cellsOf(accountRows(job, gathered.rows), columns);
  if (table === null) return apply(job, { did: 'find-repeats' });
  const { cells: rows, warnings } = table;
  const committed = effects.commit(job, { columns, rows, warnings });
  return apply(job, { did: 'commit', rows: rows.length, warnings: committed });
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
