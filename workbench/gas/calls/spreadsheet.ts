import { parseA1, type Rect, splitSheet } from '../a1';
import { PlatformError, texts } from '../errors';
import { type Call, type Handler, itself } from './call';
import { matching, whole } from './check';
import { goneRange, rangeHandle } from './range';

const book = { $: 'Spreadsheet' } as const;
const sheetHandle = (sheetId: number) => ({ $: 'Sheet', sheetId }) as const;

const insertSheet: Handler = (call) => {
  const args = matching(call, [], ['string'], ['number'], ['string', 'number']);
  const { execution, platform } = call;
  const { sheets } = execution.workbook();
  const name = args.find((argument) => typeof argument === 'string') as string | undefined;
  const index = args.find((argument) => typeof argument === 'number');
  let next = sheets.length + 1;
  while (sheets.some((sheet) => sheet.name === `Sheet${next}`)) next++;
  const id = platform.nextSheetId();
  execution.writeNow((workbook) => {
    const made = workbook.insertSheet(
      id,
      name || `Sheet${next}`,
      index === undefined ? undefined : whole(index),
    );
    // Google makes the new tab the active one.
    execution.bringToFront(workbook, made.id);
  });
  return sheetHandle(id);
};

const deleteSheet: Handler = (call) => {
  const [sheet] = matching(call, ['Sheet']);
  call.execution.writeNow((workbook) => workbook.deleteSheet((sheet as { sheetId: number }).sheetId));
  return undefined;
};

function validName(name: string): boolean {
  return (
    /^[\p{L}_][\p{L}\p{N}_.]{0,249}$/u.test(name) &&
    !/^[A-Za-z]{1,3}\d+$/.test(name) &&
    !/^R\d*C\d*$/i.test(name) &&
    !/^(true|false)$/i.test(name)
  );
}

type Place = Rect & { readonly sheetId: number };

const setNamedRange: Handler = (call) => {
  const [name, range] = matching(call, ['string', 'Range']) as [string, Place];
  if (!validName(name)) throw new PlatformError(texts.invalidName(name));
  call.execution.writeNow((workbook) => {
    workbook.sheet(range.sheetId).assertInside(range);
    workbook.setName(name, range.sheetId, range);
  });
  return undefined;
};

function namedRange(call: Call, name: string) {
  const named = call.execution.workbook().name(name);
  return named?.rect ? rangeHandle(named.sheetId, named.rect) : null;
}

const getRange: Handler = (call) => {
  const [text] = matching(call, ['string']) as [string];
  const named = call.execution.workbook().name(text);
  if (named) return namedRange(call, text);
  const { sheet: name, a1 } = splitSheet(text);
  const workbook = call.execution.workbook();
  const sheet = name === undefined ? call.execution.activeSheet() : workbook.byName(name);
  if (!sheet) throw new PlatformError(texts.rangeNotFound);
  sheet.assertCells();
  const rect = parseA1(a1, sheet.maxRows, sheet.maxColumns);
  sheet.assertInside(rect);
  return rangeHandle(sheet.id, rect);
};

const nameOf = (call: Call): string => call.self.name as string;

const namedRangeCalls: Record<string, Handler> = {
  'NamedRange.getName': nameOf,
  'NamedRange.getRange': (call) => {
    if (!call.execution.workbook().name(nameOf(call))) throw new PlatformError(texts.rangeNotFound);
    return namedRange(call, nameOf(call)) ?? goneRange;
  },
  'NamedRange.setRange': (call) => {
    const [range] = matching(call, ['Range']);
    setNamedRange({ ...call, args: [nameOf(call), range] });
    return itself;
  },
  'NamedRange.setName': (call) => {
    const [name] = matching(call, ['string']) as [string];
    if (!validName(name)) throw new PlatformError(texts.invalidName(name));
    call.execution.writeNow((workbook) => {
      const held = workbook.name(nameOf(call));
      if (!held?.rect) throw new PlatformError(texts.rangeNotFound);
      workbook.removeName(nameOf(call));
      workbook.setName(name, held.sheetId, held.rect);
    });
    return { $: 'NamedRange', name };
  },
  'NamedRange.remove': (call) => {
    call.execution.writeNow((workbook) => workbook.removeName(nameOf(call)));
    return undefined;
  },
};

const getActive: Handler = ({ execution }) => (execution.hasSpreadsheet ? book : null);
const getActiveSheet: Handler = ({ execution }) =>
  execution.hasSpreadsheet ? sheetHandle(execution.activeSheet().id) : null;
const getActiveRange: Handler = ({ execution }) => {
  if (!execution.hasSpreadsheet) return null;
  const sheet = execution.activeSheet();
  if (sheet.type === 'OBJECT') return null;
  return rangeHandle(sheet.id, sheet.activeRange);
};

/** SpreadsheetApp, Spreadsheet and NamedRange. */
export const spreadsheetCalls: Record<string, Handler> = {
  'SpreadsheetApp.getActive': getActive,
  'SpreadsheetApp.getActiveSpreadsheet': getActive,
  'SpreadsheetApp.getActiveSheet': getActiveSheet,
  'SpreadsheetApp.getActiveRange': getActiveRange,
  'SpreadsheetApp.flush': ({ execution }) => {
    execution.flush();
    return undefined;
  },
  'Spreadsheet.getId': ({ platform }) => platform.spreadsheetId,
  'Spreadsheet.getName': ({ platform }) => platform.spreadsheetName,
  'Spreadsheet.getSpreadsheetTimeZone': ({ platform }) => platform.cellOptions.zone,
  'Spreadsheet.getSpreadsheetLocale': ({ platform }) => platform.cellOptions.locale,
  'Spreadsheet.getSheets': ({ execution }) => execution.workbook().sheets.map(({ id }) => sheetHandle(id)),
  'Spreadsheet.getSheetByName': (call) => {
    const [name] = matching(call, ['string']) as [string];
    const sheet = call.execution.workbook().byName(name);
    return sheet ? sheetHandle(sheet.id) : null;
  },
  'Spreadsheet.getSheetById': (call) => {
    const [id] = matching(call, ['number']) as [number];
    return call.execution.workbook().find(id) ? sheetHandle(id) : null;
  },
  'Spreadsheet.insertSheet': insertSheet,
  'Spreadsheet.deleteSheet': deleteSheet,
  'Spreadsheet.getActiveSheet': getActiveSheet,
  'Spreadsheet.getActiveRange': getActiveRange,
  'Spreadsheet.setActiveSheet': (call) => {
    const [sheet] = matching(call, ['Sheet'], ['Sheet', 'boolean']) as [{ sheetId: number }];
    call.execution.workbook().sheet(sheet.sheetId);
    call.execution.write((workbook) => call.execution.bringToFront(workbook, sheet.sheetId));
    return sheet;
  },
  'Spreadsheet.getRange': getRange,
  'Spreadsheet.getRangeByName': (call) => namedRange(call, (matching(call, ['string']) as [string])[0]),
  'Spreadsheet.setNamedRange': setNamedRange,
  'Spreadsheet.removeNamedRange': (call) => {
    const [name] = matching(call, ['string']) as [string];
    call.execution.writeNow((workbook) => workbook.removeName(name));
    return undefined;
  },
  'Spreadsheet.getNamedRanges': ({ execution }) =>
    execution.workbook().names.map(({ name }) => ({ $: 'NamedRange', name })),
  'Spreadsheet.toast': (call) => {
    const [message, title, seconds] = matching(call, ['string', 'string?', 'number?']);
    if (call.execution.unattended) return undefined;
    call.platform.toasts.push({
      message: String(message),
      title: String(title ?? ''),
      seconds: Number(seconds ?? 5),
    });
    return undefined;
  },
  ...namedRangeCalls,
};
