import { plainText } from './plainText';

/** A cell or range of the spreadsheet as a reference names it; rows and columns count from 1, null where the end is open. */
export interface Reference {
  tab: string;
  row: number;
  column: number;
  /** The last ones, both included. */
  toRow: number | null;
  toColumn: number | null;
}

const A1 = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d{0,7})?(?::\$?([A-Za-z]{1,3})?\$?([1-9]\d{0,7})?)?$/;

/** Whether a text of a query stands for a cell: it begins as a formula does. */
export function isReference(text: unknown): text is string {
  return typeof text === 'string' && text.startsWith('=');
}

/** A reference as people say it, `Settings!B2`: in one line, since anybody may have named the tab. */
export function sayReference(reference: string, most = 100): string {
  return plainText(reference.replace(/^=/, ''), most);
}

/**
 * What `=Settings!B2`, `='My tab'!A1:A9` or `=Lists!A2:A` names; null for what is no reference. An open end reaches as far as
 * the tab does.
 */
export function parseReference(reference: string): Reference | null {
  const at = reference.lastIndexOf('!');
  if (!isReference(reference) || at < 2) return null;
  const match = A1.exec(reference.slice(at + 1));
  if (!match) return null;
  const [, left, top, right, bottom] = match;
  const single = !reference.slice(at).includes(':');
  if (single ? !(left && top) : !(left || top) || !(right || bottom)) return null;
  const columns = inOrder(
    left ? columnOf(left) : null,
    single ? columnOf(left) : right ? columnOf(right) : null,
  );
  const rows = inOrder(top ? Number(top) : null, single ? Number(top) : bottom ? Number(bottom) : null);
  return {
    tab: tabOf(reference.slice(1, at)),
    row: rows[0],
    column: columns[0],
    toRow: rows[1],
    toColumn: columns[1],
  };
}

function inOrder(from: number | null, to: number | null): [number, number | null] {
  if (from === null) return [1, to];
  return to !== null && to < from ? [to, from] : [from, to];
}

function tabOf(name: string): string {
  return /^'.*'$/.test(name) ? name.slice(1, -1).replace(/''/g, "'") : name;
}

function columnOf(letters: string): number {
  return letters
    .toUpperCase()
    .split('')
    .reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
