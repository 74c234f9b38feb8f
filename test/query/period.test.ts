import fc from 'fast-check';
import { ProblemError } from '../../src/problems/problem';
import {
  lengthInDays,
  type Period,
  PRESETS,
  resolvePeriod,
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
