import type { Answer } from './call';

/**
 * One page of a list (`page` is 1-based, default size 50): rows, and `Last-Page`, which a page beyond the end
 * answers with true as well.
 */
export function pageOf<T>(
  list: readonly T[],
  query: Record<string, unknown>,
  render: (item: T) => unknown,
): Answer & { body: unknown[] } {
  const size = (query['page-size'] as number | undefined) ?? 50;
  const start = (((query.page as number | undefined) ?? 1) - 1) * size;
  const rows = list.slice(start, start + size).map(render);
  return { body: rows, rows: rows.length, headers: { 'Last-Page': String(start + size >= list.length) } };
}

/** A list that is never cut: paging parameters are ignored, as Clockify does. */
export function whole(list: readonly unknown[]): Answer {
  return { body: list, rows: list.length };
}

/** Sorts a copy by a key, ids breaking ties; Clockify's default order is ascending. */
export function sorted<T extends { id: string }>(
  list: readonly T[],
  order: unknown,
  keyOf: (item: T) => string | number,
): T[] {
  const sign = order === 'DESCENDING' ? -1 : 1;
  return [...list].sort((a, b) => {
    const left = keyOf(a);
    const right = keyOf(b);
    if (left !== right) return left < right ? -sign : sign;
    return a.id < b.id ? -sign : sign;
  });
}
