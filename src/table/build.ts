import type { Cell } from '../rows/cell';
import { areaAt } from './extent';
import type { Area, Grid } from './grid';
import type { Journal, Unfinished } from './journal';
import { freeBuildName } from './names';

/** The most cells that are written by one call; Sheets takes as long for more as an execution has. */
const ONE_WRITE = 2_000_000;

/** How many cells are written at a time into the tab on which a larger table is built. */
const BUILD_WRITE = 500_000;

/** What is to be done about tabs on which tables are built: those that were left are removed, and a new one is noted. */
interface Building {
  free(): void;
  noted(building: number | string): void;
}

/** Writes values by one call. A table that is too large for that is built on a hidden tab and moved by one call. */
export function writeValues(grid: Grid, area: Area, cells: Cell[][], { free, noted }: Building): void {
  if (area.rows * area.columns <= ONE_WRITE) grid.write(area, cells);
  else buildAside(grid, area, cells, { free, noted });
}

function buildAside(grid: Grid, area: Area, cells: Cell[][], { free, noted }: Building): void {
  free();
  const name = freeBuildName(grid);
  noted(name);
  const sheet = grid.addTab(name, true, noted);
  const built: Area = { ...area, sheet, row: 1, column: 1 };
  grid.grow(sheet, grid.size(sheet), { rows: built.rows, columns: built.columns });
  const rowsAtOnce = Math.max(1, Math.floor(BUILD_WRITE / built.columns));
  for (let row = 0; row < built.rows; row += rowsAtOnce) {
    const lines = cells.slice(row, row + rowsAtOnce);
    grid.write({ ...built, row: row + 1, rows: lines.length }, lines);
  }
  grid.flush();
  grid.copyValues(built, area);
  grid.removeTab(sheet);
}

/** Removes the tabs on which tables were being built when their executions ended: under the lock nobody builds now. */
export function removeBuildTabs(grid: Grid, journal: Journal): void {
  for (const query of journal.all()) {
    const unfinished = journal.unfinished(query);
    if (unfinished) removeBuildTab(grid, unfinished);
  }
}

/** A tab of which only the name is known is removed if nothing is on it: else it may be somebody's. */
export function removeBuildTab(grid: Grid, { building }: Pick<Unfinished, 'building'>): void {
  if (typeof building === 'number') grid.removeTab(building);
  if (typeof building !== 'string') return;
  const sheet = grid.tabNamed(building);
  const cell = sheet === null ? null : { sheet, row: 1, column: 1 };
  if (cell && grid.isBlank(areaAt(cell, grid.size(cell.sheet)))) grid.removeTab(cell.sheet);
}
