import { parseDate } from '@internationalized/date';
import { type Days, dayOf } from '../query/period';
import type { Query } from '../query/query';

/** A table that answers the question of a query, as it stands in the spreadsheet. */
export interface StandingTable {
  /** The last day of its period. */
  to: string;
  /** When the refresh that wrote it began, in milliseconds since 1970. */
  begun: number;
}

/**
 * The days of a query that alone are to be read, since the rows of all others stay as they are: the last ones of its period up
 * to today, what lies ahead, and what came since its table was written. Null where all of the period has to be read.
 */
export function windowOf(
  { mode, zone }: Pick<Query, 'mode' | 'zone'>,
  period: Days,
  standing: StandingTable | null,
  now: number,
): Days | null {
  if (mode?.kind !== 'last-days' || standing === null) return null;
  const end = earlier(dayOf(now, zone).toString(), period.to);
  const first = parseDate(end)
    .subtract({ days: mode.days - 1 })
    .toString();
  const known = earlier(standing.to, dayOf(standing.begun, zone).toString());
  return { from: earlier(later(first, period.from), known), to: period.to };
}

function earlier(one: string, other: string): string {
  return [one, other].sort()[0];
}

function later(one: string, other: string): string {
  return [one, other].sort()[1];
}
