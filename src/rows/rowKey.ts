import type { Line } from './line';
import type { Shape } from './shape';

/** The key of a row that isn't one: of totals, which come and go with others. */
export const NO_KEY = '';

/** The key of a row of one record. */
export function recordKey(account: number, record: string): string {
  return `${account}.${record}`;
}

/**
 * What tells a row of a query's table from all others, today and after its next refresh: its account, by its place in the
 * query, and its record, or, for a group, what its dimensions are told apart by. Those are in the order of their ids, so that
 * another order of the columns changes no key.
 */
export function rowKeys({ traits, visible }: Pick<Shape, 'traits' | 'visible'>): (line: Line) => string {
  const places = traits
    .slice(0, visible)
    .map(({ field }, place) => ({ id: field.id, place }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ place }) => place);
  return ({ account, record, members }) =>
    record === null
      ? `${account}.${places.map((place) => members[place].mark).join('')}`
      : recordKey(account, record);
}
