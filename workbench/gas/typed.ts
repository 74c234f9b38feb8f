/// <reference path="./numfmt.d.ts" />
import { getFormatFromId, parseValue } from 'numfmt';
import { type Cell, Formula } from './columns';
import { inYear } from './zone';

/** The spreadsheet's locales that the workbench knows. */
export type Locale = 'en_US' | 'de_DE';

/**
 * How a string reaches a cell in plain-text format ('@'), which nobody has tried on a real account: `literal` keeps
 * it as given, a leading apostrophe included; `typed` eats the apostrophe and still makes a formula of `=`.
 */
export type PlainText = 'literal' | 'typed';

/** What a typed text depends on. `year` completes dates that have none. */
export interface TypedOptions {
  readonly locale: Locale;
  readonly plainText: PlainText;
  readonly year: number;
}

/** What a text becomes, and the number format it implies for a cell whose format is automatic. */
export interface Typed {
  readonly cell: Cell;
  readonly format?: string;
}

const dateFormats: Record<Locale, string> = { en_US: 'm/d/yyyy', de_DE: 'dd.mm.yyyy' };

/** The format that a date gets in an automatic cell, with its time when it has one. */
export function impliedDateFormat(locale: Locale, withTime: boolean): string {
  return withTime ? `${dateFormats[locale]} h:mm:ss` : dateFormats[locale];
}

function impliedFormat(text: string, id: number, locale: Locale): string {
  if (id === 14 || id === 22) {
    if (!/^\s*\d{4}-/.test(text)) return impliedDateFormat(locale, id === 22);
    return id === 22 ? 'yyyy-mm-dd h:mm:ss' : 'yyyy-mm-dd';
  }
  if (id >= 5 && id <= 8) return /[.]\d/.test(text) ? '[$$]#,##0.00' : '[$$]#,##0';
  if (id === 16) return locale === 'de_DE' ? 'dd.mm' : 'm/d';
  return getFormatFromId(id);
}

/** What Google Sheets makes of a text typed into a cell of this format (nothing: automatic), or set by `setValue`. */
export function parseTyped(text: string, format: string | undefined, options: TypedOptions): Typed {
  if (text === '') return { cell: undefined };
  if (format === '@') return { cell: plain(text, options.plainText) };
  if (text[0] === "'") return { cell: text.slice(1) };
  if (text[0] === '=' && text.length > 1) return { cell: new Formula(text) };
  if (/^\d+( \d+)+$/.test(text)) return { cell: Number(text.replaceAll(' ', '')) };
  const parsed = mayBeValue(text) ? parseValue(text, { locale: options.locale }) : undefined;
  if (parsed) {
    if (typeof parsed.value === 'boolean' || parsed.formatId === undefined) return { cell: parsed.value };
    const value = parsed.formatId === 16 ? inYear(parsed.value, options.year) : parsed.value;
    return { cell: value, format: impliedFormat(text, parsed.formatId, options.locale) };
  }
  if ((text[0] === '+' || text[0] === '-') && text.length > 1) return { cell: new Formula(`=${text}`) };
  return { cell: text };
}

function plain(text: string, reading: PlainText): Cell {
  if (reading === 'literal') return text;
  if (text[0] === "'") return text.slice(1);
  return text[0] === '=' && text.length > 1 ? new Formula(text) : text;
}

/** No number, date or truth value is longer than this, has a line break, or lacks both a digit and a known word. */
function mayBeValue(text: string): boolean {
  return text.length <= 40 && (/\d/.test(text) || /^\s*(true|false|wahr|falsch)\s*$/i.test(text));
}
