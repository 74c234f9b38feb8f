import fc from 'fast-check';
import { ProblemError } from '../../src/problems/problem';
import {
  lengthInDays,
  type Period,
  PRESETS,
  resolvePeriod,
  UNITS,
  type Unit,
  WEEKDAYS,
  windowsOf,
} from '../../src/query/period';

const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);

function resolved(period: Period, day: string, weekStart: (typeof WEEKDAYS)[number] = 'MONDAY') {
  const { from, to } = resolvePeriod(period, noon(day), 'Etc/UTC', weekStart);
  return `${from}..${to}`;
}

describe('a preset', () => {
  test.each([
    ['today', '2026-08-31..2026-08-31'],
    ['yesterday', '2026-08-30..2026-08-30'],
    ['this-week', '2026-08-31..2026-09-06'],
    ['last-week', '2026-08-24..2026-08-30'],
    ['this-month', '2026-08-01..2026-08-31'],
    ['last-month', '2026-07-01..2026-07-31'],
    ['this-quarter', '2026-07-01..2026-09-30'],
    ['last-quarter', '2026-04-01..2026-06-30'],
    ['this-year', '2026-01-01..2026-12-31'],
    ['last-year', '2025-01-01..2025-12-31'],
  ] as const)('%s on Monday, 31 August 2026 is %s', (preset, days) => {
    expect(resolved({ kind: 'preset', preset }, '2026-08-31')).toBe(days);
  });

  test('takes last month at the end of a longer one', () => {
    expect(resolved({ kind: 'preset', preset: 'last-month' }, '2028-03-31')).toBe('2028-02-01..2028-02-29');
  });

  test('takes last quarter across the turn of the year', () => {
    expect(resolved({ kind: 'preset', preset: 'last-quarter' }, '2026-02-15')).toBe('2025-10-01..2025-12-31');
  });

  test.each(WEEKDAYS)('begins the week on %s and holds today', (weekStart) => {
    for (let day = 1; day <= 7; day++) {
      const { from, to } = resolvePeriod(
        { kind: 'preset', preset: 'this-week' },
        noon(`2026-03-0${day}`),
        'Etc/UTC',
        weekStart,
      );
      expect(new Date(`${from}T00:00:00Z`).getUTCDay()).toBe(WEEKDAYS.indexOf(weekStart));
      expect(lengthInDays({ from, to })).toBe(7);
      expect(from <= `2026-03-0${day}` && `2026-03-0${day}` <= to).toBe(true);
    }
  });

  test('goes by the day of the zone, not by that of the machine', () => {
    const lateInLondon = Date.parse('2026-06-30T20:00:00Z');
    const today: Period = { kind: 'preset', preset: 'today' };
    expect(resolvePeriod(today, lateInLondon, 'Asia/Kathmandu', 'MONDAY').from).toBe('2026-07-01');
    expect(resolvePeriod(today, lateInLondon, 'America/New_York', 'MONDAY').from).toBe('2026-06-30');
  });

  test('is a period that does not end before it starts, whenever and wherever', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PRESETS),
        fc.date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }),
        fc.constantFrom('Etc/UTC', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'America/St_Johns'),
        fc.constantFrom(...WEEKDAYS),
        (preset, now, zone, weekStart) => {
          const { from, to } = resolvePeriod({ kind: 'preset', preset }, now.getTime(), zone, weekStart);
          expect(from <= to).toBe(true);
        },
      ),
    );
  });
});

describe('the last N days', () => {
  test('are whole days that end yesterday', () => {
    expect(resolved({ kind: 'last-days', days: 7, today: false }, '2026-03-03')).toBe(
      '2026-02-24..2026-03-02',
    );
  });

  test('end today when today is asked for', () => {
    expect(resolved({ kind: 'last-days', days: 7, today: true }, '2026-03-03')).toBe(
      '2026-02-25..2026-03-03',
    );
  });
});

describe('the last N weeks, months …', () => {
  const last = (count: number, unit: Unit, current = false): Period => ({
    kind: 'last',
    count,
    unit,
    current,
  });

  test.each<[string, Period, string, string]>([
    ['12 months', last(12, 'month'), '2026-03-15', '2025-03-01..2026-02-28'],
    ['12 months with this one', last(12, 'month', true), '2028-02-29', '2027-03-01..2028-02-29'],
    ['a month on the last day of a longer one', last(1, 'month'), '2028-03-31', '2028-02-01..2028-02-29'],
    ['4 quarters', last(4, 'quarter'), '2026-01-01', '2025-01-01..2025-12-31'],
    ['a quarter on its last day', last(1, 'quarter', true), '2026-06-30', '2026-04-01..2026-06-30'],
    ['2 weeks', last(2, 'week'), '2026-08-31', '2026-08-17..2026-08-30'],
    ['2 weeks with this one', last(2, 'week', true), '2026-08-31', '2026-08-24..2026-09-06'],
    ['3 years', last(3, 'year'), '2026-12-31', '2023-01-01..2025-12-31'],
  ])('%s', (_, period, day, days) => {
    expect(resolved(period, day)).toBe(days);
  });

  test('that begin before there were days to ask for are refused', () => {
    expect(() => resolved(last(100, 'year'), '2026-08-31')).toThrow('only days from 1970 to 2199');
  });
});

describe('from the start of a period', () => {
  const toDate = (unit: Unit, to: 'today' | 'yesterday' = 'today'): Period => ({ kind: 'to-date', unit, to });

  test.each<[string, Period, string, string]>([
    ['the week', toDate('week'), '2026-08-31', '2026-08-31..2026-08-31'],
    ['the month', toDate('month'), '2028-02-29', '2028-02-01..2028-02-29'],
    ['the quarter', toDate('quarter'), '2026-05-31', '2026-04-01..2026-05-31'],
    ['the year', toDate('year'), '2026-08-31', '2026-01-01..2026-08-31'],
    ['the month to yesterday', toDate('month', 'yesterday'), '2026-08-31', '2026-08-01..2026-08-30'],
    [
      'the month to yesterday, on its first day: all of the one before',
      toDate('month', 'yesterday'),
      '2026-03-01',
      '2026-02-01..2026-02-28',
    ],
    [
      'the week to yesterday, on its first day',
      toDate('week', 'yesterday'),
      '2026-08-31',
      '2026-08-24..2026-08-30',
    ],
    [
      'the year to yesterday, on its first day',
      toDate('year', 'yesterday'),
      '2026-01-01',
      '2025-01-01..2025-12-31',
    ],
  ])('%s', (_, period, day, days) => {
    expect(resolved(period, day)).toBe(days);
  });
});

test('since a day is from that day to today or yesterday, and not before it', () => {
  const since: Period = { kind: 'since', from: '2026-08-10', to: 'yesterday' };
  expect(resolved(since, '2026-08-31')).toBe('2026-08-10..2026-08-30');
  expect(() => resolved(since, '2026-08-10')).toThrow('ends (2026-08-09) before it starts (2026-08-10)');
});

test('all time holds what is planned for next year', () => {
  expect(resolved({ kind: 'all-time' }, '2026-08-31')).toBe('2010-01-01..2027-12-31');
});

test('a day that stands in a cell is not guessed', () => {
  expect(() => resolved({ kind: 'cell', cell: '=Settings!B2' }, '2026-08-31')).toThrow('Settings!B2');
  expect(() => resolved({ kind: 'since', from: '=Settings!B2', to: 'today' }, '2026-08-31')).toThrow(
    'Settings!B2',
  );
});

// Clocks are put forward and back around these moments: a day has 23 or 25 hours there, or there is none at all.
test.each<[string, string, string]>([
  ['Europe/Berlin', '2026-03-28T23:30:00Z', '2026-03-29'],
  ['Europe/Berlin', '2026-03-29T21:59:00Z', '2026-03-29'],
  ['Europe/Berlin', '2026-03-29T22:00:00Z', '2026-03-30'],
  ['Europe/Berlin', '2026-10-25T22:59:00Z', '2026-10-25'],
  ['Europe/Berlin', '2026-10-25T23:00:00Z', '2026-10-26'],
  ['Asia/Kathmandu', '2026-06-30T18:14:00Z', '2026-06-30'],
  ['Asia/Kathmandu', '2026-06-30T18:15:00Z', '2026-07-01'],
  ['America/St_Johns', '2026-11-01T02:29:00Z', '2026-10-31'],
  ['America/St_Johns', '2026-11-01T02:30:00Z', '2026-11-01'],
  ['America/St_Johns', '2026-11-02T03:29:00Z', '2026-11-01'],
  ['America/St_Johns', '2026-11-02T03:30:00Z', '2026-11-02'],
])('in %s it is at %s the %s, for every kind of period', (zone, moment, today) => {
  const now = Date.parse(moment);
  const of = (period: Period) => resolvePeriod(period, now, zone, 'SUNDAY');
  expect(of({ kind: 'preset', preset: 'today' })).toEqual({ from: today, to: today });
  expect(of({ kind: 'last-days', days: 30, today: true })).toEqual({ from: later(today, -29), to: today });
  for (const unit of UNITS) {
    const toDate = of({ kind: 'to-date', unit, to: 'today' });
    expect(toDate.to).toBe(today);
    const whole = of({ kind: 'last', count: 1, unit, current: true });
    expect(whole.from).toBe(toDate.from);
    expect(whole).toEqual(of({ kind: 'preset', preset: `this-${unit}` }));
    expect(of({ kind: 'last', count: 1, unit, current: false })).toEqual(
      of({ kind: 'preset', preset: `last-${unit}` }),
    );
  }
});

describe('fixed days', () => {
  test('are refused in the wrong order', () => {
    const period: Period = { kind: 'fixed', from: '2026-03-02', to: '2026-03-01' };
    expect(() => resolved(period, '2026-03-03')).toThrow(
      'The period ends (2026-03-01) before it starts (2026-03-02).',
    );
  });

  test('are refused in a zone that does not exist', () => {
    const period: Period = { kind: 'fixed', from: '2026-03-01', to: '2026-03-02' };
    expect(() => resolvePeriod(period, 0, 'Europe/Atlantis', 'MONDAY')).toThrow(ProblemError);
  });
});

describe('windows', () => {
  const day = fc
    .date({ min: new Date('1999-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

  test('cover each day of the period exactly once, in order, and are no longer than allowed', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 1500 }),
        fc.constantFrom(1, 7, 31, 366, null),
        (from, length, most) => {
          const to = later(from, length);
          const windows = windowsOf({ from, to }, most);
          expect(windows[0].from).toBe(from);
          expect(windows[windows.length - 1].to).toBe(to);
          for (const [index, window] of windows.entries()) {
            expect(window.from <= window.to).toBe(true);
            if (most !== null) expect(lengthInDays(window)).toBeLessThanOrEqual(most);
            if (index > 0) expect(window.from).toBe(later(windows[index - 1].to, 1));
          }
        },
      ),
    );
  });

  test('are one where nothing has to be cut', () => {
    expect(windowsOf({ from: '2020-01-01', to: '2026-12-31' }, null)).toHaveLength(1);
  });
});

function later(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
