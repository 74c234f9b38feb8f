import type { Job } from '../../job/job';
import { type Problem, problemOf } from '../../problems/problem';
import { NEVER } from '../../query/state';
import type { Effects } from '../effects';
import type { Run } from './refreshLog';

/** Keeps why a refresh failed in the state of its query, beside the table that stands. */
export function recordProblem(effects: Effects, id: string, problem: Problem, now: number): void {
  const write = () => writeProblem(effects, id, problem, now);
  try {
    // Who didn't get the lock isn't made to wait for it a second time.
    if (problem.code === 'busy') write();
    else effects.lock.hold(write);
  } catch (error) {
    if (problemOf(error).code !== 'busy') throw error;
    write();
  }
}

/** Others may have deleted the query meanwhile, and one of theirs be in its row: what is stored now counts. */
function writeProblem(effects: Effects, id: string, problem: Problem, now: number): void {
  effects.queries.reload();
  const state = effects.queries.find(id)?.state ?? NEVER;
  try {
    effects.queries.saveState(id, { ...state, problem, problemAt: now });
  } catch (error) {
    // A spreadsheet that may not be written to takes no state either; whoever waits is told all the same.
    if (problemOf(error).code !== 'target-protected') throw error;
  }
}

/** Adds a refresh that has ended to the refresh log. */
export function recordRun(effects: Effects, job: Job): void {
  addRun(effects, {
    at: job.startedAt,
    query: job.query.id,
    name: job.query.name,
    why: 'hand',
    outcome: job.state === 'done' ? 'complete' : 'failed',
    rows: job.rows,
    requests: job.requests,
    seconds: Math.round((effects.clock.now() - job.startedAt) / 100) / 10,
    warnings: job.warnings,
    problem: job.state === 'stopped' ? 'Stopped by hand.' : (job.problem?.title ?? null),
  });
}

/** Adds a refresh that could not begin to the refresh log. */
export function recordFailedStart(effects: Effects, id: string, problem: Problem, now: number): void {
  const name = effects.queries.find(id)?.name;
  if (name === undefined) return;
  addRun(effects, {
    at: now,
    query: id,
    name,
    why: 'hand',
    outcome: 'failed',
    rows: null,
    requests: 0,
    seconds: 0,
    warnings: [],
    problem: problem.title,
  });
}

/** A refresh is what it is, also when the log has no room for it. */
function addRun({ log }: Effects, run: Run): void {
  try {
    log.add(run);
  } catch (error) {
    if (problemOf(error).code !== 'store-full') throw error;
  }
}
