import { raise } from '../problems/problem';
import type { Condition, FilterValue, Operator } from '../query/filter';
import type { AnyField, Leaf } from '../reports/report';
import { type Against, against, plain } from './comparable';
import { operatorsOf } from './operators';
import { NUL } from './text';
import { type Named, unanswerable } from './unfit';
import { wildcard } from './wildcard';

/**
 * Whether a condition holds for what a record has in a field: its values, without empty ones, and the ids of what they name.
 * No value at all is what `empty` means.
 */
export type Test = (values: readonly Leaf[], ids: readonly string[]) => boolean;

/** A value as it is compared; a cell is one that was not read yet. */
type Given = Exclude<FilterValue, { cell: string }>;

const WORDS: Record<Operator, string> = {
  is: 'is',
  'is-not': 'is not',
  contains: 'contains',
  'not-contains': 'does not contain',
  starts: 'starts with',
  matches: 'matches',
  gt: 'is more than',
  gte: 'is at least',
  lt: 'is less than',
  lte: 'is at most',
  between: 'is between',
  empty: 'is empty',
  'not-empty': 'is not empty',
};

/**
 * What a condition asks of a field. Raises `filter-invalid`, naming field and value, for a comparison that the field's type
 * doesn't have, for values of another type, and for too few or too many of them. Cells are let through: they are read before
 * anything is compared.
 */
export function testOf(condition: Condition, field: AnyField, query: Named): Test {
  const { op, values } = condition;
  const time = field.role === 'dimension' ? field.time : undefined;
  if (!operatorsOf({ type: field.type, time }).includes(op)) {
    unanswerable(query, `"${field.title} ${WORDS[op]}" can't be asked`, 'Choose another comparison.');
  }
  checkNumber(op, values.length, field, query);
  const cell = values.find((value) => typeof value === 'object' && 'cell' in value);
  if (cell) return () => unread((cell as { cell: string }).cell);
  const given = values as Given[];
  switch (op) {
    case 'empty':
      return isEmpty;
    case 'not-empty':
      return not(isEmpty);
    case 'is':
      return isAnyOf(given, field, query);
    case 'is-not':
      return not(isAnyOf(given, field, query));
    case 'contains':
      return wording(given, field, query, (wanted) => (text) => text.includes(wanted));
    case 'not-contains':
      return not(wording(given, field, query, (wanted) => (text) => text.includes(wanted)));
    case 'starts':
      return wording(given, field, query, (wanted) => (text) => text.startsWith(wanted));
    case 'matches':
      return wording(given, field, query, wildcard);
    default:
      return ordered(
        op,
        given.map((value) => comparing(value, field, query)),
      );
  }
}

function isEmpty(values: readonly Leaf[], ids: readonly string[]): boolean {
  return values.length === 0 && ids.length === 0;
}

function not(test: Test): Test {
  return (values, ids) => !test(values, ids);
}

function checkNumber(op: Operator, values: number, field: AnyField, query: Named): void {
  const asked = `"${field.title} ${WORDS[op]}"`;
  if (op === 'empty' || op === 'not-empty') return;
  if (op === 'between' ? values !== 2 : values === 0) {
    const wanted = op === 'between' ? 'takes two values' : 'needs a value';
    unanswerable(query, `${asked} ${wanted}`, 'Give it what it compares with, or remove the condition.');
  }
  if (['gt', 'gte', 'lt', 'lte'].includes(op) && values > 1) {
    unanswerable(query, `${asked} takes one value`, 'Leave one of its values.');
  }
}

/**
 * One of the values, by id, by name, or (`''`) by having none. A text is an id where it is equal to one. What has an id where the
 * field names no things is the text itself, letter for letter: so are groups of texts told apart.
 */
function isAnyOf(given: Given[], field: AnyField, query: Named): Test {
  const ids = new Set<string>();
  const texts = new Set<string>();
  const exact = new Set<Leaf>();
  const others: Against[] = [];
  let none = false;
  for (const value of given) {
    if (typeof value === 'object') {
      if (field.role !== 'dimension' || field.type !== 'text') notOfType(value, field, query);
      if (field.entity) ids.add(value.id);
      else exact.add(value.id);
    } else if (typeof value === 'string' && value.trim() === '') none = true;
    else if (field.type !== 'text') others.push(comparing(value, field, query));
    else {
      comparing(value, field, query);
      texts.add(plain(String(value)));
      ids.add(String(value).trim());
    }
  }
  return (values, of) => {
    if (none && isEmpty(values, of)) return true;
    if (ids.size > 0 && of.some((id) => ids.has(id))) return true;
    if (exact.size > 0 && values.some((value) => exact.has(inCell(value)))) return true;
    if (texts.size > 0 && values.some((value) => texts.has(plain(String(value))))) return true;
    return others.length > 0 && values.some((value) => others.some((compare) => compare(value) === 0));
  };
}

/** A text as a cell shows it, which is where it was seen: the one character is missing that no cell holds. */
function inCell(value: Leaf): Leaf {
  return typeof value === 'string' && value.includes(NUL) ? value.split(NUL).join('') : value;
}

/** Looks at the words of each value; any of the wanted ones will do. */
function wording(
  given: Given[],
  field: AnyField,
  query: Named,
  matcher: (wanted: string) => (text: string) => boolean,
): Test {
  const matchers = given.map((value) => {
    if (typeof value === 'object' || typeof value === 'boolean') return notOfType(value, field, query);
    const wanted = plain(String(value));
    if (wanted === '') notOfType(value, field, query);
    return matcher(wanted);
  });
  return (values) =>
    values.some((value) => {
      const text = plain(String(value));
      return matchers.some((matches) => matches(text));
    });
}

function ordered(op: Operator, [first, last]: Against[]): Test {
  switch (op) {
    case 'gt':
      return (values) => values.some((value) => first(value) > 0);
    case 'gte':
      return (values) => values.some((value) => first(value) >= 0);
    case 'lt':
      return (values) => values.some((value) => first(value) < 0);
    case 'lte':
      return (values) => values.some((value) => first(value) <= 0);
    default:
      // Between two values, whichever of them comes first.
      return (values) =>
        values.some((value) => {
          const side = first(value);
          return side === 0 || (side > 0 ? last(value) <= 0 : last(value) >= 0);
        });
  }
}

function comparing(value: Given, field: AnyField, query: Named): Against {
  if (typeof value === 'object') return notOfType(value, field, query);
  const time = field.role === 'dimension' ? field.time : undefined;
  return against({ type: field.type, time }, value) ?? notOfType(value, field, query);
}

const EXPECTED: Record<AnyField['type'], string> = {
  text: 'a text',
  date: 'a day like 2026-08-31',
  month: 'a month like 2026-08',
  'date-time': 'a day like 2026-08-31, with or without a time',
  duration: 'hours like 1.5 or 1:30',
  hours: 'hours like 1.5 or 1:30',
  money: 'an amount like 99.90',
  number: 'a number',
  percent: 'a share like 80% or 0.8',
  boolean: 'yes or no',
};

function notOfType(value: Given, field: AnyField, query: Named): never {
  const shown = typeof value === 'object' ? value.name : String(value);
  const short = shown.length > 60 ? `${shown.slice(0, 60)}…` : shown;
  return unanswerable(
    query,
    `${field.title} can't be compared with "${short}"`,
    `Compare it with ${EXPECTED[field.type]}.`,
  );
}

/** Raises `parameter-invalid`. */
function unread(cell: string): never {
  return raise({
    code: 'parameter-invalid',
    scope: { cells: cell.replace(/^=/, '') },
    title: `A condition compares with ${cell.replace(/^=/, '')}, which is read when the query is refreshed.`,
    remedy: 'Refresh the query.',
    retry: 'never',
  });
}
