import { RefreshLog, RUNS_KEPT } from '../../src/record/refreshLog';
import type { Run } from '../../src/record/run';
import { memoryStore } from '../agreements/memory';

const run = (at: number, more: Partial<Run> = {}): Run => ({
  at,
  query: 'q',
  name: 'Hours',
  why: 'hand',
  by: null,
  outcome: 'complete',
  rows: 1,
  requests: 1,
  seconds: 1,
  warnings: [],
  problem: null,
  ...more,
});

/** Leaves texts as they are, but for a mark that only it knows. */
const packing = {
  pack: (text: string) => `~${text}`,
  unpack: (text: string) => (text.startsWith('~') ? text.slice(1) : null),
};

const logOf = (store: ReturnType<typeof memoryStore>) => new RefreshLog(store, packing);
const id = (number: number) => number.toString(16).padStart(4, '0');

/** A log to which so many runs were added, one a millisecond. */
function filled(number: number, more: Partial<Run> = {}) {
  const store = memoryStore();
  for (let at = 0; at < number; at += 1) logOf(store).add(run(at, more), id(at));
  return store;
}

test('two runs that end at once are both kept', () => {
  const store = memoryStore();
  const set = store.set;
  let due = true;
  store.set = (name, value) => {
    if (due) {
      due = false;
      logOf(store).add(run(2), 'b');
    }
    set(name, value);
  };
  logOf(store).add(run(1), 'a');
  expect(
    logOf(store)
      .all()
      .map(({ at }) => at),
  ).toEqual([2, 1]);
});

test('the newest runs are kept, each once, and the oldest go', () => {
  const store = filled(RUNS_KEPT * 3);
  const kept = logOf(store).all();
  expect(kept.map(({ at }) => at)).toEqual(
    Array.from({ length: RUNS_KEPT }, (_, index) => RUNS_KEPT * 3 - 1 - index),
  );
});

test('the store holds few properties, however many runs there were', () => {
  expect(Object.keys(filled(RUNS_KEPT * 3).all()).length).toBeLessThan(60);
});

test('an execution that ends while runs are put together loses none', () => {
  const whole = filled(160);
  const calls = (store: ReturnType<typeof memoryStore>, most: number) => {
    let made = 0;
    const counted =
      <A extends unknown[]>(member: (...given: A) => void) =>
      (...given: A) => {
        if (made++ === most) throw new Error('ended');
        member(...given);
      };
    return { ...store, set: counted(store.set), delete: counted(store.delete) };
  };
  for (let most = 1; most < 18; most += 1) {
    const store = memoryStore();
    store.setAll(whole.all());
    expect(() => new RefreshLog(calls(store, most), packing).add(run(160), id(160))).toThrow('ended');
    expect(logOf(store).all()).toHaveLength(161);
    logOf(store).add(run(161), id(176));
    expect(logOf(store).all()).toHaveLength(162);
  }
});

test('two executions that put runs together at once lose none', () => {
  const store = filled(31);
  const all = store.all;
  let due = true;
  store.all = () => {
    const seen = all();
    if (due) {
      due = false;
      logOf(store).add(run(100), id(0x100));
    }
    return seen;
  };
  logOf(store).add(run(101), id(0x110));
  store.all = all;
  expect(logOf(store).all()).toHaveLength(33);
});

test('runs with endless texts fit, and stay within the store', () => {
  const store = filled(600, {
    warnings: Array<string>(200).fill('x'.repeat(5000)),
    problem: 'y'.repeat(9000),
    by: 'z'.repeat(9000),
  });
  const values = Object.values(store.all());
  expect(Math.max(...values.map((value) => value.length))).toBeLessThan(9000);
  expect(values.join('').length).toBeLessThan(150_000);
  expect(logOf(store).all().length).toBeGreaterThan(50);
});

test('what was edited into nonsense is skipped, and what can be read of a run is', () => {
  const store = filled(40);
  const kept = logOf(store).all().length;
  store.set('runs.x', 'nonsense');
  store.set('runs.y', '~{"version":1,"runs":[["a",{"at":"never"}],["b",null]]}');
  store.set('runs.z', '~{"version":99}');
  store.set('run.x', '{"at":null}');
  store.set('run.y', JSON.stringify({ ...run(1000), changes: { added: 'many' }, by: 7, rowsBefore: 'x' }));
  expect(logOf(store).all()).toHaveLength(kept + 1);
  expect(logOf(store).all()[0]).toMatchObject({ at: 1000, by: null });
  expect(logOf(store).all()[0].changes).toBeUndefined();
});

test('a run of an older release is still one', () => {
  const store = memoryStore();
  const { by: _, ...old } = run(1);
  store.set('run.0123456789abcdef', JSON.stringify(old));
  expect(logOf(store).all()).toMatchObject([{ name: 'Hours', why: 'hand' }]);
});
