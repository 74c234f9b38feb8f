import { type Problem, raise } from '../../problems/problem';
import { ALL, STATUS_NAME } from '../../record/statusBlocks';
import { areaAt, minus, within } from '../../table/extent';
import type { Area, Grid } from '../../table/grid';
import { slug } from '../../table/slug';
import type { Effects } from '../effects';
import { areaOf, isTaken, removeBlock, textsOf, writeLines } from './statusCells';

/** Of which query, or of all. */
export type StatusOf = { query: string } | { all: true };

/** Where status cells are, as people write it. */
export interface PlacedStatus {
  address: string;
}

/**
 * Puts status cells of a query, or of all, at the selected cell, from where they had been before. Raises `query-unknown`, and
 * `cells-in-the-way` where they would cover cells of somebody or touch a table.
 */
export function placeStatus(effects: Effects, of: StatusOf): PlacedStatus {
  const { grid, lock, queries, statusBlocks } = effects;
  return lock.hold(() => {
    queries.reload();
    const id = idOf(of);
    const name = id === ALL ? 'all queries' : queries.get(id).query.name;
    const texts = textsOf(effects)(id) ?? [];
    const { area: selected } = grid.selection();
    const area = areaAt(selected, { rows: texts.length, columns: texts[0].length });
    const known = statusBlocks.get(id);
    const before = known && areaOf(grid, known);
    requireRoom(grid, area, before, name);
    if (known) removeBlock(effects, id);
    grow(grid, area);
    const range = freeName(grid, id === ALL ? 'all' : name);
    // What is known of it comes first: cells that nobody knows of would stay for ever.
    statusBlocks.set(id, { range, sheet: area.sheet, rows: area.rows, columns: area.columns });
    try {
      grid.name(range, area);
      writeLines(grid, area, texts);
      grid.flush();
    } catch (error) {
      grid.unname(range);
      statusBlocks.forget(id);
      throw error;
    }
    return { address: grid.address(area) };
  });
}

/** Removes the status cells of a query, or of all. */
export function removeStatus(effects: Effects, of: StatusOf): void {
  effects.lock.hold(() => removeBlock(effects, idOf(of)));
}

function idOf(of: StatusOf): string {
  return 'query' in of ? of.query : ALL;
}

/** Removes what tells of a query that is deleted, or of which everything is forgotten. */
export function forgetStatus(effects: Effects, query: string): void {
  removeBlock(effects, query);
  effects.said.forget(query);
}

function requireRoom(grid: Grid, area: Area, before: Area | null, name: string): void {
  const parts = before ? minus(area, before) : [area];
  const tab = grid.size(area.sheet);
  const inside = parts.map((part) => within(part, tab)).filter((part) => part !== null);
  if (inside.some((part) => !grid.isBlank(part)) || isTaken(grid, area, before))
    raise(inTheWay(grid, area, name));
}

function grow(grid: Grid, area: Area): void {
  const tab = grid.size(area.sheet);
  const needed = { rows: area.row + area.rows - 1, columns: area.column + area.columns - 1 };
  if (needed.rows > tab.rows || needed.columns > tab.columns) grid.grow(area.sheet, tab, needed);
}

function freeName(grid: Grid, text: string): string {
  const taken = new Set(grid.rangeNames());
  const name = STATUS_NAME + slug(text);
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name}_${number}`;
  return free;
}

function inTheWay(grid: Grid, area: Area, name: string): Problem {
  const { rows, columns } = area;
  const first = grid.address({ ...area, rows: 1, columns: 1 });
  return {
    code: 'cells-in-the-way',
    scope: { cells: first },
    title: `The status of ${name} needs ${rows} rows and ${columns} columns that are free from ${first} on, with a free column between it and a table. Nothing was changed.`,
    remedy: 'Select another cell and place it again.',
    retry: 'never',
  };
}
