import type { Source } from '../goingOn/merge';
import type { KnownLine } from '../lines';
import type { RowIdentity } from './successors';

/** A table that was gone on from. */
interface GoneOnFrom {
  /** How many rows stand. */
  rows: number;
  answer: RowIdentity[];
  lines: KnownLine[] | null;
  /** Where each row of the new table comes from. */
  sources: Source[];
  /** Whether a commit was cut short. */
  again: boolean;
}

/**
 * The rows of such a table as they stand and as they are to be. Those that stay are known by where they stand, so that they needn't
 * be read: only from the first on that doesn't is `readFrom` asked what the rows are.
 */
export function rowsGoneOnFrom(
  { rows, answer, lines, sources, again }: GoneOnFrom,
  readFrom: (top: number) => RowIdentity[],
): { old: RowIdentity[]; next: RowIdentity[] } {
  const all = Array.from({ length: rows }, (_, index) => index);
  const stays = new Set(sources.flatMap((source) => ('old' in source ? [source.old] : [])));
  const first = all.findIndex((index) => !stays.has(index));
  const known = lines?.length === rows && !again;
  const top = known ? (first < 0 ? rows : first) : 0;
  const read = top < rows ? readFrom(top) : [];
  const unread = (index: number): RowIdentity => ({
    key: lines?.[index].key ?? null,
    print: lines?.[index].print ?? '',
    label: '',
  });
  const old = all.map((index) => (index < top ? unread(index) : read[index - top]));
  return { old, next: sources.map((source) => ('old' in source ? old[source.old] : answer[source.new])) };
}
