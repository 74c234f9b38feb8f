import { hostsOf } from '../../clockify/hosts';
import { fail } from '../../job/change';
import { type Job, newJob, type Progress, progressOf } from '../../job/job';
import { losing, MOST_LOSSES } from '../../job/problems';
import type { Login } from '../../logins/login';
import { type Problem, ProblemError, problemOf, raise } from '../../problems/problem';
import type { Query } from '../../query/query';
import { agreedQuery } from '../agreement';
import { checkQuery } from '../checkQuery';
import type { Effects } from '../effects';
import { factsOf } from '../facts';
import { commit } from './commit';
import { recordFailedStart, recordProblem, recordRun } from './record';
import { step } from './step';
import { resumable } from './waiting';
import { workspaceGone } from './workspaceGone';

/**
 * Begins a refresh of a query and works on it for one slice; a refresh that was waiting is given up for it, or, with `resume`,
 * gone on with where it may. Raises what is wrong with the query or its logins, after recording it in the query's state.
 */
export function startRefresh(effects: Effects, id: string, resume = false): Progress {
  const now = effects.clock.now();
  let job: Job;
  try {
    const { query } = effects.queries.get(id);
    checkQuery(query, now);
    effects.logins.reload();
    for (const { login } of query.accounts) effects.logins.get(login);
    const agreed = agreedQuery(effects, query);
    const waiting = resume ? resumable(effects, agreed) : null;
    job = waiting
      ? { ...waiting, cause: 'resume' }
      : beginning(effects, agreed, `${id}.${effects.newId()}`, now);
  } catch (error) {
    const problem = problemOf(error);
    recordProblem(effects, id, problem, now);
    recordFailedStart(effects, id, problem, now);
    throw new ProblemError(problem);
  }
  return advance(effects, job);
}

/** Works on a waiting refresh for one slice. Raises `job-unknown` when it has ended or another took its place. */
export function stepRefresh(effects: Effects, jobId: string): Progress {
  const query = jobId.split('.')[0];
  const waiting = effects.jobs.load(query);
  if (waiting === null) return raise(jobUnknown());
  if ('job' in waiting) {
    // The cache has lost it: it begins again, at the moment it began, so that its presets mean the same days.
    if (waiting.job !== jobId) return raise(jobUnknown());
    const stored = agreedQuery(effects, effects.queries.get(query).query);
    const again = beginning(effects, stored, jobId, waiting.startedAt);
    const job = { ...again, losses: waiting.losses + 1, kept: true };
    return advance(effects, job.losses > MOST_LOSSES ? fail(job, losing()) : job);
  }
  if (waiting.id !== jobId) return raise(jobUnknown());
  return advance(effects, waiting);
}

/**
 * Lets refreshes of a query that are under way end without writing anything: the old table stays. Of a query that isn't there
 * nothing can be.
 */
export function stopRefresh({ jobs, clock, queries }: Effects, query: string): void {
  if (queries.find(query)) jobs.stop(query, clock.now());
}

function beginning(effects: Effects, query: Query, jobId: string, at: number): Job {
  return newJob(jobId, query, factsOf(effects, query), at);
}

function advance(effects: Effects, job: Job): Progress {
  const logins = new Map<string, Login>();
  const after = step(job, {
    http: effects.http,
    clock: effects.clock,
    chance: effects.chance,
    stage: effects.stage,
    access(id, region) {
      const login = logins.get(id) ?? effects.logins.get(id);
      logins.set(id, login);
      return { access: { hosts: hostsOf(region), key: login.key }, name: login.name };
    },
    stopped: (running) => effects.jobs.stopped(running),
    commit: (finished, table) => effects.lock.hold(() => commit(effects, finished, table)),
    tell: (current) => effects.jobs.tell(progressOf(current, effects.clock.now())),
    save: (kept) => effects.jobs.save(kept),
    forget: (ended) => effects.jobs.forget(ended, ended.query.id),
  });
  after.plan.accounts.forEach((account, index) => {
    // Clockify allowed less than was known of it: the next refresh asks.
    if (account.mostDays !== job.plan.accounts[index].mostDays) {
      effects.workspaces.expire(account.login, account.workspace);
    }
  });
  if (after.problem) {
    after.problem = workspaceGone(effects, after) ?? after.problem;
    recordProblem(effects, after.query.id, after.problem, effects.clock.now());
  }
  if (after.state !== 'reading' && after.state !== 'committing') recordRun(effects, after);
  return progressOf(after, effects.clock.now());
}

function jobUnknown(): Problem {
  return {
    code: 'job-unknown',
    scope: {},
    title: 'This refresh has ended, or another one took its place.',
    remedy: 'Refresh the query again.',
    retry: 'now',
  };
}
