import { writeText } from '../../rows/text';
import { areaAt } from '../extent';
import type { Area, Grid } from '../grid';
import { freeKeptName, keptName } from '../names';
import { cellsOf } from './side';
import { type SideCell, sameContent } from './sideCell';
import { written } from './sideText';

/** What was typed beside a row that is gone. */
export interface KeptCell {
  /** A digest of the row's key; empty where nobody knows it. */
  key: string;
  /** What the row itself showed. */
  text: string;
  /** The title of the column in which it stood. */
  title: string;
  cell: SideCell;
}

/** The same on its tab, in a row. */
export interface KeptLine extends KeptCell {
  row: number;
}

const HEADER = ['Gone since', 'Row', 'Column', 'Typed', 'Key'];
const WIDTH = HEADER.length;
const TYPED = HEADER.indexOf('Typed');

/**
 * The tab with what was typed beside rows of a query's table that are gone; null when there is none. It is known by its header,
 * whoever renamed it; `known` is the one that was written to last.
 */
export function keptTab(grid: Grid, query: string, known: number | null): number | null {
  const named = grid.tabNamed(keptName(query));
  return [known, named].find((tab) => tab !== null && isKept(grid, tab)) ?? null;
}

/** All that is kept on such a tab; lines that were changed so that they can't be read are left out. */
export function keptLines(grid: Grid, tab: number): KeptLine[] {
  const { rows } = grid.size(tab);
  if (rows < 2) return [];
  return cellsOf(grid, lineArea(tab, 2, rows - 1)).flatMap((line, index) => {
    const [, text, title, , key] = line.map(({ content }) => String(content));
    const cell = { ...line[TYPED], formula: false };
    return cell.content === '' ? [] : [{ row: index + 2, key, text, title, cell }];
  });
}

/** Writes cells below all others of the tab, which is made when there is none. Gives the tab. */
export function keep(
  grid: Grid,
  query: string,
  tab: number | null,
  cells: KeptCell[],
  since: string,
): number {
  const sheet = tab ?? makeTab(grid, query);
  const { rows } = grid.size(sheet);
  const held = rows < 2 ? [] : grid.contents(lineArea(sheet, 2, rows - 1));
  const last = held.reduce((found, line, index) => (line.some((one) => one !== '') ? index : found), -1);
  const row = last + 3;
  const area = lineArea(sheet, row, cells.length);
  grid.grow(sheet, grid.size(sheet), { rows: row + cells.length - 1, columns: WIDTH });
  const plain = HEADER.map(() => 'General');
  grid.setNumberFormats(
    area,
    cells.map(({ cell }) => plain.map((format, at) => (at === TYPED ? cell.format : format))),
  );
  grid.write(
    area,
    cells.map(({ key, text, title, cell }) => [
      writeText(since),
      writeText(text),
      writeText(title),
      written({ ...cell, formula: false }),
      writeText(key),
    ]),
  );
  return sheet;
}

/** Takes cells off the tab; the tab too where nothing is left on it. */
export function unkeep(grid: Grid, tab: number, cells: KeptCell[]): void {
  const left = [...cells];
  const lines = keptLines(grid, tab).filter((line) => {
    const found = left.findIndex((cell) => sameKept(line, cell));
    if (found >= 0) left.splice(found, 1);
    return found >= 0;
  });
  for (const { row } of lines.reverse()) {
    if (grid.size(tab).rows > 2) grid.deleteRows(tab, row, 1);
    else grid.clear(lineArea(tab, row, 1));
  }
  const { rows, columns } = grid.size(tab);
  const below = areaAt({ sheet: tab, row: 2, column: 1 }, { rows: rows - 1, columns });
  if (rows < 2 || grid.isBlank(below)) grid.removeTab(tab);
}

/** What a person should know of cells that are kept on a tab. */
export function saying(cells: number, tab: string): string {
  const what =
    cells === 1 ? 'A cell that was typed beside a row' : `${cells} cells that were typed beside rows`;
  return `${what} that ${cells === 1 ? 'is' : 'are'} gone: see the tab “${tab}”.`;
}

/** Whether both are the same cell of the same row. */
export function sameKept(a: KeptCell, b: KeptCell): boolean {
  return a.key === b.key && a.title === b.title && sameContent(a.cell, b.cell);
}

function isKept(grid: Grid, tab: number): boolean {
  if (grid.tabName(tab) === null) return false;
  const size = grid.size(tab);
  if (size.columns < WIDTH) return false;
  return grid.texts({ ...lineArea(tab, 1, 1) })[0].join() === HEADER.join();
}

/** Makes the tab. One that an ended execution had made and not written to yet is taken; its header, by which it is known, is last. */
function makeTab(grid: Grid, query: string): number {
  const begun = grid.tabNamed(keptName(query));
  const blank = begun !== null && grid.isBlank(areaAt({ sheet: begun, row: 1, column: 1 }, grid.size(begun)));
  const sheet =
    begun !== null && blank ? begun : grid.addTab(freeKeptName(grid, query), false, () => undefined);
  const header = lineArea(sheet, 1, 1);
  grid.styleHeader(header, true);
  grid.write(header, [HEADER]);
  return sheet;
}

function lineArea(sheet: number, row: number, rows: number): Area {
  return { sheet, row, column: 1, rows, columns: WIDTH };
}
