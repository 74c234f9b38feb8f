import { CellValueType, type ICellData, type IObjectMatrixPrimitiveType } from '@univerjs/core';
import { type Cell, Formula } from '../../../gas/columns';
import type { Sheet } from '../../../gas/sheet';
import type { Looks } from '../../protocol';
import { drawn, type Styles } from './styles';

type Matrix = IObjectMatrixPrimitiveType<ICellData>;

/** A cell as the grid's engine has it. There are millions of them: each is made in one piece. */
export function cellDataOf(cell: Cell, s: string | undefined): ICellData {
  if (typeof cell === 'number') return { v: cell, t: CellValueType.NUMBER, s };
  if (typeof cell === 'string') return { v: cell, t: CellValueType.STRING, s };
  if (typeof cell === 'boolean') return { v: cell ? 1 : 0, t: CellValueType.BOOLEAN, s };
  return cell instanceof Formula ? { f: cell.formula, s } : { s };
}

/** All cells of a tab for the engine; rows and columns count from 0 there. */
export function matrixOf(sheet: Sheet, styles: Styles): Matrix {
  const matrix: Matrix = {};
  const last = Math.max(sheet.columns.lastColumn, lastLook(sheet));
  for (let column = 1; column <= last; column++) {
    const cells = sheet.columns.cellsOf(column);
    for (const [start, end, looks] of stretchesOf(sheet, column)) {
      const style = styles.idOf(looks);
      // An empty cell has to be drawn only when it has a colour of its own.
      const to = looks.background === undefined ? Math.min(end, cells.length + 1) : end;
      for (let row = start; row < to; row++) {
        const cell = cells[row - 1];
        if (cell === undefined && looks.background === undefined) continue;
        matrix[row - 1] ??= {};
        matrix[row - 1][column - 1] = cellDataOf(cell, style);
      }
    }
  }
  return matrix;
}

function lastLook(sheet: Sheet): number {
  let last = sheet.maxColumns;
  const plain = (column: number) =>
    drawn.every((name) =>
      [...sheet.attributes.stretches(name, 1, column, sheet.maxRows)].every(
        ([, , value]) => value === undefined,
      ),
    );
  while (last > 0 && plain(last)) last--;
  return last;
}

/** Stretches of a column whose cells look the same: first row, the row after the last, looks. */
function* stretchesOf(sheet: Sheet, column: number): Generator<[number, number, Looks]> {
  const starts = new Set<number>();
  for (const name of drawn)
    for (const [start] of sheet.attributes.stretches(name, 1, column, sheet.maxRows)) starts.add(start);
  const sorted = [...starts].sort((one, other) => one - other);
  for (const [index, start] of sorted.entries()) {
    const looks: { -readonly [name in keyof Looks]: Looks[name] } = {};
    for (const name of drawn) looks[name] = sheet.attributes.get(name, start, column);
    yield [start, sorted[index + 1] ?? sheet.maxRows + 1, looks];
  }
}
