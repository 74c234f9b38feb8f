import type { Pushed } from '../datasets/dataset';

/** Whether anything is left out. */
export function isFiltered(filters: Pushed): boolean {
  return Object.keys(filters).length > 0;
}

/** Whether two filters leave out the same. */
export function sameFilters(one: Pushed, other: Pushed): boolean {
  return textOf(one) === textOf(other);
}

function textOf(filters: Pushed): string {
  const sorted = Object.entries(filters).map(([key, value]) => [
    key,
    Array.isArray(value) ? [...value].sort() : value,
  ]);
  return JSON.stringify(sorted.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)));
}
