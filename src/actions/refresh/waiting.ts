import { type Job, type Progress, progressOf } from '../../job/job';
import type { Query } from '../../query/query';
import type { Effects } from '../effects';

/** How far the refreshes are that this person began in this spreadsheet and that wait to go on. */
export function listWaiting({ jobs, clock }: Effects): Progress[] {
  return jobs
    .waiting()
    .filter((job) => !jobs.stopped(job))
    .map((job) => progressOf(job, clock.now()));
}

/** The waiting job of a query that may go on: not stopped, and the query asks today for what it asked for then. */
export function resumable({ jobs }: Effects, query: Query): Job | null {
  const waiting = jobs.load(query.id);
  if (waiting === null || 'job' in waiting || jobs.stopped(waiting)) return null;
  return asked(waiting.query) === asked(query) ? waiting : null;
}

/** What of a query decides what is read. */
function asked({ report, accounts, period, zone, columns, options }: Query): string {
  const of = accounts.map(({ login, workspace }) => [login, workspace]);
  return JSON.stringify([report, of, period, zone, columns, options]);
}
