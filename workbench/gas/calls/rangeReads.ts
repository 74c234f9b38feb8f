import type { Rect } from '../a1';
import { displayGrid, readGrid, textGrid } from '../cells';
import { Formula } from '../columns';
import { automatic } from '../display';
import type { Sheet } from '../sheet';
import type { Grid } from '../wire';
import { Answer, type Call, type Handler } from './call';
import { rectOf } from './range';

/** The sheet and block to read, once what is buffered was flushed and the reading of the cells was paid. */
function readable(call: Call, cells = true): { sheet: Sheet; rect: Rect } {
  const rect = rectOf(call.self);
  const workbook = call.execution.read(cells ? rect.rows * rect.columns : 1);
  const sheet = workbook.sheet(rect.sheetId);
  sheet.assertInside(rect);
  return { sheet, rect };
}

function firstOf(grid: Grid): unknown {
  const [kind, number] = [grid.kinds[0], grid.numbers[0]];
  if (kind === 4) return { $: 'Date', ms: number };
  if (kind === 3) return number === 1;
  return kind === 2 ? grid.texts[number] : kind === 1 ? number : '';
}

const one = (rect: Rect): Rect => ({ ...rect, rows: 1, columns: 1 });

/** A pair of readers, for the first cell and for all, of a text that each cell has. */
function texted(name: string, textOf: (sheet: Sheet, row: number, column: number) => string | undefined) {
  return {
    [`Range.get${name}`]: (call: Call) => {
      const { sheet, rect } = readable(call, false);
      return textOf(sheet, rect.row, rect.column) ?? '';
    },
    [`Range.get${name}s`]: (call: Call) => {
      const { sheet, rect } = readable(call);
      return new Answer(undefined, { grid: textGrid(rect, (row, column) => textOf(sheet, row, column)) });
    },
  };
}

function formulaOf(sheet: Sheet, row: number, column: number): string {
  const cell = sheet.cell(row, column);
  return cell instanceof Formula ? cell.formula : '';
}

const isBlank: Handler = (call) => {
  const { sheet, rect } = readable(call);
  for (let column = rect.column; column < rect.column + rect.columns; column++) {
    const cells = sheet.columns.cellsOf(column).slice(rect.row - 1, rect.row - 1 + rect.rows);
    if (cells.some((cell) => cell !== undefined)) return false;
  }
  return true;
};

/** Methods of Range that read cells. */
export const rangeReads: Record<string, Handler> = {
  'Range.getValue': (call) => {
    const { sheet, rect } = readable(call, false);
    return firstOf(readGrid(sheet, one(rect), call.platform.cellOptions));
  },
  'Range.getValues': (call) => {
    const { sheet, rect } = readable(call);
    return new Answer(undefined, { grid: readGrid(sheet, rect, call.platform.cellOptions) });
  },
  'Range.getDisplayValue': (call) => {
    const { sheet, rect } = readable(call, false);
    return firstOf(displayGrid(sheet, one(rect), call.platform.cellOptions));
  },
  'Range.getDisplayValues': (call) => {
    const { sheet, rect } = readable(call);
    return new Answer(undefined, { grid: displayGrid(sheet, rect, call.platform.cellOptions) });
  },
  ...texted('Formula', formulaOf),
  ...texted(
    'NumberFormat',
    (sheet, row, column) => sheet.attributes.get('numberFormat', row, column) ?? automatic,
  ),
  ...texted('Note', (sheet, row, column) => sheet.attributes.get('note', row, column)),
  ...texted(
    'FontWeight',
    (sheet, row, column) => sheet.attributes.get('fontWeight', row, column) ?? 'normal',
  ),
  ...texted(
    'Background',
    (sheet, row, column) => sheet.attributes.get('background', row, column) ?? '#ffffff',
  ),
  ...texted(
    'HorizontalAlignment',
    (sheet, row, column) => sheet.attributes.get('horizontalAlignment', row, column) ?? 'general',
  ),
  'Range.isBlank': isBlank,
};
