import type { Places } from '../actions/places';

/** Where things are in the active spreadsheet: two calls a tab and three a range, however many there are of both. */
export function places(): Places {
  let known: Map<number, string> | null = null;
  const tabs = () => {
    known ??= new Map(
      SpreadsheetApp.getActiveSpreadsheet()
        .getSheets()
        .map((sheet) => [sheet.getSheetId(), sheet.getName()]),
    );
    return known;
  };
  return {
    range(name) {
      const range = SpreadsheetApp.getActiveSpreadsheet().getRangeByName(name);
      if (range === null) return null;
      const sheet = range.getGridId();
      const tab = tabs().get(sheet);
      return tab === undefined ? null : { tab, sheet, address: `${tab}!${range.getA1Notation()}` };
    },
    cell(sheet, row, column) {
      const tab = tabs().get(sheet);
      return tab === undefined ? null : { tab, sheet, address: `${tab}!${letters(column)}${row}` };
    },
  };
}

/** A column, counted from 1, in letters: A, B … Z, AA. */
function letters(column: number): string {
  let text = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  }
  return text;
}
