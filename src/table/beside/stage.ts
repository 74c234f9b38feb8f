import { writeText } from '../../rows/text';
import { areaAt } from '../extent';
import type { Area, Grid } from '../grid';
import { freeStageName } from '../names';
import type { ColumnKind } from './columnKind';
import { cellsOf } from './side';
import { written } from './sideText';
import { lineOf, rowOf, type StagedRow } from './stagedLines';

/** What the journal knows of cells that are kept aside while they are moved. */
export interface Staged {
  /** The hidden tab on which they are: its id, or its name while that isn't known. */
  tab: number | string;
  /** Whether all of them are there. */
  ready: boolean;
  /** The row of the first, and how many rows there are. */
  row: number;
  rows: number;
  /** The first of their columns, the same as on the table's tab, and how many columns there are. */
  column: number;
  columns: number;
  /** What each of them is. */
  kinds: ColumnKind[];
  /** The titles above them; an empty text where it isn't a text. */
  titles: string[];
  /** How many columns the first is right of the table's first. */
  offset: number;
}

/** Whose cells are to be staged. */
export interface ToStage {
  side: Area;
  kinds: ColumnKind[];
  titles: string[];
  offset: number;
  rows: StagedRow[];
}

/**
 * Keeps cells on a hidden tab of their own until they stand at their new places. Formulas are no further up there than where
 * they stand, so that what they refer to is never outside of it. The cells are in the spreadsheet when this returns.
 */
export function stage(
  grid: Grid,
  { side, kinds, titles, offset, rows }: ToStage,
  noted: (staged: Staged) => void,
): Staged {
  const name = freeStageName(grid);
  const { column, columns } = side;
  const row = Math.max(1, ...rows.flatMap(({ cells }) => cells.map(({ place }) => place?.row ?? 1)));
  const where = { row, rows: rows.length, column, columns, kinds, titles, offset };
  let staged: Staged = { tab: name, ready: false, ...where };
  noted(staged);
  const sheet = grid.addTab(name, true, (id) => {
    staged = { ...staged, tab: id };
    noted(staged);
  });
  const area = areaOf(sheet, staged);
  grid.grow(sheet, grid.size(sheet), { rows: row + rows.length - 1, columns: column + columns });
  grid.setNumberFormats(
    { ...area, columns },
    rows.map(({ cells }) => cells.map(({ format }) => format)),
  );
  grid.write(
    area,
    rows.map((line) => [...line.cells.map(written), writeText(lineOf(line))]),
  );
  rows.forEach(({ cells }, down) => {
    cells.forEach(({ place }, across) => {
      if (place) grid.copyFormulas(areaAt(place, ONE), stagedCell(staged, down, across));
    });
  });
  grid.flush();
  staged = { ...staged, ready: true };
  noted(staged);
  return staged;
}

/** What is staged; null where its tab is gone, or not all of it was there when the execution ended. */
export function stagedRows(grid: Grid, staged: Staged): StagedRow[] | null {
  const { tab, ready, columns } = staged;
  if (!ready || typeof tab !== 'number' || grid.tabName(tab) === null) return null;
  const area = areaOf(tab, staged);
  const size = grid.size(tab);
  if (size.rows < area.row + area.rows - 1 || size.columns < area.column + columns) return null;
  return cellsOf(grid, area).flatMap((line) => rowOf(line[columns].content, line.slice(0, columns)) ?? []);
}

/** Where a cell is staged, by its row and column there, from 0. */
export function stagedCell({ tab, row, column }: Staged, down: number, across: number): Area {
  return areaAt({ sheet: Number(tab), row: row + down, column: column + across }, ONE);
}

/** Removes the tab, if it is there. One of which only the name is known is removed if nothing is on it. */
export function unstage(grid: Grid, { tab }: Pick<Staged, 'tab'>): void {
  const sheet = typeof tab === 'number' ? tab : grid.tabNamed(tab);
  if (sheet === null || grid.tabName(sheet) === null) return;
  const whole = areaAt({ sheet, row: 1, column: 1 }, grid.size(sheet));
  if (typeof tab === 'number' || grid.isBlank(whole)) grid.removeTab(sheet);
}

const ONE = { rows: 1, columns: 1 };

/** The staged cells with the column of their rows' texts. */
function areaOf(sheet: number, { row, rows, column, columns }: Staged): Area {
  return { sheet, row, column, rows, columns: columns + 1 };
}
