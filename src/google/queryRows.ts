import type { QueryRows } from '../query/queries';
import { writeText } from '../rows/text';
import { refusing } from './refusal';

/** The hidden sheet in which the queries live. */
const QUERY_SHEET = 'Clocktable (queries)';
const HEADER = ['Id', 'Name', 'Query', 'State'];

/** Queries in rows of a hidden sheet, below one header row. */
export const queryRows: QueryRows = refusing({
  read(most) {
    const sheet = find();
    if (!sheet) return [];
    // Rows whether they hold something or not: asking for the last that does would be a second call.
    const columns = Math.min(HEADER.length, sheet.getMaxColumns());
    return sheet
      .getRange(1, 1, Math.min(sheet.getMaxRows(), most + 1), columns)
      .getValues()
      .slice(1)
      .map((row) => HEADER.map((_, column) => String(row[column] ?? '')));
  },
  write: (index, row) => {
    const sheet = find() ?? make();
    sheet.getRange(index + 2, 1, 1, HEADER.length).setValues([row.map(writeText)]);
  },
  writeState: (index, state) => {
    find()
      ?.getRange(index + 2, HEADER.length, 1, 1)
      .setValues([[writeText(state)]]);
  },
  clear: (index) => {
    find()
      ?.getRange(index + 2, 1, 1, HEADER.length)
      .clearContent();
  },
});

function find(): GoogleAppsScript.Spreadsheet.Sheet | null {
  return SpreadsheetApp.getActiveSpreadsheet().getSheetByName(QUERY_SHEET);
}

function make(): GoogleAppsScript.Spreadsheet.Sheet {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const active = spreadsheet.getActiveSheet();
  const sheet = spreadsheet.insertSheet(QUERY_SHEET, spreadsheet.getSheets().length);
  sheet.hideSheet();
  spreadsheet.setActiveSheet(active);
  sheet.getRange(1, 1, 1, HEADER.length).setValues([HEADER]);
  return sheet;
}
