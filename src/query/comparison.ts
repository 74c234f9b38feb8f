import { type CalendarDate, parseDate } from '@internationalized/date';
import { raise } from '../problems/problem';
import {
  askable,
  type Days,
  fixedDay,
  inOrder,
  lengthInDays,
  lengthOf,
  type Period,
  startOf,
  type Unit,
  type WeekStart,
} from './period';
import type { Compare } from './query';

/** What a period is counted in: whole weeks, months …, or nothing but days. `over`: whether the last of them is whole. */
interface Counted {
  unit: Unit | 'day';
  count: number;
  over: boolean;
}

/** Weekdays are compared with the same weekdays: a year before a week is 52 weeks before. */
const A_YEAR_OF_WEEKS = { days: 364 };

/**
 * The days that `days`, which `period` means now, are compared with (docs/decisions/comparison.md). They may overlap with them.
 * - The previous period of months (quarters, years, weeks) is as many of them before; of a month to date the same dates of the
 *   month before, as far as it has them; of so many days the same number of days before.
 * - A year before are the same dates, 28 February for the 29th; whole months stay whole, weeks stay weeks.
 *
 * Raises `period-reversed` for days of one's own, and `period-too-long` where there is nothing before.
 */
export function comparedDays(compare: Compare, period: Period, days: Days, weekStart: WeekStart): Days {
  if (compare.with === 'fixed')
    return inOrder(
      fixedDay(compare.from),
      fixedDay(compare.to),
      'Swap the two days that the period is compared with, and save the query again.',
    );
  if (period.kind === 'all-time') return raise(nothingBefore());
  const [from, to] = [parseDate(days.from), parseDate(days.to)];
  const counted = countedIn(period, days, weekStart);
  return askable(
    compare.with === 'previous-year' ? yearBefore(from, to, counted) : periodBefore(from, to, counted),
  );
}

function yearBefore(from: CalendarDate, to: CalendarDate, { unit, over }: Counted): Days {
  if (unit === 'week') return textsOf(from.subtract(A_YEAR_OF_WEEKS), to.subtract(A_YEAR_OF_WEEKS));
  const year = { years: 1 };
  // Of a whole February the end is the end of February.
  const whole = unit !== 'day' && over;
  const end = whole ? dayBefore(to.add({ days: 1 }).subtract(year)) : to.subtract(year);
  return textsOf(from.subtract(year), end);
}

function periodBefore(from: CalendarDate, to: CalendarDate, { unit, count, over }: Counted): Days {
  const length = unit === 'day' ? { days: count } : lengthOf(unit, count);
  return textsOf(from.subtract(length), over ? dayBefore(from) : to.subtract(length));
}

function countedIn(period: Period, days: Days, weekStart: WeekStart): Counted {
  const inDays: Counted = { unit: 'day', count: lengthInDays(days), over: true };
  switch (period.kind) {
    case 'last':
      return { unit: period.unit, count: period.count, over: true };
    case 'to-date': {
      // Today isn't over; that a month to yesterday ends with it means that all of it is.
      const last = dayBefore(parseDate(days.from).add(lengthOf(period.unit)));
      const over = period.to === 'yesterday' && last.toString() === days.to;
      return { unit: period.unit, count: 1, over };
    }
    case 'preset': {
      const unit = period.preset.replace(/^(this|last)-/, '');
      return isUnit(unit) ? { unit, count: 1, over: true } : inDays;
    }
    case 'fixed':
      return wholeMonths(days) ?? wholeWeeks(days, weekStart) ?? inDays;
    default:
      return inDays;
  }
}

function isUnit(text: string): text is Unit {
  return ['week', 'month', 'quarter', 'year'].includes(text);
}

function wholeMonths({ from, to }: Days): Counted | null {
  const [start, next] = [parseDate(from), parseDate(to).add({ days: 1 })];
  if (start.day !== 1 || next.day !== 1) return null;
  return { unit: 'month', count: (next.year - start.year) * 12 + next.month - start.month, over: true };
}

function wholeWeeks(days: Days, weekStart: WeekStart): Counted | null {
  const start = parseDate(days.from);
  const count = lengthInDays(days) / 7;
  if (!Number.isInteger(count) || startOf('week', start, weekStart).compare(start) !== 0) return null;
  return { unit: 'week', count, over: true };
}

function dayBefore(day: CalendarDate): CalendarDate {
  return day.subtract({ days: 1 });
}

function textsOf(from: CalendarDate, to: CalendarDate): Days {
  return { from: from.toString(), to: to.toString() };
}

function nothingBefore() {
  return {
    code: 'period-too-long' as const,
    scope: {},
    title: 'All time can be compared with nothing: there is nothing before it.',
    remedy: 'Choose another period, or no comparison.',
    retry: 'never' as const,
  };
}
