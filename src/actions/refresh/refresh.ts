import { hostsOf } from '../../clockify/hosts';
import { apply } from '../../job/apply';
import { type Asking, isEnded, type Job, newJob } from '../../job/job';
import { losing, MOST_LOSSES } from '../../job/problems';
import { type Progress, progressOf, type Together, togetherOf, waitsUntil } from '../../job/progress';
import type { Login } from '../../logins/login';
import { keyReplaced, usable } from '../../logins/refused';
import { type Problem, ProblemError, problemOf, raise } from '../../problems/problem';
import type { Query } from '../../query/query';
import { agreedQuery } from '../agreement';
import { tellFailure, tellThresholds } from '../alerts/tell';
import { checkQuery } from '../checkQuery';
import { expireContradicted } from '../contradicted';
import type { Effects } from '../effects';
import { factsOf } from '../facts';
import { resolved } from '../parameters';
import { tellStandings } from '../record/tellStandings';
import { judged } from '../refusedKey';
import { goOnByTrigger } from '../schedule/trigger';
import { commit } from './commit';
import { earlierOf, refuseLoss } from './earlier';
import { refuseGoneValues } from './goneValues';
import { type PendingJob, slotOf, TOGETHER } from './jobStore';
import { recordFailedStart, recordProblem, recordRun, type Written } from './record';
import { type Limits, step } from './step';
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
    effects.logins.reload();
    const agreed = resolved(effects, checked(effects, id, now));
    const waiting = resume ? resumable(effects, agreed) : null;
    job = waiting
      ? { ...waiting, cause: 'resume' }
      : newJob(`${id}.${effects.newId()}`, [asking(effects, agreed)], now);
  } catch (error) {
    const problem = problemOf(error);
    recordFailure(effects, id, problem, now, resume ? 'resume' : 'hand');
    throw new ProblemError(problem);
  }
  return progressOf(advance(effects, job), effects.clock.now());
}

/**
 * Begins a refresh of several queries as one job and works on it for one slice: what two of them need is read once, each is
 * written by itself. A query that can't be refreshed has failed, which is recorded in its state, and hinders no other.
 */
export function startRefreshes(
  effects: Effects,
  ids: string[],
  why: Job['cause'] = 'hand',
  limits: Limits | null = null,
): Together {
  const now = effects.clock.now();
  effects.logins.reload();
  const failed: Progress[] = [];
  const askings: Asking[] = [];
  for (const id of new Set(ids)) {
    try {
      askings.push(asking(effects, checked(effects, id, now)));
    } catch (error) {
      const name = effects.queries.find(id)?.name ?? id;
      failed.push(notBegun(id, name, problemOf(error), now));
    }
  }
  const id = `${TOGETHER}${effects.newId()}.${effects.newId()}`;
  const together =
    askings.length === 0
      ? null
      : togetherOf(
          advance(effects, { ...newJob(id, askings, now), cause: why }, limits),
          effects.clock.now(),
        );
  // Those that can be refreshed come first: rows that somebody else wrote into the hidden sheet don't take their time.
  for (const { query, problem } of failed) if (problem) recordFailure(effects, query.id, problem, now, why);
  return together
    ? { ...together, queries: [...together.queries, ...failed] }
    : { job: id, state: 'done', queries: failed, requests: 0, requestsLeft: 0, until: null };
}

/** Works on a waiting refresh for one slice. Raises `job-unknown` when it has ended or another took its place. */
export function stepRefresh(effects: Effects, jobId: string): Progress {
  return progressOf(stepped(effects, jobId), effects.clock.now());
}

/** As `stepRefresh`, for a refresh of several queries. */
export function stepRefreshes(effects: Effects, jobId: string, limits: Limits | null = null): Together {
  return togetherOf(stepped(effects, jobId, limits), effects.clock.now());
}

/**
 * Lets refreshes of a query that are under way end without writing anything: the old table stays. Of a query that isn't there
 * nothing can be.
 */
export function stopRefresh({ jobs, clock, queries }: Effects, query: string): void {
  if (queries.find(query)) jobs.stop(query, clock.now());
}

/** Records why a refresh could not begin, in the query's state and in the refresh log, and tells it where nobody waits for it. */
function recordFailure(effects: Effects, id: string, problem: Problem, now: number, why: Job['cause']): void {
  recordProblem(effects, id, problem, now);
  recordFailedStart(effects, id, problem, now, why);
  tellStandings(effects, [id]);
  const query = effects.queries.find(id)?.query;
  if (query && (why === 'schedule' || why === 'catch-up')) tellFailure(effects.telling, query, problem);
}

/** A query as this person agreed to it, with nothing wrong that can be seen before anything is asked. */
function checked(effects: Effects, id: string, now: number): Query {
  const { query } = effects.queries.get(id);
  checkQuery(query, now);
  for (const { login } of query.accounts) usable(effects.logins.get(login));
  return agreedQuery(effects, query);
}

function asking(effects: Effects, agreed: Query): Asking {
  const query = resolved(effects, agreed);
  const facts = factsOf(effects, query);
  refuseLoss(effects, query, facts[0].weekStart, effects.clock.now());
  return { query, facts, ...earlierOf(effects, query) };
}

/** A job is worked on by one execution at a time: for any other it is one that waits a moment. */
function stepped(effects: Effects, jobId: string, limits: Limits | null = null): Job {
  const { clock, jobs } = effects;
  const slot = slotOf(jobId);
  if (jobs.load(slot) === null) return raise(jobUnknown());
  if (!jobs.claim(slot, clock.now())) {
    const job = waitingJob(effects, jobId);
    return { ...job, notBefore: Math.max(job.notBefore, clock.now() + LOOK_AGAIN) };
  }
  try {
    return advance(effects, waitingJob(effects, jobId), limits);
  } finally {
    jobs.release(slot);
  }
}

/** After which time it is looked again whether another execution has done its slice of a job, in milliseconds. */
const LOOK_AGAIN = 10_000;

function waitingJob(effects: Effects, jobId: string): Job {
  const waiting = effects.jobs.load(slotOf(jobId));
  if (waiting === null) return raise(jobUnknown());
  if ('job' in waiting) return begunAgain(effects, waiting, jobId);
  return waiting.id === jobId ? waiting : raise(jobUnknown());
}

/** A job that the cache has lost, begun again at the moment it began, so that its presets mean the same days. */
function begunAgain(effects: Effects, pending: PendingJob, jobId: string): Job {
  if (pending.job !== jobId) return raise(jobUnknown());
  const alone = !jobId.startsWith(TOGETHER);
  const askings = pending.queries.flatMap((id): Asking[] => {
    try {
      return [asking(effects, agreedQuery(effects, effects.queries.get(id).query))];
    } catch (error) {
      if (alone) throw error;
      recordProblem(effects, id, problemOf(error), effects.clock.now());
      return [];
    }
  });
  if (askings.length === 0) return raise(jobUnknown());
  const again = newJob(jobId, askings, pending.startedAt);
  const job = { ...again, losses: pending.losses + 1, kept: true };
  return job.losses > MOST_LOSSES ? apply(job, { did: 'fail', problem: losing() }) : job;
}

function advance(effects: Effects, job: Job, limits: Limits | null = null): Job {
  const logins = new Map<string, Login>();
  const problems = new Map<number, Problem>();
  const written = new Map<number, Written>();
  /** Why a query failed, where Clockify refused it as it refuses keys; that login is looked at anew for whatever is asked next. */
  const reallyRefused = (running: Job, problem: Problem): Problem => {
    if (problem.code !== 'key-refused') return problem;
    const login = [...logins.values()].find(({ id, name }) =>
      running.accounts.some((account) => account.login === id && name === problem.scope.login),
    );
    if (!login) return problem;
    logins.delete(login.id);
    return judged(effects, login, problem);
  };
  const after = step(job, {
    limits,
    http: effects.http,
    clock: effects.clock,
    chance: effects.chance,
    stage: effects.stage,
    access(id, region) {
      const login = logins.get(id) ?? usable(effects.logins.get(id));
      // What the job began with is of the region and the person that the login's key was of then.
      const begun = job.accounts.find((account) => account.login === id);
      if (login.region !== region || login.user.id !== (begun?.person ?? login.user.id))
        raise(keyReplaced(login));
      if (!logins.has(id)) effects.logins.use(login);
      logins.set(id, login);
      return { access: { hosts: hostsOf(region), key: login.key }, name: login.name };
    },
    stopped: ({ queries, startedAt }, query) => effects.jobs.stopped(queries[query].query.id, startedAt),
    splitBefore: ({ queries }, query) =>
      effects.queries.find(queries[query].query.id)?.state.complete?.split ?? [],
    commit(running, query, table) {
      const asked = running.queries[query].query;
      if (table.of === 0) {
        const stands = (effects.queries.find(asked.id)?.state.complete ?? null) !== null;
        refuseGoneValues(effects, asked, stands);
      }
      const committed = effects.lock.hold(() => commit(effects, running, query, table));
      written.set(query, committed.written);
      // Of a table that goes on from what stands only a part was read: nothing is known of its sums.
      if (!running.queries[query].goesOn) tellThresholds(effects.telling, asked, table);
      return committed;
    },
    ended(running, index) {
      const { query, problem } = running.queries[index];
      if (problem) {
        const found = workspaceGone(effects, running, problem) ?? reallyRefused(running, problem);
        if (found !== problem) problems.set(index, found);
        recordProblem(effects, query.id, found, effects.clock.now());
        if (running.cause !== 'hand') tellFailure(effects.telling, query, found);
      }
      recordRun(effects, withProblems(running, problems), index, written.get(index));
    },
    tell(current) {
      const now = effects.clock.now();
      const told = withProblems(current, problems);
      told.queries.forEach((_, index) => {
        effects.jobs.tell(progressOf(told, now, index));
      });
    },
    // What was found out about queries that have ended counts in the executions that go on with the others, too.
    save: (kept) => effects.jobs.save(withProblems(kept, problems)),
    forget: (ended) => effects.jobs.forget(ended),
  });
  expireContradicted(effects.workspaces, job, after);
  tellStandings(
    effects,
    after.queries.map(({ query }) => query.id),
  );
  const waits = after.queries.every(isEnded) ? 0 : waitsUntil(after, effects.clock.now());
  if (limits === null && waits > effects.clock.now() + A_MINUTE) goOnByTrigger(effects);
  return withProblems(after, problems);
}

const A_MINUTE = 60_000;

/** The job with what was found out about why some of its queries failed. */
function withProblems(job: Job, problems: Map<number, Problem>): Job {
  if (problems.size === 0) return job;
  const queries = job.queries.map((asked, index) => ({
    ...asked,
    problem: problems.get(index) ?? asked.problem,
  }));
  return { ...job, queries };
}

/** The progress of a refresh that could not begin. */
function notBegun(id: string, name: string, problem: Problem, now: number): Progress {
  return {
    job: '',
    query: { id, name },
    state: 'failed',
    rows: 0,
    rowsExpected: null,
    recordsRead: 0,
    recordsExpected: null,
    requests: 0,
    requestsLeft: 0,
    startedAt: now,
    until: null,
    warnings: [],
    problem,
  };
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
