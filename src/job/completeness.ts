import { datasetOf } from '../datasets';
import { describeSeconds } from '../query/describe';
import { type Job, type List, sum } from './job';

/** Why the lists of a job, all read, aren't what Clockify says they are; null when they are. */
export function disagreement(job: Job): string | null {
  for (const list of job.lists) {
    const reason = list.reading.purpose === 'rows' ? disagreementOf(list, job) : null;
    if (reason !== null) return reason;
  }
  return null;
}

function disagreementOf(list: List, job: Job): string | null {
  const { title } = datasetOf(list.reading.dataset);
  if (list.totals === null) return null;
  const pieces = job.pieces.filter((piece) => piece.list === list.number);
  const received = sum(pieces, (piece) => piece.received);
  const records = sum(pieces, (piece) => piece.records);
  const { totals } = list;
  // Whether a running timer, which we leave out, is counted by Clockify isn't documented: both are complete.
  if (totals.records < records || totals.records > received) {
    return `${received} of ${totals.records} ${title}`;
  }
  const seconds = sum(pieces, (piece) => piece.seconds);
  if (totals.seconds !== null && Math.round(totals.seconds) !== Math.round(seconds)) {
    return `${describeSeconds(seconds)} of ${describeSeconds(totals.seconds)} tracked`;
  }
  return null;
}
