/// <reference path="./numfmt.d.ts" />
import { format, isDateFormat, isValidFormat } from 'numfmt';
import type { Locale } from './typed';

export { isValidFormat };

/** What `getNumberFormat` says of a cell whose format is automatic. */
export const automatic = '0.###############';

const dateFormats = new Map<string, boolean>();

/** Whether a number in this format is a date, a time or a duration, and so a `Date` to a script. */
export function showsDate(pattern: string | undefined): boolean {
  if (pattern === undefined) return false;
  let known = dateFormats.get(pattern);
  if (known === undefined) {
    known = isDateFormat(pattern);
    dateFormats.set(pattern, known);
  }
  return known;
}

/** A cell's content as the grid shows it. Times are rounded to the millisecond first, so that none shows `:59` for `:00`. */
export function display(
  value: number | string | boolean | undefined,
  pattern: string | undefined,
  locale: Locale,
): string {
  if (value === undefined || value === '') return '';
  if (typeof value === 'string' && (pattern === undefined || pattern === '@')) return value;
  if (typeof value === 'boolean') return format('General', value, { locale });
  if (typeof value === 'number') {
    if (pattern === undefined || pattern === automatic || pattern === '@') return general(value, locale);
    const shown = showsDate(pattern) ? Math.round(value * 86_400_000) / 86_400_000 : value;
    return format(pattern, shown, { locale });
  }
  return format(pattern ?? 'General', value, { locale });
}

/** A number in automatic format: whole numbers in full, others to ten digits. */
function general(value: number, locale: Locale): string {
  const size = Math.abs(value);
  if (value !== 0 && (size >= 1e15 || size < 1e-9)) return format('0.#####E+00', value, { locale });
  const text = Number.isInteger(value) ? String(value) : trimmed(value.toPrecision(10));
  return locale === 'de_DE' ? text.replace('.', ',') : text;
}

function trimmed(digits: string): string {
  const plain = digits.includes('e') ? Number(digits).toFixed(20).replace(/0+$/, '') : digits;
  return plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain;
}
