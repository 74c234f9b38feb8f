import type { Run } from '../../src/record/run';
import { describeChanges, factsOf, linesOf } from '../../src/sidebar/model/log';
import { NOW } from './views';

const run: Run = {
  at: NOW,
  query: 'q',
  name: 'Hours',
  why: 'schedule',
  by: 'Ana',
  outcome: 'complete',
  rows: 52,
  rowsBefore: 41,
  changes: { added: 12, changed: 3, gone: 1, typedOver: 0, seconds: 23_400 },
  requests: 4,
  seconds: 7,
  warnings: [],
  problem: null,
};

test('a run is told by how it ended, why and by whom, and by what it changed', () => {
  expect(linesOf(run)).toEqual({
    ended: 'complete · on schedule · Ana',
    rows: '41 → 52 rows · 12 new, 3 changed, 1 gone, +6:30 h',
  });
});

test('a run that failed tells of no rows', () => {
  expect(linesOf({ ...run, outcome: 'failed', why: 'hand', by: null, rows: null })).toEqual({
    ended: 'failed · by hand',
    rows: '',
  });
});

test('so few rows that they were read twice are called confirmed', () => {
  expect(linesOf({ ...run, rows: 0, changes: undefined, confirmed: true }).rows).toBe(
    '0 rows, confirmed by a second reading',
  );
});

test.each([
  [{ added: 0, changed: 0, gone: 0, typedOver: 0, seconds: 0 }, 'nothing changed'],
  [{ added: 0, changed: 1, gone: 0, typedOver: 0, seconds: -900 }, '1 changed, −0:15 h'],
  [{ added: 1200, changed: 0, gone: 0, typedOver: 0, seconds: null }, '1,200 new'],
])('changes in words: %j', (changes, text) => {
  expect(describeChanges(changes)).toBe(text);
});

test('the details leave out what is not known of an old run', () => {
  const old: Run = { ...run, by: undefined, changes: undefined, rowsBefore: undefined };
  expect(factsOf(old, NOW).map(([term]) => term)).toEqual(['Began', 'Why', 'Rows', 'Requests', 'Took']);
});

test('requests that were sent again are counted apart', () => {
  expect(Object.fromEntries(factsOf({ ...run, retries: 2 }, NOW)).Requests).toBe('4 requests, 2 sent again');
});
