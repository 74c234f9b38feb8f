import { parseDate } from '@internationalized/date';
import fc from 'fast-check';
import { WEEKDAYS } from '../../src/query/period';
import { calendarDay, hourOf, startOfWeek } from '../../src/reports/calendar';

/** The serial number of a day: 45658 is 2025-01-01. */
function serial(day: string): number {
  return 45_658 + parseDate(day).compare(parseDate('2025-01-01'));
}

test.each([
  ['2026-08-05', { year: 2026, yearMonth: '2026-08', quarter: '2026-Q3', isoWeek: '2026-W32', weekday: 3 }],
  ['2026-12-31', { year: 2026, yearMonth: '2026-12', quarter: '2026-Q4', isoWeek: '2026-W53', weekday: 4 }],
  ['2027-01-01', { year: 2027, yearMonth: '2027-01', quarter: '2027-Q1', isoWeek: '2026-W53', weekday: 5 }],
  ['2027-01-03', { year: 2027, yearMonth: '2027-01', quarter: '2027-Q1', isoWeek: '2026-W53', weekday: 0 }],
  ['2027-01-04', { year: 2027, yearMonth: '2027-01', quarter: '2027-Q1', isoWeek: '2027-W01', weekday: 1 }],
  ['2024-12-30', { year: 2024, yearMonth: '2024-12', quarter: '2024-Q4', isoWeek: '2025-W01', weekday: 1 }],
  ['2024-12-31', { year: 2024, yearMonth: '2024-12', quarter: '2024-Q4', isoWeek: '2025-W01', weekday: 2 }],
  ['2023-01-01', { year: 2023, yearMonth: '2023-01', quarter: '2023-Q1', isoWeek: '2022-W52', weekday: 0 }],
  ['2020-12-31', { year: 2020, yearMonth: '2020-12', quarter: '2020-Q4', isoWeek: '2020-W53', weekday: 4 }],
  ['2024-02-29', { year: 2024, yearMonth: '2024-02', quarter: '2024-Q1', isoWeek: '2024-W09', weekday: 4 }],
  ['2024-03-01', { year: 2024, yearMonth: '2024-03', quarter: '2024-Q1', isoWeek: '2024-W09', weekday: 5 }],
  ['2000-02-29', { year: 2000, yearMonth: '2000-02', quarter: '2000-Q1', isoWeek: '2000-W09', weekday: 2 }],
  ['1900-03-01', { year: 1900, yearMonth: '1900-03', quarter: '1900-Q1', isoWeek: '1900-W09', weekday: 4 }],
])('%s is known by year, month, quarter, week and weekday', (day, expected) => {
  expect(calendarDay(serial(day))).toMatchObject(expected);
});

test.each([
  ['2026-12-31', '2026-12-01'],
  ['2027-01-01', '2027-01-01'],
  ['2024-02-29', '2024-02-01'],
])('%s lies in the month that begins on %s', (day, first) => {
  expect(calendarDay(serial(day)).month).toBe(serial(first));
});

/** 3 January 2027 is a Sunday. */
test.each([
  ['2027-01-01', 'SUNDAY', '2026-12-27'],
  ['2027-01-01', 'MONDAY', '2026-12-28'],
  ['2027-01-01', 'SATURDAY', '2026-12-26'],
  ['2027-01-02', 'SATURDAY', '2027-01-02'],
  ['2027-01-03', 'SUNDAY', '2027-01-03'],
  ['2027-01-03', 'MONDAY', '2026-12-28'],
  ['2027-01-04', 'MONDAY', '2027-01-04'],
] as const)('the week of %s that begins on %s begins on %s', (day, weekStart, first) => {
  expect(startOfWeek(serial(day), weekStart)).toBe(serial(first));
});

test.each([
  ['midnight', 0, 0],
  ['a second before one', 3599, 0],
  ['one', 3600, 1],
  ['noon', 43_200, 12],
  ['a second before midnight', 86_399, 23],
])('%s lies in its hour', (_, seconds, hour) => {
  expect(hourOf(serial('2026-08-05') + seconds / 86_400)).toBe(hour);
});

test('every day of every year that a cell shows is as the calendar has it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 2_958_465 }), (day) => {
      const date = parseDate('1899-12-30').add({ days: day });
      const { year, yearMonth, month, quarter } = calendarDay(day);
      expect([year, yearMonth, day - month + 1]).toEqual([date.year, date.toString().slice(0, 7), date.day]);
      expect(quarter).toBe(`${date.toString().slice(0, 4)}-Q${Math.floor((date.month + 2) / 3)}`);
    }),
    { seed: 7, numRuns: 500 },
  );
});

test('every hour and second of a day lies in the hour that its clock shows', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2_958_465 }),
      fc.integer({ min: 0, max: 86_399 }),
      (day, second) => hourOf((day * 86_400 + second) / 86_400) === Math.floor(second / 3600),
    ),
    { seed: 7, numRuns: 2000 },
  );
});

test('a week has seven days, whatever it begins with', () => {
  fc.assert(
    fc.property(fc.integer({ min: 7, max: 100_000 }), fc.constantFrom(...WEEKDAYS), (day, weekStart) => {
      const first = startOfWeek(day, weekStart);
      expect(day - first).toBeGreaterThanOrEqual(0);
      expect(day - first).toBeLessThan(7);
      expect(WEEKDAYS[calendarDay(first).weekday]).toBe(weekStart);
    }),
    { seed: 7, numRuns: 500 },
  );
});
