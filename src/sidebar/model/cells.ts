import { parseReference } from '../../query/reference';
import type { Selection } from '../entries';

/** The longest reference that a query may have. */
export const LONGEST_REFERENCE = 180;

/** Whether a text names a cell or range with its tab, as a query stores it: `=Settings!B2`. */
export function isReference(text: string): boolean {
  return text.length <= LONGEST_REFERENCE && parseReference(text) !== null;
}

/** A cell or range as it was typed, in the form that is stored: the equals sign may be left out. */
export function referenceOf(typed: string): string {
  const text = typed.trim();
  return text === '' || text.startsWith('=') ? text : `=${text}`;
}

/** What is selected, as a query stores it: `=Settings!B2`, `='My tab'!A1:A9`. */
export function selectedReference({ area, tab }: Selection): string {
  const first = `${letters(area.column)}${area.row}`;
  const last = `${letters(area.column + area.columns - 1)}${area.row + area.rows - 1}`;
  return `=${quoted(tab)}!${first === last ? first : `${first}:${last}`}`;
}

/** The letters of a column, which count from 1: `A`, `Z`, `AA`. */
export function letters(column: number): string {
  const rest = column - 1;
  const last = String.fromCharCode(65 + (rest % 26));
  return rest < 26 ? last : letters(Math.floor(rest / 26)) + last;
}

/** The name of a tab as formulas write it. */
function quoted(tab: string): string {
  return /^[A-Za-z_][A-Za-z_]*\d*$/.test(tab) && !/^[A-Za-z]{1,3}\d+$/.test(tab)
    ? tab
    : `'${tab.replace(/'/g, "''")}'`;
}
