import type { Cell } from '../rows/cell';
import type { KnownLine } from './lines';
import type { Table } from './table';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

export const KEY_LENGTH = 8;
export const PRINT_LENGTH = 6;

/** What is kept of the rows of a table that is written. */
export function linesOf({ keys, rows }: Pick<Table, 'keys' | 'rows'>): KnownLine[] {
  return rows.map((cells, row) => ({ key: keyDigest(keys[row]), print: printOf(cells) }));
}

/** A fingerprint of all that is kept of the rows of a table. */
export function fingerprintOf(lines: readonly KnownLine[]): string {
  return digest(lines.map(({ key, print }) => `${key} ${print}`).join('\n'), PRINT_LENGTH);
}

/** A digest of a row's key; empty for a row of totals. */
export function keyDigest(key: string): string {
  return key === '' ? '' : digest(key, KEY_LENGTH);
}

/**
 * A digest of a row's cells: the same of the cells as they are handed to `setValues` and of the values that are read back, where
 * dates are serial numbers.
 */
export function printOf(cells: readonly Cell[]): string {
  let text = '';
  for (const cell of cells) text += `${comparable(cell)}\u0000`;
  return digest(text, PRINT_LENGTH);
}

function comparable(cell: Cell): string {
  if (typeof cell === 'number') return `n${toMillisecond(cell)}`;
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return cell === '' ? '' : `t${plainOf(cell)}`;
}

/** The text that a cell shows of one that is handed to `setValues`, with line ends that are the same everywhere. */
export function plainOf(text: string): string {
  return lineEnds(text.startsWith("'") ? text.slice(1) : text);
}

export function lineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

const A_DAY = 86_400_000;

/** A number in milliseconds of days, as precise as a date that is read; next to a whole second it is that second. */
export function toMillisecond(serial: number): number {
  const exact = Math.round(serial * A_DAY);
  const second = Math.round(exact / 1000) * 1000;
  return (Math.abs(exact - second) <= 2 ? second : exact) + 0;
}

/** A digest of a text in letters of six bits each, at most ten; equal texts have equal ones. */
function digest(text: string, letters: number): string {
  // A global that is looked up for each character costs more than the digest.
  const { imul } = Math;
  let one = 0xdeadbeef;
  let two = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    one = imul(one ^ code, 0x9e3779b1);
    two = imul(two ^ code, 0x5f356495);
  }
  one = imul(one ^ (one >>> 16), 0x85ebca6b) ^ imul(two ^ (two >>> 13), 0xc2b2ae35);
  two = imul(two ^ (two >>> 16), 0x85ebca6b) ^ imul(one ^ (one >>> 13), 0xc2b2ae35);
  let found = '';
  for (let at = 0; at < letters; at++) {
    const [half, place] = at < 5 ? [one, at] : [two, at - 5];
    found += LETTERS[(half >>> (place * 6)) & 63];
  }
  return found;
}
