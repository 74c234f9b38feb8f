import type { Progress, Together } from '../../job/progress';
import type { Problem } from '../../problems/problem';
import { hindrances } from '../agreement';
import type { Effects } from '../effects';
import { slotOf } from './jobStore';
import { recordProblem } from './record';
import { startRefreshes, stepRefreshes } from './refresh';

/** How long an execution that refreshes by itself goes on, in milliseconds: Google ends it after six minutes. */
const LONGEST = 270_000;

/** What became of the queries that a menu item was to refresh. */
export interface Tally {
  complete: number;
  /** Names of the queries that failed or ran out of time. */
  failed: string[];
  /** Names of the queries that wait for this person's agreement: others changed them. */
  waiting: string[];
}

/**
 * Refreshes queries as one job, until all have ended, for as long as one execution may take. Those that wait for this person's
 * agreement are left alone.
 */
export function refreshMany(effects: Effects, ids: string[]): Tally {
  const stopsAt = effects.clock.now() + LONGEST;
  const hindrance = hindrances(effects);
  const stored = ids.map((id) => effects.queries.find(id)).filter((found) => found !== null);
  const hindered = stored.filter(({ query }) => query !== null && hindrance(query) === 'agreement');
  const free = stored.filter((found) => !hindered.includes(found));
  const progress =
    free.length > 0
      ? refreshed(
          effects,
          free.map(({ id }) => id),
          stopsAt,
        )
      : [];
  return {
    complete: progress.filter(({ state }) => state === 'done').length,
    failed: progress.filter(({ state }) => state !== 'done').map(({ query }) => query.name),
    waiting: hindered.map(({ name }) => name),
  };
}

function refreshed(effects: Effects, ids: string[], stopsAt: number): Progress[] {
  const { clock } = effects;
  let together = startRefreshes(effects, ids);
  const failedAtOnce = together.queries.filter(({ job }) => job === '');
  while (together.state !== 'done') {
    const until = Math.max(clock.now(), together.until ?? 0);
    if (until > stopsAt) {
      giveUp(effects, together, until);
      break;
    }
    clock.sleep(until - clock.now());
    together = stepRefreshes(effects, together.job);
  }
  return [...together.queries.filter(({ job }) => job !== ''), ...failedAtOnce];
}

/** Ends a refresh that can go on only after this execution, and says so at its queries. */
function giveUp(effects: Effects, { job, queries, requests, requestsLeft }: Together, until: number): void {
  effects.jobs.dropSlot(slotOf(job));
  const left = requestsLeft === null ? '' : ` and ${requestsLeft} are left`;
  const open = queries.filter(({ state }) => state === 'reading' || state === 'waiting');
  for (const { query } of open) {
    const problem: Problem = {
      code: 'rate-limited',
      scope: { query: query.name },
      title: `Clockify answers no more requests for now: ${requests} were sent${left}.`,
      remedy: 'Refresh it in the sidebar and leave that open: it waits there, and goes on by itself.',
      retry: 'later',
      retryAt: until,
    };
    recordProblem(effects, query.id, problem, effects.clock.now());
  }
}
