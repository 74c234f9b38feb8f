import type { Value } from './value';

/**
 * A row as it was read: what sorts it, what tells it from others, and its values in the units of their types, or what a group
 * keeps of its records. Plain JSON, so that it can wait between two executions.
 */
export type Row = [order: string | number, key: string, values: Value[]];

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
