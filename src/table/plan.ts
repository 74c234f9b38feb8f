import type { Cell as Value } from '../rows/cell';
import { areaAt, around, type Cell, difference, type Size, sameSize } from './extent';
import { formatAll, formatChanges, formatLongTab, formatTab, LONG, type Standing } from './formats';
import type { Area } from './grid';
import type { Column } from './table';
import type { Write } from './write';

/** What is known of the place of a table before it is written. */
export interface Before {
  /** The first cell of the table, old and new. */
  cell: Cell;
  /** The name of the range that is the table. */
  range: string;
  /** How large the range of that name is; null when there is none. */
  named: Size | null;
  /** Sizes, from the first cell on, whose cells are the table's own: looked at by nobody before they are overwritten. */
  own: Size[];
  /** Of the tab. */
  tab: Size;
  /** What its columns hold now and how they are formatted; null when that isn't known. */
  standing: Standing | null;
  /** Whether the cells of the rectangle around all of this that belong to neither table are blank. */
  cornerBlank: boolean;
  /** Whether the tab is the table's own and this its first placing: then nobody's looks are on it. */
  ownTab: boolean;
}

/** The part of a finished table that decides where what is written. */
export interface Content {
  columns: Column[];
  /** All rows with the header, or those that don't stand already; each as long as there are columns. */
  cells: Value[][];
  /** How many rows, the header counted, stand already above these and below them: none where nothing is said. */
  above?: number;
  below?: number;
  /** A header that is to be written though what is below it stands. */
  header?: Value[];
}

/**
 * The writes, in order, that make a table of what stands at its place. `undo` is what takes a write back; it may be done as
 * long as the spreadsheet is known to have refused the values as a whole. After `settle` what came before is in the
 * spreadsheet, and nothing is undone.
 *
 * Values go in by one write over the rectangle around the old and the new table, without the rows above and below all that
 * differ, which stand already. Where cells of somebody else are in that
 * rectangle (a table that grows one way and shrinks the other has a corner that belongs to neither) the new table is
 * written first, and what is left of the old one is emptied after: whatever comes between, there are never fewer rows than
 * either table has. No cell is emptied before the new table stands.
 */
export function planCommit(before: Before, content: Content): Write[] {
  const { columns, cells, above = 0, below = 0, header } = content;
  const { cell, range, named, own, tab } = before;
  const size: Size = { rows: above + cells.length + below, columns: columns.length };
  const table = areaAt(cell, size);
  const whole = before.cornerBlank ? around([...own, size]) : size;
  const needed = { rows: cell.row + whole.rows - 1, columns: cell.column + whole.columns - 1 };
  const left = before.cornerBlank ? [] : difference(cell, own, [size]);
  const renamed = named !== null && !sameSize(named, size);
  const writes: Write[] = [];
  const long =
    before.ownTab && tab.rows > cell.row && needed.rows > tab.rows && needed.rows * size.columns > LONG;
  const grown = around([tab, long ? { ...needed, rows: tab.rows } : needed]);
  if (!sameSize(grown, tab)) writes.push({ do: 'grow', sheet: cell.sheet, from: tab, to: grown });
  if (long) writes.push(...formatLongTab(table, columns, grown, needed.rows));
  else writes.push(...formats(before, table, columns, grown.rows));
  // A table that isn't there yet has its name before its values, so that they are found again.
  if (named === null) {
    writes.push({ do: 'name', name: range, area: table, undo: [{ do: 'unname', name: range }] });
  }
  if (header) writes.push({ do: 'values', area: areaAt(cell, { ...size, rows: 1 }), cells: [header] });
  const written = { ...whole, rows: whole.rows - above - below };
  const from = { ...cell, row: cell.row + above };
  if (written.rows > 0) {
    writes.push({ do: 'values', area: areaAt(from, written), cells: padded(cells, written) });
  }
  // The name that stands moves with rows and columns that somebody inserts meanwhile: it is set anew only after a look.
  if (renamed || left.length > 0) writes.push({ do: 'settle' });
  writes.push(...left.map((area): Write => ({ do: 'empty', area })));
  if (renamed) writes.push({ do: 'name', name: range, area: table });
  return writes;
}

function formats({ standing, ownTab }: Before, table: Area, columns: Column[], bottom: number): Write[] {
  if (ownTab) return formatTab(table, columns, bottom);
  const data: Area = { ...table, row: table.row + 1, rows: table.rows - 1 };
  return standing ? formatChanges(data, columns, standing) : formatAll(data, columns);
}

/** The cells of the rectangle around a table's old and new sizes that belong to neither. */
export function cornerOf(cell: Cell, own: Size[], size: Size): Area[] {
  return difference(cell, [around([...own, size])], [...own, size]);
}

function padded(cells: Value[][], { rows, columns }: Size): Value[][] {
  const missing = columns - (cells[0]?.length ?? columns);
  const filler: Value[] = new Array(Math.max(0, missing)).fill('');
  const lines = missing > 0 ? cells.map((line) => [...line, ...filler]) : [...cells];
  const blank: Value[] = new Array(columns).fill('');
  while (lines.length < rows) lines.push(blank);
  return lines;
}
