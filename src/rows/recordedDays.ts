import { serialOfWallTime } from '../datasets/wallTime';
import type { Days } from '../query/period';
import type { Line } from './line';
import type { Shape } from './shape';
import type { Member } from './trait';

/** What there is in a table before anything is added. */
export interface Recorded {
  lines: Line[];
  /** What becomes columns, by its mark. */
  split: Map<string, Member>;
}

/** A record of each day, in order. */
export function recordsOfDays(days: Days | null, { report }: Pick<Shape, 'report'>): unknown[] {
  if (days === null || !report.onDay) return [];
  const [from, to] = [days.from, days.to].map((day) => serialOfWallTime(`${day}T00:00:00`));
  return Array.from({ length: to - from + 1 }, (_, day) => report.onDay?.(from + day));
}

/**
 * Of the days of all time, a record of each in order, those from the first to the last one with time: nobody asks for the years
 * before. `markIn` gives the mark of a day in a dimension of the table.
 */
export function recordedDays(
  days: unknown[],
  { lines, split }: Recorded,
  gives: string[],
  shape: Shape,
  markIn: (day: unknown, field: string) => string | null,
): unknown[] {
  const given = shape.traits.flatMap(({ field }, at) =>
    gives.includes(field.id) ? [{ id: field.id, at }] : [],
  );
  const visible = given.filter(({ at }) => at < shape.visible);
  const place = visible[0] ?? given.find(({ at }) => at === shape.split);
  if (place === undefined) return days;
  const marks =
    place.at < shape.visible
      ? new Set(lines.map(({ members }) => members[place.at].mark))
      : new Set(split.keys());
  const has = days.map((day) => marks.has(markIn(day, place.id) ?? ''));
  return has.includes(true) ? days.slice(has.indexOf(true), has.lastIndexOf(true) + 1) : [];
}
