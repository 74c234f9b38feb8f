import { type ColumnKind, travels } from './columnKind';
import type { SideCell } from './sideCell';

/** A cell and where it stood: its row and column, from 0, among the rows of the old table and the columns beside it. */
export interface Travelled {
  row: number;
  column: number;
  cell: SideCell;
}

/** What is beside the rows of a new table. */
export interface Arrangement {
  /** For each column the cells that came with their rows, by the row's place in the new table. */
  columns: Map<number, Travelled>[];
  /** What was beside rows that are gone. */
  gone: Travelled[];
}

/**
 * Brings what is beside the rows of a table to where these rows are now. `cells` are the old rows'; `places` says where each is
 * in the new table, -1 where it is gone. Everything that travels is in what comes back, once.
 */
export function arrange(cells: SideCell[][], places: number[], kinds: ColumnKind[]): Arrangement {
  const columns = kinds.map(() => new Map<number, Travelled>());
  const gone: Travelled[] = [];
  cells.forEach((line, row) => {
    const place = places[row] ?? -1;
    line.forEach((cell, column) => {
      if (!travels(kinds[column], cell)) return;
      const travelled = { row, column, cell };
      if (place < 0) gone.push(travelled);
      else columns[column].set(place, travelled);
    });
  });
  return { columns, gone };
}
