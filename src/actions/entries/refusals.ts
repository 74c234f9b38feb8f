import type { Problem } from '../../problems/problem';

/** The problem that what is selected is no row of a grouped table; `query` is the one whose table it is in, if any. */
export function outside(title: string, remedy: string, query?: { name: string }): Problem {
  return {
    code: 'selection-outside',
    scope: query ? { query: query.name } : {},
    title,
    remedy,
    retry: 'never',
  };
}
