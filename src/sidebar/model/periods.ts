import { describeDays, describePeriod } from '../../query/describe';
import {
  isDayInRange,
  lengthInDays,
  type Period,
  resolvePeriod,
  type Unit,
  type WeekStart,
  YEARS,
} from '../../query/period';
import { words } from '../words';
import { isReference } from './cells';

/** So many whole days, weeks, months …, with or without the one that it is now. */
export interface Last {
  count: number;
  unit: Unit | 'day';
  current: boolean;
}

/** A period of the form "last so many"; null for others. */
export function lastOf(period: Period): Last | null {
  if (period.kind === 'last-days') return { count: period.days, unit: 'day', current: period.today };
  return period.kind === 'last' ? { count: period.count, unit: period.unit, current: period.current } : null;
}

export function lastPeriod({ count, unit, current }: Last): Period {
  return unit === 'day'
    ? { kind: 'last-days', days: count, today: current }
    : { kind: 'last', count, unit, current };
}

/** The most days, weeks … of "last so many". */
const MOST_DAYS = 3660;
const MOST = 520;

/** What keeps a period from being read, in a sentence; null when nothing does. */
export function periodFault(period: Period): string | null {
  const counted = lastOf(period);
  if (counted) {
    if (!Number.isInteger(counted.count) || counted.count < 1) return words.period.badCount;
    const most = counted.unit === 'day' ? MOST_DAYS : MOST;
    return counted.count > most ? words.period.tooLong(most) : null;
  }
  if (period.kind === 'cell') return isReference(period.cell) ? null : words.cells.bad;
  if (period.kind === 'since') return dayFault(period.from);
  return period.kind === 'fixed' ? daysFault(period) : null;
}

/** What is wrong with two days, each of which may be a cell; null when nothing is. */
export function daysFault({ from, to }: { from: string; to: string }): string | null {
  if (from === '' || to === '') return words.period.badDay;
  const wrong = dayFault(from) ?? dayFault(to);
  if (wrong || from.startsWith('=') || to.startsWith('=')) return wrong;
  return to < from ? words.period.reversed : null;
}

function dayFault(day: string): string | null {
  if (day.startsWith('=')) return isReference(day) ? null : words.cells.bad;
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return words.period.badDay;
  return isDayInRange(day) ? null : words.period.outOfRange(YEARS.first, YEARS.last);
}

/** A period in words, also while it is being typed. */
export function sayPeriod(period: Period): string {
  return periodFault(period) === null ? describePeriod(period) : words.period.none;
}

/** When and where a period is read. */
export interface At {
  now: number;
  zone: string;
  weekStart: WeekStart;
}

/** The days that a period means; null while it can't be read, and where a cell says them. */
export function daysOf(period: Period, { now, zone, weekStart }: At): { from: string; to: string } | null {
  if (periodFault(period) !== null || cellsOf(period).length > 0) return null;
  try {
    return resolvePeriod(period, now, zone, weekStart);
  } catch {
    return null;
  }
}

/** The cells that a period is read from. */
function cellsOf(period: Period): string[] {
  const days =
    period.kind === 'cell'
      ? [period.cell]
      : period.kind === 'fixed'
        ? [period.from, period.to]
        : period.kind === 'since'
          ? [period.from]
          : [];
  return days.filter((day) => day.startsWith('='));
}

/** The days that a period means, in a sentence; empty while it can't be read. */
export function describeMeaning(period: Period, at: At): string {
  if (periodFault(period) !== null) return '';
  const cells = cellsOf(period);
  if (cells.length > 0)
    return words.period.cellMeans(
      cells.map((cell) => cell.slice(1)),
      at.zone,
    );
  const days = daysOf(period, at);
  if (days === null) return '';
  if (period.kind === 'fixed') return words.period.fixedMeans(lengthInDays(days), at.zone);
  if (period.kind === 'all-time') return words.period.allTime;
  return words.period.means(describeDays(days), at.zone);
}

/** The days that a period means and their zone, in a line; empty while it can't be read. */
export function describeDates(period: Period, at: At): string {
  const days = daysOf(period, at);
  if (period.kind === 'all-time' || days === null) return '';
  return describeDays(days);
}

/** The period in words and days, in a line. */
export function summaryOf(period: Period, at: At): string {
  return words.editor.periodSummary(sayPeriod(period), describeDates(period, at));
}
