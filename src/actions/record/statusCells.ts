import type { StoredQuery } from '../../query/queries';
import { ALL, type StatusBlock } from '../../record/statusBlocks';
import { statusOf, statusOfAll, type Telling } from '../../record/statusText';
import { words } from '../../record/words';
import { reports } from '../../reports';
import { writeText } from '../../rows/text';
import { areaAt } from '../../table/extent';
import type { Area, Grid } from '../../table/grid';
import { refusedAsAWhole } from '../../table/refused';
import type { Effects } from '../effects';
import { timingNow } from './facts';
import { publicStandings } from './publicly';

/** The texts of the status cells of a query, or of all; null when there is no such query. */
export function textsOf(effects: Effects): (id: string) => string[][] | null {
  const seen = effects.look();
  const time = timingNow(effects, seen);
  const standing = publicStandings(effects, seen.unfinished, time);
  const stored = effects.queries.all();
  const telling = (query: StoredQuery): Telling => ({
    name: query.name,
    zone: query.query?.zone ?? query.state.complete?.zone ?? 'UTC',
    standing: standing(query),
    complete: query.state.complete,
    things: reports.find(({ id }) => id === query.query?.report)?.rows ?? 'records',
    each: query.query?.grain === 'each',
    nextAt: time.schedule(query)?.nextAt ?? null,
  });
  return (id) => {
    if (id === ALL) return statusOfAll(stored.map(telling));
    const found = stored.find((query) => query.id === id);
    return found ? statusOf(telling(found), time.now) : null;
  };
}

/** Brings blocks of status cells up to date, under the lock of the spreadsheet; those that are gone are forgotten. */
export function updateBlocks(effects: Effects, blocks: [string, StatusBlock][], goesOn: () => boolean): void {
  if (blocks.length === 0) return;
  const textOf = textsOf(effects);
  for (const [id, block] of blocks) {
    if (!goesOn()) return;
    const texts = textOf(id);
    try {
      if (texts === null) removeBlock(effects, id);
      else updateBlock(effects, id, block, texts);
      effects.grid.flush();
    } catch (error) {
      // One that is protected keeps none of the others from being told.
      if (!refusedAsAWhole(error)) throw error;
    }
  }
}

/** Where a block is now; null when its cells are gone. */
export function areaOf(grid: Grid, block: StatusBlock): Area | null {
  const named = grid.named(block.range);
  return named?.sheet === block.sheet ? named : null;
}

function updateBlock(effects: Effects, id: string, block: StatusBlock, texts: string[][]): void {
  const { grid, statusBlocks } = effects;
  const area = areaOf(grid, block);
  const shown = area === null ? [] : grid.texts(area);
  if (area === null || !isOurs(shown, texts)) {
    grid.unname(block.range);
    statusBlocks.forget(id);
  } else if (area.rows !== block.rows || area.columns !== block.columns) {
    updateLines(grid, area, shown, texts);
  } else {
    const rows = updateWhole(grid, area, shown, texts);
    if (rows === area.rows) return;
    grid.flush();
    grid.name(block.range, { ...area, rows });
    statusBlocks.set(id, { ...block, rows });
  }
}

/** Of a block as it was written: all of it, by one call, where anything differs. Gives how many rows it has now. */
function updateWhole(grid: Grid, area: Area, shown: string[][], texts: string[][]): number {
  const fitting = fitted(grid, area, texts);
  const height = Math.max(fitting.length, area.rows);
  const lines = Array.from({ length: height }, (_, row) => fitting[row] ?? texts[0].map(() => ''));
  if (!same(shown, lines)) writeLines(grid, { ...area, rows: height }, lines);
  return fitting.length;
}

/** Writes texts as such, whatever format somebody gave the cells. */
export function writeLines(grid: Grid, area: Area, lines: string[][]): void {
  grid.setNumberFormat([area], 'General');
  grid.write(
    area,
    lines.map((line) => line.map(writeText)),
  );
}

/** Of a block into which somebody inserted lines, or of which they took some: what stands beside each label that is there. */
function updateLines(grid: Grid, area: Area, shown: string[][], texts: string[][]): void {
  const known = new Map(texts.map((line) => [line[0], line]));
  for (const [row, line] of shown.entries()) {
    const told = known.get(line[0])?.slice(0, area.columns);
    if (!told || same([line.slice(0, told.length)], [told])) continue;
    writeLines(grid, areaAt({ ...area, row: area.row + row }, { rows: 1, columns: told.length }), [told]);
  }
}

/** As many lines as there is room for: below a block that grows may be somebody's cells. */
function fitted(grid: Grid, area: Area, texts: string[][]): string[][] {
  const more = texts.length - area.rows;
  if (more <= 0) return texts;
  const below = { ...area, row: area.row + area.rows, rows: more };
  const tab = grid.size(area.sheet);
  const free = below.row + more - 1 <= tab.rows && !isTaken(grid, below, area) && grid.isBlank(below);
  if (free) return texts;
  const left = texts.length - area.rows + 1;
  const rest = [words.cells.more(left), ...texts[0].slice(1).map(() => '')];
  return [...texts.slice(0, area.rows - 1), rest];
}

/** Whether a table or other status cells of ours are in an area, or directly left of it, where they'd count as beside a table. */
export function isTaken(grid: Grid, area: Area, without: Area | null): boolean {
  const near = { ...area, column: area.column - 1, columns: area.columns + 1 };
  return grid
    .allNamed()
    .filter(({ name }) => name.startsWith('Clockify_'))
    .some(({ area: other }) => overlap(other, near) && !(without && overlap(other, without)));
}

function overlap(a: Area, b: Area): boolean {
  return (
    a.sheet === b.sheet &&
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}

/** Whether cells that a name covers are status cells still: blank, or with one of the labels that were written. */
function isOurs(shown: string[][], texts: string[][]): boolean {
  const labels = new Set([...texts.map(([label]) => label), ...texts[0]]);
  const all = shown.flat();
  return all.every((text) => text === '') || all.some((text) => labels.has(text));
}

function same(a: string[][], b: string[][]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Removes a block of status cells: what it shows, its name, and what is known of it. Cells of others in it stay. */
export function removeBlock({ grid, statusBlocks }: Effects, id: string): void {
  const block = statusBlocks.get(id);
  if (block === null) return;
  const area = areaOf(grid, block);
  const asWritten = area !== null && area.rows === block.rows && area.columns === block.columns;
  try {
    if (asWritten) grid.clear(area);
    grid.unname(block.range);
    grid.flush();
  } catch (error) {
    // Cells that are protected against whoever removes them stay, as plain cells.
    if (!refusedAsAWhole(error)) throw error;
  }
  statusBlocks.forget(id);
}
