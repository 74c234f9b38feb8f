import type { Rect } from './a1';
import { PlatformError, texts } from './errors';
import { Sheet, type SheetJson } from './sheet';

/** A name for a block; `rect` is gone when all its rows, columns or its sheet were deleted. */
export interface NamedRange {
  readonly name: string;
  readonly sheetId: number;
  readonly rect: Rect | undefined;
}

const maxCells = 10_000_000;
const maxSheets = 200;
const maxColumnsOfSheet = 18_278;

/**
 * The tabs and named ranges. An execution works on a fork, which shares all that it doesn't change, and at its flush
 * the original adopts the fork.
 */
export class Workbook {
  sheets: Sheet[] = [];
  names: NamedRange[] = [];
  activeSheetId = 0;
  /** Grows with every change. */
  version = 0;

  fork(): Workbook {
    const fork = new Workbook();
    for (const sheet of this.sheets) sheet.shared = true;
    fork.sheets = this.sheets.slice();
    fork.names = this.names.slice();
    fork.activeSheetId = this.activeSheetId;
    fork.version = this.version;
    return fork;
  }

  adopt(fork: Workbook): void {
    this.sheets = fork.sheets;
    this.names = fork.names;
    this.activeSheetId = fork.activeSheetId;
    this.version++;
  }

  find(id: number): Sheet | undefined {
    return this.sheets.find((sheet) => sheet.id === id);
  }

  sheet(id: number): Sheet {
    const sheet = this.find(id);
    if (!sheet) throw new PlatformError(texts.sheetGone(id));
    return sheet;
  }

  byName(name: string): Sheet | undefined {
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  }

  get activeSheet(): Sheet {
    return this.find(this.activeSheetId) ?? this.sheets[0];
  }

  /** The sheet, made this workbook's own so that it can be changed. */
  edit(id: number): Sheet {
    let sheet = this.sheet(id);
    if (sheet.shared) {
      sheet = sheet.clone();
      this.sheets[this.sheets.findIndex((held) => held.id === id)] = sheet;
    }
    sheet.changes++;
    this.version++;
    return sheet;
  }

  private assertRoom(more: number): void {
    const cells = this.sheets.reduce((sum, sheet) => sum + sheet.maxRows * sheet.maxColumns, 0);
    if (cells + more > maxCells) throw new PlatformError(texts.tooManyCells);
  }

  insertSheet(id: number, name: string, index = this.sheets.length): Sheet {
    if (this.byName(name)) throw new PlatformError(texts.sheetExists(name));
    if (this.sheets.length >= maxSheets) throw new PlatformError(texts.tooManySheets);
    const sheet = new Sheet(id, name);
    this.assertRoom(sheet.maxRows * sheet.maxColumns);
    this.sheets.splice(index, 0, sheet);
    this.version++;
    return sheet;
  }

  /** A tab that shows a chart and has no cells. */
  insertChartSheet(id: number, name: string, index?: number): Sheet {
    const sheet = this.insertSheet(id, name, index);
    Object.assign(sheet, { type: 'OBJECT', maxRows: 0, maxColumns: 0 });
    return sheet;
  }

  deleteSheet(id: number): void {
    const sheet = this.sheet(id);
    const visible = this.sheets.filter((other) => !other.hidden && other.id !== id);
    if (visible.length === 0) throw new PlatformError(texts.lastSheet);
    this.sheets = this.sheets.filter((other) => other !== sheet);
    this.names = this.names.filter((named) => named.sheetId !== id);
    if (this.activeSheetId === id) this.activeSheetId = visible[0].id;
    this.version++;
  }

  rename(id: number, name: string): void {
    const held = this.byName(name);
    if (held && held.id !== id) throw new PlatformError(texts.sheetExists(name));
    this.edit(id).name = name;
  }

  insertRows(id: number, before: number, count: number, like: number): void {
    this.assertRoom(count * this.sheet(id).maxColumns);
    this.edit(id).insertRows(before, count, like);
    this.shift(id, 'row', (start, size) => inserted(start, size, before, count));
  }

  insertColumns(id: number, before: number, count: number, like: number): void {
    const { maxRows, maxColumns } = this.sheet(id);
    if (maxColumns + count > maxColumnsOfSheet) throw new PlatformError(texts.tooManyColumns);
    this.assertRoom(count * maxRows);
    this.edit(id).insertColumns(before, count, like);
    this.shift(id, 'column', (start, size) => inserted(start, size, before, count));
  }

  deleteRows(id: number, row: number, count: number): void {
    const sheet = this.sheet(id);
    sheet.assertInside({ row, column: 1, rows: count, columns: 1 });
    if (count >= sheet.maxRows) throw new PlatformError(texts.lastRows);
    if (sheet.frozenRows > 0 && row <= sheet.frozenRows + 1 && row + count > sheet.maxRows) {
      throw new PlatformError(texts.frozenRows);
    }
    this.edit(id).deleteRows(row, count);
    this.shift(id, 'row', (start, size) => deleted(start, size, row, count));
  }

  deleteColumns(id: number, column: number, count: number): void {
    const sheet = this.sheet(id);
    sheet.assertInside({ row: 1, column, rows: 1, columns: count });
    if (count >= sheet.maxColumns) throw new PlatformError(texts.lastColumns);
    this.edit(id).deleteColumns(column, count);
    this.shift(id, 'column', (start, size) => deleted(start, size, column, count));
  }

  private shift(id: number, axis: 'row' | 'column', move: Move): void {
    const moved = <R extends Rect>(rect: R): R | undefined => {
      const size = axis === 'row' ? 'rows' : 'columns';
      const [start, length] = move(rect[axis], rect[size]);
      return length > 0 ? { ...rect, [axis]: start, [size]: length } : undefined;
    };
    this.names = this.names.map((named) =>
      named.sheetId === id && named.rect ? { ...named, rect: moved(named.rect) } : named,
    );
    const sheet = this.sheet(id);
    sheet.protections = sheet.protections.flatMap((area) => moved(area) ?? []);
    sheet.nativeTables = sheet.nativeTables.flatMap((table) => moved(table) ?? []);
    sheet.activeRange = moved(sheet.activeRange) ?? { row: 1, column: 1, rows: 1, columns: 1 };
  }

  name(name: string): NamedRange | undefined {
    return this.names.find((named) => named.name.toLowerCase() === name.toLowerCase());
  }

  setName(name: string, sheetId: number, rect: Rect): void {
    const held = this.name(name);
    const named = { name: held?.name ?? name, sheetId, rect };
    this.names = held ? this.names.map((other) => (other === held ? named : other)) : [...this.names, named];
    this.version++;
  }

  removeName(name: string): void {
    const held = this.name(name);
    if (!held) throw new PlatformError(texts.rangeNotFound);
    this.names = this.names.filter((other) => other !== held);
    this.version++;
  }

  toJSON(): WorkbookJson {
    return {
      sheets: this.sheets.map((sheet) => sheet.toJSON() as SheetJson),
      names: this.names,
      activeSheetId: this.activeSheetId,
    };
  }

  static fromJSON(json: WorkbookJson): Workbook {
    const workbook = new Workbook();
    workbook.sheets = json.sheets.map((sheet) => Sheet.fromJSON(sheet));
    workbook.names = [...json.names];
    workbook.activeSheetId = json.activeSheetId;
    return workbook;
  }
}

/** A workbook as JSON, for a file. */
export interface WorkbookJson {
  readonly sheets: readonly SheetJson[];
  readonly names: readonly NamedRange[];
  readonly activeSheetId: number;
}

type Move = (start: number, size: number) => [start: number, size: number];

/** Where a block lies after `count` lines were opened before line `before`. Right after its end it doesn't grow. */
function inserted(start: number, size: number, before: number, count: number): [number, number] {
  if (before <= start) return [start + count, size];
  if (before < start + size) return [start, size + count];
  return [start, size];
}

/** Where a block lies after `count` lines from `from` on were deleted; its size is 0 when nothing is left. */
function deleted(start: number, size: number, from: number, count: number): [number, number] {
  const end = start + size;
  const gone = Math.max(0, Math.min(end, from + count) - Math.max(start, from));
  const before = Math.max(0, Math.min(start, from + count) - from);
  return [start - before, size - gone];
}
