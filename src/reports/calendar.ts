import { WEEKDAYS, type WeekStart } from '../query/period';

/** A day of the calendar, and what it lies in. Serial numbers are days since 1899-12-30. */
export interface CalendarDay {
  year: number;
  /** Serial number of the first day of its month. */
  month: number;
  /** `2026-08` */
  yearMonth: string;
  /** `2026-Q3` */
  quarter: string;
  /** By ISO 8601, `2026-W32`: of the year in which the week's Thursday lies. */
  isoWeek: string;
  /** 0 for Sunday … 6 for Saturday. */
  weekday: number;
}

/** Names of weekdays in the order of working weeks. */
export const WEEKDAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const known = new Map<number, CalendarDay>();
/** Twenty-seven years of days: more than a period has that anybody asks for. */
const MOST_KNOWN = 10_000;

/** The day with a serial number, a whole one. Reckoned once for each day: a table has many records of one day. */
export function calendarDay(serial: number): CalendarDay {
  const before = known.get(serial);
  if (before) return before;
  const day = reckoned(serial);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(serial, day);
  return day;
}

/** Serial number of the first day of the week in which a day lies, where weeks begin on `weekStart`. */
export function startOfWeek(serial: number, weekStart: WeekStart): number {
  return serial - ((weekdayOf(serial) - WEEKDAYS.indexOf(weekStart) + 7) % 7);
}

/** The hour, 0 to 23, of a serial number with a time in whole seconds. */
export function hourOf(serial: number): number {
  return Math.floor((Math.round(serial * SECONDS_A_DAY) % SECONDS_A_DAY) / 3600);
}

const SECONDS_A_DAY = 86_400;

/** Serial 1 is 1899-12-31, a Sunday. */
function weekdayOf(serial: number): number {
  return (serial + 6) % 7;
}

function reckoned(serial: number): CalendarDay {
  const { year, month, day } = dateOf(serial);
  const thursday = startOfWeek(serial, 'MONDAY') + 3;
  const isoYear = dateOf(thursday).year;
  const isoWeek = Math.floor((thursday - serialOfNewYear(isoYear)) / 7) + 1;
  return {
    year,
    month: serial - day + 1,
    yearMonth: `${digits(year, 4)}-${digits(month, 2)}`,
    quarter: `${digits(year, 4)}-Q${Math.ceil(month / 3)}`,
    isoWeek: `${digits(isoYear, 4)}-W${digits(isoWeek, 2)}`,
    weekday: weekdayOf(serial),
  };
}

function digits(number: number, width: number): string {
  return String(number).padStart(width, '0');
}

/** Days from 0000-03-01 to 1899-12-30, in the Gregorian calendar: there years begin in March, so that a leap day is their last. */
const MARCH_OF_YEAR_0 = 693_899;
const DAYS_IN_400_YEARS = 146_097;

/** The date of a serial number of any year that a cell can show. */
function dateOf(serial: number): { year: number; month: number; day: number } {
  const days = serial + MARCH_OF_YEAR_0;
  const era = Math.floor(days / DAYS_IN_400_YEARS);
  const dayOfEra = days - era * DAYS_IN_400_YEARS;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - daysBefore(yearOfEra);
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day };
}

/** The serial number of 1 January. */
function serialOfNewYear(year: number): number {
  const yearFromMarch = year - 1;
  const era = Math.floor(yearFromMarch / 400);
  return era * DAYS_IN_400_YEARS + daysBefore(yearFromMarch - era * 400) + DAYS_FROM_MARCH - MARCH_OF_YEAR_0;
}

/** From 1 March to 1 January. */
const DAYS_FROM_MARCH = 306;

/** Days of an era before one of its years. */
function daysBefore(yearOfEra: number): number {
  return yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
}
