import { problemOf, raise } from '../problems/problem';
import type { PlacedTarget, Query } from '../query/query';
import type { CompleteTable } from '../query/state';
import type { Cell } from '../rows/cell';
import { writeText } from '../rows/text';
import { inTheWay } from './collision';
import { formatColumns, isAutomatic, wantedFormats } from './formats';
import type { Area, Grid } from './grid';
import type { Journal } from './journal';
import { type Layout, layOut, within } from './layout';
import { withOwnLines } from './note';
import { findPlace, type Place } from './place';

/** A finished table: what its first row says and what is below. */
export interface Table {
  columns: { field: string; title: string; format: string; long: boolean }[];
  rows: Cell[][];
  /** What the note of the first cell says about it. */
  note: string[];
}

/** The most cells that are written by one call; Sheets takes as long for more as an execution has. */
export const ONE_WRITE = 2_000_000;

/** How many cells are written at a time into the tab on which a larger table is built. */
const BUILD_WRITE = 500_000;

/** The hidden tab on which a table is built that is too large for one call. */
export const BUILD_TAB = 'Clocktable (building)';

/**
 * Replaces a query's table by a new one and gives the place it has now. Nothing but the table's own cells is touched, and
 * of those only values: formats, widths and styles stay. Until the one write that replaces the values nothing has changed;
 * what refuses before leaves everything as it was. Raises `cells-in-the-way`, `columns-inside`, `tab-gone`,
 * `target-protected`, `cells-too-many`.
 */
export function commitTable(
  grid: Grid,
  journal: Journal,
  query: Query,
  table: Table,
  before: CompleteTable | null,
  now: number,
): PlacedTarget {
  const unfinished = journal.unfinished(query.id);
  if (unfinished !== null) removeBuildTab(grid);
  const place = findPlace(grid, query, before?.fields ?? [], unfinished);
  const fields = table.columns.map(({ field }) => field);
  const begin = () => journal.begin(query.id, { at: now, tab: place.newTab, range: place.range, fields });
  if (place.newTab !== null) begin();
  const sheet = place.sheet ?? addTab(grid, journal, query, place.newTab ?? query.name);
  const size = { rows: table.rows.length + 1, columns: table.columns.length };
  const layout = layOut(place.old, { sheet, row: place.row, column: place.column }, size);
  const grown = layout.added.length > 0 ? grid.size(sheet) : null;
  if (place.newTab === null && grown) refuseCollisions(grid, layout, place.old, grown, query);
  const kept = lookBefore(grid, place);
  if (place.newTab === null) begin();
  try {
    if (grown) grid.grow(sheet, grown, { rows: bottom(layout.written), columns: right(layout.written) });
    format(grid, layout, table, place, kept.formats);
    if (layout.emptied) grid.clear(layout.emptied);
    // The range covers all that is written before it is written, and the table alone after: an execution that ends in
    // between leaves no rows outside of it.
    if (!same(place.old, layout.written)) grid.name(place.range, layout.written);
    write(grid, layout, table);
    if (!same(layout.written, layout.table)) grid.name(place.range, layout.table);
    // Also when an ended execution had begun to place it: whether it came to its header isn't known.
    if (place.old === null || query.target.kind !== 'placed')
      style(grid, layout.table, table, place.newTab !== null);
    grid.setNote(layout.table, withOwnLines(kept.note, table.note));
    grid.flush();
  } catch (error) {
    try {
      undo(grid, place, sheet);
    } catch {
      // What refuses the table may refuse the clearing up too: the first refusal is the one to tell.
    }
    if (place.newTab !== null || refused(error)) journal.end(query.id);
    throw error;
  }
  const { row, column } = layout.table;
  return { kind: 'placed', range: place.range, sheet, row, column };
}

/** Makes the table's tab. One that is refused was never there, so nothing is left to be repaired. */
function addTab(grid: Grid, journal: Journal, query: Query, name: string): number {
  try {
    return grid.addTab(name, false);
  } catch (error) {
    journal.end(query.id);
    throw error;
  }
}

function refuseCollisions(
  grid: Grid,
  layout: Layout,
  old: Area | null,
  size: { rows: number; columns: number },
  query: Query,
): void {
  const there = layout.added.map((area) => within(area, size)).filter((area) => area !== null);
  const taken = there.filter((area) => !grid.isBlank(area));
  if (taken.length > 0) raise(inTheWay(grid, taken, layout.table, old, query.name));
}

/** What the table has now that must survive: the number formats of its columns and the note of its first cell. */
function lookBefore(grid: Grid, place: Place): { formats: (string | undefined)[]; note: string } {
  const { old, fields } = place;
  if (old === null) return { formats: [], note: place.newTab === null ? grid.note(cellAt(place)) : '' };
  const firstRow = { ...old, row: old.row + 1, rows: 1 };
  const known = fields.length > 0 && firstRow.row <= grid.size(old.sheet).rows;
  const formats = known ? grid.numberFormats(firstRow)[0] : [];
  // A table without rows: those it had before left their formats below its header, if there ever were any.
  const kept = old.rows > 1 ? formats : formats.map((format) => (isAutomatic(format) ? undefined : format));
  return { formats: kept, note: grid.note(old) };
}

function cellAt({ sheet, row, column }: Place): Area {
  return { sheet: sheet ?? 0, row, column, rows: 1, columns: 1 };
}

/** Formats columns whose field is new there, and the rows that are new. */
function format(
  grid: Grid,
  layout: Layout,
  table: Table,
  place: Place,
  formats: (string | undefined)[],
): void {
  const { table: area } = layout;
  if (area.rows === 1) return;
  const data: Area = { ...area, row: area.row + 1, rows: area.rows - 1 };
  const wanted = wantedFormats(table.columns, { fields: place.fields, formats });
  if (place.old === null || place.old.rows === 1 || formats.length === 0) {
    formatColumns(grid, data, wanted);
    return;
  }
  const changed = wanted.map((format, index) => (format === formats[index] ? null : format));
  formatColumns(grid, data, changed);
  const firstNew = Math.max(place.old.row + place.old.rows, data.row);
  const rows = area.row + area.rows - firstNew;
  if (rows <= 0) return;
  const unchanged = wanted.map((format, index) => (changed[index] === null ? format : null));
  formatRows(grid, { ...data, row: firstNew, rows }, unchanged, wanted);
}

/** New rows below: one call with a format a cell is cheaper for few rows, one call a format for many. */
function formatRows(grid: Grid, area: Area, unchanged: (string | null)[], wanted: string[]): void {
  if (area.rows * area.columns > 20_000) formatColumns(grid, area, unchanged);
  else
    grid.setNumberFormats(
      area,
      Array.from({ length: area.rows }, () => wanted),
    );
}

/** How a table looks when it is placed; from then on its looks are the user's. A tab of its own gets fitting widths. */
function style(grid: Grid, area: Area, table: Table, ownTab: boolean): void {
  grid.styleHeader({ ...area, rows: 1 }, ownTab);
  if (!ownTab) return;
  grid.setWidth(area, WIDTH);
  const long = table.columns.findIndex((column) => column.long);
  if (long >= 0) grid.setWidth({ ...area, column: area.column + long, columns: 1 }, LONG_WIDTH);
}

const WIDTH = 130;
const LONG_WIDTH = 320;

/** Writes the whole table, padded with empty cells to the size of the old one: after it there is the new table only. */
function write(grid: Grid, layout: Layout, table: Table): void {
  const { written } = layout;
  const header = table.columns.map(({ title }) => writeText(title));
  const cells = padded([header, ...table.rows], written);
  if (written.rows * written.columns <= ONE_WRITE) grid.write(written, cells);
  else buildAside(grid, written, cells);
}

/** Builds a table that is too large for one call on a hidden tab, and moves it by one call. */
function buildAside(grid: Grid, written: Area, cells: Cell[][]): void {
  // Under the lock nobody else builds: what is there was left by an ended execution, of this query or another.
  removeBuildTab(grid);
  const sheet = grid.addTab(BUILD_TAB, true);
  const built: Area = { ...written, sheet, row: 1, column: 1 };
  grid.grow(sheet, grid.size(sheet), { rows: built.rows, columns: built.columns });
  const rowsAtOnce = Math.max(1, Math.floor(BUILD_WRITE / built.columns));
  for (let row = 0; row < built.rows; row += rowsAtOnce) {
    const lines = cells.slice(row, row + rowsAtOnce);
    grid.write({ ...built, row: row + 1, rows: lines.length }, lines);
  }
  grid.flush();
  grid.copyValues(built, written);
  grid.removeTab(sheet);
}

function padded(cells: Cell[][], { rows, columns }: Area): Cell[][] {
  const missing = columns - cells[0].length;
  const filler: Cell[] = new Array(Math.max(0, missing)).fill('');
  const lines = missing > 0 ? cells.map((line) => [...line, ...filler]) : cells;
  const blank: Cell[] = new Array(columns).fill('');
  while (lines.length < rows) lines.push(blank);
  return lines;
}

/** Takes away what was made for a commit that failed: the old table, if there was one, has the range to itself again. */
function undo(grid: Grid, place: Place, sheet: number): void {
  removeBuildTab(grid);
  if (place.old !== null) grid.name(place.range, place.old);
  else if (place.newTab === null) grid.unname(place.range);
  else grid.removeTab(sheet);
}

/** Removes what an ended execution or a refusal left of a table that was being built aside. */
function removeBuildTab(grid: Grid): void {
  const building = grid.tabNamed(BUILD_TAB);
  if (building !== null) grid.removeTab(building);
}

/** Whether the sheet refused to be written to, which it does as a whole: the old values stand. Else it isn't known. */
function refused(error: unknown): boolean {
  const { code } = problemOf(error);
  return code === 'target-protected' || code === 'cells-too-many';
}

function same(a: Area | null, b: Area): boolean {
  return a !== null && a.rows === b.rows && a.columns === b.columns;
}

function bottom(area: Area): number {
  return area.row + area.rows - 1;
}

function right(area: Area): number {
  return area.column + area.columns - 1;
}
