import type { Rect } from './a1';
import { type Cell, Formula } from './columns';
import { display, showsDate } from './display';
import { PlatformError, texts } from './errors';
import type { Sheet } from './sheet';
import { impliedDateFormat, parseTyped, type Typed, type TypedOptions } from './typed';
import { type Grid, kinds } from './wire';
import { instantOf, serialOf } from './zone';

/** Works out what a formula shows. The default knows no formulas: it answers `#NAME?`. */
export type Evaluate = (formula: string, place: FormulaPlace) => number | string | boolean;

/** Where a formula stands. */
export interface FormulaPlace {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

/** What reading and writing cells depends on besides the cells. */
export interface CellOptions extends TypedOptions {
  readonly zone: string;
  readonly evaluate: Evaluate;
}

const maxText = 50_000;

/** Writes a block as `setValues` does: texts as if typed, implied formats where the format is automatic. */
export function writeGrid(sheet: Sheet, { row, column }: Rect, grid: Grid, options: CellOptions): void {
  for (const text of grid.texts) if (text.length > maxText) throw new PlatformError(texts.tooLong);
  const typed = new TypedTexts(grid.texts, options);
  for (let at = 0; at < grid.columns; at++) writeColumn(sheet, row, column + at, grid, at, typed, options);
}

/** The texts of a grid, each read once for each format that its cells have. */
class TypedTexts {
  private readonly read = new Map<string | undefined, Typed[]>();
  constructor(
    private readonly texts: readonly string[],
    private readonly options: TypedOptions,
  ) {}

  at(index: number, format: string | undefined): Typed {
    const key = format === '@' ? '@' : undefined;
    let known = this.read.get(key);
    if (!known) {
      known = [];
      this.read.set(key, known);
    }
    known[index] ??= parseTyped(this.texts[index], key, this.options);
    return known[index];
  }
}

function writeColumn(
  sheet: Sheet,
  row: number,
  column: number,
  grid: Grid,
  from: number,
  typed: TypedTexts,
  options: CellOptions,
): void {
  const cells: Cell[] = new Array(grid.rows);
  let implied: (string | undefined)[] | undefined;
  for (const [start, length, format] of [
    ...sheet.attributes.stretches('numberFormat', row, column, grid.rows),
  ]) {
    for (let index = start - row; index < start - row + length; index++) {
      const at = index * grid.columns + from;
      const kind = grid.kinds[at];
      let wanted: string | undefined;
      if (kind === kinds.number) cells[index] = grid.numbers[at];
      else if (kind === kinds.text) {
        const text = typed.at(grid.numbers[at], format);
        cells[index] = text.cell;
        wanted = text.format;
      } else if (kind === kinds.boolean) cells[index] = grid.numbers[at] === 1;
      else if (kind === kinds.date) {
        const serial = serialOf(grid.numbers[at], options.zone);
        cells[index] = serial;
        wanted = impliedDateFormat(options.locale, !Number.isInteger(serial));
      } else cells[index] = undefined;
      if (wanted !== undefined && format === undefined) {
        implied ??= new Array(grid.rows).fill(undefined);
        implied[index] = wanted;
      }
    }
  }
  sheet.columns.set(row, column, cells);
  if (implied) sheet.attributes.setAll('numberFormat', row, column, kept(sheet, row, column, implied));
}

/** The implied formats, with the formats that the cells have where nothing is implied. */
function kept(
  sheet: Sheet,
  row: number,
  column: number,
  implied: (string | undefined)[],
): (string | undefined)[] {
  const merged = implied.slice();
  for (const [start, length, format] of sheet.attributes.stretches(
    'numberFormat',
    row,
    column,
    implied.length,
  )) {
    if (format !== undefined) merged.fill(format, start - row, start - row + length);
  }
  return merged;
}

/** What a cell is worth: a formula's value instead of the formula; an empty cell is `undefined`. */
export function worth(
  cell: Cell,
  place: FormulaPlace,
  options: CellOptions,
): number | string | boolean | undefined {
  return cell instanceof Formula ? options.evaluate(cell.formula, place) : cell;
}

/** Reads a block as `getValues` does: numbers in a format of dates become instants, empty cells empty texts. */
export function readGrid(sheet: Sheet, { row, column, rows, columns }: Rect, options: CellOptions): Grid {
  const grid = newGrid(rows, columns);
  const places = new Map<string, number>();
  for (let at = 0; at < columns; at++) {
    const cells = sheet.columns.cellsOf(column + at);
    for (const [start, length, format] of sheet.attributes.stretches(
      'numberFormat',
      row,
      column + at,
      rows,
    )) {
      const dates = showsDate(format);
      for (let index = start; index < Math.min(start + length, cells.length + 1); index++) {
        const cell = cells[index - 1];
        if (cell === undefined) continue;
        const value = worth(cell, { sheet, row: index, column: column + at }, options);
        put(grid, (index - row) * columns + at, value, dates, options.zone, places);
      }
    }
  }
  return grid;
}

/** A grid of empty cells. */
export function newGrid(rows: number, columns: number): Grid {
  const size = rows * columns;
  return { rows, columns, kinds: new Uint8Array(size), numbers: new Float64Array(size), texts: [] };
}

function put(
  grid: Grid,
  at: number,
  value: number | string | boolean | undefined,
  dates: boolean,
  zone: string,
  places: Map<string, number>,
): void {
  if (typeof value === 'number') {
    grid.kinds[at] = dates ? kinds.date : kinds.number;
    grid.numbers[at] = dates ? instantOf(value, zone) : value;
  } else if (typeof value === 'boolean') {
    grid.kinds[at] = kinds.boolean;
    grid.numbers[at] = value ? 1 : 0;
  } else if (value !== undefined && value !== '') {
    grid.kinds[at] = kinds.text;
    grid.numbers[at] = placeOf(grid, value, places);
  }
}

function placeOf(grid: Grid, text: string, places: Map<string, number>): number {
  let place = places.get(text);
  if (place === undefined) {
    place = grid.texts.length;
    grid.texts.push(text);
    places.set(text, place);
  }
  return place;
}

/** A grid of texts, one for each cell of a block; an empty text where `textOf` gives none. */
export function textGrid(
  { row, column, rows, columns }: Rect,
  textOf: (row: number, column: number) => string | undefined,
): Grid {
  const grid = newGrid(rows, columns);
  const places = new Map<string, number>();
  for (let index = 0; index < rows; index++) {
    for (let at = 0; at < columns; at++) {
      put(grid, index * columns + at, textOf(row + index, column + at), false, '', places);
    }
  }
  return grid;
}

/** Reads a block as the grid shows it. */
export function displayGrid(sheet: Sheet, rect: Rect, options: CellOptions): Grid {
  return textGrid(rect, (row, column) => displayed(sheet, row, column, options));
}

/** One cell as the grid shows it. */
export function displayed(sheet: Sheet, row: number, column: number, options: CellOptions): string {
  const cell = sheet.cell(row, column);
  if (cell === undefined) return '';
  const format = sheet.attributes.get('numberFormat', row, column);
  return display(worth(cell, { sheet, row, column }, options), format, options.locale);
}
