import { raise } from '../problems/problem';
import type { Query } from '../query/query';
import type { Area, Grid } from './grid';
import type { Unfinished } from './journal';

/** Where a query's table is or will be. */
export interface Place {
  /** The tab; null when one has to be made, named `newTab`. */
  sheet: number | null;
  newTab: string | null;
  row: number;
  column: number;
  /** The named range that is, or will be, the table. */
  range: string;
  /** The table as it is now, wherever it moved; null when it is not there yet. */
  old: Area | null;
  /** What each of its columns holds. */
  fields: string[];
}

/**
 * Finds a query's table, or the place for it. A named range is the table: it moves with its tab and with rows and columns
 * that are inserted before it. `fields` are those of the table as it was written last. Raises `tab-gone` and
 * `columns-inside`.
 */
export function findPlace(grid: Grid, query: Query, fields: string[], unfinished: Unfinished | null): Place {
  const { target } = query;
  if (target.kind === 'placed') {
    const old = grid.named(target.range);
    const place = { range: target.range, newTab: null, fields: knownFields(fields, unfinished) };
    if (old === null) {
      if (grid.tabName(target.sheet) === null) raise(tabGone(query.name));
      return { ...place, sheet: target.sheet, row: target.row, column: target.column, old: null };
    }
    const inserted = old.columns - columnsOf(query, fields, unfinished);
    if (inserted > 0) raise(columnsInside(grid, old, inserted, query.name));
    return { ...place, sheet: old.sheet, row: old.row, column: old.column, old };
  }
  const range =
    unfinished?.range ?? freeName(`Clockify_${slug(query.name)}`, '_', (name) => grid.named(name) !== null);
  if (target.kind === 'cell') {
    if (grid.tabName(target.sheet) === null) raise(tabGone(query.name));
    const { sheet, row, column } = target;
    return {
      sheet,
      newTab: null,
      row,
      column,
      range,
      old: unfinished ? grid.named(range) : null,
      fields: [],
    };
  }
  // A tab that an ended execution was making is taken over instead of making a second one.
  const begun = unfinished?.tab ?? null;
  const newTab = begun ?? freeName(tabTitle(query.name), ' ', (name) => grid.tabNamed(name) !== null);
  const sheet = begun === null ? null : grid.tabNamed(begun);
  const old = sheet === null ? null : grid.named(range);
  return { sheet, newTab, row: 1, column: 1, range, old, fields: [] };
}

/** How many columns the table has of itself: as it was written, else (a hand made that unreadable) as it would be. */
function columnsOf({ columns, accounts }: Query, fields: string[], unfinished: Unfinished | null): number {
  const written = Math.max(fields.length, unfinished?.fields.length ?? 0);
  return written || columns.length + (accounts.length > 1 ? 1 : 0);
}

/** After a commit with other columns that may or may not have come through, nothing is known of them. */
function knownFields(fields: string[], unfinished: Unfinished | null): string[] {
  return unfinished === null || unfinished.fields.join() === fields.join() ? fields : [];
}

/** `name`, or with the first number from 2 on that makes it free. */
function freeName(name: string, separator: string, taken: (name: string) => boolean): string {
  let free = name;
  for (let number = 2; taken(free); number++) free = `${name}${separator}${number}`;
  return free;
}

/** A name in letters that a named range may have. */
function slug(name: string): string {
  const plain = name.normalize('NFKD').replace(/[^A-Za-z0-9]+/g, '_');
  return plain.replace(/^_+|_+$/g, '').slice(0, 60) || 'Table';
}

function tabTitle(name: string): string {
  return (
    name
      .replace(/[[\]:*?/\\]/g, ' ')
      .slice(0, 90)
      .trim() || 'Clockify'
  );
}

/** The problem of a query whose tab is no longer there. */
export function tabGone(query: string) {
  return {
    code: 'tab-gone' as const,
    scope: { query },
    title: `The tab that ${query} writes to was deleted.`,
    remedy: 'Choose where its table should go and refresh again, or undo the deletion.',
    retry: 'never' as const,
  };
}

function columnsInside(grid: Grid, old: Area, number: number, query: string) {
  const cells = grid.address(old);
  const columns = number === 1 ? 'A column was' : `${number} columns were`;
  return {
    code: 'columns-inside' as const,
    scope: { query, cells },
    title: `${columns} inserted inside the table of ${query} (${cells}) and would be overwritten. Nothing was changed.`,
    remedy: 'Move what was inserted to the right of the table, delete the empty columns, and refresh again.',
    retry: 'never' as const,
  };
}
