import { PlatformError, texts } from './errors';

/** A block of cells on one sheet; rows and columns are counted from 1. */
export interface Rect {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** The letters of a column: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

const pattern = /^\$?([A-Za-z]{1,3})?\$?(\d+)?(?::\$?([A-Za-z]{1,3})?\$?(\d+)?)?$/;

/** The block that an A1 text names, without its sheet; open ends (`A:C`, `2:5`, `A2:C`) reach the grid's end. */
export function parseA1(text: string, maxRows: number, maxColumns: number): Rect {
  const match = pattern.exec(text.trim());
  if (!match || text.trim() === '') throw new PlatformError(texts.rangeNotFound);
  const [, left, top, right, bottom] = match;
  const single = !text.includes(':');
  if (single && !(left && top)) throw new PlatformError(texts.rangeNotFound);
  const row1 = top ? Number(top) : 1;
  const column1 = left ? columnNumber(left) : 1;
  const row2 = single ? row1 : bottom ? Number(bottom) : maxRows;
  const column2 = single ? column1 : right ? columnNumber(right) : maxColumns;
  return {
    row: Math.min(row1, row2),
    column: Math.min(column1, column2),
    rows: Math.abs(row2 - row1) + 1,
    columns: Math.abs(column2 - column1) + 1,
  };
}

/** `Sheet!A1` split into its sheet's name (or nothing) and the rest; quotes around the name are undone. */
export function splitSheet(text: string): { sheet?: string; a1: string } {
  const at = text.lastIndexOf('!');
  if (at < 0) return { a1: text };
  const name = text.slice(0, at);
  const sheet = /^'.*'$/.test(name) ? name.slice(1, -1).replaceAll("''", "'") : name;
  return { sheet, a1: text.slice(at + 1) };
}

/** The A1 text of a block: `B2`, or `B2:C5`. */
export function formatA1({ row, column, rows, columns }: Rect): string {
  const first = `${columnLetters(column)}${row}`;
  if (rows === 1 && columns === 1) return first;
  return `${first}:${columnLetters(column + columns - 1)}${row + rows - 1}`;
}

/** Whether the two blocks share a cell. */
export function overlaps(a: Rect, b: Rect): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}
