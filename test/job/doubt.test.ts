import { apply } from '../../src/job/apply';
import { beforeOf, confirmation, type Given, isDoubtful } from '../../src/job/doubt';
import { newJob } from '../../src/job/job';
import { entries, facts, query, run } from './server';

const days = { from: '2026-01-01', to: '2026-03-31' };
const of = (rows: number): Given => ({ days, window: null, rows });

function begun(before: Given | null) {
  return newJob('q1.1', [{ query, facts: [facts], before }], 0);
}

test.each<[string, Given | null, number, boolean]>([
  ['nothing where there was something', of(1), 0, true],
  ['nothing where there was nothing', of(0), 0, false],
  ['less than half of many', of(20), 9, true],
  ['half of many', of(20), 10, false],
  ['few where there were few', of(19), 1, false],
  ['nothing of a question that is new', null, 0, false],
  ['nothing of other days', { days: { ...days, to: '2026-03-30' }, window: null, rows: 50 }, 0, false],
  ['nothing of all days after the last ones alone', { days, window: days, rows: 50 }, 0, false],
])('%s is doubted or not', (_, given, rows, doubted) => {
  expect(isDoubtful(begun(given).queries[0], rows)).toBe(doubted);
});

test('of the last days of a table an answer is compared with that of the last days before', () => {
  const window = { from: '2026-03-25', to: '2026-03-31' };
  const before = beforeOf({ days, window: { from: '2026-03-24', to: '2026-03-30' }, rows: 40 }, days, window);
  expect(isDoubtful({ before, doubted: false }, 5)).toBe(true);
  const first = beforeOf(of(4000), days, window);
  expect([0, 5].map((rows) => isDoubtful({ before: first, doubted: false }, rows))).toEqual([true, false]);
});

test('what is doubted is read once more as a whole, and is believed then', () => {
  const { job } = run(begun(of(5000)), entries(1200));
  const again = apply(job, { did: 'doubt', query: 0 });
  expect(again.queries[0].state).toBe('reading');
  const second = run(again, entries(1200));
  expect([second.batches, second.job.requests]).toEqual([[[1], [2]], 4]);
  const [asked] = second.job.queries;
  expect(isDoubtful(asked, 1200)).toBe(false);
  expect(confirmation(asked, 1200)).toEqual([
    '1,200 rows, confirmed by a second reading: there were 5,000 before.',
  ]);
});

test('nothing is said of a second reading that brought the rows back', () => {
  const again = apply(run(begun(of(50)), entries(0)).job, { did: 'doubt', query: 0 });
  expect(confirmation(run(again, entries(48)).job.queries[0], 48)).toEqual([]);
});
