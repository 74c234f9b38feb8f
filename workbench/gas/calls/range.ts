import { formatA1, type Rect } from '../a1';
import { type Call, type Handler, itself } from './call';
import { matching, whole } from './check';

/** A range as a script holds it: coordinates that don't follow the cells. */
export function rangeHandle(sheetId: number, { row, column, rows, columns }: Rect) {
  return { $: 'Range', sheetId, row, column, rows, columns } as const;
}

/** What a named range has when all its cells were deleted: scripts know it by its A1 text and by nothing else. */
export const goneRange = {
  $: 'Range',
  sheetId: -1,
  row: 0,
  column: 0,
  rows: 0,
  columns: 0,
  gone: true,
} as const;

/** The block and the sheet of the range that was called. */
export function rectOf(self: Call['self']): Rect & { readonly sheetId: number } {
  return self as unknown as Rect & { readonly sheetId: number };
}

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

/** Methods of Range that only find or choose cells. */
export const rangeCalls: Record<string, Handler> = {
  'Range.getRow': ({ self }) => self.row,
  'Range.getColumn': ({ self }) => self.column,
  'Range.getNumRows': ({ self }) => self.rows,
  'Range.getNumColumns': ({ self }) => self.columns,
  'Range.getLastRow': ({ self }) => rectOf(self).row + rectOf(self).rows - 1,
  'Range.getLastColumn': ({ self }) => rectOf(self).column + rectOf(self).columns - 1,
  'Range.getSheet': ({ self }) => ({ $: 'Sheet', sheetId: self.sheetId }),
  'Range.getGridId': ({ self }) => self.sheetId,
  'Range.getA1Notation': ({ self }) => (self.gone ? '#REF!' : formatA1(rectOf(self))),
  'Range.offset': offset,
  'Range.activate': (call) => {
    const rect = rectOf(call.self);
    call.execution.workbook().sheet(rect.sheetId).assertInside(rect);
    call.execution.write((workbook) => {
      call.execution.bringToFront(workbook, rect.sheetId);
      if (!call.execution.unattended) workbook.edit(rect.sheetId).activeRange = rect;
    });
    return itself;
  },
};
