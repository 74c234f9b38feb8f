import { parseDate } from '@internationalized/date';
import type { Days } from '../query/period';

/** Whether two periods are the same. */
export function sameDays(one: Days, other: Days): boolean {
  return one.from === other.from && one.to === other.to;
}

/** Whether each day of one period is in another. */
export function contains(whole: Days, part: Days): boolean {
  return whole.from <= part.from && part.to <= whole.to;
}

/** The days that two periods have in common; null where they have none. */
export function common(one: Days, other: Days): Days | null {
  const [, from] = inOrder(one.from, other.from);
  const [to] = inOrder(one.to, other.to);
  return from <= to ? { from, to } : null;
}

/** Two periods as one; null where there are days between them. */
export function joined(one: Days, other: Days): Days | null {
  const [first, second] = one.from <= other.from ? [one, other] : [other, one];
  if (dayAfter(first.to) < second.from) return null;
  const [, to] = inOrder(first.to, second.to);
  return { from: first.from, to };
}

function inOrder(one: string, other: string): [string, string] {
  return one <= other ? [one, other] : [other, one];
}

function dayAfter(day: string): string {
  return parseDate(day).add({ days: 1 }).toString();
}
