import type { Area, Grid } from '../table/grid';
import { flush, writing } from './flush';
import { refusing } from './refusal';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

function spreadsheet() {
  return SpreadsheetApp.getActiveSpreadsheet();
}

function sheetOf(id: number): Sheet | null {
  return (
    spreadsheet()
      .getSheets()
      .find((sheet) => sheet.getSheetId() === id) ?? null
  );
}

function knownSheet(id: number): Sheet {
  const sheet = sheetOf(id);
  if (sheet === null) throw new Error(`no tab ${id}`);
  return sheet;
}

function rangeOf({ sheet, row, column, rows, columns }: Area): Range {
  return knownSheet(sheet).getRange(row, column, rows, columns);
}

function areaOf(range: Range): Area {
  return {
    sheet: range.getSheet().getSheetId(),
    row: range.getRow(),
    column: range.getColumn(),
    rows: range.getNumRows(),
    columns: range.getNumColumns(),
  };
}

function overlap(a: Area, b: Area): boolean {
  const apart = (first: number, size: number, other: number, otherSize: number) =>
    first + size <= other || other + otherSize <= first;
  return !apart(a.row, a.rows, b.row, b.rows) && !apart(a.column, a.columns, b.column, b.columns);
}

function a1Of(area: Area): string {
  return rangeOf(area).getA1Notation();
}

function addTab(name: string, hidden: boolean, made: (sheet: number) => void): number {
  const active = spreadsheet().getActiveSheet();
  const sheet = spreadsheet().insertSheet(name, spreadsheet().getSheets().length);
  try {
    const id = sheet.getSheetId();
    made(id);
    if (hidden) sheet.hideSheet();
    // Adding a tab shows it: whoever is working elsewhere stays there.
    spreadsheet().setActiveSheet(active);
    return id;
  } catch (error) {
    try {
      spreadsheet().deleteSheet(sheet);
    } catch {
      // What went wrong first is what to tell.
    }
    throw error;
  }
}

const plain: Grid = refusing({
  named(name) {
    const range = spreadsheet().getRangeByName(name);
    return range === null ? null : areaOf(range);
  },
  rangeNames: () =>
    spreadsheet()
      .getNamedRanges()
      .map((named) => named.getName()),
  allNamed: () =>
    spreadsheet()
      .getNamedRanges()
      .map((named) => ({ name: named.getName(), range: named.getRange() }))
      // A name whose cells were deleted is still there, with a range that is none.
      .filter(({ range }) => range.getA1Notation() !== '#REF!')
      .map(({ name, range }) => ({ name, area: areaOf(range) })),
  name: (name, area) => spreadsheet().setNamedRange(name, rangeOf(area)),
  unname(name) {
    if (spreadsheet().getRangeByName(name)) spreadsheet().removeNamedRange(name);
  },
  zone: () => spreadsheet().getSpreadsheetTimeZone(),
  tabName: (sheet) => sheetOf(sheet)?.getName() ?? null,
  tabNamed: (name) => spreadsheet().getSheetByName(name)?.getSheetId() ?? null,
  tabNames: () =>
    spreadsheet()
      .getSheets()
      .map((sheet) => sheet.getName()),
  addTab,
  removeTab(id) {
    const sheet = sheetOf(id);
    if (sheet) spreadsheet().deleteSheet(sheet);
  },
  size(id) {
    const sheet = knownSheet(id);
    return { rows: sheet.getMaxRows(), columns: sheet.getMaxColumns() };
  },
  grow: (id, size, to) => {
    const sheet = knownSheet(id);
    if (to.rows > size.rows) sheet.insertRowsAfter(size.rows, to.rows - size.rows);
    if (to.columns > size.columns) sheet.insertColumnsAfter(size.columns, to.columns - size.columns);
  },
  insertColumns: (id, after, number) => {
    knownSheet(id).insertColumnsAfter(after, number);
  },
  insertRows: (id, after, number) => {
    knownSheet(id).insertRowsAfter(after, number);
  },
  isBlank: (area) => rangeOf(area).isBlank(),
  shown(area) {
    const range = rangeOf(area);
    const formulas = range.getFormulas();
    return range
      .getDisplayValues()
      .map((line, row) => line.map((text, column) => formulas[row][column] || text));
  },
  texts: (area) => rangeOf(area).getDisplayValues(),
  contents: (area) => rangeOf(area).getValues(),
  formulas: (area) => rangeOf(area).getFormulas(),
  numberFormats: (area) => rangeOf(area).getNumberFormats(),
  setNumberFormats: (area, formats) => rangeOf(area).setNumberFormats(formats),
  setNumberFormat: (areas, format) => {
    const sheet = knownSheet(areas[0].sheet);
    sheet.getRangeList(areas.map(a1Of)).setNumberFormat(format);
  },
  write: (area, cells) => rangeOf(area).setValues(cells),
  clear: (area) => rangeOf(area).clearContent(),
  // Pasting as PASTE_VALUES is reported to take the target's formats away; contentsOnly leaves them.
  copyValues: (from, to) => rangeOf(from).copyTo(rangeOf(to), { contentsOnly: true }),
  copyFormulas: (from, to) =>
    rangeOf(from).copyTo(rangeOf(to), SpreadsheetApp.CopyPasteType.PASTE_FORMULA, false),
  deleteRows: (id, row, number) => {
    knownSheet(id).deleteRows(row, number);
  },
  mayEdit(area) {
    const sheet = knownSheet(area.sheet);
    const { RANGE, SHEET } = SpreadsheetApp.ProtectionType;
    return [RANGE, SHEET]
      .flatMap((type) => sheet.getProtections(type))
      .every((protection) => protection.canEdit() || !overlap(areaOf(protection.getRange()), area));
  },
  note: (area) => rangeOf({ ...area, rows: 1, columns: 1 }).getNote(),
  setNote: (area, note) => rangeOf({ ...area, rows: 1, columns: 1 }).setNote(note),
  styleHeader: (header, freeze) => {
    rangeOf(header).setFontWeight('bold').setBackground('#f1f3f4');
    if (freeze) knownSheet(header.sheet).setFrozenRows(header.row);
  },
  align: (areas, to) => {
    knownSheet(areas[0].sheet).getRangeList(areas.map(a1Of)).setHorizontalAlignment(to);
  },
  setSides: (area, sides) => rangeOf(area).setHorizontalAlignments(sides),
  copyFormat: (from, to) =>
    rangeOf(from).copyTo(rangeOf(to), SpreadsheetApp.CopyPasteType.PASTE_FORMAT, false),
  width: ({ sheet, column }) => knownSheet(sheet).getColumnWidth(column),
  setWidth: (area, pixels) => {
    knownSheet(area.sheet).setColumnWidths(area.column, area.columns, pixels);
  },
  flush,
  show(area) {
    knownSheet(area.sheet).activate();
    rangeOf({ ...area, rows: 1, columns: 1 }).activate();
  },
  selection() {
    const sheet = spreadsheet().getActiveSheet();
    const range = sheet.getActiveRange() ?? sheet.getRange(1, 1);
    return { area: areaOf(range), tab: sheet.getName() };
  },
  address: (area) => `${knownSheet(area.sheet).getName()}!${rangeOf(area).getA1Notation()}`,
});

/** The active spreadsheet as a `Grid`. */
export const grid: Grid = writing(plain, [
  'name',
  'unname',
  'addTab',
  'removeTab',
  'grow',
  'insertColumns',
  'insertRows',
  'setNumberFormats',
  'setNumberFormat',
  'write',
  'clear',
  'copyValues',
  'copyFormulas',
  'deleteRows',
  'setNote',
  'styleHeader',
  'align',
  'setSides',
  'copyFormat',
  'setWidth',
]);
