import { parseA1, type Rect, splitSheet } from '../a1';
import { PlatformError, texts } from '../errors';
import { defaultWidth, type Sheet } from '../sheet';
import type { Workbook } from '../workbook';
import { type Call, type Handler, itself } from './call';
import { matching, whole } from './check';
import { rangeHandle } from './range';

const idOf = (call: Call): number => call.self.sheetId as number;

/** The sheet as this execution sees it. */
function seen(call: Call): Sheet {
  return call.execution.workbook().sheet(idOf(call));
}

function read(call: Call): Sheet {
  return call.execution.read(1).sheet(idOf(call));
}

/** Buffers a change of the sheet as a whole. */
function change(call: Call, work: (workbook: Workbook, id: number) => void): unknown {
  call.execution.write((workbook) => work(workbook, idOf(call)));
  return itself;
}

const getRange: Handler = (call) => {
  const [first, column, rows, columns] = matching(
    call,
    ['string'],
    ['number', 'number'],
    ['number', 'number', 'number'],
    ['number', 'number', 'number', 'number'],
  );
  const sheet = seen(call);
  const rect: Rect =
    typeof first === 'string'
      ? parseA1(splitSheet(first).a1, sheet.maxRows, sheet.maxColumns)
      : { row: whole(first), column: whole(column), rows: whole(rows ?? 1), columns: whole(columns ?? 1) };
  sheet.assertInside(rect);
  return rangeHandle(sheet.id, rect);
};

const getRangeList: Handler = (call) => {
  const [names] = matching(call, ['array']);
  const ranges = (names as string[]).map((a1) => getRange({ ...call, name: 'Sheet.getRange', args: [a1] }));
  return { $: 'RangeList', ranges };
};

/** Opening lines: which, how many, and the line whose look they take. A structure change shows at once. */
function insert(axis: 'Rows' | 'Columns', after: boolean): Handler {
  return (call) => {
    const [line, count] = matching(call, ['number', 'number']).map(whole);
    const sheet = seen(call);
    const most = axis === 'Rows' ? sheet.maxRows : sheet.maxColumns;
    if (line < 1 || line > most) throw new PlatformError(texts.outside);
    if (count < 1) throw new PlatformError(axis === 'Rows' ? texts.rowsTooFew : texts.columnsTooFew);
    const before = after ? line + 1 : line;
    call.execution.reshape(
      (workbook) => workbook[`insert${axis}`](sheet.id, before, count, after ? line : line - 1),
      sheet.id,
      axis,
      before,
      count,
    );
    return itself;
  };
}

function remove(axis: 'Rows' | 'Columns'): Handler {
  return (call) => {
    const [line, count] = matching(call, ['number', 'number']).map(whole);
    const work = (workbook: Workbook): void => {
      const sheet = workbook.sheet(idOf(call));
      const rect =
        axis === 'Rows'
          ? { row: line, column: 1, rows: count, columns: sheet.maxColumns }
          : { row: 1, column: line, rows: sheet.maxRows, columns: count };
      sheet.assertInside(rect);
      sheet.assertEditable(rect, call.execution.user);
      workbook[`delete${axis}`](idOf(call), line, count);
    };
    call.execution.reshape(work, idOf(call), axis, line, -count);
    return undefined;
  };
}

const setFrozenRows: Handler = (call) => {
  const [rows] = matching(call, ['number']).map(whole);
  if (rows >= seen(call).maxRows) throw new PlatformError(texts.freezeAll);
  change(call, (workbook, id) => {
    workbook.edit(id).frozenRows = rows;
  });
  return undefined;
};

const setColumnWidths: Handler = (call) => {
  const single = call.name === 'Sheet.setColumnWidth';
  const args = matching(call, single ? ['number', 'number'] : ['number', 'number', 'number']).map(whole);
  const [column, count, width] = single ? [args[0], 1, args[1]] : args;
  seen(call).assertInside({ row: 1, column, rows: 1, columns: count });
  return change(call, (workbook, id) => {
    const { widths } = workbook.edit(id);
    for (let at = column; at < column + count; at++) widths[at - 1] = width;
  });
};

const autoResizeColumns: Handler = (call) => {
  const [column, columns] = matching(call, ['number', 'number']).map(whole);
  seen(call).assertInside({ row: 1, column, rows: 1, columns });
  return change(call, (workbook, id) => {
    const sheet = workbook.edit(id);
    for (let at = column; at < column + columns; at++) {
      const longest = sheet.columns
        .cellsOf(at)
        .reduce<number>((most, cell) => Math.max(most, String(cell ?? '').length), 0);
      sheet.widths[at - 1] = Math.max(21, Math.min(1000, longest * 7 + 10));
    }
  });
};

const getDataRange: Handler = (call) => {
  const sheet = read(call);
  const [rows, columns] = [Math.max(1, sheet.columns.lastRow), Math.max(1, sheet.columns.lastColumn)];
  return rangeHandle(sheet.id, { row: 1, column: 1, rows, columns });
};

const setHidden =
  (hidden: boolean): Handler =>
  (call) => {
    const { sheets } = call.execution.workbook();
    if (hidden && !sheets.some((sheet) => !sheet.hidden && sheet.id !== idOf(call))) {
      throw new PlatformError("You can't hide all the sheets in a document.");
    }
    return change(call, (workbook, id) => {
      workbook.edit(id).hidden = hidden;
    });
  };

const calls: Record<string, Handler> = {
  'Sheet.getName': (call) => seen(call).name,
  'Sheet.getSheetId': (call) => seen(call).id,
  'Sheet.getIndex': (call) => call.execution.workbook().sheets.indexOf(seen(call)) + 1,
  'Sheet.getParent': () => ({ $: 'Spreadsheet' }),
  'Sheet.getRange': getRange,
  'Sheet.getRangeList': getRangeList,
  'Sheet.getDataRange': getDataRange,
  'Sheet.getMaxRows': (call) => seen(call).maxRows,
  'Sheet.getMaxColumns': (call) => seen(call).maxColumns,
  'Sheet.getLastRow': (call) => read(call).columns.lastRow,
  'Sheet.getLastColumn': (call) => read(call).columns.lastColumn,
  'Sheet.getType': (call) => ({ $: 'Enum', type: 'SheetType', name: seen(call).type }),
  'Sheet.isSheetHidden': (call) => seen(call).hidden,
  'Sheet.getFrozenRows': (call) => seen(call).frozenRows,
  'Sheet.getActiveRange': (call) => rangeHandle(idOf(call), seen(call).activeRange),
  'Sheet.getColumnWidth': (call) => {
    const [column] = matching(call, ['number']).map(whole);
    return read(call).widths[column - 1] ?? defaultWidth;
  },
  'Sheet.getProtections': (call) => {
    const [type] = matching(call, ['Enum']);
    const sheet = read(call);
    if ((type as { name: string }).name === 'SHEET') return [];
    return sheet.protections.map((area) => ({
      $: 'Protection',
      range: rangeHandle(sheet.id, area),
      description: area.description,
      editable: area.editors.includes(call.execution.user),
    }));
  },
  'Protection.getRange': ({ self }) => self.range,
  'Protection.getDescription': ({ self }) => self.description,
  'Protection.canEdit': ({ self }) => self.editable,
  'Sheet.insertRowsAfter': insert('Rows', true),
  'Sheet.insertRowsBefore': insert('Rows', false),
  'Sheet.insertColumnsAfter': insert('Columns', true),
  'Sheet.insertColumnsBefore': insert('Columns', false),
  'Sheet.deleteRows': remove('Rows'),
  'Sheet.deleteColumns': remove('Columns'),
  'Sheet.setName': (call) => {
    const [name] = matching(call, ['string']);
    call.execution.writeNow((workbook) => workbook.rename(idOf(call), name as string));
    return itself;
  },
  'Sheet.hideSheet': setHidden(true),
  'Sheet.showSheet': setHidden(false),
  'Sheet.setFrozenRows': setFrozenRows,
  'Sheet.setColumnWidth': setColumnWidths,
  'Sheet.setColumnWidths': setColumnWidths,
  'Sheet.autoResizeColumns': autoResizeColumns,
  'Sheet.activate': (call) => {
    seen(call);
    return change(call, (workbook, id) => call.execution.bringToFront(workbook, id));
  },
};

/** What a tab can do that only shows a chart. */
const withoutCells =
  /^Sheet\.(getName|getSheetId|getIndex|getParent|getType|isSheetHidden|setName|hideSheet|showSheet|activate)$/;

function ofCells(handler: Handler): Handler {
  return (call) => {
    seen(call).assertCells();
    return handler(call);
  };
}

/** Methods of Sheet, and of the protections that it lists. Those about cells refuse a tab that has none. */
export const sheetCalls: Record<string, Handler> = Object.fromEntries(
  Object.entries(calls).map(([name, handler]) => [
    name,
    name.startsWith('Sheet.') && !withoutCells.test(name) ? ofCells(handler) : handler,
  ]),
);
