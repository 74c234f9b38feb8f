import type { AnyReport } from '../reports/report';
import type { Cell } from './cell';
import type { Column, StagedCell } from './column';
import { writeText } from './text';

/** A row that was read: what sorts it, what tells it from others, and its cells. Plain JSON. */
export type StagedRow = [order: string | number, key: string, cells: StagedCell[]];

/** The rows that records of a dataset give. */
export function rowsOf(records: unknown[], report: AnyReport, columns: Column[]): StagedRow[] {
  const rows: StagedRow[] = [];
  for (const source of records) {
    for (const record of report.records(source)) {
      const cells: StagedCell[] = [];
      for (const column of columns) cells.push(column.read(record));
      rows.push([report.order(record), report.key(record), cells]);
    }
  }
  return rows;
}

/** Puts rows in the report's order, rows of one place by key: the same rows always give the same table. */
export function sortRows(rows: StagedRow[]): StagedRow[] {
  return rows.sort((a, b) => compare(a[0], b[0]) || compare(a[1], b[1]));
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** How many keys come more than once. */
export function repeatedKeys(rows: StagedRow[]): number {
  const seen = new Set<string>();
  for (const row of rows) seen.add(row[1]);
  return rows.length - seen.size;
}

/** Names by id, as a lookup's dataset gives them; an id may have several. */
export type Names = Map<string, string[]>;

/**
 * The cells of staged rows, with ids turned into names: names sorted and joined with commas. `names` holds what was read
 * for each looked-up dataset. The rows' own arrays are used up.
 */
export function cellsOf(rows: StagedRow[], columns: Column[], names: Map<string, Names>): Cell[][] {
  const looking = columns.flatMap((column, index) =>
    column.lookup ? [{ index, lookup: column.lookup }] : [],
  );
  return rows.map(([, , line]) => {
    for (const { index, lookup } of looking) {
      const cell = line[index];
      if (typeof cell !== 'object') continue;
      const known = names.get(lookup.dataset.id);
      const found = cell.lookUp.flatMap((id) => known?.get(id) ?? (lookup.missing === 'id' ? [id] : []));
      line[index] = writeText(found.sort().join(', '));
    }
    return line as Cell[];
  });
}

/** Whether a row holds ids whose names must be looked up in a dataset. */
export function looksUp(rows: StagedRow[], columns: Column[], dataset: string): boolean {
  const indices = columns.flatMap((column, index) => (column.lookup?.dataset.id === dataset ? [index] : []));
  return (
    indices.length > 0 &&
    rows.some(([, , cells]) => indices.some((index) => typeof cells[index] === 'object'))
  );
}
