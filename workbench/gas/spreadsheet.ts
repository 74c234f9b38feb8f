import { parseA1, type Rect } from './a1';
import type { Attribute } from './cellAttributes';
import { type CellOptions, displayed, newGrid, worth, writeGrid } from './cells';
import { Formula } from './columns';
import { automatic } from './display';
import { defaultWidth, type Sheet, type SheetType } from './sheet';
import { kinds } from './wire';
import { Workbook, type WorkbookJson } from './workbook';

/** A tab at a glance. */
export interface Tab {
  readonly id: number;
  readonly name: string;
  readonly hidden: boolean;
  readonly active: boolean;
  readonly maxRows: number;
  readonly maxColumns: number;
  readonly lastRow: number;
  readonly lastColumn: number;
  readonly frozenRows: number;
  /** `OBJECT` for one that shows a chart and has no cells. */
  readonly type: SheetType;
  /** Grows with every change of this tab. */
  readonly changes: number;
}

/** What a cell is worth; dates are serial numbers, an empty cell is an empty text. */
export type Value = number | string | boolean;

/**
 * The spreadsheet as a person before the screen has it: nothing costs anything, nothing is counted, protection
 * doesn't hold. Tabs go by name; a block left out is all cells from A1 to the last that holds something.
 */
export class Spreadsheet {
  constructor(
    private readonly holder: { workbook: Workbook },
    private readonly options: CellOptions,
  ) {}

  private get workbook(): Workbook {
    return this.holder.workbook;
  }

  private find(name: string): Sheet {
    const sheet = this.workbook.byName(name);
    if (!sheet) throw new Error(`there is no tab named ${name}`);
    return sheet;
  }

  private edit(name: string): Sheet {
    return this.workbook.edit(this.find(name).id);
  }

  private block(sheet: Sheet, a1: string | undefined): Rect {
    if (a1 !== undefined) return parseA1(a1, sheet.maxRows, sheet.maxColumns);
    return { row: 1, column: 1, rows: sheet.columns.lastRow, columns: sheet.columns.lastColumn };
  }

  private map<T>(
    name: string,
    a1: string | undefined,
    of: (sheet: Sheet, row: number, column: number) => T,
  ): T[][] {
    const sheet = this.find(name);
    const { row, column, rows, columns } = this.block(sheet, a1);
    return Array.from({ length: rows }, (_, down) =>
      Array.from({ length: columns }, (_, across) => of(sheet, row + down, column + across)),
    );
  }

  tabs(): Tab[] {
    return this.workbook.sheets.map((sheet) => ({
      id: sheet.id,
      name: sheet.name,
      hidden: sheet.hidden,
      active: sheet === this.workbook.activeSheet,
      maxRows: sheet.maxRows,
      maxColumns: sheet.maxColumns,
      lastRow: sheet.columns.lastRow,
      lastColumn: sheet.columns.lastColumn,
      frozenRows: sheet.frozenRows,
      type: sheet.type,
      changes: sheet.changes,
    }));
  }

  /** Types a text into every cell of a block, as by hand. */
  type(name: string, a1: string, text: string): void {
    const sheet = this.edit(name);
    const rect = this.block(sheet, a1);
    const grid = newGrid(rect.rows, rect.columns);
    grid.texts.push(text);
    if (text !== '') grid.kinds.fill(kinds.text);
    writeGrid(sheet, rect, grid, this.options);
  }

  values(name: string, a1?: string): Value[][] {
    return this.map(name, a1, (sheet, row, column) => {
      return worth(sheet.cell(row, column), { sheet, row, column }, this.options) ?? '';
    });
  }

  displayed(name: string, a1?: string): string[][] {
    return this.map(name, a1, (sheet, row, column) => displayed(sheet, row, column, this.options));
  }

  /** Formulas, `=` included; an empty text where there is none. */
  formulas(name: string, a1?: string): string[][] {
    return this.map(name, a1, (sheet, row, column) => {
      const cell = sheet.cell(row, column);
      return cell instanceof Formula ? cell.formula : '';
    });
  }

  formats(name: string, a1?: string): string[][] {
    return this.map(
      name,
      a1,
      (sheet, row, column) => sheet.attributes.get('numberFormat', row, column) ?? automatic,
    );
  }

  attributes(name: string, attribute: Attribute, a1?: string): (string | undefined)[][] {
    return this.map(name, a1, (sheet, row, column) => sheet.attributes.get(attribute, row, column));
  }

  /** Gives a block a number format, colour, note …; `undefined` takes it away. */
  setAttribute(name: string, a1: string, attribute: Attribute, value: string | undefined): void {
    const sheet = this.edit(name);
    sheet.attributes.fill(attribute, this.block(sheet, a1), value);
  }

  clear(name: string, a1: string): void {
    const sheet = this.edit(name);
    sheet.clearContent(this.block(sheet, a1));
  }

  /** Width in pixels of a column, counted from 1. */
  width(name: string, column: number): number {
    return this.find(name).widths[column - 1] ?? defaultWidth;
  }

  setWidth(name: string, column: number, pixels: number): void {
    this.edit(name).widths[column - 1] = pixels;
  }

  insertTab(name: string, index?: number): void {
    this.workbook.insertSheet(Math.max(...this.workbook.sheets.map(({ id }) => id)) + 1, name, index);
  }

  /** Moves a chart to a tab of its own, which has no cells. */
  addChartTab(name: string, index?: number): void {
    const id = Math.max(...this.workbook.sheets.map((sheet) => sheet.id)) + 1;
    this.workbook.insertChartSheet(id, name, index);
  }

  /** Brings a tab to the front. */
  activate(name: string): void {
    this.workbook.activeSheetId = this.find(name).id;
  }

  /** Makes a native *Table* of a block (Format → Convert to table), whose columns are typed from then on. */
  makeTable(name: string, a1: string, title = 'Table1'): void {
    const sheet = this.edit(name);
    sheet.nativeTables.push({ ...this.block(sheet, a1), name: title });
  }

  /** Makes the native tables of a tab plain cells again. */
  removeTables(name: string): void {
    this.edit(name).nativeTables = [];
  }

  rename(name: string, next: string): void {
    this.workbook.rename(this.find(name).id, next);
  }

  /** Moves a tab to a place, counted from 0. */
  move(name: string, index: number): void {
    const sheet = this.edit(name);
    const others = this.workbook.sheets.filter((other) => other !== sheet);
    others.splice(index, 0, sheet);
    this.workbook.sheets = others;
  }

  deleteTab(name: string): void {
    this.workbook.deleteSheet(this.find(name).id);
  }

  insertRows(name: string, before: number, count: number): void {
    this.workbook.insertRows(this.find(name).id, before, count, before - 1);
  }

  deleteRows(name: string, row: number, count: number): void {
    this.workbook.deleteRows(this.find(name).id, row, count);
  }

  insertColumns(name: string, before: number, count: number): void {
    this.workbook.insertColumns(this.find(name).id, before, count, before - 1);
  }

  deleteColumns(name: string, column: number, count: number): void {
    this.workbook.deleteColumns(this.find(name).id, column, count);
  }

  /** Brings a tab to the front and selects a block there. */
  select(name: string, a1: string): void {
    const sheet = this.edit(name);
    sheet.activeRange = this.block(sheet, a1);
    this.workbook.activeSheetId = sheet.id;
  }

  hide(name: string, hidden = true): void {
    this.edit(name).hidden = hidden;
  }

  /** Keeps the first rows in sight; 0 for none. */
  freeze(name: string, rows: number): void {
    this.edit(name).frozenRows = rows;
  }

  /** Named ranges and the blocks they stand for; no block when its cells were deleted. */
  names(): { readonly name: string; readonly tab: string; readonly rect: Rect | undefined }[] {
    return this.workbook.names.map(({ name, sheetId, rect }) => ({
      name,
      tab: this.workbook.sheet(sheetId).name,
      rect: rect && { row: rect.row, column: rect.column, rows: rect.rows, columns: rect.columns },
    }));
  }

  /** The whole spreadsheet as JSON, for a file. */
  snapshot(): WorkbookJson {
    return JSON.parse(JSON.stringify(this.workbook)) as WorkbookJson;
  }

  /** Puts back what {@link snapshot} took. */
  restore(json: WorkbookJson): void {
    const { version } = this.workbook;
    this.holder.workbook = Workbook.fromJSON(json);
    this.holder.workbook.version = version + 1;
  }
}
