/** A cell that holds a formula; its text begins with `=`. What it shows is worked out when it is read. */
export class Formula {
  constructor(readonly formula: string) {}
}

/** What a cell holds; dates are serial numbers, an empty cell is `undefined`. */
export type Cell = number | string | boolean | Formula | undefined;

/** A cell as it stands in a file. */
export type CellJson = number | string | boolean | { readonly formula: string } | null;

/** One column; shared between copies of a sheet until one of them writes. */
class Column {
  shared = false;
  constructor(public cells: Cell[] = []) {}
}

/** Drops the empty cells at the end. */
function trim(cells: Cell[]): void {
  let length = cells.length;
  while (length > 0 && cells[length - 1] === undefined) length--;
  cells.length = length;
}

/**
 * The contents of a sheet, column by column, each as long as its last filled cell: an empty grid takes no room,
 * however large it is. Rows and columns count from 1.
 */
export class Columns {
  private list: Column[] = [];

  /** A copy that can be written alone; cells are copied only when their column is written. */
  clone(): Columns {
    const copy = new Columns();
    for (const column of this.list) if (column) column.shared = true;
    copy.list = this.list.slice();
    return copy;
  }

  /** The cells of one column from row 1 on; to be read only. */
  cellsOf(column: number): readonly Cell[] {
    return this.list[column - 1]?.cells ?? [];
  }

  /** Writes a column's cells from a row on. */
  set(row: number, column: number, values: readonly Cell[]): void {
    const held = this.list[column - 1];
    const start = row - 1;
    // Copying is cheaper than cell by cell where much of the column is new or has to be copied anyway.
    if (!held || held.shared || values.length * 4 > held.cells.length) {
      const above = held ? held.cells.slice(0, start) : [];
      while (above.length < start) above.push(undefined);
      const below = held ? held.cells.slice(start + values.length) : [];
      this.list[column - 1] = new Column(above.concat(values, below));
    } else {
      while (held.cells.length < start) held.cells.push(undefined);
      for (let index = 0; index < values.length; index++) held.cells[start + index] = values[index];
    }
    trim(this.list[column - 1].cells);
  }

  /** Empties rows of one column. */
  clear(row: number, column: number, rows: number): void {
    const cells = this.cellsOf(column);
    const count = Math.min(rows, cells.length - row + 1);
    if (count > 0) this.set(row, column, new Array<Cell>(count).fill(undefined));
  }

  insertRows(row: number, count: number): void {
    const opened = new Array<Cell>(count).fill(undefined);
    this.reshape(row, (cells) => cells.slice(0, row - 1).concat(opened, cells.slice(row - 1)));
  }

  deleteRows(row: number, count: number): void {
    this.reshape(row, (cells) => cells.slice(0, row - 1).concat(cells.slice(row - 1 + count)));
  }

  private reshape(from: number, next: (cells: Cell[]) => Cell[]): void {
    this.list.forEach((column, index) => {
      if (column.cells.length < from) return;
      const cells = next(column.cells);
      trim(cells);
      this.list[index] = new Column(cells);
    });
  }

  insertColumns(column: number, count: number): void {
    if (this.list.length < column) return;
    this.list.splice(column - 1, 0, ...Array.from({ length: count }, () => new Column()));
  }

  deleteColumns(column: number, count: number): void {
    this.list.splice(column - 1, count);
  }

  get lastRow(): number {
    return this.list.reduce((last, column) => Math.max(last, column?.cells.length ?? 0), 0);
  }

  get lastColumn(): number {
    let last = this.list.length;
    while (last > 0 && !this.list[last - 1]?.cells.length) last--;
    return last;
  }

  toJSON(): CellJson[][] {
    const json = (cell: Cell): CellJson =>
      cell instanceof Formula ? { formula: cell.formula } : (cell ?? null);
    return Array.from(this.list, (column) => Array.from(column?.cells ?? [], json));
  }

  static fromJSON(json: readonly (readonly CellJson[])[]): Columns {
    const cellOf = (cell: CellJson): Cell =>
      cell === null ? undefined : typeof cell === 'object' ? new Formula(cell.formula) : cell;
    const columns = new Columns();
    columns.list = json.map((cells) => new Column(cells.map(cellOf)));
    return columns;
  }
}
