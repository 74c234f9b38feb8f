import type { ValueType } from '../reports/report';
import type { Table } from '../rows/table';
import type { Threshold } from './settings';

/** A row that is beyond a threshold: what it is of, and its value as the table shows it. */
export interface Exceeded {
  label: string;
  value: number;
}

/** What a threshold finds in a table. */
export interface Finding {
  /** What was looked at: a column's title, or null for the number of rows. */
  column: string | null;
  /** `%`, `h` or nothing, after a value. */
  unit: string;
  rows: Exceeded[];
}

/** Values as a person reads them. */
const SHOWN: Partial<Record<ValueType, { times: number; unit: string }>> = {
  duration: { times: 24, unit: ' h' },
  hours: { times: 1, unit: ' h' },
  percent: { times: 100, unit: ' %' },
  money: { times: 1, unit: '' },
  number: { times: 1, unit: '' },
};

const LABELS: ValueType[] = ['text', 'date', 'month'];

/** What of a table is beyond a threshold; null where nothing is, or where the table has no such column. */
export function exceeded(
  { columns, cells, rows, keys }: Table,
  { on, test, value }: Threshold,
): Finding | null {
  const beyond = (found: number) => (test === 'above' ? found > value : found < value);
  if (on === 'rows')
    return beyond(rows) ? { column: null, unit: '', rows: [{ label: '', value: rows }] } : null;
  const place = columns.findIndex(({ field }) => field === on);
  const shown = place < 0 ? undefined : SHOWN[columns[place].type];
  if (shown === undefined) return null;
  const found = cells.flatMap((line, index): Exceeded[] => {
    const cell = line[place];
    // Rows without a key are totals of others.
    if (typeof cell !== 'number' || keys[index] === '') return [];
    const reached = rounded(cell * shown.times);
    return beyond(reached) ? [{ label: labelOf(line, columns), value: reached }] : [];
  });
  return found.length > 0 ? { column: columns[place].title, unit: shown.unit, rows: found } : null;
}

/** The first texts of a row. Dates of a cell are numbers of days, which nobody reads: they are left out. */
function labelOf(line: Table['cells'][number], columns: Table['columns']): string {
  const texts = line.flatMap((cell, index) =>
    typeof cell === 'string' && cell !== '' && LABELS.includes(columns[index].type)
      ? [cell.replace(/^'/, '').slice(0, 80)]
      : [],
  );
  return texts.slice(0, 2).join(' · ');
}

/** To two decimals, so that 0.8 of a cell is 80 and not a hair above. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
