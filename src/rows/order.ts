import type { Dimension, Leaf } from '../reports/report';

/** Compares two values: before (negative), of one place (0), after. */
export type Compare = (a: Leaf, b: Leaf) => number;

/**
 * The order of values: numbers and days by value, no before yes, texts by lower case and then by code unit, whatever the
 * language of the spreadsheet; a dimension's own order where it has one. What is empty comes last.
 */
export function orderOf(field: Pick<Dimension<unknown>, 'order'>): Compare {
  const { order } = field;
  if (!order) return ascending;
  const places = new Map(order.map((value, index) => [value, index]));
  const placeOf = (leaf: Leaf) => places.get(String(leaf)) ?? order.length;
  return (a, b) => (a === null || b === null ? ascending(a, b) : placeOf(a) - placeOf(b) || ascending(a, b));
}

/** The order of values of no order of their own. */
export function ascending(a: Leaf, b: Leaf): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === 'string' && typeof b === 'string') {
    return inOrder(a.toLowerCase(), b.toLowerCase()) || inOrder(a, b);
  }
  return inOrder(a, b);
}

/** The order of values from the last to the first, but for what is empty: that comes last still. */
export function descending(compare: Compare): Compare {
  return (a, b) => (a === null || b === null ? compare(a, b) : compare(b, a));
}

function inOrder<T extends string | number | boolean>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
