import type { KnownLine } from './lines';
import { KEY_LENGTH, PRINT_LENGTH } from './print';

/** What stands for the key of a row that has none. */
const KEYLESS = '.'.repeat(KEY_LENGTH);
const LENGTH = KEY_LENGTH + PRINT_LENGTH;
/** A cell holds 50,000 characters. */
const LINES_A_CELL = Math.floor(49_000 / LENGTH);
const PACKED = /^(?:(?:[\w-]{8}|\.{8})[\w-]{6})*$/;

/** How many cells hold so many lines. */
export function cellsFor(lines: number): number {
  return Math.max(1, Math.ceil(lines / LINES_A_CELL));
}

/** Lines as texts of cells, at least one. */
export function packLines(lines: readonly KnownLine[]): string[] {
  return Array.from({ length: cellsFor(lines.length) }, (_, cell) =>
    lines
      .slice(cell * LINES_A_CELL, (cell + 1) * LINES_A_CELL)
      .map(({ key, print }) => (key || KEYLESS) + print)
      .join(''),
  );
}

/** The lines that `packLines` made texts of; null where it can't have. */
export function unpackLines(texts: readonly string[], number: number): KnownLine[] | null {
  const text = texts.join('');
  if (text.length !== number * LENGTH || !texts.every((part) => PACKED.test(part))) return null;
  return Array.from({ length: number }, (_, line) => {
    const at = line * LENGTH;
    const key = text.slice(at, at + KEY_LENGTH);
    return { key: key === KEYLESS ? '' : key, print: text.slice(at + KEY_LENGTH, at + LENGTH) };
  });
}
