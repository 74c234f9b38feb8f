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

/**
 * Two days, both inclusive, or a preset that is resolved anew at each refresh. `last-days` are whole days that end yesterday, or
 * today when `today` is true.
 */
export type Period =
  | { kind: 'fixed'; from: string; to: string }
  | { kind: 'preset'; preset: Preset }
  | { kind: 'last-days'; days: number; today: boolean };

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
  if (period.kind === 'fixed') {
    if (period.from > period.to) raise(reversed(period));
    return { from: period.from, to: period.to };
  }
  if (period.kind === 'last-days') {
    const end = period.today ? today : today.subtract({ days: 1 });
    return days(end.subtract({ days: period.days - 1 }), end);
  }
  return presetDays(period.preset, today, weekStart);
}

function presetDays(preset: Preset, today: CalendarDate, weekStart: WeekStart): Days {
  const week = startOfWeek(today, 'en-US', firstDayOfWeek(weekStart));
  const quarter = new CalendarDate(today.year, today.month - ((today.month - 1) % 3), 1);
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

function reversed(period: Days) {
  return {
    code: 'period-reversed' as const,
    scope: {},
    title: `The period ends (${period.to}) before it starts (${period.from}).`,
    remedy: 'Swap the two days and save the query again.',
    retry: 'never' as const,
  };
}
