import { nextNumber } from './change';
import type { PageRefused } from './event';
import { type Job, type List, newList } from './job';

/** Whether sums leave open what records would say: they can't tell by themselves, or Clockify doesn't know one of the groups. */
export function leavesOpen({ reading }: List, { undecided, failure }: PageRefused): boolean {
  if (reading.records === undefined) return false;
  return undecided === true || (failure.kind === 'refused' && /\bgroup/i.test(failure.message));
}

/** The job with the records that a list of sums stands for in its place, for those who take of it. */
export function withRecords(job: Job, list: List): Job {
  const { records, groups: _, ...reading } = list.reading;
  if (records === undefined) return job;
  const begun = newList(nextNumber(job), { ...reading, dataset: records });
  return {
    ...job,
    lists: [...job.lists.filter(({ number }) => number !== list.number), begun],
    pieces: job.pieces.filter((piece) => piece.list !== list.number),
  };
}
