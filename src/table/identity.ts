import { areaAt, type Cell } from './extent';
import type { Area, Grid } from './grid';
import type { Knowledge } from './knowledge';
import { ownLines } from './note';
import { fingerprint } from './placed';

/**
 * Whether what a named range covers is the table that this add-on wrote there. Named ranges, notes and the hidden sheet can be
 * changed by everybody who may edit the spreadsheet; what is in the store can't. So the tab must be the one where the table
 * was placed, and its first cell have the note, or its header the titles, that were written. Of a table of which the store
 * knows nothing (of a copied file, or of the first release) the first cell must at least have a note of this add-on: nobody
 * can give one to cells that are protected against them.
 */
export function isOurs(
  grid: Grid,
  named: Area,
  note: string,
  { query, placed, unfinished }: Knowledge,
): boolean {
  const lines = ownLines(note);
  if (placed === null && unfinished !== null && unfinished.cell) {
    return unfinished.cell.sheet === named.sheet;
  }
  if (placed === null) {
    return lines.length > 0 && query.target.kind === 'placed' && query.target.sheet === named.sheet;
  }
  if (placed.sheet !== named.sheet) return false;
  if (lines.some((line) => placed.note.includes(fingerprint(line)))) return true;
  return [placed.titles, unfinished?.titles ?? []].some((titles) => resembles(grid, named, titles));
}

/** Whether a row from a cell on shows just these titles, given as fingerprints. */
export function showsTitles(grid: Grid, cell: Cell, titles: string[]): boolean {
  const shown = grid.texts(areaAt(cell, { rows: 1, columns: titles.length }))[0];
  return shown.every((text, index) => fingerprint(text) === titles[index]);
}

/** Whether at least half of a table's header cells show titles that it was written with; columns may have been deleted or moved. */
function resembles(grid: Grid, table: Area, titles: string[]): boolean {
  if (titles.length === 0) return false;
  const known = new Set(titles);
  const [shown] = grid.texts({ ...table, rows: 1 });
  const same = shown.filter((text) => known.has(fingerprint(text))).length;
  return same > 0 && same * 2 >= shown.length;
}
