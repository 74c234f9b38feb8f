import { overlaps, type Rect } from './a1';
import { PlatformError, texts } from './errors';
import { Runs } from './runs';

/** A cell that holds a formula; its text begins with `=`. What it shows is worked out when it is read. */
export class Formula {
  constructor(readonly formula: string) {}
}

/** What a cell holds; dates are serial numbers, an empty cell is `undefined`. */
export type Cell = number | string | boolean | Formula | undefined;

/** What a cell has besides its content. `numberFormat` is absent while it is automatic. */
export interface Attributes {
  numberFormat: string;
  note: string;
  fontWeight: string;
  fontColor: string;
  background: string;
  horizontalAlignment: string;
  verticalAlignment: string;
  wrap: string;
}
export type Attribute = keyof Attributes;
export const attributes: readonly Attribute[] = [
  'numberFormat',
  'note',
  'fontWeight',
  'fontColor',
  'background',
  'horizontalAlignment',
  'verticalAlignment',
  'wrap',
];

/** The cells of one column from the first row on; shared between copies of a sheet until one of them writes. */
class Column {
  shared = false;
  constructor(public cells: Cell[] = []) {}
}

/** A block that only some may edit; `editors` are user names. */
export interface Protection extends Rect {
  readonly editors: readonly string[];
  readonly description: string;
}

export const defaultWidth = 100;

/** One tab. Rows and columns count from 1 in its methods, as Google's do. */
export class Sheet {
  hidden = false;
  frozenRows = 0;
  /** Widths in pixels by column; absent is {@link defaultWidth}. */
  widths: (number | undefined)[] = [];
  protections: Protection[] = [];
  activeRange: Rect = { row: 1, column: 1, rows: 1, columns: 1 };
  /** Grows with every change: cheap to compare. */
  changes = 0;
  /** Whether another workbook also holds this object, so that it has to be copied before it is changed. */
  shared = false;
  private columns: Column[] = [];
  private layers: Record<Attribute, Runs<string>[]>;

  constructor(
    readonly id: number,
    public name: string,
    public maxRows = 1000,
    public maxColumns = 26,
  ) {
    this.layers = Object.fromEntries(attributes.map((name) => [name, []])) as unknown as Record<
      Attribute,
      Runs<string>[]
    >;
  }

  /** A copy that can be changed alone. Cells are copied only when a column is written. */
  clone(): Sheet {
    const copy = new Sheet(this.id, this.name, this.maxRows, this.maxColumns);
    Object.assign(copy, {
      hidden: this.hidden,
      frozenRows: this.frozenRows,
      widths: this.widths.slice(),
      protections: this.protections.slice(),
      activeRange: this.activeRange,
      changes: this.changes,
    });
    for (const column of this.columns) if (column) column.shared = true;
    copy.columns = this.columns.slice();
    for (const name of attributes) copy.layers[name] = this.layers[name].map((runs) => runs?.clone());
    return copy;
  }

  /** Throws Google's text unless the block lies in the grid. */
  assertInside({ row, column, rows, columns }: Rect): void {
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
    return this.columns[column - 1]?.cells[row - 1];
  }

  /** The cells of one column that were ever written, from row 1 on; to be read only. */
  cellsOf(column: number): readonly Cell[] {
    return this.columns[column - 1]?.cells ?? [];
  }

  private writable(column: number): Cell[] {
    let held = this.columns[column - 1];
    if (!held || held.shared) {
      held = new Column(held ? held.cells.slice() : []);
      this.columns[column - 1] = held;
    }
    return held.cells;
  }

  /** Writes a column's cells from a row on. */
  setColumn(row: number, column: number, values: readonly Cell[]): void {
    const cells = this.writable(column);
    const start = row - 1;
    while (cells.length < start) cells.push(undefined);
    for (let index = 0; index < values.length; index++) cells[start + index] = values[index];
    this.trim(cells);
  }

  /** Empties the block's cells. */
  clearContent({ row, column, rows, columns }: Rect): void {
    for (let at = column; at < Math.min(column + columns, this.columns.length + 1); at++) {
      if (this.cellsOf(at).length < row) continue;
      const cells = this.writable(at);
      cells.fill(undefined, row - 1, Math.min(row - 1 + rows, cells.length));
      this.trim(cells);
    }
  }

  private trim(cells: Cell[]): void {
    let length = cells.length;
    while (length > 0 && cells[length - 1] === undefined) length--;
    cells.length = length;
  }

  get lastRow(): number {
    return this.columns.reduce((last, column) => Math.max(last, column?.cells.length ?? 0), 0);
  }

  get lastColumn(): number {
    let last = this.columns.length;
    while (last > 0 && !this.columns[last - 1]?.cells.length) last--;
    return last;
  }

  /** Stretches of an attribute in one column; make it with {@link attributeRuns} to write to it. */
  private layer(name: Attribute, column: number): Runs<string> {
    this.layers[name][column - 1] ??= new Runs<string>();
    return this.layers[name][column - 1];
  }

  attribute(name: Attribute, row: number, column: number): string | undefined {
    return this.layers[name][column - 1]?.get(row - 1);
  }

  /** The stretches of an attribute within rows of one column: first row (from 1), number of rows, value. */
  *stretches(
    name: Attribute,
    row: number,
    column: number,
    rows: number,
  ): Generator<[number, number, string?]> {
    const runs = this.layers[name][column - 1];
    if (!runs) yield [row, rows, undefined];
    else for (const [start, length, value] of runs.within(row - 1, rows)) yield [start + 1, length, value];
  }

  setAttribute(name: Attribute, { row, column, rows, columns }: Rect, value: string | undefined): void {
    for (let at = column; at < column + columns; at++) {
      if (value === undefined && !this.layers[name][at - 1]) continue;
      this.layer(name, at).fill(row - 1, rows, value);
    }
  }

  setAttributes(name: Attribute, row: number, column: number, values: readonly (string | undefined)[]): void {
    if (!this.layers[name][column - 1] && values.every((value) => value === undefined)) return;
    this.layer(name, column).setAll(row - 1, values);
  }

  /** Opens rows before `row`; they look like row `like` (a note isn't copied). */
  insertRows(row: number, count: number, like: number): void {
    for (let at = 1; at <= this.columns.length; at++) {
      if (this.cellsOf(at).length < row) continue;
      const cells = this.writable(at);
      const below = cells.splice(row - 1);
      cells.length = row - 1 + count;
      cells.fill(undefined, row - 1);
      this.columns[at - 1].cells = cells.concat(below);
    }
    for (const name of attributes) {
      for (const runs of this.layers[name]) {
        runs?.insert(row - 1, count, name === 'note' || like < 1 ? undefined : runs.get(like - 1));
      }
    }
    this.maxRows += count;
    if (row <= this.frozenRows) this.frozenRows += count;
  }

  deleteRows(row: number, count: number): void {
    for (let at = 1; at <= this.columns.length; at++) {
      if (this.cellsOf(at).length < row) continue;
      const cells = this.writable(at);
      this.columns[at - 1].cells = cells.slice(0, row - 1).concat(cells.slice(row - 1 + count));
      this.trim(this.columns[at - 1].cells);
    }
    for (const name of attributes) for (const runs of this.layers[name]) runs?.delete(row - 1, count);
    this.maxRows -= count;
    if (row <= this.frozenRows) this.frozenRows -= Math.min(count, this.frozenRows - row + 1);
  }

  /** Opens columns before `column`; they look like column `like`. */
  insertColumns(column: number, count: number, like: number): void {
    const open = <T>(list: T[], make: () => T): void => {
      if (list.length < column - 1) return;
      const made = Array.from({ length: count }, make);
      list.splice(column - 1, 0, ...made);
    };
    const width = this.widths[like - 1];
    open(this.columns, () => new Column());
    open(this.widths, () => width);
    for (const name of attributes) {
      const model = name === 'note' ? undefined : this.layers[name][like - 1];
      if (model) this.layer(name, Math.max(like, column - 1));
      open(this.layers[name], () => model?.clone() ?? new Runs<string>());
    }
    this.maxColumns += count;
  }

  deleteColumns(column: number, count: number): void {
    this.columns.splice(column - 1, count);
    this.widths.splice(column - 1, count);
    for (const name of attributes) this.layers[name].splice(column - 1, count);
    this.maxColumns -= count;
  }

  toJSON(): unknown {
    return {
      id: this.id,
      name: this.name,
      maxRows: this.maxRows,
      maxColumns: this.maxColumns,
      hidden: this.hidden,
      frozenRows: this.frozenRows,
      widths: Array.from(this.widths, (width) => width ?? null),
      protections: this.protections,
      activeRange: this.activeRange,
      columns: Array.from(this.columns, (column) => Array.from(column?.cells ?? [], (cell) => cell ?? null)),
      layers: Object.fromEntries(
        attributes.map((name) => [name, Array.from(this.layers[name], (runs) => runs ?? null)]),
      ),
    };
  }

  static fromJSON(json: SheetJson): Sheet {
    const sheet = new Sheet(json.id, json.name, json.maxRows, json.maxColumns);
    sheet.hidden = json.hidden;
    sheet.frozenRows = json.frozenRows;
    sheet.widths = json.widths.map((width) => width ?? undefined);
    sheet.protections = [...json.protections];
    sheet.activeRange = json.activeRange;
    sheet.columns = json.columns.map(
      (cells) =>
        new Column(
          cells.map((cell) =>
            cell === null ? undefined : typeof cell === 'object' ? new Formula(cell.formula) : cell,
          ),
        ),
    );
    for (const name of attributes) {
      json.layers[name].forEach((runs, index) => {
        if (runs) sheet.layers[name][index] = Runs.fromJSON(runs);
      });
    }
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
  readonly activeRange: Rect;
  readonly columns: readonly (readonly (number | string | boolean | { formula: string } | null)[])[];
  readonly layers: Readonly<Record<Attribute, readonly ((readonly [number, string | null])[] | null)[]>>;
}
