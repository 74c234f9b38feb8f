/** Sheets refuses a cell with more than 50,000 characters; the apostrophe before them may count as one. */
export const MOST_CHARACTERS = 49_999;

/** The one character that no cell can hold. */
export const NUL = '\u0000';

/**
 * `text` as it is handed to `setValues` so that the cell shows exactly that text, whatever it begins with or looks like:
 * never a formula, a number, a date or a truth value. Empty text gives an empty cell. The apostrophe is Sheets' own mark of
 * text and is no part of the value. It counts in cells that aren't formatted as plain text only, which is why the table
 * takes that format off its columns (docs/decisions/text-stays-text.md).
 */
export function writeText(text: string): string {
  const whole = text.includes(NUL) ? text.split(NUL).join('') : text;
  if (whole === '') return '';
  return `'${whole.length > MOST_CHARACTERS ? cut(whole) : whole}`;
}

/** Whether a cell holds the beginning of a text only. */
export function isTooLong(text: string): boolean {
  return text.length > MOST_CHARACTERS;
}

/** The beginning of a text that is too long, with a sign that there was more. No character is cut in half. */
function cut(text: string): string {
  const kept = text.slice(0, MOST_CHARACTERS - 1);
  return `${kept.replace(/[\ud800-\udbff]$/, '')}…`;
}
