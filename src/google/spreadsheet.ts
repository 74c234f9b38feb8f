import { refusable } from './refusal';

/** The id of the spreadsheet; a copy of the file has another. The same throughout an execution, so it is asked for once. */
export function spreadsheetId(): string {
  known ??= refusable(() => SpreadsheetApp.getActiveSpreadsheet().getId());
  return known;
}

let known: string | null = null;
