import { type Problem, raise } from '../problems/problem';
import { isDayInRange, YEARS } from './period';
import { plainText } from './plainText';
import { sayReference } from './reference';

/**
 * What a cell holds: a text (empty for a blank cell), a number, yes or no, or a date as the day that the spreadsheet shows, in
 * its own zone, with the text that it is shown as.
 */
export type CellValue = string | number | boolean | { date: string; shown?: string };

/** What is found where a reference points: rows of cells; a tab that is gone; or why there is nothing to read. */
export type CellAnswer =
  | { kind: 'values'; values: CellValue[][] }
  | { kind: 'gone'; tab: string }
  | { kind: 'error'; error: string };

/** Of what a cell is a part, for what is told of it: `the limit`, and the name of the query. */
export interface Asked {
  reference: string;
  part: string;
  query: string;
}

/** The most cells of a range that hold something: a longer list filters nothing that people could check. */
export const MOST_CELLS = 1000;

const ERROR = /^(#(REF|N\/A|VALUE|DIV\/0|NAME|NUM|NULL|ERROR|SPILL)[!?]?|Loading\.\.\.)$/i;

/** The values of a cell or range that aren't blank. Raises `parameter-invalid`, which names the cell, and `filter-too-large`. */
export function valuesIn(answer: CellAnswer, asked: Asked): Exclude<CellValue, ''>[] {
  if (answer.kind === 'gone')
    return refuse(
      asked,
      `is on the tab ${plainText(answer.tab, 60)}, which isn't there`,
      'Undo the deletion of the tab, or edit the query: a tab that was renamed has to be named anew.',
    );
  if (answer.kind === 'error') return refuse(asked, `can't be read (${plainText(answer.error, 80)})`, EDIT);
  const values = answer.values.flat().filter((value) => typeof value !== 'string' || value.trim() !== '');
  const error = values.find((value) => typeof value === 'string' && ERROR.test(value.trim()));
  if (error !== undefined)
    return refuse(asked, `shows the error ${String(error).trim()}`, 'Mend its formula.');
  if (values.length === 0) return refuse(asked, 'is empty', 'Fill it, or take it out of the query.');
  if (values.length > MOST_CELLS)
    raise(
      problem(
        asked,
        `has ${values.length} values, more than ${MOST_CELLS}`,
        'Name a smaller range.',
        'filter-too-large',
      ),
    );
  return values;
}

/** The only value of a cell. Raises `parameter-invalid`. */
export function valueIn(answer: CellAnswer, asked: Asked): CellValue {
  const values = valuesIn(answer, asked);
  return values.length === 1
    ? values[0]
    : refuse(asked, `has ${values.length} values where one is expected`, EDIT);
}

/** The day that a cell holds, `yyyy-mm-dd`. Raises `parameter-invalid`. */
export function dayIn(value: CellValue, asked: Asked): string {
  const day = typeof value === 'object' ? value.date : typeof value === 'string' ? value.trim() : null;
  if (day !== null && isDayInRange(day)) return day;
  if (typeof value === 'object' || (day !== null && /^\d{4}-\d\d-\d\d$/.test(day)))
    return refuse(asked, `holds ${day}, which is no day from ${YEARS.first} to ${YEARS.last}`, EDIT);
  return refuse(
    asked,
    `holds ${quoted(value)}, which is no date`,
    typeof value === 'string' && looksLikeDate(value) ? AMBIGUOUS : `Put a date into it, as ${EXAMPLE}.`,
  );
}

/** Whether a text may be meant as a date in a form of which nobody can tell the day from the month. */
export function looksLikeDate(text: string): boolean {
  return /^\d{1,4}[./\- ]\s?(\d{1,2}|\p{L}{3,})[./\- ]\s?\d{2,4}$/u.test(text.trim());
}

const EXAMPLE = '2026-08-31';
const EDIT = 'Change the cell, or edit the query.';
/** What to do about a text like 1.8.2026. */
export const AMBIGUOUS = `It is a text: which of its numbers is the day can't be known. Type it as a date, so that it stands on the right of the cell, or write ${EXAMPLE}.`;

/** Raises `parameter-invalid` for a cell, by its name and what it is of. */
export function refuse(asked: Asked, why: string, remedy: string): never {
  return raise(problem(asked, why, remedy, 'parameter-invalid'));
}

function problem(
  { reference, part, query }: Asked,
  why: string,
  remedy: string,
  code: Problem['code'],
): Problem {
  const cell = sayReference(reference);
  return {
    code,
    scope: { query, cells: cell },
    title: `${cell}, where ${part} of ${query} stands, ${why}.`,
    remedy: `${remedy} The table stays as it is until then.`,
    retry: 'never',
  };
}

/** A value as it is said of. */
export function quoted(value: CellValue): string {
  if (typeof value === 'string') return `“${plainText(value, 40)}”`;
  return typeof value === 'object' ? value.date : String(value);
}
