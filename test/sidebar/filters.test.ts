import * as fc from 'fast-check';
import type { Condition, FilterNode } from '../../src/query/filter';
import { fieldOf } from '../../src/sidebar/model/fields';
import {
  emptyNote,
  faultOf,
  fieldsFor,
  firstFault,
  isOfMetrics,
  kindOf,
  NEW,
  numberOf,
  operatorsFor,
  shareOf,
  soundFilters,
  typedOf,
  withField,
  withOperator,
} from '../../src/sidebar/model/filters';
import { isFlat, nodeAt, type Path, removeAt, replaceAt } from '../../src/sidebar/model/filterTree';
import { sayFilter } from '../../src/sidebar/model/sayFilters';
import { grouped as report } from './views';

const field = (id: string) => {
  const found = fieldOf(report, id);
  if (!found) throw new Error(id);
  return found;
};
const client: Condition = { field: 'client', op: 'is', values: [{ id: 'c1', name: 'Acme' }] };
const hours: Condition = { field: 'hours', op: 'gt', values: [8] };

describe('what a field is compared by', () => {
  test.each([
    ['client', 'thing'],
    ['description', 'text'],
    ['hours', 'number'],
    ['date', 'day'],
    ['month', 'month'],
    ['weekday', 'weekday'],
    ['billable', 'boolean'],
  ])('%s is a %s', (id, kind) => {
    expect(kindOf(field(id))).toBe(kind);
    expect(operatorsFor(field(id))).toContain(withField(field(id)).op);
  });

  test('an operator that came from elsewhere stays to be chosen', () => {
    expect(operatorsFor(field('billable'), 'is-not')).toContain('is-not');
    expect(operatorsFor(field('billable'))).not.toContain('is-not');
  });

  test('another operator keeps the values that fit it', () => {
    const two: Condition = { field: 'hours', op: 'between', values: [1, 2] };
    expect(withOperator(two, 'gt', field('hours')).values).toEqual([1]);
    expect(withOperator(client, 'is-not', field('client')).values).toEqual(client.values);
    expect(withOperator(client, 'contains', field('client')).values).toEqual([]);
    expect(withOperator(client, 'empty', field('client')).values).toEqual([]);
  });
});

describe('what a condition lacks', () => {
  test.each<[Condition, RegExp | null]>([
    [NEW, /Choose a field/],
    [{ field: 'gone', op: 'is', values: ['x'] }, /no field gone/],
    [{ field: 'client', op: 'is', values: [] }, /Choose what to compare Client with/],
    [{ field: 'hours', op: 'between', values: [1] }, /Choose what/],
    [{ field: 'hours', op: 'gt', values: ['ten'] }, /hours, such as 7.5 or 7:30/],
    [{ field: 'hours', op: 'gt', values: ['7:30'] }, null],
    [{ field: 'hours', op: 'gt', values: [{ cell: '=Settings!B2' }] }, null],
    [{ field: 'hours', op: 'gt', values: [{ cell: '=B2' }] }, /hours/],
    [{ field: 'hours', op: 'between', values: [{ cell: '=Settings!B2:B3' }] }, null],
    [{ field: 'date', op: 'gt', values: ['31.8.2026'] }, /a day/],
    [{ field: 'month', op: 'is', values: ['2026-08'] }, null],
    [{ field: 'client', op: 'empty', values: [] }, null],
    [client, null],
  ])('%j', (condition, fault) => {
    if (fault === null) expect(faultOf(condition, report)).toBeNull();
    else expect(faultOf(condition, report)).toMatch(fault);
  });

  test('the first fault says where it is, and the rest of the filters can be used without it', () => {
    const nodes: FilterNode[] = [client, { or: [hours, NEW] }, { and: [NEW] }];
    expect(firstFault(nodes, report)?.path).toEqual([1, 1]);
    expect(soundFilters(nodes, report)).toEqual([client, { or: [hours] }]);
  });
});

describe('the tree', () => {
  const nodes: FilterNode[] = [client, { or: [hours, { field: 'amount', op: 'gt', values: [1] }] }];
  const places: Path[] = [[0], [1], [1, 0], [1, 1]];

  test('what is put somewhere is there, and nothing else moved', () => {
    fc.assert(
      fc.property(fc.constantFrom(...places), (path) => {
        const next = replaceAt(nodes, path, NEW);
        expect(nodeAt(next, path)).toBe(NEW);
        for (const other of places.filter((place) => place[0] !== path[0]))
          expect(nodeAt(next, other)).toBe(nodeAt(nodes, other));
      }),
    );
  });

  test('a group that nothing is left of goes with its last condition', () => {
    expect(removeAt(removeAt(nodes, [1, 1]), [1, 0])).toEqual([client]);
    expect(removeAt(nodes, [0])).toHaveLength(1);
  });

  test('a group is about dimensions or about metrics, as its first condition is', () => {
    expect(isOfMetrics(nodes[1], report)).toBe(true);
    expect(fieldsFor([{ or: [hours, NEW] }], [0, 1], report).every(({ role }) => role === 'metric')).toBe(
      true,
    );
    expect(fieldsFor([{ or: [NEW] }], [0, 0], report)).toHaveLength(report.fields.length);
    expect(isFlat({ or: [client, { and: [client] }] })).toBe(false);
  });
});

test('chips read as words, also while they are made', () => {
  expect(sayFilter(client, report)).toBe('Client is Acme');
  expect(sayFilter({ field: 'billable', op: 'is', values: [false] }, report)).toBe('Not billable');
  expect(sayFilter({ or: [hours, client] }, report)).toBe('Hours over 8 or client is Acme');
  expect(sayFilter({ field: 'tags', op: 'is-not', values: [] }, report)).toBe('Tags does not have …');
  expect(sayFilter(NEW, report)).toBe('New filter');
});

test('what "not" does with empty values is said', () => {
  const not = (id: string): Condition => ({ field: id, op: 'is-not', values: ['x'] });
  expect(emptyNote(not('project'), field('project'), 'entries')).toBe('Also entries without a project.');
  expect(emptyNote(not('tags'), field('tags'), 'entries')).toBe('Also entries without tags.');
  expect(emptyNote(client, field('client'), 'entries')).toBeNull();
});

test('numbers and shares are what was typed, and what is none stays as it was typed', () => {
  expect([numberOf(' 7,5 '), numberOf('-3'), numberOf('7:30'), numberOf('1e9')]).toEqual([
    7.5,
    -3,
    '7:30',
    '1e9',
  ]);
  expect([shareOf('80'), shareOf('12.5 %'), shareOf('most')]).toEqual([0.8, 0.125, 'most']);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), (tenths) => {
      const typed = String(tenths / 10);
      expect(typedOf(shareOf(typed), field('ratio'))).toBe(typed);
    }),
  );
});
