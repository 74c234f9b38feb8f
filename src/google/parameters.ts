import type { CellAnswer, CellValue } from '../query/cellValues';
import type { ParameterCells } from '../query/parameters';
import { dayOf } from '../query/period';
import { parseReference, type Reference } from '../query/reference';
import { refusable } from './refusal';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A block of cells; rows and columns count from 1, both ends included. */
interface Block {
  row: number;
  column: number;
  toRow: number;
  toColumn: number;
}

/** Cells that lie further apart than a block of so many are read one after the other. */
const MOST_TOGETHER = 5000;
/** A whole column is read so far down, and a range no further. */
const MOST_READ = 20_000;

/**
 * Reads cells of the active spreadsheet: those of one tab by one call where they lie close together, and by another what dates
 * are shown as, where there are any.
 */
export const parameterCells: ParameterCells = {
  read(references) {
    const answers = refusable(() => answersOf(references));
    return (reference) => answers.get(reference) ?? { kind: 'error', error: 'no cell' };
  },
};

function answersOf(references: string[]): Map<string, CellAnswer> {
  const answers = new Map<string, CellAnswer>();
  const tabs = new Map<string, [string, Reference][]>();
  for (const reference of references) {
    const parsed = parseReference(reference);
    if (parsed) tabs.set(parsed.tab, [...(tabs.get(parsed.tab) ?? []), [reference, parsed]]);
  }
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  for (const [tab, wanted] of tabs) {
    const sheet = spreadsheet.getSheetByName(tab);
    if (sheet === null) for (const [reference] of wanted) answers.set(reference, { kind: 'gone', tab });
    else readTab(sheet, wanted, spreadsheet.getSpreadsheetTimeZone(), answers);
  }
  return answers;
}

function readTab(
  sheet: Sheet,
  wanted: [string, Reference][],
  zone: string,
  answers: Map<string, CellAnswer>,
) {
  const [rows, columns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  const inside: [string, Block][] = [];
  for (const [reference, { row, column, toRow, toColumn }] of wanted) {
    const block = {
      row,
      column,
      toRow: Math.min(toRow ?? rows, rows),
      toColumn: Math.min(toColumn ?? columns, columns),
    };
    // Cells beyond the end of the tab are as blank as any other.
    if (row > rows || column > columns) answers.set(reference, { kind: 'values', values: [] });
    else if (cellsIn(block) > MOST_READ)
      answers.set(reference, { kind: 'error', error: `more than ${MOST_READ} cells` });
    else inside.push([reference, block]);
  }
  for (const group of together(inside)) {
    const all = around(group.map(([, block]) => block));
    const values = valuesOf(sheet, all, zone);
    for (const [reference, block] of group) {
      const lines = values.slice(block.row - all.row, block.toRow - all.row + 1);
      const cut = lines.map((line) => line.slice(block.column - all.column, block.toColumn - all.column + 1));
      answers.set(reference, { kind: 'values', values: cut });
    }
  }
}

/** All blocks at once where one block around them isn't much larger, else each by itself. */
function together(blocks: [string, Block][]): [string, Block][][] {
  if (blocks.length < 2) return blocks.length === 0 ? [] : [blocks];
  const close = cellsIn(around(blocks.map(([, block]) => block))) <= MOST_TOGETHER;
  return close ? [blocks] : blocks.map((block) => [block]);
}

function around(blocks: Block[]): Block {
  return {
    row: Math.min(...blocks.map(({ row }) => row)),
    column: Math.min(...blocks.map(({ column }) => column)),
    toRow: Math.max(...blocks.map(({ toRow }) => toRow)),
    toColumn: Math.max(...blocks.map(({ toColumn }) => toColumn)),
  };
}

function cellsIn({ row, column, toRow, toColumn }: Block): number {
  return (toRow - row + 1) * (toColumn - column + 1);
}

function valuesOf(sheet: Sheet, { row, column, toRow, toColumn }: Block, zone: string): CellValue[][] {
  const range = sheet.getRange(row, column, toRow - row + 1, toColumn - column + 1);
  const values: unknown[][] = range.getValues();
  const shown = values.some((line) => line.some((value) => value instanceof Date))
    ? range.getDisplayValues()
    : [];
  return values.map((line, down) =>
    line.map((value, across) => cellValue(value, shown[down]?.[across], zone)),
  );
}

/**
 * Sheets gives a date as the moment at which it begins in the spreadsheet's zone. What is before 1970 is a time, a
 * duration, or nothing that could be asked for.
 */
function cellValue(value: unknown, shown: string | undefined, zone: string): CellValue {
  if (value instanceof Date) {
    const date = dayOf(value.getTime(), zone).toString();
    return date < '1970-01-01' ? (shown ?? '') : { date, shown };
  }
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value ?? '');
}
