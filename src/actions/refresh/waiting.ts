import { type Job, type Progress, progressOf } from '../../job/job';
import type { Query } from '../../query/query';
import type { Effects } from '../effects';

/** How far the refreshes are that this person began in this spreadsheet and that wait to go on. */
export function listWaiting(effects: Effects): Progress[] {
  const { jobs, clock } = effects;
  return jobs
    .waiting()
    .filter((job) => mayGoOn(effects, job))
    .map((job) => progressOf(job, clock.now()));
}

/** The waiting job of a query that may go on, where the query asks today for what it asked for then. */
export function resumable(effects: Effects, query: Query): Job | null {
  const waiting = effects.jobs.load(query.id);
  if (waiting === null || 'job' in waiting || !mayGoOn(effects, waiting)) return null;
  return asked(waiting.query) === asked(query) ? waiting : null;
}

/** Whether a job was neither stopped nor overtaken: by a refresh that was complete since it began, or by its query's deletion. */
function mayGoOn({ jobs, queries }: Effects, job: Job): boolean {
  const stored = queries.find(job.query.id);
  return stored !== null && (stored.state.complete?.at ?? 0) < job.startedAt && !jobs.stopped(job);
}

/** What of a query decides what is read. */
function asked({ report, accounts, period, zone, columns, options }: Query): string {
  const of = accounts.map(({ login, workspace }) => [login, workspace]);
  return JSON.stringify([report, of, period, zone, columns, options]);
}
