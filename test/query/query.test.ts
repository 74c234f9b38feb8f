import fc from 'fast-check';
import type { ProblemError } from '../../src/problems/problem';
import { PRESETS } from '../../src/query/period';
import { type Query, readQuery } from '../../src/query/query';

const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,20}$/);
const name = fc.stringMatching(/^[a-zA-Z]([ a-zA-Z0-9?=']{0,20}[a-zA-Z])?$/);
const period: fc.Arbitrary<Query['period']> = fc.oneof(
  fc.constant({ kind: 'fixed' as const, from: '2026-01-01', to: '2026-02-28' }),
  fc.constantFrom(...PRESETS).map((preset) => ({ kind: 'preset' as const, preset })),
  fc.record({
    kind: fc.constant('last-days' as const),
    days: fc.integer({ min: 1, max: 3660 }),
    today: fc.boolean(),
  }),
);
const target: fc.Arbitrary<Query['target']> = fc.oneof(
  fc.constant({ kind: 'new-tab' as const }),
  fc.constant({ kind: 'cell' as const, sheet: 7, row: 3, column: 2 }),
  fc.constant({ kind: 'placed' as const, range: 'Clockify_Hours', sheet: 7, row: 3, column: 2 }),
);
const query: fc.Arbitrary<Query> = fc.record({
  version: fc.constant(2 as const),
  grain: fc.constantFrom('each' as const, 'grouped' as const),
  id,
  name,
  report: id,
  accounts: fc.array(fc.record({ login: id, workspace: id, name }), { minLength: 1, maxLength: 3 }),
  period,
  zone: fc.constantFrom('Europe/Berlin', 'Asia/Kathmandu'),
  columns: fc.array(fc.record({ field: id }), { minLength: 1, maxLength: 5 }),
  options: fc.record({ durations: fc.constantFrom('duration' as const, 'decimal' as const) }),
  target,
});

const sample: Query = {
  version: 2,
  grain: 'each',
  id: 'q1',
  name: 'Hours',
  report: 'time-entries',
  accounts: [{ login: 'l1', workspace: 'w1', name: 'Acme' }],
  period: { kind: 'preset', preset: 'last-month' },
  zone: 'Europe/Berlin',
  columns: [{ field: 'date' }],
  options: { durations: 'duration' },
  target: { kind: 'new-tab' },
};

function problemOf(stored: unknown) {
  try {
    readQuery(stored, 'Hours');
  } catch (error) {
    return (error as ProblemError).problem;
  }
  return null;
}

test('a stored query is what was saved', () => {
  fc.assert(
    fc.property(query, (saved) =>
      expect(readQuery(JSON.parse(JSON.stringify(saved)), saved.name)).toEqual(saved),
    ),
  );
});

test('a query of a newer version says that it is one', () => {
  expect(problemOf({ ...sample, version: 3, somethingNew: true })?.code).toBe('query-newer');
});

test.each<[string, unknown, string]>([
  ['nothing', null, 'Hours'],
  ['a text', 'abc', 'Hours'],
  ['no accounts', { ...sample, accounts: [] }, 'accounts'],
  [
    'a day that does not exist',
    { ...sample, period: { kind: 'fixed', from: '2026-02-30', to: '2026-03-01' } },
    'period.from',
  ],
  ['an unknown preset', { ...sample, period: { kind: 'preset', preset: 'last-decade' } }, 'period'],
  ['a column that is no object', { ...sample, columns: ['date'] }, 'columns.0'],
  ['an id with spaces', { ...sample, id: 'a b' }, 'id'],
])('a query with %s names what is wrong', (_, stored, part) => {
  const problem = problemOf(stored);
  expect(problem?.code).toBe('query-damaged');
  expect(problem?.title).toContain(part);
});

test('what is stored beside a query is left behind', () => {
  expect(readQuery({ ...sample, __proto__: { admin: true }, extra: 1 }, 'Hours')).toEqual(sample);
});
