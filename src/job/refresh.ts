import { hostsOf } from '../clockify/hosts';
import type { Http } from '../clockify/http';
import type { Login, Logins } from '../logins/login';
import type { Workspaces } from '../logins/workspaces';
import type { AccountFacts } from '../plan/plan';
import { type Problem, ProblemError, problemOf, raise } from '../problems/problem';
import type { Queries } from '../query/queries';
import type { Query } from '../query/query';
import type { QueryState } from '../query/state';
import type { Lock } from '../store/lock';
import { commitTable } from '../table/commit';
import type { Grid } from '../table/grid';
import type { Journal } from '../table/journal';
import { type Job, newJob, type Progress, progressOf } from './job';
import { noteOf } from './note';
import { recordFailedStart, recordProblem, recordRun } from './record';
import type { Runs } from './runs';
import type { Stage } from './sheaf';
import type { Shelf } from './shelf';
import { type Clock, type Finished, step } from './step';
import { vanished } from './vanished';

/** What refreshing takes. */
export interface Refreshing {
  http: Http;
  clock: Clock;
  chance(): number;
  newId(): string;
  queries: Queries;
  logins: Logins;
  workspaces: Workspaces;
  grid: Grid;
  journal: Journal;
  lock: Lock;
  stage: Stage;
  shelf: Shelf;
  runs: Runs;
}

/**
 * Begins a refresh of a query and works on it for one slice; a refresh that was waiting is given up for it. Raises what is
 * wrong with the query or its logins, after recording it in the query's state.
 */
export function startRefresh(effects: Refreshing, id: string): Progress {
  const now = effects.clock.now();
  let job: Job;
  try {
    const { query } = effects.queries.get(id);
    job = beginning(effects, query, `${id}.${effects.newId()}`, now);
  } catch (error) {
    const problem = problemOf(error);
    recordProblem(effects, id, problem, now);
    recordFailedStart(effects, id, problem, now);
    throw new ProblemError(problem);
  }
  return advance(effects, job);
}

/** Works on a waiting refresh for one slice. Raises `job-unknown` when it has ended or another took its place. */
export function stepRefresh(effects: Refreshing, jobId: string): Progress {
  const query = jobId.split('.')[0];
  const waiting = effects.shelf.load(query);
  if (waiting === null) return raise(jobUnknown());
  if ('job' in waiting) {
    // The cache has lost it: it begins again, at the moment it began, so that its presets mean the same days.
    if (waiting.job !== jobId) return raise(jobUnknown());
    return advance(effects, beginning(effects, effects.queries.get(query).query, jobId, waiting.startedAt));
  }
  if (waiting.id !== jobId) return raise(jobUnknown());
  return advance(effects, waiting);
}

/** Lets refreshes of a query that are under way end without writing anything: the old table stays. */
export function stopRefresh({ shelf, clock }: Refreshing, query: string): void {
  shelf.stop(query, clock.now());
}

/** What the planner needs of a query's accounts. Raises `login-unknown`, `workspace-gone`. */
export function factsOf({ workspaces, logins }: Refreshing, { accounts }: Query): AccountFacts[] {
  return accounts.map(({ login, workspace, name }) => workspaces.facts(logins.get(login), workspace, name));
}

function beginning(effects: Refreshing, query: Query, jobId: string, at: number): Job {
  return newJob(jobId, query, factsOf(effects, query), at);
}

function advance(effects: Refreshing, job: Job): Progress {
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
    stopped: (running) => effects.shelf.stopped(running),
    commit: (finished, table) => effects.lock.hold(() => commit(effects, finished, table)),
    save: (kept) => effects.shelf.save(kept),
    forget: (ended) => effects.shelf.forget(ended, ended.query.id),
  });
  if (after.problem) {
    after.problem = vanished(effects, after) ?? after.problem;
    recordProblem(effects, after.query.id, after.problem, effects.clock.now());
  }
  if (after.state !== 'reading' && after.state !== 'committing') recordRun(effects, after);
  return progressOf(after, effects.clock.now());
}

/** Writes the table and, once it stands, what became of it. */
function commit(effects: Refreshing, job: Job, { columns, rows }: Finished): string[] {
  const several = job.plan.accounts.length > 1;
  const fields = columns.map(({ field, title, type, format, long }) => ({
    field: `${field}:${type}`,
    title,
    format,
    long,
  }));
  const account = { field: 'account:text', title: 'Account', format: 'General', long: false };
  const now = effects.clock.now();
  const warnings = [...job.warnings, ...warningsOf(job, columns, rows)];
  const table = {
    columns: several ? [account, ...fields] : fields,
    rows,
    note: noteOf(job, rows.length, warnings, now),
  };
  // Others may have placed, changed or deleted the query since the refresh began, or have refreshed it: what is stored now
  // counts.
  effects.queries.reload();
  const stored = effects.queries.get(job.query.id);
  const query = { ...job.query, target: stored.query.target };
  const target = commitTable(effects.grid, effects.journal, query, table, stored.state.complete, now);
  const complete = {
    at: now,
    rows: rows.length,
    days: job.plan.days,
    zone: job.query.zone,
    fields: table.columns.map(({ field }) => field),
  };
  const state: QueryState = { complete, warnings, problem: null, problemAt: null };
  if (query.target.kind === 'placed') effects.queries.saveState(query.id, state);
  else effects.queries.save({ ...stored.query, target }, state);
  // A table that has just been placed must not be lost sight of, nor what its columns hold; else it is found again anyhow.
  const had = query.target.kind === 'placed' ? stored.state.complete?.fields : undefined;
  if (had?.join() !== complete.fields.join()) effects.grid.flush();
  effects.journal.end(query.id);
  return warnings;
}

/** Amounts without a currency can't be told apart: that is said, once. */
function warningsOf(job: Job, columns: Finished['columns'], rows: Finished['rows']): string[] {
  const shift = job.plan.accounts.length > 1 ? 1 : 0;
  const currency = columns.findIndex(({ field }) => field === 'currency');
  const money = columns.findIndex(({ type }) => type === 'money');
  if (currency < 0 || money < 0) return [];
  const lacking = rows.filter(
    (row) => row[currency + shift] === '' && Number(row[money + shift]) !== 0,
  ).length;
  return lacking > 0 ? [`Clockify gave no currency for the amounts of ${lacking} rows.`] : [];
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
