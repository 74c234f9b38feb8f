import type { Rect } from '../a1';
import { type Attribute, attributes } from '../cellAttributes';
import { newGrid, writeGrid } from '../cells';
import { automatic, isValidFormat } from '../display';
import { NotEmulated } from '../errors';
import type { Sheet } from '../sheet';
import { type Grid, kinds } from '../wire';
import { type Call, type Handler, itself } from './call';
import { matching } from './check';
import { copyTo } from './copy';
import { rectOf } from './range';
import { assertWritable, type Written } from './writable';

/** Buffers a change of the range's cells; `work` may be done to their first rows only. */
function change(call: Call, kind: Written, work: (sheet: Sheet, rect: Rect) => void): unknown {
  const { execution } = call;
  const rect = rectOf(call.self);
  execution.workbook().sheet(rect.sheetId).assertInside(rect);
  execution.writeCells(rect.sheetId, rect, (rows) => (workbook) => {
    assertWritable(call, workbook.sheet(rect.sheetId), rect, kind);
    if (rows > 0) work(workbook.edit(rect.sheetId), { ...rect, rows });
  });
  return itself;
}

/** A setter that gives all cells of the range one attribute. */
function setter(attribute: Attribute, stored: (value: unknown) => string | undefined): Handler {
  return (call) => {
    const text = stored(matching(call, ['string|null'])[0]);
    const kind = attribute === 'numberFormat' ? 'formats' : 'looks';
    return change(call, kind, (sheet, rect) => sheet.attributes.fill(attribute, rect, text));
  };
}

const asText = (value: unknown): string | undefined =>
  value === null || value === '' ? undefined : String(value);

/** How a number format is stored: automatic is nothing. Patterns that can't be displayed here are refused. */
function storedFormat(value: unknown): string | undefined {
  const format = String(value ?? '');
  if (format === '' || /^general$/i.test(format) || format === automatic) return undefined;
  if (!isValidFormat(format)) throw new NotEmulated(`the number format ${format}`);
  return format;
}

const setValues: Handler = (call) => {
  const grid = call.grid ?? newGrid(1, 1);
  const { platform, execution } = call;
  if (call.name === 'Range.setValues') execution.spend(platform.prices.arrayCell * grid.rows * grid.columns);
  return change(call, 'contents', (sheet, rect) =>
    writeGrid(sheet, rect, spread(grid, rect), platform.cellOptions),
  );
};

/** The grid for a block: of one that is higher the first rows; `setValue` gives every cell of the range the same value. */
function spread(grid: Grid, { rows, columns }: Rect): Grid {
  if (grid.rows === rows && grid.columns === columns) return grid;
  if (grid.rows > rows) return { ...grid, rows };
  const wide = { ...newGrid(rows, columns), texts: grid.texts };
  wide.kinds.fill(grid.kinds[0]);
  wide.numbers.fill(grid.numbers[0]);
  return wide;
}

const setNumberFormats: Handler = (call) => {
  const grid = call.grid as Grid;
  call.execution.spend(call.platform.prices.arrayCell * grid.rows * grid.columns);
  return change(call, 'formats', (sheet, rect) => setEach(sheet, rect, grid, 'numberFormat', storedFormat));
};

const setHorizontalAlignments: Handler = (call) => {
  const grid = call.grid as Grid;
  call.execution.spend(call.platform.prices.arrayCell * grid.rows * grid.columns);
  return change(call, 'looks', (sheet, rect) => setEach(sheet, rect, grid, 'horizontalAlignment', asText));
};

/** Gives each cell of a block the text of an attribute that a grid has for it; the grid may be higher than the block. */
function setEach(
  sheet: Sheet,
  { row, column, rows, columns }: Rect,
  grid: Grid,
  attribute: Attribute,
  stored: (value: unknown) => string | undefined,
): void {
  for (let across = 0; across < columns; across++) {
    const values = Array.from({ length: rows }, (_, down) => {
      const at = down * columns + across;
      return grid.kinds[at] === kinds.text ? stored(grid.texts[grid.numbers[at]]) : undefined;
    });
    sheet.attributes.setAll(attribute, row, column + across, values);
  }
}

/** What `clear` and `clearFormat` take away: the looks, not the notes. */
const looks: readonly Attribute[] = attributes.filter((name) => name !== 'note');

const clear: Handler = (call) => {
  matching(call, ['object?']);
  if (call.args.length) throw new NotEmulated('Range.clear with options');
  return change(call, 'formats', (sheet, rect) => {
    sheet.clearContent(rect);
    for (const name of looks) sheet.attributes.fill(name, rect, undefined);
  });
};

const ofRange: Record<string, Handler> = {
  'Range.setValue': setValues,
  'Range.setValues': setValues,
  'Range.setNumberFormats': setNumberFormats,
  'Range.setHorizontalAlignments': setHorizontalAlignments,
  'Range.setNumberFormat': setter('numberFormat', storedFormat),
  'Range.setNote': setter('note', asText),
  'Range.setFontWeight': setter('fontWeight', asText),
  'Range.setFontColor': setter('fontColor', asText),
  'Range.setBackground': setter('background', asText),
  'Range.setHorizontalAlignment': setter('horizontalAlignment', asText),
  'Range.setVerticalAlignment': setter('verticalAlignment', asText),
  'Range.setWrapStrategy': (call) => {
    const [strategy] = matching(call, ['Enum']);
    return change(call, 'looks', (sheet, rect) =>
      sheet.attributes.fill('wrap', rect, (strategy as { name: string }).name),
    );
  },
  'Range.clearContent': (call) => change(call, 'contents', (sheet, rect) => sheet.clearContent(rect)),
  'Range.clear': clear,
  'Range.clearFormat': (call) =>
    change(call, 'formats', (sheet, rect) => {
      for (const name of looks) sheet.attributes.fill(name, rect, undefined);
    }),
  'Range.copyTo': copyTo,
};

/** A list of ranges does to each what a range does to itself, in one call. */
function ofRangeList(): Record<string, Handler> {
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
      for (const self of call.self.ranges as Call['self'][]) ofRange[`Range.${name}`]({ ...call, self });
      return itself;
    },
  ]);
  return { ...Object.fromEntries(each), 'RangeList.getRanges': ({ self }) => self.ranges };
}

/** Methods of Range and RangeList that change cells. */
export const rangeWrites: Record<string, Handler> = { ...ofRange, ...ofRangeList() };
