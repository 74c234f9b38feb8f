import type { Job } from '../../job/job';
import { progressOf, requestsFor } from '../../job/progress';
import { type Problem, problemOf } from '../../problems/problem';
import { describeDays, describePeriod } from '../../query/describe';
import type { Query } from '../../query/query';
import { NEVER } from '../../query/state';
import type { Run } from '../../record/run';
import { reports } from '../../reports';
import type { Effects } from '../effects';
import { ownAccounts } from '../ownAccounts';
import { UNWRITABLE } from './unwritable';

/**
 * Keeps why a refresh failed in the state of its query, beside the table that stands. Whoever waits is told all the same where
 * that can't be: the spreadsheet may not take it, and whoever holds the lock may be writing a newer state just now.
 */
export function recordProblem(effects: Effects, id: string, problem: Problem, now: number): void {
  if (problem.code === 'busy') return;
  try {
    effects.lock.hold(() => writeProblem(effects, id, problem, now));
  } catch (error) {
    if (!UNWRITABLE.includes(problemOf(error).code)) throw error;
  }
}

/** Others may have deleted the query meanwhile, and one of theirs be in its row: what is stored now counts. */
function writeProblem(effects: Effects, id: string, problem: Problem, now: number): void {
  effects.queries.reload();
  const state = effects.queries.find(id)?.state ?? NEVER;
  effects.queries.saveState(id, { ...state, problem, problemAt: now });
}

/** What of a run is known to what wrote its table. */
export type Written = Pick<Run, 'rowsBefore' | 'changes' | 'confirmed'>;

/** Adds the refresh of a query of a job, which has ended, to the refresh log. */
export function recordRun(effects: Effects, job: Job, index: number, written: Written = {}): void {
  const { query, accounts, days, state, rows, warnings, problem } = job.queries[index];
  addRun(effects, {
    at: job.startedAt,
    query: query.id,
    name: query.name,
    why: job.cause,
    outcome: state === 'done' ? 'complete' : state === 'stopped' ? 'stopped' : 'failed',
    account: accountsIn(accounts.map((account) => job.accounts[account].name)),
    ...(days ? { period: describeDays(days) } : {}),
    rows,
    ...written,
    ...(job.retries ? { retries: job.retries } : {}),
    requests: progressOf(job, effects.clock.now(), index).requests,
    sent: requestsFor(job, index),
    seconds: Math.round((effects.clock.now() - job.startedAt) / 100) / 10,
    warnings,
    problem: state === 'stopped' ? 'Stopped by hand.' : (problem?.title ?? null),
  });
}

/** Adds a refresh that could not begin to the refresh log. */
export function recordFailedStart(
  effects: Effects,
  id: string,
  problem: Problem,
  now: number,
  why: Job['cause'],
): void {
  const found = effects.queries.find(id);
  if (found === null) return;
  const accounts = found.query && ownNames(effects, found.query);
  addRun(effects, {
    at: now,
    query: id,
    name: found.name,
    why,
    outcome: 'failed',
    ...(accounts ? { account: accountsIn(accounts) } : {}),
    ...(found.query && isDated(found.query) ? { period: describePeriod(found.query.period) } : {}),
    rows: null,
    requests: 0,
    seconds: 0,
    warnings: [],
    problem: problem.title,
  });
}

/** The accounts of a query by the names that this person's logins know; null when one is somebody else's. */
function ownNames(effects: Effects, query: Query): string[] | null {
  const own = ownAccounts(effects);
  const names = query.accounts.map((account) => own.account(account));
  return names.some((name) => name === null) ? null : (names as string[]);
}

function isDated({ report }: Query): boolean {
  return reports.find(({ id }) => id === report)?.dataset.dated ?? false;
}

/** Names of accounts in a line. */
function accountsIn(names: string[]): string {
  const more = names.length - 3;
  return more > 0 ? `${names.slice(0, 3).join(', ')} and ${more} more` : names.join(', ');
}

/** A refresh is what it is, also when the log has no room for it. */
function addRun({ log, newId, who }: Effects, run: Omit<Run, 'by'>): void {
  try {
    log.add({ ...run, by: who() }, newId());
  } catch (error) {
    if (!UNLOGGED.includes(problemOf(error).code)) throw error;
  }
}

const UNLOGGED = ['store-full', 'sheets-failing', 'busy'];
