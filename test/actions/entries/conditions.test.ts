import fc from 'fast-check';
import { conditionsFor, negated } from '../../../src/actions/entries/conditions';
import type { Held } from '../../../src/actions/entries/held';
import type { ListedValue } from '../../../src/actions/values/kinds';
import { fieldOf, reportOf } from '../../../src/reports';
import type { Dimension } from '../../../src/reports/report';
import { testOf } from '../../../src/rows/condition';

const report = reportOf('time-entries');
const field = (id: string) => fieldOf(report, id) as Dimension<unknown>;
const listed = (id: string, name: string, apart: string | null = null): ListedValue => ({
  id,
  name,
  apart,
  archived: false,
});
const of = (id: string, held: Held, values: ListedValue[] = []) =>
  conditionsFor(field(id), held, () => values);

describe('what a cell holds becomes a condition', () => {
  test.each<[string, Held, unknown]>([
    ['date', { date: '2026-08-31', shown: '31/08' }, { op: 'is', values: ['2026-08-31'] }],
    ['month', { date: '2026-08-01' }, { op: 'is', values: ['2026-08'] }],
    ['year', 2026, { op: 'is', values: [2026] }],
    ['billable', false, { op: 'is', values: [false] }],
    ['project', '', { op: 'empty', values: [] }],
    ['quarter', '2026-Q3', { op: 'is', values: ['2026-Q3'] }],
    ['description', 'Foo ', { op: 'is', values: [{ id: 'Foo ', name: 'Foo ' }] }],
  ])('%s %j', (id, held, condition) => {
    expect(of(id, held)).toEqual([{ field: id, ...(condition as object) }]);
  });

  test.each<[string, Held]>([
    ['date', 'yesterday'],
    ['date', true],
    ['billable', 'perhaps'],
    ['month', 12],
  ])('but not where it can’t be one: %s %j', (id, held) => {
    expect(of(id, held)).toBeNull();
  });
});

describe('a thing', () => {
  const support = [
    listed('a', 'Support', 'Acme'),
    listed('b', 'Support', 'Beta'),
    listed('c', 'Support (Acme)'),
  ];

  test('is asked for by its id', () => {
    expect(of('client', 'Acme', [listed('1', 'Acme'), listed('2', 'acme')])).toEqual([
      { field: 'client', op: 'is', values: [{ id: '1', name: 'Acme' }] },
    ]);
  });

  test('of several of one name is the one that the label says', () => {
    expect(of('project', 'Support (Beta)', support)).toMatchObject([{ values: [{ id: 'b' }] }]);
  });

  test('that the label tells apart by its id is asked for by it, with its list and without', () => {
    const id = '64c777ddd3fcab07cfbb210c';
    const sams = [listed('650000b99a55555555555555', 'Sam', 'one@x.io'), listed(id, 'Sam', 'two@x.io')];
    const conditions = [{ field: 'user', op: 'is', values: [{ id, name: 'Sam' }] }];
    expect(of('user', `Sam (${id})`, sams)).toEqual(conditions);
    expect(of('user', `Sam (${id})`)).toEqual(conditions);
    expect(of('user', `Sam (Design, ${id})`)).toEqual(conditions);
  });

  test('that no list has is asked for by its name', () => {
    expect(of('client', 'Gone')).toEqual([{ field: 'client', op: 'is', values: ['Gone'] }]);
  });
});

test('several things are all of them and no other, also where names hold commas', () => {
  const tags = [listed('1', 'call'), listed('2', 'red, round'), listed('3', 'red'), listed('4', 'round')];
  expect(of('tags', 'call, red, round', tags)).toEqual([
    { field: 'tags', op: 'is', values: [{ id: '1', name: 'call' }] },
    { field: 'tags', op: 'is', values: [{ id: '2', name: 'red, round' }] },
    {
      field: 'tags',
      op: 'is-not',
      values: [
        { id: '3', name: 'red' },
        { id: '4', name: 'round' },
      ],
    },
  ]);
});

test('not all of some is one of them not', () => {
  const [both] = [of('tags', 'call', [listed('1', 'call'), listed('2', 'red')]) ?? []];
  expect(negated(both)).toEqual({
    or: [
      { field: 'tags', op: 'is-not', values: [{ id: '1', name: 'call' }] },
      { field: 'tags', op: 'is', values: [{ id: '2', name: 'red' }] },
    ],
  });
});

test('a text of a record finds just the records with that text, whatever it is', () => {
  const description = field('description');
  const query = { name: 'Any' };
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
      const holds = (text: string) => {
        const shown = one.split('\0').join('');
        const [condition] = conditionsFor(description, shown, () => null) ?? [];
        const values = text.trim() === '' ? [] : [text];
        return testOf(condition, description, query as never)(values, []);
      };
      expect(holds(one)).toBe(true);
      if (one.length <= 100 && one.trim() !== other.trim()) expect(holds(other)).toBe(false);
    }),
    { seed: 7, numRuns: 500 },
  );
});
