import type { Draft } from '../../src/sidebar/model/draft';
import { faultsOf } from '../../src/sidebar/model/faults';
import { isFaulty, sectionOf } from '../../src/sidebar/model/sections';
import {
  compareBarred,
  eachFields,
  fillBarred,
  groupingOf,
  settingFaults,
  splitBarred,
  splitFields,
  subtotalFields,
  withColumns,
  withGrain,
  withoutEach,
} from '../../src/sidebar/model/settings';
import {
  columnsSummary,
  filtersSummary,
  metricsSummary,
  rowsSummary,
} from '../../src/sidebar/model/summaries';
import { query, grouped as report } from './views';

const columns = [{ field: 'client' }, { field: 'month' }, { field: 'hours' }];
const draft = (change: Partial<Draft> = {}): Draft => ({
  ...query({ grain: 'grouped', columns }),
  ...change,
});
const split = { field: 'user', most: 5 };
const compare = { with: 'previous-period' as const };

describe('what can’t be combined says why', () => {
  test.each<[string, Partial<Draft>, RegExp]>([
    ['a split of single rows', { grain: 'each', split }, /where they are grouped/],
    ['a split without a metric', { columns: [{ field: 'client' }], split }, /Choose a metric first/],
    ['a split by what rows are grouped by', { split: { field: 'client', most: 5 } }, /grouped by already/],
    ['a split into no columns', { split: { field: 'user', most: Number.NaN } }, /from 1 to 200/],
    ['a comparison of single rows', { grain: 'each', compare }, /where they are grouped/],
    [
      'a comparison of shares alone',
      { columns: [{ field: 'hours', show: 'share' }], compare },
      /Choose a metric/,
    ],
    ['a comparison of all time', { period: { kind: 'all-time' }, compare }, /All time/],
    ['a comparison that shows nothing', { compare: { ...compare, show: [] } }, /at least one/],
    ['a comparison with half a period', { compare: { with: 'fixed', from: '2026-01-01', to: '' } }, /a day/],
    ['a limit of nothing', { limit: 0 }, /whole number/],
    ['a limit from no cell', { limit: '=B2' }, /whole number/],
    [
      'two columns of one title',
      { columns: [...columns, { field: 'amount', title: 'Hours' }] },
      /called Hours/,
    ],
  ])('%s', (_what, change, reason) => {
    expect(Object.values(settingFaults(draft(change), report)).join()).toMatch(reason);
  });

  test('what can be is no fault', () => {
    const sound = { split, compare, limit: '=Settings!B2', totals: true, subtotals: 'client' };
    expect(faultsOf(draft(sound), report)).toEqual({});
    expect([splitBarred(draft(), report), compareBarred(draft(), report)]).toEqual([null, null]);
  });

  test('filling needs what is filled', () => {
    expect(fillBarred('dates', draft(), report)).toBeNull();
    expect(fillBarred('people', draft(), report)).toMatch(/Group by user/);
    expect(fillBarred('people', draft({ split }), report)).toBeNull();
    expect(fillBarred('people', draft({ split }), { ...report, fills: [] })).toMatch(/report type/);
    expect(fillBarred('dates', draft({ grain: 'each' }), report)).toMatch(/grouped/);
  });

  test('a fault opens the section in which it is mended', () => {
    expect(sectionOf({ filters: 'x', split: 'y' })).toBe('filters');
    expect(sectionOf({ name: 'x' })).toBeNull();
    expect([isFaulty('period', { compare: 'x' }), isFaulty('columns', { compare: 'x' })]).toEqual([
      true,
      false,
    ]);
  });
});

describe('the grain', () => {
  test('keeps the columns, and what only groups have comes back', () => {
    const before = draft({ split, compare, fill: ['dates'], totals: true });
    const each = { ...before, ...withGrain('each', null) };
    expect(each.columns).toBe(before.columns);
    expect([each.split, each.compare, each.fill, each.totals]).toEqual([
      undefined,
      undefined,
      undefined,
      true,
    ]);
    expect({ ...each, ...withGrain('grouped', groupingOf(before)) }).toEqual(before);
  });

  test('fields of one record alone are found, and can be left out', () => {
    const own = [{ field: 'description' }, ...columns];
    expect(eachFields(draft({ columns: own }), report).map(({ id }) => id)).toEqual(['description']);
    expect(withoutEach(own, report)).toEqual(columns);
  });
});

describe('columns that go', () => {
  test('take the order by them, and sums after them, with them', () => {
    const before = draft({
      sort: [
        ['hours', 'desc'],
        ['client', 'asc'],
      ],
      subtotals: 'client',
      fill: ['dates'],
    });
    expect(withColumns(before, [{ field: 'hours' }], report)).toEqual({
      columns: [{ field: 'hours' }],
      sort: [['hours', 'desc']],
      subtotals: undefined,
      fill: undefined,
    });
    expect(withColumns(before, columns, report)).toMatchObject({ sort: before.sort, subtotals: 'client' });
  });

  test('subtotals are of dimensions that another follows, or of records', () => {
    const ids = (change: Partial<Draft>) => subtotalFields(draft(change), report).map(({ id }) => id);
    expect(ids({})).toEqual(['client']);
    expect(ids({ grain: 'each' })).toEqual(['client', 'month']);
  });

  test('only dimensions that are no column yet become columns', () => {
    const ids = splitFields(draft(), report).map(({ id }) => id);
    expect(ids).toContain('user');
    expect(ids).not.toContain('client');
    expect(ids).not.toContain('description');
    expect(ids).not.toContain('hours');
  });
});

test('each section says in a line what it holds', () => {
  const all = draft({ split, sort: [['hours', 'desc']], limit: 10, totals: true });
  expect(rowsSummary(all, report)).toBe('By Client, Month');
  expect(rowsSummary(draft({ columns: [{ field: 'hours' }] }), report)).toBe('All in one row');
  expect(rowsSummary(draft({ grain: 'each' }), report)).toBe('Client, Month');
  expect(metricsSummary(all, report)).toBe('Hours');
  expect(filtersSummary(draft({ filters: [{ field: 'hours', op: 'gt', values: [8] }] }), report)).toBe(
    'Hours over 8',
  );
  expect(columnsSummary(all, report)).toBe(
    'Client, Month, Hours; split by User; sorted by Hours; at most 10 rows; totals',
  );
});
