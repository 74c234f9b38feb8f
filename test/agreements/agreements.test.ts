import type { Query } from '../../src/query/query';
import { query } from '../job/server';
import { agreementsIn, memoryStore } from './memory';

const wider: Query = { ...query, columns: [{ field: 'date' }, { field: 'cost' }] };
const holds = (agreements: ReturnType<typeof agreementsIn>, candidate: Query) =>
  agreements.holds(candidate, agreements.of(candidate.id));

test('nothing holds before it was agreed to', () => {
  expect(holds(agreementsIn(memoryStore()), query)).toBe(false);
});

test('a copy of the spreadsheet has no agreement of the original', () => {
  const store = memoryStore();
  const original = agreementsIn(store, 'original');
  original.settle(query.id, original.terms(query));
  expect(holds(original, query)).toBe(true);
  expect(holds(agreementsIn(store, 'copy'), query)).toBe(false);
  expect([...agreementsIn(store, 'copy').all()]).toEqual([]);
});

test('while a change is on its way both forms hold, and afterwards the new one alone', () => {
  const agreements = agreementsIn(memoryStore());
  agreements.settle(query.id, agreements.begin(query));
  const terms = agreements.begin(wider);
  expect([holds(agreements, query), holds(agreements, wider)]).toEqual([true, true]);
  agreements.settle(query.id, terms);
  expect([holds(agreements, query), holds(agreements, wider)]).toEqual([false, true]);
});

test('a change that an ended execution left half done is settled by the next use', () => {
  const agreements = agreementsIn(memoryStore());
  agreements.settle(query.id, agreements.begin(query));
  agreements.begin(wider);
  agreements.agreedForm(query);
  agreements.use(query);
  expect([holds(agreements, query), holds(agreements, wider)]).toEqual([true, false]);
});

test('a table that moves keeps what else was agreed to, whatever is stored', () => {
  const agreements = agreementsIn(memoryStore());
  agreements.settle(query.id, agreements.terms(query));
  const target = { kind: 'placed', range: 'Clockify_A', sheet: 1, row: 1, column: 1 } as const;
  agreements.beginMove(query, target);
  expect(holds(agreements, { ...query, target })).toBe(true);
  expect(holds(agreements, { ...wider, target })).toBe(false);
});

test.each([
  ['of a newer add-on', '{"version":2,"at":1,"terms":[{}]}'],
  ['that is no JSON', '{'],
  ['without terms', '{"version":1,"at":1,"terms":[]}'],
])('an agreement %s is as good as none', (_, value) => {
  const store = memoryStore();
  store.set(`agreed.sheet.${query.id}`, value);
  expect(holds(agreementsIn(store), query)).toBe(false);
});

test('all agreements together stay within their part of the store, and the oldest go first', () => {
  const store = memoryStore();
  const columns = Array.from({ length: 60 }, (_, index) => ({ field: `field-${index}` }));
  for (let number = 0; number < 400; number += 1) {
    const agreements = agreementsIn(store, `sheet-${number}`, number);
    agreements.settle(query.id, agreements.terms({ ...query, columns }));
  }
  const all = Object.entries(store.all());
  expect(all.reduce((sum, [name, value]) => sum + name.length + value.length, 0)).toBeLessThanOrEqual(
    150_000,
  );
  expect(holds(agreementsIn(store, 'sheet-399'), { ...query, columns })).toBe(true);
  expect(holds(agreementsIn(store, 'sheet-0'), { ...query, columns })).toBe(false);
});

test('an agreement in use outlives newer ones that nobody uses', () => {
  const store = memoryStore();
  const first = agreementsIn(store, 'used', 0);
  first.settle(query.id, first.terms(query));
  const month = 31 * 86_400_000;
  const later = agreementsIn(store, 'used', month);
  later.agreedForm(query);
  later.use(query);
  expect(JSON.parse(String(store.get(`agreed.used.${query.id}`)))).toMatchObject({ at: month });
});

test('an agreement to the longest query fits into a property', () => {
  const store = memoryStore();
  const agreements = agreementsIn(store);
  const value = (index: number) => `${index}`.padStart(100, 'x');
  const long = (index: number): Query => ({
    ...query,
    accounts: Array.from({ length: 26 }, (_, at) => ({
      login: `login-${index}-${at}`,
      workspace: `workspace-${at}-0123456789`,
      name: value(at),
    })),
    columns: Array.from({ length: 130 }, (_, at) => ({ field: `f${index}-${at}` })),
    filters: Array.from({ length: 50 }, (_, at) => ({
      field: 'client',
      op: 'is',
      values: [value(at + index)],
    })),
    sort: Array.from({ length: 20 }, (_, at) => [`f${index}-${at}`, 'desc']),
  });
  agreements.settle(query.id, agreements.begin(long(1)));
  agreements.begin(long(2));
  expect(holds(agreements, long(2))).toBe(true);
  for (const text of Object.values(store.all())) expect(text.length).toBeLessThan(9000);
});
