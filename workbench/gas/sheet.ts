import { overlaps, type Rect } from './a1';
import { CellAttributes, type CellAttributesJson } from './cellAttributes';
import { type Cell, type CellJson, Columns } from './columns';
import { PlatformError, texts } from './errors';

/** A block that only some may edit; `editors` are user names. */
export interface Protection extends Rect {
  readonly editors: readonly string[];
  readonly description: string;
}

/** Cells that a person made a *Table* of (Convert to table), whose columns have types. */
export interface NativeTable extends Rect {
  readonly name: string;
}

/** A tab with cells, or one that only shows a chart. */
export type SheetType = 'GRID' | 'OBJECT';

/** The width in pixels of a column that nobody has set. */
export const defaultWidth = 100;

/** One tab. Rows and columns count from 1, as Google's do. */
export class Sheet {
  hidden = false;
  frozenRows = 0;
  /** Widths in pixels by column; absent is {@link defaultWidth}. */
  widths: (number | undefined)[] = [];
  protections: Protection[] = [];
  nativeTables: NativeTable[] = [];
  type: SheetType = 'GRID';
  activeRange: Rect = { row: 1, column: 1, rows: 1, columns: 1 };
  /** Grows with every change: cheap to compare. */
  changes = 0;
  /** Whether another workbook also holds this object, so that it has to be copied before it is changed. */
  shared = false;
  columns = new Columns();
  attributes = new CellAttributes();

  constructor(
    readonly id: number,
    public name: string,
    public maxRows = 1000,
    public maxColumns = 26,
  ) {}

  /** A copy that can be changed alone. */
  clone(): Sheet {
    const copy = new Sheet(this.id, this.name, this.maxRows, this.maxColumns);
    copy.hidden = this.hidden;
    copy.frozenRows = this.frozenRows;
    copy.widths = this.widths.slice();
    copy.protections = this.protections.slice();
    copy.nativeTables = this.nativeTables.slice();
    copy.type = this.type;
    copy.activeRange = this.activeRange;
    copy.changes = this.changes;
    copy.columns = this.columns.clone();
    copy.attributes = this.attributes.clone();
    return copy;
  }

  /** Throws Google's text for a tab that has no cells. */
  assertCells(): void {
    if (this.type === 'OBJECT') throw new PlatformError(texts.objectSheet);
  }

  /** Throws Google's text when a cell of the block is in a native table, whose columns are typed. */
  assertUntyped(rect: Rect): void {
    if (this.nativeTables.some((table) => overlaps(table, rect))) throw new PlatformError(texts.typedColumns);
  }

  /** Throws Google's text unless the block lies in the grid. */
  assertInside({ row, column, rows, columns }: Rect): void {
    this.assertCells();
    if (row < 1) throw new PlatformError(texts.rowTooSmall);
    if (column < 1) throw new PlatformError(texts.columnTooSmall);
    if (rows < 1) throw new PlatformError(texts.rowsTooFew);
    if (columns < 1) throw new PlatformError(texts.columnsTooFew);
    if (row + rows - 1 > this.maxRows || column + columns - 1 > this.maxColumns) {
      throw new PlatformError(texts.outside);
    }
  }

  /** Throws Google's text when this user may not write to a cell of the block. */
  assertEditable(rect: Rect, user: string): void {
    const kept = this.protections.some((area) => overlaps(area, rect) && !area.editors.includes(user));
    if (kept) throw new PlatformError(texts.protectedCell);
  }

  cell(row: number, column: number): Cell {
    return this.columns.cellsOf(column)[row - 1];
  }

  /** Empties the block's cells; their looks stay. */
  clearContent({ row, column, rows, columns }: Rect): void {
    for (let at = column; at < column + columns; at++) this.columns.clear(row, at, rows);
  }

  /** Opens rows before `row`; they look like row `like` (a note isn't copied). */
  insertRows(row: number, count: number, like: number): void {
    this.columns.insertRows(row, count);
    this.attributes.insertRows(row, count, like);
    this.maxRows += count;
    if (row <= this.frozenRows) this.frozenRows += count;
  }

  deleteRows(row: number, count: number): void {
    this.columns.deleteRows(row, count);
    this.attributes.deleteRows(row, count);
    this.maxRows -= count;
    if (row <= this.frozenRows) this.frozenRows -= Math.min(count, this.frozenRows - row + 1);
  }

  /** Opens columns before `column`; they look and are as wide as column `like`. */
  insertColumns(column: number, count: number, like: number): void {
    this.columns.insertColumns(column, count);
    this.attributes.insertColumns(column, count, like);
    const width = this.widths[like - 1];
    while (this.widths.length < column - 1) this.widths.push(undefined);
    this.widths.splice(column - 1, 0, ...Array.from({ length: count }, () => width));
    this.maxColumns += count;
  }

  deleteColumns(column: number, count: number): void {
    this.columns.deleteColumns(column, count);
    this.attributes.deleteColumns(column, count);
    this.widths.splice(column - 1, count);
    this.maxColumns -= count;
  }

  toJSON(): unknown {
    const { id, name, maxRows, maxColumns, hidden, frozenRows, activeRange, columns } = this;
    const { protections, nativeTables, type } = this;
    const widths = Array.from(this.widths, (width) => width ?? null);
    return {
      id,
      name,
      maxRows,
      maxColumns,
      hidden,
      frozenRows,
      widths,
      protections,
      nativeTables,
      type,
      activeRange,
      columns,
      layers: this.attributes,
    };
  }

  static fromJSON(json: SheetJson): Sheet {
    const sheet = new Sheet(json.id, json.name, json.maxRows, json.maxColumns);
    sheet.hidden = json.hidden;
    sheet.frozenRows = json.frozenRows;
    sheet.widths = json.widths.map((width) => width ?? undefined);
    sheet.protections = [...json.protections];
    sheet.nativeTables = [...(json.nativeTables ?? [])];
    sheet.type = json.type ?? 'GRID';
    sheet.activeRange = json.activeRange;
    sheet.columns = Columns.fromJSON(json.columns);
    sheet.attributes = CellAttributes.fromJSON(json.layers);
    return sheet;
  }
}

/** A sheet as {@link Sheet.toJSON} writes it. */
export interface SheetJson {
  readonly id: number;
  readonly name: string;
  readonly maxRows: number;
  readonly maxColumns: number;
  readonly hidden: boolean;
  readonly frozenRows: number;
  readonly widths: readonly (number | null)[];
  readonly protections: readonly Protection[];
  /** Absent in files from before there were any, as is `type`. */
  readonly nativeTables?: readonly NativeTable[];
  readonly type?: SheetType;
  readonly activeRange: Rect;
  readonly columns: readonly (readonly CellJson[])[];
  /** The cells' attributes, by the name that files know them by. */
  readonly layers: CellAttributesJson;
}
