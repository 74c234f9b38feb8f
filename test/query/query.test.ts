import fc from 'fast-check';
import type { ProblemError } from '../../src/problems/problem';
import { type Query, readCandidate, readQuery } from '../../src/query/query';
import { anyQuery } from './anyQuery';

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
    fc.property(anyQuery, (saved) =>
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
  ['a column that is no object', { ...sample, columns: ['date'] }, 'column 1: '],
  ['an id with spaces', { ...sample, id: 'a b' }, 'id'],
])('a query with %s names what is wrong', (_, stored, part) => {
  const problem = problemOf(stored);
  expect(problem?.code).toBe('query-damaged');
  expect(problem?.title).toContain(part);
});

test('what is stored beside a query is left behind', () => {
  expect(readQuery({ ...sample, __proto__: { admin: true }, extra: 1 }, 'Hours')).toEqual(sample);
});

test('version 1 reads as one row each', () => {
  const { grain: _, ...rest } = sample;
  expect(readQuery({ ...rest, version: 1 }, 'Hours')).toEqual(sample);
});

test('what is stored stays small: what is left out takes no room', () => {
  const read = readQuery({ ...sample, filters: undefined, other: null }, 'Hours');
  expect(JSON.stringify(read)).toHaveLength(JSON.stringify(sample).length);
});

const is = (field: string, ...values: unknown[]) => ({ field, op: 'is', values });
const deep = (levels: number): unknown => (levels === 0 ? is('client', 'a') : { and: [deep(levels - 1)] });

test.each<[string, unknown, string, string]>([
  ['no list', { and: [] }, 'filter-invalid', 'filters: a list is expected'],
  ['a text for a condition', [is('client', 'a'), 'b'], 'filter-invalid', 'filter 2: a condition is expected'],
  ['neither', [{}], 'filter-invalid', 'filter 1: either a field, "and" or "or" is expected'],
  ['both', [{ ...is('client', 'a'), or: [] }], 'filter-invalid', 'filter 1: either'],
  ['an empty group', [{ or: [{ and: [] }] }], 'filter-invalid', 'filter 1.1: a group without conditions'],
  ['no values', [is('client')], 'filter-invalid', 'filter 1 (client): no value is given'],
  [
    'an unknown comparison',
    [{ field: 'client', op: 'regex', values: ['(a+)+$'] }],
    'filter-invalid',
    'filter 1 (client): there is no comparison "regex"',
  ],
  [
    'one end of a range',
    [{ field: 'hours', op: 'between', values: [1] }],
    'filter-invalid',
    'filter 1 (hours): two values are expected, not 1',
  ],
  [
    'a value that is a list',
    [is('client', 'a', ['b'])],
    'filter-invalid',
    'filter 1 (client), value 2: a list is no value',
  ],
  ['no number', [is('hours', null)], 'filter-invalid', 'value 1: null is no value'],
  ['a text without end', [is('client', 'a'.repeat(1e6))], 'filter-invalid', 'more than 1000 characters'],
  ['no cell', [is('client', { cell: '=A1' })], 'filter-invalid', '"=A1" is no cell'],
  ['a field of the prototype', [is('__proto__', 'a')], 'filter-invalid', 'its field is no field'],
  ['500 conditions', Array(500).fill(is('client', 'a')), 'filter-too-large', 'more than 200 conditions'],
  ['501 values', [is('client', ...Array(501).fill('a'))], 'filter-too-large', 'filter 1 (client)'],
  ['50 levels', [deep(50)], 'filter-too-large', 'deeper than 10 levels'],
  ['3,000 levels', [deep(3000)], 'filter-too-large', 'deeper than 10 levels'],
])('filters with %s name what is wrong', (_, filters, code, part) => {
  const problem = problemOf({ ...sample, filters });
  expect(problem?.code).toBe(code);
  expect(problem?.title).toContain(part);
  expect((problem?.title ?? '').length).toBeLessThan(300);
});

test('filters that no cell of the hidden sheet could hold are not saved', () => {
  const filters = Array(100).fill(is('client', 'a'.repeat(900)));
  expect(() => readCandidate({ ...sample, filters }, 'Hours')).toThrow("can't be saved");
});

test.each<[string, object, string]>([
  ['a split into nothing', { split: { field: 'client', most: 0 } }, 'split.most'],
  ['a limit of half a row', { limit: 2.5 }, 'limit: '],
  ['a limit that is a text', { limit: 'ten' }, 'limit: no cell, such as =Settings!B2'],
  ['a limit that is a list', { limit: [1] }, 'limit: a whole number from 1 on, or a cell, is expected'],
  [
    'a day that is none',
    { period: { kind: 'since', from: '2026-13-01', to: 'today' } },
    'period.from: no such day',
  ],
  ['a cell that is none', { period: { kind: 'since', from: '=B2', to: 'today' } }, 'period.from: no cell'],
  ['a number for a day', { period: { kind: 'since', from: 46000, to: 'today' } }, 'period.from: '],
  ['a sort without direction', { sort: [['hours', 'asc'], ['client']] }, 'sort 2'],
  ['a comparison with nothing', { compare: { with: 'next-year' } }, 'compare'],
  ['a column that is shown as a pie', { columns: [{ field: 'hours', show: 'pie' }] }, 'column 1, show'],
  ['a grain of its own', { grain: 'some' }, 'grain'],
  ['the prototype for its report', { report: '__proto__' }, 'report'],
])('a query with %s names what is wrong', (_, change, part) => {
  expect(problemOf({ ...sample, ...change })?.title).toContain(`(${part}`);
});
