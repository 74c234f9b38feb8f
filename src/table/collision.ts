import type { Problem } from '../problems/problem';
import type { Area, Grid } from './grid';

/** The problem of a table that would cover somebody's cells: it names the cells and one thing that is in them. */
export function inTheWay(grid: Grid, taken: Area[], table: Area, old: Area | null, query: string): Problem {
  const [area] = taken;
  const cells = taken.map((part) => grid.address(part)).join(', ');
  return {
    code: 'cells-in-the-way',
    scope: { query, cells },
    title: `${query} now needs ${table.rows} rows and ${table.columns} columns and would cover ${cells}${example(grid, area)}. Nothing was changed.`,
    remedy: 'Move those cells, or let the table go to another place.',
    retry: 'never',
    ...(makesRoom(taken, table, old) ? { room: { columns: table.columns - (old?.columns ?? 0) } } : {}),
  };
}

/** Columns help when all that is in the way is to the right of the table. */
function makesRoom(taken: Area[], table: Area, old: Area | null): boolean {
  if (old === null || table.columns <= old.columns) return false;
  return taken.every((area) => area.column >= old.column + old.columns);
}

function example(grid: Grid, area: Area): string {
  const shown = grid.shown({ ...area, rows: Math.min(area.rows, 1000) });
  for (const [row, line] of shown.entries()) {
    const column = line.findIndex((text) => text !== '');
    if (column < 0) continue;
    const cell = { ...area, row: area.row + row, column: area.column + column, rows: 1, columns: 1 };
    const address = grid.address(cell).replace(/^.*!/, '');
    return ` (${address}: '${line[column].slice(0, 40)}')`;
  }
  return '';
}
