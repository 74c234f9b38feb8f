import type { Progress } from '../../job/job';
import type { Problem } from '../../problems/problem';
import { hindrances } from '../agreement';
import type { Effects } from '../effects';
import { recordProblem } from './record';
import { startRefresh, stepRefresh } from './refresh';

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
 * Refreshes queries one after the other, each until it ends, for as long as one execution may take. Those that can't be read
 * with this person's logins come last, so that rows that somebody else wrote don't take the time of the others.
 */
export function refreshMany(effects: Effects, ids: string[]): Tally {
  const stopsAt = effects.clock.now() + LONGEST;
  const tally: Tally = { complete: 0, failed: [], waiting: [] };
  const hindrance = hindrances(effects);
  const stored = ids
    .map((id) => effects.queries.find(id))
    .filter((found) => found !== null)
    .map(({ id, name, query }) => ({
      id,
      name,
      hindered: query && hindrance(query),
      readable: query !== null,
    }));
  const last = stored.filter(({ readable, hindered }) => !readable || hindered === 'login');
  for (const query of [...stored.filter((other) => !last.includes(other)), ...last]) {
    if (query.hindered === 'agreement') tally.waiting.push(query.name);
    else if (refreshed(effects, query.id, stopsAt)) tally.complete += 1;
    else tally.failed.push(query.name);
  }
  return tally;
}

function refreshed(effects: Effects, id: string, stopsAt: number): boolean {
  const { clock } = effects;
  try {
    if (clock.now() > stopsAt) return false;
    let progress = startRefresh(effects, id);
    while (progress.state === 'reading' || progress.state === 'waiting') {
      const until = Math.max(clock.now(), progress.until ?? 0);
      if (until > stopsAt) {
        giveUp(effects, progress, until);
        return false;
      }
      clock.sleep(until - clock.now());
      progress = stepRefresh(effects, progress.job);
    }
    return progress.state === 'done';
  } catch {
    // Its problem is in the query's state by now.
    return false;
  }
}

/** Ends a refresh that can go on only after this execution, and says so at the query. */
function giveUp(effects: Effects, { query, requests, requestsLeft }: Progress, until: number): void {
  effects.jobs.drop(query.id);
  const left = requestsLeft === null ? '' : ` and ${requestsLeft} are left`;
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
