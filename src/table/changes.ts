import type { Comparison } from './comparison';
import type { KnownLine } from './lines';
import { type Table, typeOf } from './table';

/** What a refresh changed about a table, in rows but for what it says otherwise. */
export interface TableChanges {
  added: number;
  changed: number;
  gone: number;
  /** Cells that somebody had typed over. */
  typedOver: number;
  /** By how many seconds the first column of durations or hours moved in all; null where there is none. */
  seconds: number | null;
}

/** What placing a table for the first time changes. */
export function allAdded(table: Table): TableChanges {
  const added = table.keys.filter((key) => key !== '').length;
  return { added, changed: 0, gone: 0, typedOver: 0, seconds: secondsOf(table) };
}

/** What the rows of a table changed, by what was written last. Rows of totals count for nothing. */
export function changesOf(
  table: Table,
  lines: KnownLine[],
  before: KnownLine[],
  { typedOver, seconds }: Pick<Comparison, 'typedOver' | 'seconds'>,
): TableChanges {
  const prints = new Map(before.map(({ key, print }) => [key, print]));
  prints.delete('');
  let [added, changed, kept] = [0, 0, 0];
  for (const { key, print } of lines) {
    if (key === '') continue;
    const was = prints.get(key);
    if (was === undefined) added += 1;
    else {
      kept += 1;
      if (was !== print) changed += 1;
    }
  }
  const now = secondsOf(table);
  return {
    added,
    changed,
    gone: prints.size - kept,
    typedOver: typedOver?.number ?? 0,
    seconds: now === null || seconds === null ? null : Math.round(now - seconds),
  };
}

/** What the first column of durations or hours adds up to, in seconds. */
function secondsOf({ columns, rows, keys }: Table): number | null {
  const at = columns.findIndex((column) => ['duration', 'hours'].includes(typeOf(column)));
  if (at < 0) return null;
  const perUnit = typeOf(columns[at]) === 'hours' ? 3600 : 86_400;
  let sum = 0;
  rows.forEach((cells, row) => {
    const cell = cells[at];
    if (keys[row] !== '' && typeof cell === 'number') sum += cell;
  });
  return Math.round(sum * perUnit);
}
