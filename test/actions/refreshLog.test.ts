import { RefreshLog, RUNS_KEPT, type Run } from '../../src/actions/refresh/refreshLog';
import { memoryStore } from '../agreements/memory';

const run = (at: number, more: Partial<Run> = {}): Run => ({
  at,
  query: 'q',
  name: 'Hours',
  why: 'hand',
  outcome: 'complete',
  rows: 1,
  requests: 1,
  seconds: 1,
  warnings: [],
  problem: null,
  ...more,
});

test('two runs that end at once are both kept', () => {
  const store = memoryStore();
  const set = store.set;
  let due = true;
  store.set = (name, value) => {
    if (due) {
      due = false;
      new RefreshLog(store).add(run(2), 'b');
    }
    set(name, value);
  };
  new RefreshLog(store).add(run(1), 'a');
  expect(new RefreshLog(store).all().map(({ at }) => at)).toEqual([2, 1]);
});

test('the oldest runs go', () => {
  const store = memoryStore();
  const log = new RefreshLog(store);
  for (let at = 0; at <= 160; at += 1) log.add(run(at), at.toString(16).padStart(4, '0'));
  expect(log.all()).toHaveLength(RUNS_KEPT);
  expect(log.all()[RUNS_KEPT - 1].at).toBe(161 - RUNS_KEPT);
  expect(Object.keys(store.all())).toHaveLength(RUNS_KEPT);
});

test('a run with endless texts fits', () => {
  const store = memoryStore();
  const log = new RefreshLog(store);
  log.add(run(1, { warnings: Array<string>(200).fill('x'.repeat(5000)), problem: 'y'.repeat(9000) }), 'a');
  expect(Object.values(store.all())[0].length).toBeLessThan(3000);
  expect(log.all()).toHaveLength(1);
});
