import type { Places } from '../actions/places';
import { letters } from '../table/letters';

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
