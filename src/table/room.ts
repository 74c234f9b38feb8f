import { raise } from '../problems/problem';
import type { Area, Grid } from './grid';

/** What is inserted to make room: columns right of a table, or rows below it. */
export type Room = { columns: number } | { rows: number };

/**
 * Makes room for a table to grow by inserting columns right of it, or rows below it, into its tab. Refuses, with
 * `cells-in-the-way`, where that would go through another named range.
 */
export function insertRoom(grid: Grid, table: Area, room: Room, query: string): void {
  const across = 'columns' in room;
  const edge = across ? table.column + table.columns : table.row + table.rows;
  const cut = grid.allNamed().find(({ area }) => area.sheet === table.sheet && straddles(area, edge, across));
  if (cut) {
    const cells = grid.address(cut.area);
    raise({
      code: 'cells-in-the-way',
      scope: { query, cells },
      title: `New ${across ? 'columns' : 'rows'} would go through ${cut.name} (${cells}). Nothing was changed.`,
      remedy: 'Let the table go to a tab of its own, or move what is in the way.',
      retry: 'never',
    });
  }
  if ('columns' in room) grid.insertColumns(table.sheet, edge - 1, room.columns);
  else grid.insertRows(table.sheet, edge - 1, room.rows);
}

/** Whether a column, or row, inserted before `edge` would widen an area. */
function straddles(area: Area, edge: number, across: boolean): boolean {
  const [first, size] = across ? [area.column, area.columns] : [area.row, area.rows];
  return first < edge && edge < first + size;
}
