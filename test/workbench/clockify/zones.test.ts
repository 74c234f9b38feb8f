import { dayRange, instantOf, localDay, offsetAt, withOffset } from '../../../workbench/clockify/zones';

const hours = 3_600_000;

test('knows the offset on both sides of a change of clocks', () => {
  const change = Date.parse('2026-03-29T01:00:00Z');
  expect(offsetAt('Europe/Berlin', change - 1)).toBe(hours);
  expect(offsetAt('Europe/Berlin', change)).toBe(2 * hours);
});

test('knows zones with odd minutes', () => {
  expect(offsetAt('Asia/Kathmandu', Date.parse('2026-06-01T00:00:00Z'))).toBe(5.75 * hours);
  expect(withOffset('Asia/Kathmandu', Date.parse('2026-06-01T18:15:00Z'))).toBe('2026-06-02T00:00:00+05:45');
  expect(withOffset('America/St_Johns', Date.parse('2026-01-01T03:30:00Z'))).toBe(
    '2026-01-01T00:00:00-03:30',
  );
});

test('writes a zero offset as Z', () => {
  expect(withOffset('UTC', 0)).toBe('1970-01-01T00:00:00Z');
});

test('gives the days of a change 23 and 25 hours', () => {
  const length = (day: string) => {
    const { from, to } = dayRange('Europe/Berlin', day, day);
    return (to + 1 - from) / hours;
  };
  expect([length('2026-03-28'), length('2026-03-29'), length('2026-10-25')]).toEqual([24, 23, 25]);
});

test('takes the first or the second of a time that comes twice', () => {
  const wall = Date.parse('2026-10-25T02:30:00Z');
  expect(new Date(instantOf('Europe/Berlin', wall)).toISOString()).toBe('2026-10-25T00:30:00.000Z');
  expect(new Date(instantOf('Europe/Berlin', wall, 'second')).toISOString()).toBe('2026-10-25T01:30:00.000Z');
});

test('moves a time that is skipped behind the gap', () => {
  const instant = instantOf('Europe/Berlin', Date.parse('2026-03-29T02:30:00Z'));
  expect(withOffset('Europe/Berlin', instant)).toBe('2026-03-29T03:30:00+02:00');
});

test('keeps a day whole where clocks go back at midnight', () => {
  const { from, to } = dayRange('Atlantic/Azores', '2026-10-24', '2026-10-25');
  expect((to + 1 - from) / hours).toBe(49);
});

test('puts an instant on the local day', () => {
  const instant = Date.parse('2026-06-01T22:30:00Z');
  expect(localDay('Europe/Berlin', instant)).toBe('2026-06-02');
  expect(localDay('America/New_York', instant)).toBe('2026-06-01');
});
