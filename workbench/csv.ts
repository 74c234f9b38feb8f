import { stringify } from 'csv-stringify/sync';

/** Cells as they are shown, and what they hold: a number is shown as text, too. */
export interface Cells {
  readonly shown: readonly (readonly string[])[];
  readonly values: readonly (readonly unknown[])[];
}

export interface CsvOptions {
  /** Writes texts as they are, also those that a spreadsheet program would run. */
  readonly raw?: boolean;
}

/**
 * Lines as RFC 4180 has them. A text that begins like a formula (`=`, `+`, `-`, `@`, a tab, a carriage return, the full-width
 * forms, and any of them after spaces) gets an apostrophe before it, so that a spreadsheet program that opens the file keeps it
 * a text; a number is a number, whatever its sign. Texts with a semicolon or a tab stand in quotation marks: where those
 * separate, they would begin another cell.
 */
export function csv({ shown, values }: Cells, { raw = false }: CsvOptions = {}): string {
  return stringify(
    shown.map((line, row) => line.map((text, column) => ({ text, type: typeof values[row]?.[column] }))),
    {
      record_delimiter: 'windows',
      // A line ends with both characters, but any program takes either for its end.
      quoted_match: raw ? /[\r\n]/ : /[;\t\r\n]/,
      cast: { object: ({ text, type }) => written(String(text), !raw && type === 'string') },
    },
  );
}

function written(text: string, risky: boolean) {
  if (risky && /^\s+[=+\-@\uff0b\uff0d\uff1d\uff20]/.test(text)) return `'${text}`;
  return { value: text, escape_formulas: risky };
}
