import type { Problem } from '../problems/problem';
import { areaAt, around, type Cell, difference, type Size, within } from './extent';
import type { Area, Grid } from './grid';

/**
 * The problem of a table that would cover somebody's cells, or null. Only cells that are the table's own are not looked at.
 */
export function collision(
  grid: Grid,
  cell: Cell,
  size: Size,
  own: Size[],
  tab: Size,
  query: string,
): Problem | null {
  const added = difference(cell, [size], own);
  if (areBlank(grid, there(added, tab))) return null;
  const { rows, columns } = around(own);
  // The corner that is new both ways goes with the columns.
  const sides = added.flatMap((area) => splitAt(area, cell.column + (own.length > 0 ? columns : 0)));
  const taken = there(sides, tab).filter((area) => !grid.isBlank(area));
  const first = taken[0] ?? added[0];
  const cells = taken.map((part) => grid.address(part)).join(', ');
  const room = own.length === 0 ? {} : roomFor(taken, cell, size, { rows, columns });
  return {
    code: 'cells-in-the-way',
    scope: { query, cells },
    title: `${query} now needs ${size.rows} rows and ${size.columns} columns and would cover ${cells}${example(grid, first)}. Nothing was changed.`,
    remedy: 'Move those cells, or let the table go to another place.',
    retry: 'never',
    ...(Object.keys(room).length > 0 ? { room } : {}),
  };
}

/** Columns help when all that is in the way is right of the table, rows when all of it is below. */
function roomFor(taken: Area[], cell: Cell, size: Size, old: Size): { columns?: number; rows?: number } {
  const columns = size.columns - old.columns;
  const rows = size.rows - old.rows;
  const right = taken.every((area) => area.column >= cell.column + old.columns);
  const below = taken.every((area) => area.row >= cell.row + old.rows);
  return { ...(right && columns > 0 ? { columns } : {}), ...(below && rows > 0 ? { rows } : {}) };
}

function there(areas: Area[], tab: Size): Area[] {
  return areas.map((area) => within(area, tab)).filter((area) => area !== null);
}

/** An area as what is left of a column and what is from it on. */
function splitAt(area: Area, column: number): Area[] {
  const left = column - area.column;
  if (left <= 0 || left >= area.columns) return [area];
  return [
    { ...area, columns: left },
    { ...area, column, columns: area.columns - left },
  ];
}

/** One of the cells that are in the way, and what is in it. */
function example(grid: Grid, area: Area): string {
  const shown = grid.shown({ ...area, rows: Math.min(area.rows, 1000) });
  for (const [row, line] of shown.entries()) {
    const column = line.findIndex((text) => text !== '');
    if (column < 0) continue;
    const cell = areaAt(
      { sheet: area.sheet, row: area.row + row, column: area.column + column },
      { rows: 1, columns: 1 },
    );
    const address = grid.address(cell).replace(/^.*!/, '');
    return ` (${address}: '${line[column].slice(0, 40)}')`;
  }
  return '';
}

function areBlank(grid: Grid, areas: Area[]): boolean {
  return areas.every((area) => grid.isBlank(area));
}
