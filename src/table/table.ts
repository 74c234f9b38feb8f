import type { Cell } from '../rows/cell';
import type { GoingOn } from './goingOn/goingOn';
import { fingerprint } from './placed';

/** A column of a finished table. */
export interface Column {
  /** What it holds, as `field:type`. */
  field: string;
  title: string;
  format: string;
  /** Whether its texts are long. */
  long: boolean;
}

/** A finished table: what its first row says and what is below. */
export interface Table {
  columns: Column[];
  rows: Cell[][];
  /** For each of its rows what tells it from all others, from refresh to refresh; empty for totals. */
  keys: string[];
  /** What the note of the first cell says about it. */
  note: string[];
  /** How it goes on from the table that stands: then its rows are those of the answer, and `note` waits for what stays. */
  goesOn?: GoingOn;
}

/** Fingerprints of a table's titles, as its header shows them. */
export function titlesOf({ columns }: Pick<Table, 'columns'>): string[] {
  return columns.map(({ title }) => fingerprint(title));
}

/** A fingerprint of the texts in the last row of a table, as its cells show them; empty where it has none. */
export function lastPrint({ columns, rows }: Pick<Table, 'columns' | 'rows'>): string {
  const last = rows[rows.length - 1] ?? [];
  // A text is written with the mark that keeps it one.
  const texts = last.map((cell) => String(cell).replace(/^'/, ''));
  return textsPrint(
    texts,
    columns.map(({ field }) => field),
  );
}

/** A fingerprint of those cells of a row that hold texts, by the fields of its columns. */
export function textsPrint(shown: string[], fields: string[]): string {
  const texts = shown.filter((_, place) => typeOf({ field: fields[place] }) === 'text');
  return texts.length > 0 ? fingerprint(texts.join('\n')) : '';
}

/** What a column holds: `text`, `date`, `number` … */
export function typeOf({ field }: Pick<Column, 'field'>): string {
  return field.slice(field.lastIndexOf(':') + 1);
}
