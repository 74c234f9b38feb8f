import type { Operator } from '../query/filter';
import type { ValueType } from '../reports/report';

const EQUAL = ['is', 'is-not'] as const;
const WORDS = ['contains', 'not-contains', 'starts', 'matches'] as const;
const ORDER = ['gt', 'gte', 'lt', 'lte', 'between'] as const;
const EMPTY = ['empty', 'not-empty'] as const;

/**
 * How a field can be compared, in the order in which it is offered. Texts have no order, except those that name a time
 * (`2026-08`, `2026-Q3`): they are put in order by it.
 */
export function operatorsOf({ type, time }: { type: ValueType; time?: string }): readonly Operator[] {
  if (type === 'boolean') return [...EQUAL, ...EMPTY];
  if (type !== 'text') return [...EQUAL, ...ORDER, ...EMPTY];
  const ordered = time !== undefined && time !== 'weekday';
  return ordered ? [...EQUAL, ...WORDS, ...ORDER, ...EMPTY] : [...EQUAL, ...WORDS, ...EMPTY];
}
