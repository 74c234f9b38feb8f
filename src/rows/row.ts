import type { AnyReport, RowContext } from '../reports/report';
import type { Column } from './column';
import type { Value } from './value';

/**
 * A row as it was read: what sorts it, what tells it from others, and its values in the units of their types. Plain JSON, so
 * that it can wait between two executions.
 */
export type Row = [order: string | number, key: string, values: Value[]];

/** The rows that records of a dataset give. */
export function rowsOf(records: unknown[], report: AnyReport, columns: Column[], context: RowContext): Row[] {
  const rows: Row[] = [];
  for (const source of records) {
    for (const record of report.records(source)) {
      const values: Value[] = [];
      for (const column of columns) values.push(column.read(record, context));
      rows.push([report.order(record), report.key(record), values]);
    }
  }
  return rows;
}

/** Puts rows in the report's order, rows of one place by key: the same rows always give the same table. */
export function sortRows(rows: Row[]): Row[] {
  return rows.sort((a, b) => compare(a[0], b[0]) || compare(a[1], b[1]));
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** How many keys come more than once. */
export function repeatedKeys(rows: Row[]): number {
  const seen = new Set<string>();
  for (const row of rows) seen.add(row[1]);
  return rows.length - seen.size;
}

/** Whether a row holds ids whose names must be looked up in a dataset. */
export function looksUp(rows: Row[], columns: Column[], dataset: string): boolean {
  const indices = columns.flatMap((column, index) => (column.lookup?.dataset.id === dataset ? [index] : []));
  return (
    indices.length > 0 && rows.some(([, , values]) => indices.some((index) => Array.isArray(values[index])))
  );
}
