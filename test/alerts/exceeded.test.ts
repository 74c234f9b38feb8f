import { exceeded } from '../../src/alerts/exceeded';
import type { Threshold } from '../../src/alerts/settings';
import type { Table, TableColumn } from '../../src/rows/table';

const column = (field: string, type: TableColumn['type']): TableColumn => ({
  field,
  title: field.toUpperCase(),
  type,
  format: 'General',
  long: false,
});

const table: Table = {
  columns: [
    column('project', 'text'),
    column('date', 'date'),
    column('used', 'percent'),
    column('duration', 'duration'),
    column('amount', 'money'),
  ],
  cells: [
    ["'=Website", 46000, 0.912, 0.5, 1500],
    ['App', 46001, 0.8, 2, 20],
    ['Nothing yet', 46001, '', '', ''],
    ['Total', '', 0.95, 2.5, 1520],
  ],
  keys: ['a', 'b', 'c', ''],
  warnings: [],
  rows: 3,
  of: 3,
  split: [],
};

const limit = (on: string, test: Threshold['test'], value: number): Threshold => ({
  id: 'limit',
  query: 'query',
  on,
  test,
  value,
});

test('percent are looked at as people read them, and totals count for nothing', () => {
  expect(exceeded(table, limit('used', 'above', 80))).toEqual({
    column: 'USED',
    unit: ' %',
    rows: [{ label: '=Website', value: 91.2 }],
  });
});

test('durations are hours', () => {
  expect(exceeded(table, limit('duration', 'above', 24))?.rows).toEqual([{ label: 'App', value: 48 }]);
});

test('an empty cell is neither above nor below', () => {
  expect(exceeded(table, limit('amount', 'below', 100))?.rows).toEqual([{ label: 'App', value: 20 }]);
});

test('the number of rows can be looked at', () => {
  expect(exceeded({ ...table, rows: 0, cells: [], keys: [] }, limit('rows', 'below', 1))?.rows).toEqual([
    { label: '', value: 0 },
  ]);
});

test.each(['gone', 'project', 'date'])('a column %s that holds no such number finds nothing', (on) => {
  expect(exceeded(table, limit(on, 'above', 0))).toBeNull();
});
