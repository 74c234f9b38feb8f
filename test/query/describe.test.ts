import { describeCount, describeDays, describePeriod } from '../../src/query/describe';

test.each([
  ['2026-08-01', '2026-08-31', '1–31 Aug 2026'],
  ['2026-08-28', '2026-09-03', '28 Aug – 3 Sep 2026'],
  ['2025-12-30', '2026-01-02', '30 Dec 2025 – 2 Jan 2026'],
  ['2026-08-01', '2026-08-01', '1 Aug 2026'],
])('%s to %s is written %s', (from, to, text) => {
  expect(describeDays({ from, to })).toBe(text);
});

test.each([
  [0, '0'],
  [999, '999'],
  [2311, '2,311'],
  [1234567, '1,234,567'],
])('%d is written %s', (count, text) => {
  expect(describeCount(count)).toBe(text);
});

test('periods are said as people say them', () => {
  expect(describePeriod({ kind: 'preset', preset: 'this-quarter' })).toBe('this quarter');
  expect(describePeriod({ kind: 'last-days', days: 7, today: false })).toBe('last 7 days');
  expect(describePeriod({ kind: 'last-days', days: 7, today: true })).toBe('last 7 days to today');
});
