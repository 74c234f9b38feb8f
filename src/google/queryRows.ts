import type { QueryRows } from '../query/queries';
import { writeText } from '../rows/text';
import { QUERY_TAB } from '../table/names';
import { writing } from './flush';
import { refusing } from './refusal';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const HEADER = ['Id', 'Name', 'Query', 'State'];

/** The hidden sheet as this execution has found it. */
let found: Sheet | null = null;

/** Queries in rows of a hidden sheet, below one header row by which it is known: a tab of its name may be somebody's. */
const plain: QueryRows = refusing({
  read(most) {
    found = null;
    for (const sheet of candidates()) {
      const [header, ...rows] = rowsOf(sheet, most + 1);
      if (!isHeader(header)) continue;
      found = sheet;
      return rows;
    }
    return [];
  },
  write: (index, row) => {
    found ??= make();
    found.getRange(index + 2, 1, 1, HEADER.length).setValues([row.map(writeText)]);
  },
  writeState: (index, state) => {
    found?.getRange(index + 2, HEADER.length, 1, 1).setValues([[writeText(state)]]);
  },
  clear: (index) => {
    found?.getRange(index + 2, 1, 1, HEADER.length).clearContent();
  },
  removeSheet: () => {
    if (!found || found.getLastRow() > 1 || found.getLastColumn() > HEADER.length) return;
    // Somebody may have shown it and left no other tab.
    if (!found.isSheetHidden()) return;
    SpreadsheetApp.getActiveSpreadsheet().deleteSheet(found);
    found = null;
  },
});

export const queryRows = writing(plain, ['write', 'writeState', 'clear', 'removeSheet']);

/** Tabs that may be the hidden sheet: the one of its name first, then those that are numbered because that was taken. */
function* candidates(): Generator<Sheet> {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const named = spreadsheet.getSheetByName(QUERY_TAB);
  if (named) yield named;
  for (const sheet of spreadsheet.getSheets()) if (sheet.getName().startsWith(`${QUERY_TAB} `)) yield sheet;
}

/** The first rows, whether they hold something or not: asking for the last that does would be a second call. */
function rowsOf(sheet: Sheet, most: number): string[][] {
  const columns = Math.min(HEADER.length, sheet.getMaxColumns());
  return sheet
    .getRange(1, 1, Math.min(sheet.getMaxRows(), most), columns)
    .getValues()
    .map((row) => HEADER.map((_, column) => String(row[column] ?? '')));
}

function isHeader(row: string[]): boolean {
  return row.join() === HEADER.join();
}

function make(): Sheet {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const active = spreadsheet.getActiveSheet();
  const sheet = begun() ?? spreadsheet.insertSheet(freeName(), spreadsheet.getSheets().length);
  // The header first: by it the sheet is known, should this end here.
  sheet.getRange(1, 1, 1, HEADER.length).setValues([HEADER]);
  sheet.hideSheet();
  spreadsheet.setActiveSheet(active);
  return sheet;
}

/** A sheet that an ended execution had made and not written to yet. */
function begun(): Sheet | null {
  const named = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(QUERY_TAB);
  if (named === null) return null;
  return named.getRange(1, 1, named.getMaxRows(), named.getMaxColumns()).isBlank() ? named : null;
}

function freeName(): string {
  const taken = new Set(
    SpreadsheetApp.getActiveSpreadsheet()
      .getSheets()
      .map((sheet) => sheet.getName()),
  );
  let name = QUERY_TAB;
  for (let number = 2; taken.has(name); number++) name = `${QUERY_TAB} ${number}`;
  return name;
}
