import { datasetOf } from '../datasets';
import { addedUp, differing, RECORDS, type Sums } from '../datasets/control';
import { type Job, type List, type Piece, sum } from './job';

/** Why a list, read to its end, isn't what Clockify says it is; null when it is. */
export function disagreement({ number, reading, stated }: List, job: Job): string | null {
  const { dataset } = reading;
  const pieces = job.pieces.filter(({ list }) => list === number);
  const { [RECORDS]: count, ...others } = stated;
  if (count !== undefined) {
    const received = sum(pieces, (piece) => piece.received);
    const records = sum(pieces, (piece) => piece.records);
    // Whether a running timer, which we leave out, is counted by Clockify isn't documented: both are complete.
    if (count < records || count > received) return inWords(dataset, RECORDS, count, received);
  }
  const sums = pieces.reduce<Sums>((all, piece) => addedUp(all, piece.sums), {});
  if (overlap(pieces)) return 'the same rows came twice';
  const name = differing(others, sums);
  return name === null ? null : inWords(dataset, name, others[name], sums[name]);
}

/**
 * Whether pages share records. Rows that are added up at once can't be looked through for those that come twice; but a list
 * that comes in the order of its keys has each of them in one page's span only. One in another order proves nothing.
 */
function overlap(pieces: Piece[]): boolean {
  if (pieces.some(({ spans }) => !spans)) return false;
  const spans = pieces.flatMap((piece) => piece.spans ?? []).sort(([a], [b]) => (a < b ? -1 : 1));
  return spans.some(([from], index) => index > 0 && from <= spans[index - 1][1]);
}

/** A sum of a dataset in words, or one of another; how many records a list has may be stated by a header alone. */
export function inWords(dataset: string, name: string, value: number, read?: number): string {
  const { controls, title } = datasetOf(dataset);
  const control = controls.find((candidate) => candidate.name === name) ?? { title, describe: String };
  const part = read === undefined ? '' : `${control.describe(read)} of `;
  return `${part}${control.describe(value)} ${control.title}`;
}
