import { parseDate } from '@internationalized/date';
import { type Days, lengthInDays, type Period, type WeekStart } from '../query/period';
import type { Compare } from '../query/query';

/** The days that the days of a period are compared with. */
export function comparedDays(compare: Compare, _period: Period, days: Days, _weekStart: WeekStart): Days {
  if (compare.with === 'fixed') return { from: compare.from, to: compare.to };
  const back = compare.with === 'previous-year' ? { years: 1 } : { days: lengthInDays(days) };
  const earlier = (day: string) => parseDate(day).subtract(back).toString();
  return { from: earlier(days.from), to: earlier(days.to) };
}
