import {
  CalendarDate,
  type DateDuration,
  fromAbsolute,
  parseDate,
  startOfMonth,
  startOfWeek,
  startOfYear,
  toCalendarDate,
} from '@internationalized/date';
import { raise } from '../problems/problem';

/** The presets without a number, as a query stores them. */
export const PRESETS = [
  'today',
  'yesterday',
  'this-week',
  'last-week',
  'this-month',
  'last-month',
  'this-quarter',
  'last-quarter',
  'this-year',
  'last-year',
] as const;

export type Preset = (typeof PRESETS)[number];

/** The units of calendar periods. */
export const UNITS = ['week', 'month', 'quarter', 'year'] as const;

export type Unit = (typeof UNITS)[number];

/**
 * Two days, both inclusive, or what is resolved anew at each refresh. A day may be a cell (`=Settings!B2`).
 * - `last-days`: whole days that end yesterday, or today when `today` is true.
 * - `last`: so many whole weeks, months … that end before the current one, or with it when `current` is true.
 * - `to-date`: from the start of the current week, month … to today or yesterday.
 * - `since`: from a day to today or yesterday.
 * - `all-time`: all there is.
 * - `cell`: a cell that holds a period in words (`last month`, `2026-08`), or a range of two days.
 */
export type Period =
  | { kind: 'fixed'; from: string; to: string }
  | { kind: 'preset'; preset: Preset }
  | { kind: 'last-days'; days: number; today: boolean }
  | { kind: 'last'; count: number; unit: Unit; current: boolean }
  | { kind: 'to-date'; unit: Unit; to: 'today' | 'yesterday' }
  | { kind: 'since'; from: string; to: 'today' | 'yesterday' }
  | { kind: 'all-time' }
  | { kind: 'cell'; cell: string };

/** Two inclusive days, `yyyy-mm-dd`. */
export interface Days {
  from: string;
  to: string;
}

export const WEEKDAYS = [
  'SUNDAY',
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
] as const;

/** The first day of the week, in Clockify's words. */
export type WeekStart = (typeof WEEKDAYS)[number];

/**
 * The days that `period` means at `now` (milliseconds since 1970) for somebody in `zone` whose week starts on
 * `weekStart`. Raises `zone-unknown` and `period-reversed`.
 */
export function resolvePeriod(period: Period, now: number, zone: string, weekStart: WeekStart): Days {
  const today = dayOf(now, zone);
  const endOf = (to: 'today' | 'yesterday') => (to === 'today' ? today : today.subtract({ days: 1 }));
  switch (period.kind) {
    case 'fixed':
      return inOrder(
        fixedDay(period.from),
        fixedDay(period.to),
        'Swap the two days and save the query again.',
      );
    case 'last-days': {
      const end = endOf(period.today ? 'today' : 'yesterday');
      return days(end.subtract({ days: period.days - 1 }), end);
    }
    case 'last': {
      const current = startOf(period.unit, today, weekStart);
      const end = period.current ? current.add(lengthOf(period.unit)) : current;
      return askable(days(end.subtract(lengthOf(period.unit, period.count)), end.subtract({ days: 1 })));
    }
    case 'to-date': {
      // On the first day of a month nothing of it is over yet: what ended yesterday is the whole month before, not an empty table.
      const end = endOf(period.to);
      return days(startOf(period.unit, end, weekStart), end);
    }
    case 'since':
      return inOrder(
        fixedDay(period.from),
        endOf(period.to).toString(),
        'Choose an earlier first day and save the query again.',
      );
    case 'all-time':
      return days(new CalendarDate(FIRST_YEAR, 1, 1), new CalendarDate(today.year + 1, 12, 31));
    case 'cell':
      return { from: fixedDay(period.cell), to: fixedDay(period.cell) };
    case 'preset':
      return presetDays(period.preset, today, weekStart);
  }
}

/** The year from which on `all-time` reads: Clockify is from 2017, what people brought along may be older. */
const FIRST_YEAR = 2010;

/** Raises `parameter-invalid` for a cell: they are read before days are resolved. */
export function fixedDay(day: string): string {
  if (!day.startsWith('=')) return day;
  return raise({
    code: 'parameter-invalid',
    scope: { cells: day.slice(1) },
    title: `The period stands in ${day.slice(1)}, which is read when the query is refreshed.`,
    remedy: 'Refresh the query to see its days.',
    retry: 'never',
  });
}

/** Two days as a period. Raises `period-reversed` with what to do about it. */
export function inOrder(from: string, to: string, remedy: string): Days {
  if (from <= to) return { from, to };
  return raise({
    code: 'period-reversed',
    scope: {},
    title: `The period ends (${to}) before it starts (${from}).`,
    remedy,
    retry: 'never',
  });
}

/** Days as they are when they may be asked for. Raises `period-too-long` for those that reach too far back. */
export function askable(period: Days): Days {
  if (period.from >= `${YEARS.first}-01-01`) return period;
  return raise({
    code: 'period-too-long',
    scope: {},
    title: `The period would begin on ${period.from}: only days from ${YEARS.first} to ${YEARS.last} can be asked for.`,
    remedy: 'Choose a shorter period and save the query again.',
    retry: 'never',
  });
}

/** The first day of the week, month … in which `day` lies. */
export function startOf(unit: Unit, day: CalendarDate, weekStart: WeekStart): CalendarDate {
  switch (unit) {
    case 'week':
      return startOfWeek(day, 'en-US', firstDayOfWeek(weekStart));
    case 'month':
      return startOfMonth(day);
    case 'quarter':
      return new CalendarDate(day.year, day.month - ((day.month - 1) % 3), 1);
    case 'year':
      return startOfYear(day);
  }
}

/** So many weeks, months … as what is added to a day. */
export function lengthOf(unit: Unit, count = 1): DateDuration {
  if (unit === 'quarter') return { months: 3 * count };
  return { [`${unit}s`]: count };
}

function presetDays(preset: Preset, today: CalendarDate, weekStart: WeekStart): Days {
  const week = startOf('week', today, weekStart);
  const quarter = startOf('quarter', today, weekStart);
  const starts: Record<Preset, [start: CalendarDate, length: DateDuration]> = {
    today: [today, { days: 1 }],
    yesterday: [today.subtract({ days: 1 }), { days: 1 }],
    'this-week': [week, { weeks: 1 }],
    'last-week': [week.subtract({ weeks: 1 }), { weeks: 1 }],
    'this-month': [startOfMonth(today), { months: 1 }],
    'last-month': [startOfMonth(today).subtract({ months: 1 }), { months: 1 }],
    'this-quarter': [quarter, { months: 3 }],
    'last-quarter': [quarter.subtract({ months: 3 }), { months: 3 }],
    'this-year': [startOfYear(today), { years: 1 }],
    'last-year': [startOfYear(today).subtract({ years: 1 }), { years: 1 }],
  };
  const [start, length] = starts[preset];
  return days(start, start.add(length).subtract({ days: 1 }));
}

/** The calendar day of an instant (milliseconds since 1970) in a zone. Raises `zone-unknown`. */
export function dayOf(instant: number, zone: string): CalendarDate {
  checkZone(zone);
  return toCalendarDate(fromAbsolute(instant, zone));
}

/** Raises `zone-unknown` unless `zone` is a zone of the IANA database that this machine knows. */
export function checkZone(zone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    raise({
      code: 'zone-unknown',
      scope: {},
      title: `There is no time zone called "${zone}".`,
      remedy: 'Choose a zone from the list, for example Europe/Berlin, and save the query again.',
      retry: 'never',
    });
  }
}

/** How many days a period has, both ends counted. */
export function lengthInDays(period: Days): number {
  return parseDate(period.to).compare(parseDate(period.from)) + 1;
}

/**
 * `period` cut into windows of at most `most` days, in order; together they cover each of its days exactly once. A null
 * `most` doesn't cut.
 */
export function windowsOf(period: Days, most: number | null): Days[] {
  const end = parseDate(period.to);
  const windows: Days[] = [];
  let start = parseDate(period.from);
  while (start.compare(end) <= 0) {
    const last = most === null ? end : start.add({ days: most - 1 });
    windows.push(days(start, last.compare(end) < 0 ? last : end));
    start = last.add({ days: 1 });
  }
  return windows;
}

function firstDayOfWeek(weekStart: WeekStart) {
  return weekStart.slice(0, 3).toLowerCase() as 'sun' | 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat';
}

/** The years in which a period may lie: Clockify has nothing before them, and what is after them never ends. */
export const YEARS = { first: 1970, last: 2199 };

/** Whether a text is a day of the calendar, `yyyy-mm-dd`. */
export function isDay(text: string): boolean {
  return yearOf(text) !== null;
}

/** Whether a text is a day in one of `YEARS`. */
export function isDayInRange(text: string): boolean {
  const year = yearOf(text);
  return year !== null && year >= YEARS.first && year <= YEARS.last;
}

function yearOf(text: string): number | null {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(text) ? parseDate(text).year : null;
  } catch {
    return null;
  }
}

function days(from: CalendarDate, to: CalendarDate): Days {
  return { from: from.toString(), to: to.toString() };
}
