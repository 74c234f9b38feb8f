import type { Together } from '../../job/progress';
import { problemOf } from '../../problems/problem';
import type { Effects } from '../effects';
import { slotOf } from '../refresh/jobStore';
import { startRefreshes, stepRefreshes } from '../refresh/refresh';
import type { Limits } from '../refresh/step';
import { claimDue } from './due';
import { settleTurns } from './settle';

/** A refresh that wants a slice. */
interface Turnable {
  /** Requests that it has sent: whoever had the least so far comes first, so that a heavy one doesn't use up the hour of light ones. */
  requests: number;
  startedAt: number;
  step(): Together;
}

/** A slice of reading and what comes after it, in milliseconds; less than this isn't begun. */
const LEAST = 30_000;

/**
 * Works on what waits and on what is due until all has ended, waits, or the time is over: a slice each, in turn. All that is due
 * begins as one job, in which what two queries need is read once.
 */
export function workOff(effects: Effects, limits: Limits): void {
  const { clock } = effects;
  const waiting = waitingJobs(effects, limits);
  const due = claimDue(effects, limits.endsBy + A_MINUTE).map(({ id }) => id);
  const now = clock.now();
  const begin = () => startRefreshes(effects, due, 'schedule', limits);
  const queue = [...waiting, ...(due.length > 0 ? [{ requests: 0, startedAt: now, step: begin }] : [])];
  queue.sort((a, b) => a.requests - b.requests || a.startedAt - b.startedAt);
  const told = new Set<string>();
  while (queue.length > 0 && clock.now() + LEAST <= limits.endsBy) {
    const next = queue.shift() as Turnable;
    const together = tried(next);
    if (together === null) continue;
    const ended = together.queries.filter(
      ({ query, state }) => state !== 'reading' && state !== 'waiting' && !told.has(query.id),
    );
    settleTurns(effects, ended);
    for (const { query } of ended) told.add(query.id);
    if (together.state === 'done') continue;
    if (together.state === 'waiting' && (together.until ?? 0) + LEAST > limits.endsBy) {
      settleTurns(effects, open(together));
      continue;
    }
    const { job, until } = together;
    const step = () => {
      if (until !== null) clock.sleep(Math.max(0, until - clock.now()));
      return stepRefreshes(effects, job, limits);
    };
    queue.push({ ...next, step });
    if (clock.now() + LEAST > limits.endsBy) settleTurns(effects, open(together));
  }
}

const A_MINUTE = 60_000;

function open({ queries }: Together): Together['queries'] {
  return queries.filter(({ state }) => state === 'reading' || state === 'waiting');
}

/** A refresh that has ended elsewhere meanwhile, or can't go on, hinders no other. */
function tried({ step }: Turnable): Together | null {
  try {
    return step();
  } catch (error) {
    if (problemOf(error).code === 'unexpected') throw error;
    return null;
  }
}

/** The refreshes of this person that may go on now; those that nobody wants any more are dropped. */
function waitingJobs(effects: Effects, limits: Limits): Turnable[] {
  const { clock, jobs, queries } = effects;
  return jobs.pending().flatMap((pending): Turnable[] => {
    const { job: id, startedAt } = pending;
    const wanted = pending.queries.some((query) => {
      const stored = queries.find(query);
      const complete = stored?.state.complete?.at ?? 0;
      return stored !== null && complete < startedAt && !jobs.stopped(query, startedAt);
    });
    const slot = slotOf(id);
    if (!wanted) {
      jobs.dropSlot(slot);
      return [];
    }
    const job = jobs.load(slot);
    if (job === null) return [];
    const requests = 'job' in job ? 0 : job.requests;
    if (!('job' in job) && job.notBefore > clock.now() + limits.share) return [];
    return [{ requests, startedAt, step: () => stepRefreshes(effects, id, limits) }];
  });
}
