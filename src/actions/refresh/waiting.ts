import { isEnded, type Job } from '../../job/job';
import { type Progress, progressOf } from '../../job/progress';
import type { Query } from '../../query/query';
import type { Effects } from '../effects';

/**
 * How far the refreshes are that this person began in this spreadsheet and that wait to go on: one for each query. Those of one
 * job of several share its id.
 */
export function listWaiting(effects: Effects): Progress[] {
  const { jobs, clock } = effects;
  return jobs
    .waiting(clock.now())
    .flatMap((job) =>
      job.queries.flatMap((asked, index) =>
        !isEnded(asked) && mayGoOn(effects, job, index) ? [progressOf(job, clock.now(), index)] : [],
      ),
    );
}

/** The waiting job of a query that may go on, where the query asks today for what it asked for then. */
export function resumable(effects: Effects, query: Query): Job | null {
  const waiting = effects.jobs.load(query.id);
  if (waiting === null || 'job' in waiting || !mayGoOn(effects, waiting, 0)) return null;
  return asked(waiting.queries[0].query) === asked(query) ? waiting : null;
}

/** Whether a query was neither stopped nor overtaken: by a refresh that was complete since the job began, or by its deletion. */
function mayGoOn({ jobs, queries }: Effects, job: Job, index: number): boolean {
  const { id } = job.queries[index].query;
  const stored = queries.find(id);
  return (
    stored !== null && (stored.state.complete?.at ?? 0) < job.startedAt && !jobs.stopped(id, job.startedAt)
  );
}

/** What of a query decides what is read and how it is laid out. */
function asked({
  id: _id,
  name: _name,
  target: _target,
  version: _version,
  accounts,
  ...rest
}: Query): string {
  const of = accounts.map(({ login, workspace }) => [login, workspace]);
  return JSON.stringify([of, rest]);
}
