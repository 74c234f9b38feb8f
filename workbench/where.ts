import { type Condition, type FilterValue, OPERATORS, type Operator } from '../src/query/filter';
import type { AnyField, ValueType } from '../src/reports/report';
import { operatorsOf } from '../src/rows/operators';
import { BadArguments } from './parse';

/** A condition as it was typed: what its values are is known when its field is. */
export interface Typed {
  field: string;
  op: Operator;
  values: string[];
}

/** How many values an operator takes, where it isn't one or more. */
const VALUES: Partial<Record<Operator, number>> = { empty: 0, 'not-empty': 0, between: 2 };
const SEVERAL: readonly Operator[] = ['is', 'is-not', 'contains', 'not-contains', 'starts', 'matches'];
const NUMERIC: readonly ValueType[] = ['duration', 'hours', 'money', 'number', 'percent'];
/** Clockify's ids are texts of 24 hexadecimal digits. */
const ID = /^[0-9a-f]{24}$/;

/** What `--where FIELD:OP:VALUE[,VALUE…]` says; a comma that belongs to a value is written `\,`. Throws `BadArguments`. */
export function typedCondition(text: string): Typed {
  const [, field, word, rest] = /^([^:]*):([^:]*)(?::(.*))?$/s.exec(text) ?? [];
  if (!field || !word)
    throw new BadArguments(`--where ${text}: conditions look like FIELD:OP:VALUE[,VALUE…]`);
  const op = OPERATORS.find((candidate) => candidate === word);
  if (!op)
    throw new BadArguments(`--where ${text}: there is no "${word}"; there are ${OPERATORS.join(', ')}`);
  const values = rest === undefined ? [] : valuesIn(rest);
  const wanted = VALUES[op];
  if (wanted === 0 ? values.join('') !== '' : wanted !== undefined && values.length !== wanted)
    throw new BadArguments(
      `--where ${text}: ${op} takes ${wanted === 0 ? 'no value' : `${wanted} values with a comma between them`}`,
    );
  if (wanted === undefined && values.length === 0)
    throw new BadArguments(`--where ${text}: ${op} takes a value`);
  if (wanted === undefined && values.length > 1 && !SEVERAL.includes(op))
    throw new BadArguments(`--where ${text}: ${op} takes one value; a comma in a value is written \\,`);
  return { field, op, values: wanted === 0 ? [] : values };
}

function valuesIn(text: string): string[] {
  return text.split(/(?<!\\),/).map((value) => value.replaceAll('\\,', ',').trim());
}

/**
 * The condition with values of its field's type: numbers, yes and no, things by their ids, all else as texts. Throws
 * `BadArguments` for a value that the field can't have.
 */
export function conditionOn(field: AnyField, { op, values }: Typed): Condition {
  const possible = operatorsOf(field);
  if (!possible.includes(op))
    throw new BadArguments(
      `--where ${field.id}: ${op} can't be asked of it; there are ${possible.join(', ')}`,
    );
  return { field: field.id, op, values: values.map((text) => typedValue(field, op, text)) };
}

function typedValue(field: AnyField, op: Operator, text: string): FilterValue {
  if (text === '' || text.startsWith('=')) return text;
  if (field.type === 'boolean') return booleanOf(field, text);
  if (NUMERIC.includes(field.type)) return numberOf(field, text);
  const entity = field.role === 'dimension' ? field.entity : undefined;
  return entity && isOneOf(op) && ID.test(text) ? { id: text, name: text } : text;
}

/** Whether an operator compares with whole values, and so with things rather than with their names. */
export function isOneOf(op: Operator): boolean {
  return op === 'is' || op === 'is-not';
}

function booleanOf({ id }: AnyField, text: string): boolean {
  const word = text.toLowerCase();
  if (word === 'true' || word === 'yes') return true;
  if (word === 'false' || word === 'no') return false;
  throw new BadArguments(`--where ${id}: "${text}" is neither true nor false`);
}

function numberOf({ id, type }: AnyField, text: string): FilterValue {
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  const timed = type === 'duration' || type === 'hours';
  if (timed && /^-?\d+:[0-5]\d(:[0-5]\d)?$/.test(text)) return text;
  if (type === 'percent' && /^-?\d+(\.\d+)? ?%$/.test(text)) return text;
  const forms = timed ? '1.5 or 1:30' : type === 'percent' ? '0.8 or 80%' : '1200 or 12.50';
  throw new BadArguments(`--where ${id}: "${text}" is no number; write ${forms}`);
}
