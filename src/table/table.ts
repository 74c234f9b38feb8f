import type { Cell } from '../rows/cell';
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
  /** What the note of the first cell says about it. */
  note: string[];
}

/** Fingerprints of a table's titles, as its header shows them. */
export function titlesOf({ columns }: Pick<Table, 'columns'>): string[] {
  return columns.map(({ title }) => fingerprint(title));
}

/** What a column holds: `text`, `date`, `number` … */
export function typeOf({ field }: Pick<Column, 'field'>): string {
  return field.slice(field.lastIndexOf(':') + 1);
}
