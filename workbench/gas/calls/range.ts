import { formatA1, type Rect } from '../a1';
import { displayGrid, newGrid, readGrid, textGrid, writeGrid } from '../cells';
import { automatic } from '../display';
import { NotEmulated } from '../errors';
import { type Attribute, Formula, type Sheet } from '../sheet';
import type { Grid } from '../wire';
import { Answer, type Call, type Handler, itself } from './call';
import { matching, whole } from './check';
import { copyTo } from './copy';

/** A range as a script holds it: coordinates that don't follow the cells. */
export function rangeHandle(sheetId: number, { row, column, rows, columns }: Rect) {
  return { $: 'Range', sheetId, row, column, rows, columns } as const;
}

/** The block and the sheet of the range that was called. */
export function rectOf(self: Call['self']): Rect & { readonly sheetId: number } {
  return self as unknown as Rect & { readonly sheetId: number };
}

function readable(call: Call, cells = true): { sheet: Sheet; rect: Rect } {
  const rect = rectOf(call.self);
  const workbook = call.execution.read(cells ? rect.rows * rect.columns : 1);
  const sheet = workbook.sheet(rect.sheetId);
  sheet.assertInside(rect);
  return { sheet, rect };
}

/** Buffers a change of the range's cells. */
function change(call: Call, work: (sheet: Sheet, rect: Rect) => void, rect = rectOf(call.self)): unknown {
  const { execution } = call;
  execution.workbook().sheet(rect.sheetId).assertInside(rect);
  execution.write(
    (workbook) => {
      workbook.sheet(rect.sheetId).assertEditable(rect, execution.user);
      work(workbook.edit(rect.sheetId), rect);
    },
    rect.sheetId,
    rect,
  );
  return itself;
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

/** A setter that gives all cells of the range one attribute. */
export function setter(attribute: Attribute, stored: (value: unknown) => string | undefined): Handler {
  return (call) => {
    const [value] = matching(call, ['string|null']);
    return change(call, (sheet, rect) => sheet.setAttribute(attribute, rect, stored(value)));
  };
}

const asText = (value: unknown): string | undefined =>
  value === null || value === '' ? undefined : String(value);

/** How a number format is stored: automatic is nothing. */
export function storedFormat(value: unknown): string | undefined {
  const format = String(value ?? '');
  return format === '' || /^general$/i.test(format) || format === automatic ? undefined : format;
}

const setValues: Handler = (call) => {
  const grid = call.grid ?? newGrid(1, 1);
  const { platform, execution } = call;
  if (call.name === 'Range.setValues') execution.spend(platform.prices.arrayCell * grid.rows * grid.columns);
  return change(call, (sheet, rect) => writeGrid(sheet, rect, spread(grid, rect), platform.cellOptions));
};

/** `setValue` gives every cell of the range the same value. */
function spread(grid: Grid, { rows, columns }: Rect): Grid {
  if (grid.rows === rows && grid.columns === columns) return grid;
  const wide = { ...newGrid(rows, columns), texts: grid.texts };
  wide.kinds.fill(grid.kinds[0]);
  wide.numbers.fill(grid.numbers[0]);
  return wide;
}

const setNumberFormats: Handler = (call) => {
  const grid = call.grid as Grid;
  call.execution.spend(call.platform.prices.arrayCell * grid.rows * grid.columns);
  return change(call, (sheet, rect) => {
    for (let column = 0; column < rect.columns; column++) {
      const formats = Array.from({ length: rect.rows }, (_, row) => {
        const at = row * rect.columns + column;
        return grid.kinds[at] === 2 ? storedFormat(grid.texts[grid.numbers[at]]) : undefined;
      });
      sheet.setAttributes('numberFormat', rect.row, rect.column + column, formats);
    }
  });
};

const formatAttributes: readonly Attribute[] = [
  'numberFormat',
  'fontWeight',
  'fontColor',
  'background',
  'horizontalAlignment',
  'verticalAlignment',
  'wrap',
];

const clear: Handler = (call) => {
  matching(call, ['object?']);
  if (call.args.length) throw new NotEmulated('Range.clear with options');
  return change(call, (sheet, rect) => {
    sheet.clearContent(rect);
    for (const name of formatAttributes) sheet.setAttribute(name, rect, undefined);
  });
};

const offset: Handler = (call) => {
  const [rows, columns, height, width] = matching(
    call,
    ['number', 'number'],
    ['number', 'number', 'number'],
    ['number', 'number', 'number', 'number'],
  );
  const self = rectOf(call.self);
  const rect = {
    row: self.row + whole(rows),
    column: self.column + whole(columns),
    rows: height === undefined ? self.rows : whole(height),
    columns: width === undefined ? self.columns : whole(width),
  };
  call.execution.workbook().sheet(self.sheetId).assertInside(rect);
  return rangeHandle(self.sheetId, rect);
};

const isBlank: Handler = (call) => {
  const { sheet, rect } = readable(call);
  for (let column = rect.column; column < rect.column + rect.columns; column++) {
    const cells = sheet.cellsOf(column).slice(rect.row - 1, rect.row - 1 + rect.rows);
    if (cells.some((cell) => cell !== undefined)) return false;
  }
  return true;
};

/** Methods of Range. */
export const rangeCalls: Record<string, Handler> = {
  'Range.getRow': ({ self }) => self.row,
  'Range.getColumn': ({ self }) => self.column,
  'Range.getNumRows': ({ self }) => self.rows,
  'Range.getNumColumns': ({ self }) => self.columns,
  'Range.getLastRow': ({ self }) => rectOf(self).row + rectOf(self).rows - 1,
  'Range.getLastColumn': ({ self }) => rectOf(self).column + rectOf(self).columns - 1,
  'Range.getSheet': ({ self }) => ({ $: 'Sheet', sheetId: self.sheetId }),
  'Range.getGridId': ({ self }) => self.sheetId,
  'Range.getA1Notation': ({ self }) => formatA1(rectOf(self)),
  'Range.offset': offset,
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
    (sheet, row, column) => sheet.attribute('numberFormat', row, column) ?? automatic,
  ),
  ...texted('Note', (sheet, row, column) => sheet.attribute('note', row, column)),
  ...texted('FontWeight', (sheet, row, column) => sheet.attribute('fontWeight', row, column) ?? 'normal'),
  ...texted('Background', (sheet, row, column) => sheet.attribute('background', row, column) ?? '#ffffff'),
  'Range.isBlank': isBlank,
  'Range.setValue': setValues,
  'Range.setValues': setValues,
  'Range.setNumberFormats': setNumberFormats,
  'Range.setNumberFormat': setter('numberFormat', storedFormat),
  'Range.setNote': setter('note', asText),
  'Range.setFontWeight': setter('fontWeight', asText),
  'Range.setFontColor': setter('fontColor', asText),
  'Range.setBackground': setter('background', asText),
  'Range.setHorizontalAlignment': setter('horizontalAlignment', asText),
  'Range.setVerticalAlignment': setter('verticalAlignment', asText),
  'Range.setWrapStrategy': (call) => {
    const [strategy] = matching(call, ['Enum']);
    return change(call, (sheet, rect) =>
      sheet.setAttribute('wrap', rect, (strategy as { name: string }).name),
    );
  },
  'Range.clearContent': (call) => change(call, (sheet, rect) => sheet.clearContent(rect)),
  'Range.clear': clear,
  'Range.clearFormat': (call) =>
    change(call, (sheet, rect) => {
      for (const name of formatAttributes) sheet.setAttribute(name, rect, undefined);
    }),
  'Range.copyTo': copyTo,
  'Range.activate': (call) => {
    const rect = rectOf(call.self);
    call.execution.workbook().sheet(rect.sheetId).assertInside(rect);
    call.execution.write((workbook) => {
      workbook.activeSheetId = rect.sheetId;
      workbook.edit(rect.sheetId).activeRange = rect;
    });
    return itself;
  },
  ...rangeListCalls(),
};

function rangeListCalls(): Record<string, Handler> {
  const names = [
    'setNumberFormat',
    'setFontWeight',
    'setFontColor',
    'setBackground',
    'setHorizontalAlignment',
    'clearContent',
  ];
  const each = names.map((name): [string, Handler] => [
    `RangeList.${name}`,
    (call) => {
      for (const self of call.self.ranges as Call['self'][]) rangeCalls[`Range.${name}`]({ ...call, self });
      return itself;
    },
  ]);
  return { ...Object.fromEntries(each), 'RangeList.getRanges': ({ self }) => self.ranges };
}
