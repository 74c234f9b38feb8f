import { raise } from '../problems/problem';
import type { Area, Grid } from './grid';

/**
 * Makes room for a table to grow to the right by inserting columns into its tab. Refuses, with `cells-in-the-way`, where
 * that would go through another table.
 */
export function insertRoom(grid: Grid, range: string, columns: number, query: string): void {
  const table = grid.named(range);
  if (table === null) return;
  const edge = table.column + table.columns;
  const cut = grid.allNamed().find(({ area }) => area.sheet === table.sheet && straddles(area, edge));
  if (cut) {
    raise({
      code: 'cells-in-the-way',
      scope: { query, cells: grid.address(cut.area) },
      title: `New columns would go through ${cut.name} (${grid.address(cut.area)}). Nothing was changed.`,
      remedy: 'Let the table go to a tab of its own, or move what is in the way.',
      retry: 'never',
    });
  }
  grid.insertColumns(table.sheet, edge - 1, columns);
}

/** Whether a column inserted before `edge` would widen an area. */
function straddles(area: Area, edge: number): boolean {
  return area.column < edge && edge < area.column + area.columns;
}
