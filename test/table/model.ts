import type { Size } from '../../src/table/extent';
import type { Area } from '../../src/table/grid';
import type { Write } from '../../src/table/write';

/** A tab as a plan changes it: what its cells hold, and what the table's named range covers. */
export interface Model {
  cells: Map<string, string>;
  named: Size | null;
}

export function key(row: number, column: number): string {
  return `${row}:${column}`;
}

export function each(
  { row, column, rows, columns }: Area,
  visit: (row: number, column: number) => void,
): void {
  for (let down = 0; down < rows; down++) {
    for (let across = 0; across < columns; across++) visit(row + down, column + across);
  }
}

export function copyOf({ cells, named }: Model): Model {
  return { cells: new Map(cells), named };
}

function put(model: Model, row: number, column: number, text: string): void {
  if (text === '') model.cells.delete(key(row, column));
  else model.cells.set(key(row, column), text);
}

/** Does the first `share` (0 to 1) of a write; one that isn't of cells is done as a whole or not at all. */
export function perform(model: Model, write: Write, share = 1): void {
  if (write.do === 'name' && share === 1) model.named = write.area;
  if (write.do === 'unname' && share === 1) model.named = null;
  if (write.do !== 'values' && write.do !== 'empty') return;
  const { area } = write;
  let left = Math.floor(area.rows * area.columns * share);
  each(area, (row, column) => {
    if (left-- <= 0) return;
    const value = write.do === 'empty' ? '' : write.cells[row - area.row][column - area.column];
    put(model, row, column, String(value));
  });
}
