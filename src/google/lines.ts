import * as v from 'valibot';
import { writeText } from '../rows/text';
import type { Lines } from '../table/lines';
import { LINES_TAB } from '../table/names';
import { cellsFor, packLines, unpackLines } from '../table/packedLines';
import { refusedAsAWhole } from '../table/refused';
import { flush, writing } from './flush';
import { HiddenTab } from './hiddenTab';
import { refusing } from './refusal';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const HEADER = ['Table', 'Rows', 'Digests'];
const tab = new HiddenTab(LINES_TAB, HEADER);
/** As many tables as a spreadsheet has queries, and some more of which nobody knows whose they are. */
const MOST_TABLES = 400;

const countSchema = v.object({
  version: v.literal(1),
  rows: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000_000)),
});

/** The hidden tab as it was looked at last, with its first columns. */
let found: { sheet: Sheet; rows: string[][] } | null = null;
/** The texts of the table that was looked at last. */
let known: { query: string; texts: string[] } | null = null;

/** What was written last, in a hidden tab: a row for each table, as many lines a cell as it holds. */
const plain: Lines = refusing({
  get(query) {
    known = null;
    found = tab.find(MOST_TABLES);
    const row = rowOf(query);
    const count = row < 0 ? null : countIn(row);
    if (!found || count === null) return null;
    const texts = [found.rows[row][2], ...furtherCells(found.sheet, row, cellsFor(count) - 1)];
    known = { query, texts };
    return unpackLines(texts, count);
  },
  set(query, lines) {
    const texts = packLines(lines);
    if (known?.query === query && known.texts.join('/') === texts.join('/')) return;
    found ??= { sheet: tab.make(), rows: [] };
    const { sheet, rows } = found;
    const [own, free] = [rowOf(query), rows.findIndex(([id]) => id === '')];
    const row = own >= 0 ? own : free >= 0 ? free : rows.length;
    if (row >= MOST_TABLES) return;
    const before = own < 0 ? 0 : cellsFor(countIn(own) ?? 0);
    const blank: string[] = new Array(Math.max(0, before - texts.length)).fill('');
    const count = JSON.stringify({ version: 1, rows: lines.length });
    const cells = [query, count, ...texts, ...blank];
    makeRoom(sheet, row + 2, cells.length);
    sheet.getRange(row + 2, 1, 1, cells.length).setValues([cells.map(writeText)]);
    rows[row] = cells.slice(0, HEADER.length);
    known = { query, texts };
  },
  forget(query) {
    known = null;
    found = tab.find(MOST_TABLES);
    const row = rowOf(query);
    if (!found || row < 0) return;
    flush();
    try {
      found.sheet.getRange(row + 2, 1, 1, found.sheet.getMaxColumns()).clearContent();
      flush();
    } catch (error) {
      if (!refusedAsAWhole(error)) throw error;
    }
  },
  removeTab() {
    found = tab.find(MOST_TABLES);
    if (found && tab.remove(found.sheet)) found = null;
  },
});

export const lines: Lines = writing(plain, ['set', 'forget', 'removeTab']);

/** The place of a table among the rows; -1 where it has none. */
function rowOf(query: string): number {
  return query === '' ? -1 : (found?.rows.findIndex(([id]) => id === query) ?? -1);
}

/** How many lines a row says that it holds; null where it says nothing that can be. */
function countIn(row: number): number | null {
  try {
    const count = v.safeParse(countSchema, JSON.parse(found?.rows[row][1] ?? ''));
    return count.success ? count.output.rows : null;
  } catch {
    return null;
  }
}

function furtherCells(sheet: Sheet, row: number, number: number): string[] {
  const there = number === 0 ? 0 : Math.min(number, sheet.getMaxColumns() - HEADER.length);
  if (there <= 0) return [];
  const [cells] = sheet.getRange(row + 2, HEADER.length + 1, 1, there).getValues();
  return cells.map(String);
}

function makeRoom(sheet: Sheet, rows: number, columns: number): void {
  const [hasRows, hasColumns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  if (rows > hasRows) sheet.insertRowsAfter(hasRows, rows - hasRows);
  if (columns > hasColumns) sheet.insertColumnsAfter(hasColumns, columns - hasColumns);
}
