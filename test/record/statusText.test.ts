import { statusOf, statusOfAll, type Telling } from '../../src/record/statusText';

const NOW = Date.parse('2026-09-10T14:30:00Z');
const complete = {
  at: NOW,
  rows: 48,
  days: null,
  zone: 'UTC',
  fields: [],
  read: { records: 2311, stated: 2311 },
};

const telling = (more: Partial<Telling> = {}): Telling => ({
  name: 'Hours',
  zone: 'Asia/Kathmandu',
  standing: { kind: 'fresh', since: NOW, until: NOW + 900_000, text: 'fresh as of 10 Sep 20:15' },
  complete,
  things: 'entries',
  each: false,
  nextAt: NOW + 900_000,
  ...more,
});

const told = (label: string, more: Partial<Telling> = {}) =>
  statusOf(telling(more), NOW).find(([found]) => found === label)?.[1];

test('what is fresh says until when that holds, by a moment that is true in any year', () => {
  expect(told('State')).toBe('Fresh as of 10 Sep 20:15');
  expect(told('This holds until')).toBe('2026-09-10 20:30');
  expect(told('Next refresh')).toBe('by 10 Sep 21:29');
});

test('a grouped table says of how many records it is, one of records that it has all of them', () => {
  expect(told('Complete')).toBe('48 rows from 2,311 of 2,311 entries');
  expect(told('Complete', { each: true, complete: { ...complete, rows: 2311 } })).toBe(
    '2,311 of 2,311 entries',
  );
  expect(told('Complete', { complete: { ...complete, rows: 1, read: undefined } })).toBe('1 row');
});

test.each(['repairing', 'never', 'unreadable'] as const)('a query that is %s names no data', (kind) => {
  const standing = { kind, text: 'whatever' };
  expect([told('Showing data from', { standing }), told('Complete', { standing })]).toEqual(['–', '–']);
  expect(statusOfAll([telling({ standing })])[1]).toEqual(['Hours', 'Whatever', '–', 'its next refresh']);
});

test('of all queries each says its zone, since they need not be of one', () => {
  expect(statusOfAll([telling(), telling({ zone: 'UTC' })]).map((line) => line[2])).toEqual([
    'Showing data from',
    '2026-09-10 20:15 Asia/Kathmandu',
    '2026-09-10 14:30 UTC',
  ]);
});
