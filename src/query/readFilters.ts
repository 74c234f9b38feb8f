import { type Condition, type FilterNode, type FilterValue, OPERATORS, type Operator } from './filter';
import { isIdentifier } from './identifier';
import { plainText } from './plainText';
import { parseReference } from './reference';

/** The most conditions of a query, and how deep its tree may be: more than people can read. */
export const MOST_CONDITIONS = 200;
export const DEEPEST = 10;
/** The most values of a condition: longer lists belong into a range of the spreadsheet. */
export const MOST_VALUES = 500;

/** What keeps filters from being read: which of them, in words, and why. */
export class FilterFault extends Error {
  constructor(
    readonly code: 'filter-too-large' | 'filter-invalid',
    readonly part: string,
  ) {
    super(part);
    this.name = 'FilterFault';
  }
}

/**
 * The filters of a query as they are stored and sent: a list of trees, all of which must hold. Looks at each node once, and at
 * none beyond the limits, since anybody may have written them; what a node has beside its own parts is left behind. Raises
 * `FilterFault`.
 */
export function readFilters(value: unknown): FilterNode[] {
  if (!Array.isArray(value)) throw invalid('filters', 'a list is expected');
  const left = { conditions: MOST_CONDITIONS };
  return value.map((node, index) => readNode(node, `filter ${index + 1}`, 1, left));
}

function readNode(value: unknown, place: string, depth: number, left: { conditions: number }): FilterNode {
  if (depth > DEEPEST) throw tooLarge(`${place} is deeper than ${DEEPEST} levels`);
  if (!isRecord(value)) throw invalid(place, 'a condition is expected');
  const { and, or, field } = value;
  if ([and, or, field].filter((part) => part !== undefined).length !== 1)
    throw invalid(place, 'either a field, "and" or "or" is expected');
  if (field !== undefined) {
    left.conditions -= 1;
    if (left.conditions < 0) throw tooLarge(`more than ${MOST_CONDITIONS} conditions`);
    return readCondition(value, place);
  }
  const nodes = and ?? or;
  if (!Array.isArray(nodes)) throw invalid(place, `"${and === undefined ? 'or' : 'and'}" without a list`);
  if (nodes.length === 0) throw invalid(place, 'a group without conditions');
  const read = nodes.map((node, index) => readNode(node, `${place}.${index + 1}`, depth + 1, left));
  return and === undefined ? { or: read } : { and: read };
}

function readCondition({ field, op, values }: Record<string, unknown>, place: string): Condition {
  if (typeof field !== 'string' || !isIdentifier(field)) throw invalid(place, 'its field is no field');
  const named = `${place} (${field})`;
  const operator = OPERATORS.find((known) => known === op);
  if (!operator) throw invalid(named, `there is no comparison ${quoted(op)}`);
  if (!Array.isArray(values)) throw invalid(named, 'a list of values is expected');
  if (values.length > MOST_VALUES)
    throw tooLarge(`${named} has more than ${MOST_VALUES} values: put them into a range and name that`);
  const read = values.map((value, index) => readValue(value, `${named}, value ${index + 1}`));
  const fault = numberFault(operator, read);
  if (fault) throw invalid(named, fault);
  return { field, op: operator, values: read };
}

function readValue(value: unknown, place: string): FilterValue {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value === 'string') {
    if (value.length > 1000) throw invalid(place, 'a text of more than 1000 characters');
    return value;
  }
  if (!isRecord(value)) throw invalid(place, `${quoted(value)} is no value`);
  const { id, name, cell } = value;
  if (cell !== undefined) {
    if (typeof cell !== 'string' || cell.length > 200 || parseReference(cell) === null)
      throw invalid(place, `${quoted(cell)} is no cell, such as =Settings!B2`);
    return { cell };
  }
  if (typeof id !== 'string' || id === '' || id.length > 100) throw invalid(place, 'a thing without an id');
  if (typeof name !== 'string' || name.length > 300) throw invalid(place, 'a thing without a name');
  return { id, name };
}

/** What is wrong with how many values a comparison has, or null. A cell may hold any number of them. */
export function numberFault(op: Operator, values: readonly FilterValue[], many = MOST_VALUES): string | null {
  if (op === 'empty' || op === 'not-empty')
    return values.length === 0 ? null : 'a value where none is compared';
  if (values.length === 0) return 'no value is given';
  const open = values.some((value) => typeof value === 'object' && 'cell' in value);
  const [least, most] = op === 'between' ? [2, 2] : COMPARED_WITH_ONE.includes(op) ? [1, 1] : [1, many];
  if (values.length > most || (values.length < least && !open))
    return `${least === 2 ? 'two values are' : 'one value is'} expected, not ${values.length}`;
  return null;
}

const COMPARED_WITH_ONE: readonly Operator[] = ['gt', 'gte', 'lt', 'lte'];

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as it is said of: short, in one line. */
function quoted(value: unknown): string {
  if (typeof value === 'string') return `"${plainText(value, 20)}"`;
  return value === null || typeof value !== 'object'
    ? String(value)
    : Array.isArray(value)
      ? 'a list'
      : 'an object';
}

function invalid(place: string, why: string): FilterFault {
  return new FilterFault('filter-invalid', `${place}: ${why}`);
}

function tooLarge(why: string): FilterFault {
  return new FilterFault('filter-too-large', why);
}
