import { Told } from '../../src/alerts/told';
import { memoryStore } from '../agreements/memory';

const told = () => new Told(memoryStore(), 'told');

test('a cause is told once a day', () => {
  const one = told();
  expect([one.take('a', '2026-07-01'), one.take('a', '2026-07-01'), one.take('a', '2026-07-02')]).toEqual([
    true,
    false,
    true,
  ]);
});

test('what could not be told is told the next time', () => {
  const one = told();
  one.take('a', '2026-07-01');
  one.giveBack('a');
  expect(one.take('a', '2026-07-01')).toBe(true);
});

test('what is remembered stays small, and the newest of it', () => {
  const store = memoryStore();
  const one = new Told(store, 'told');
  for (let number = 0; number < 500; number++) one.take(`failed.query-${number}.unreachable`, '2026-07-01');
  expect(String(store.get('told')).length).toBeLessThan(9000);
  expect(one.take('failed.query-499.unreachable', '2026-07-01')).toBe(false);
});

test.each(['nonsense', '{}', '{"version":2,"days":{}}', '{"version":1,"days":7}'])(
  'a record that reads %s is as good as none',
  (text) => {
    const store = memoryStore();
    store.set('told', text);
    expect(new Told(store, 'told').take('a', '2026-07-01')).toBe(true);
  },
);
