import fc from 'fast-check';
import type { ProblemError } from '../../src/problems/problem';
import { comparedDays } from '../../src/query/comparison';
import {
  type Days,
  lengthInDays,
  type Period,
  type PRESETS,
  resolvePeriod,
  WEEKDAYS,
} from '../../src/query/period';
import type { Compare } from '../../src/query/query';
import { anyPeriod } from './anyQuery';

const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);

function compared(period: Period, today: string, compare: Compare): string {
  const days = resolvePeriod(period, noon(today), 'Etc/UTC', 'MONDAY');
  return said(comparedDays(compare, period, days, 'MONDAY'));
}

const said = ({ from, to }: Days) => `${from}..${to}`;
const before: Compare = { with: 'previous-period' };
const yearBefore: Compare = { with: 'previous-year' };
const preset = (name: (typeof PRESETS)[number]): Period => ({ kind: 'preset', preset: name });
const fixed = (from: string, to: string): Period => ({ kind: 'fixed', from, to });
const monthTo = (to: 'today' | 'yesterday'): Period => ({ kind: 'to-date', unit: 'month', to });

describe('the period before', () => {
  test.each<[string, Period, string, string]>([
    ['today', preset('today'), '2026-03-01', '2026-02-28..2026-02-28'],
    ['yesterday', preset('yesterday'), '2026-03-01', '2026-02-27..2026-02-27'],
    ['this week', preset('this-week'), '2026-08-12', '2026-08-03..2026-08-09'],
    ['this month', preset('this-month'), '2026-03-15', '2026-02-01..2026-02-28'],
    ['last month', preset('last-month'), '2026-03-15', '2026-01-01..2026-01-31'],
    ['this quarter', preset('this-quarter'), '2026-02-15', '2025-10-01..2025-12-31'],
    ['last year', preset('last-year'), '2026-02-15', '2024-01-01..2024-12-31'],
    ['seven days', { kind: 'last-days', days: 7, today: false }, '2026-08-31', '2026-08-17..2026-08-23'],
    [
      'three months',
      { kind: 'last', count: 3, unit: 'month', current: false },
      '2026-08-15',
      '2026-02-01..2026-04-30',
    ],
    [
      'two weeks with this one',
      { kind: 'last', count: 2, unit: 'week', current: true },
      '2026-08-12',
      '2026-07-20..2026-08-02',
    ],
    ['a month to date', monthTo('today'), '2026-08-15', '2026-07-01..2026-07-15'],
    ['a month to date that is longer', monthTo('today'), '2026-03-30', '2026-02-01..2026-02-28'],
    ['a short month to its last day', monthTo('today'), '2026-02-28', '2026-01-01..2026-01-28'],
    ['a month to yesterday, on the first', monthTo('yesterday'), '2026-03-01', '2026-01-01..2026-01-31'],
    [
      'a quarter to date',
      { kind: 'to-date', unit: 'quarter', to: 'today' },
      '2026-05-31',
      '2026-01-01..2026-02-28',
    ],
    [
      'a year to date on 29 February',
      { kind: 'to-date', unit: 'year', to: 'today' },
      '2028-02-29',
      '2027-01-01..2027-02-28',
    ],
    [
      'a week to date',
      { kind: 'to-date', unit: 'week', to: 'today' },
      '2026-08-12',
      '2026-08-03..2026-08-05',
    ],
    [
      'since a day',
      { kind: 'since', from: '2026-08-01', to: 'yesterday' },
      '2026-08-11',
      '2026-07-22..2026-07-31',
    ],
    ['days that are a month', fixed('2026-06-01', '2026-06-30'), '2026-08-11', '2026-05-01..2026-05-31'],
    ['days that are a quarter', fixed('2026-01-01', '2026-03-31'), '2026-08-11', '2025-10-01..2025-12-31'],
    ['any days', fixed('2026-06-01', '2026-06-29'), '2026-08-11', '2026-05-03..2026-05-31'],
  ])('of %s', (_, period, today, days) => {
    expect(compared(period, today, before)).toBe(days);
  });

  test('is as long, and ends the day before, wherever nothing is counted but days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.boolean(), (number, today) => {
        const period: Period = { kind: 'last-days', days: number, today };
        const days = resolvePeriod(period, noon('2026-03-29'), 'Europe/Berlin', 'MONDAY');
        const earlier = comparedDays(before, period, days, 'MONDAY');
        expect(lengthInDays(earlier)).toBe(number);
        expect(lengthInDays({ from: earlier.to, to: days.from })).toBe(2);
      }),
    );
  });
});

describe('a year before', () => {
  test.each<[string, Period, string, string]>([
    ['a day', preset('today'), '2026-03-01', '2025-03-01..2025-03-01'],
    ['29 February', preset('today'), '2028-02-29', '2027-02-28..2027-02-28'],
    ['a month', preset('last-month'), '2026-09-10', '2025-08-01..2025-08-31'],
    ['a February before a leap year', preset('last-month'), '2025-03-10', '2024-02-01..2024-02-29'],
    ['a February of a leap year', preset('last-month'), '2024-03-10', '2023-02-01..2023-02-28'],
    ['a February in days', fixed('2025-02-01', '2025-02-28'), '2025-03-10', '2024-02-01..2024-02-29'],
    ['a month to date', monthTo('today'), '2025-02-28', '2024-02-01..2024-02-28'],
    ['a week, by its weekdays', preset('last-week'), '2026-08-12', '2025-08-04..2025-08-10'],
    ['days that are a week', fixed('2026-08-03', '2026-08-09'), '2026-09-12', '2025-08-04..2025-08-10'],
    ['a year', preset('this-year'), '2028-02-10', '2027-01-01..2027-12-31'],
    ['any days', { kind: 'last-days', days: 7, today: true }, '2028-03-02', '2027-02-25..2027-03-02'],
  ])('%s', (_, period, today, days) => {
    expect(compared(period, today, yearBefore)).toBe(days);
  });

  test('of weeks begins on the same weekday, whatever that is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...WEEKDAYS), fc.integer({ min: 0, max: 2000 }), (weekStart, later) => {
        const period = preset('this-week');
        const days = resolvePeriod(period, noon('2026-01-01') + later * 86_400_000, 'Etc/UTC', weekStart);
        const { from } = comparedDays(yearBefore, period, days, weekStart);
        expect(new Date(from).getUTCDay()).toBe(WEEKDAYS.indexOf(weekStart));
      }),
    );
  });
});

test('days of one’s own are compared with as they are, also where they overlap', () => {
  const own: Compare = { with: 'fixed', from: '2026-06-15', to: '2026-07-14' };
  expect(compared(fixed('2026-07-01', '2026-07-31'), '2026-08-01', own)).toBe('2026-06-15..2026-07-14');
});

test.each<[string, Period, Compare, string]>([
  [
    'days in the wrong order',
    preset('today'),
    { with: 'fixed', from: '2026-02-02', to: '2026-02-01' },
    'period-reversed',
  ],
  ['all time', { kind: 'all-time' }, before, 'period-too-long'],
  ['what reaches before 1970', fixed('1970-01-01', '2026-01-15'), before, 'period-too-long'],
])('%s is no comparison', (_, period, compare, code) => {
  try {
    compared(period, '2026-08-01', compare);
    throw new Error('nothing was refused');
  } catch (error) {
    expect((error as ProblemError).problem?.code).toBe(code);
  }
});

test('whatever is compared with whatever, its days are in order, and before those of the period', () => {
  const resolvable = anyPeriod.filter(
    (period) => !JSON.stringify(period).includes('"=') && period.kind !== 'all-time',
  );
  fc.assert(
    fc.property(
      resolvable,
      fc.constantFrom(before, yearBefore),
      fc.constantFrom(...WEEKDAYS),
      (period, compare, weekStart) => {
        let days: Days;
        try {
          days = resolvePeriod(period, noon('2026-10-25'), 'Europe/Berlin', weekStart);
        } catch {
          return;
        }
        try {
          const { from, to } = comparedDays(compare, period, days, weekStart);
          expect(from <= to).toBe(true);
          expect(from < days.from).toBe(true);
          expect(to < days.to).toBe(true);
          if (compare.with === 'previous-period') expect(to < days.from).toBe(true);
        } catch (error) {
          expect((error as ProblemError).problem?.code).toBe('period-too-long');
        }
      },
    ),
    { numRuns: 500 },
  );
});
