import * as fc from 'fast-check';
import type { QueryColumn } from '../../src/query/query';
import {
  addColumn,
  columnKey,
  confidentialTitles,
  moveColumn,
  removeColumn,
  renameColumn,
  showColumn,
  titleOf,
} from '../../src/sidebar/model/columns';
import { grouped, report } from './views';

const three = [{ field: 'date' }, { field: 'user' }, { field: 'duration' }];

const keys = (columns: QueryColumn[]) => columns.map(columnKey);

test('a field is added once: a dimension after the other dimensions, a metric at the end', () => {
  expect(keys(addColumn(three, grouped, { field: 'client' }))).toEqual([
    'date',
    'user',
    'client',
    'duration',
  ]);
  expect(keys(addColumn(three, grouped, { field: 'amount' }))).toEqual([
    'date',
    'user',
    'duration',
    'amount',
  ]);
  expect(keys(addColumn([{ field: 'duration' }], grouped, { field: 'user' }))).toEqual(['user', 'duration']);
  expect(addColumn(three, grouped, { field: 'user' })).toBe(three);
  expect(removeColumn(three, 'user')).toEqual([{ field: 'date' }, { field: 'duration' }]);
});

test('a metric can be there as itself, as its running total and as its share, each once', () => {
  const shared = addColumn(three, grouped, { field: 'duration', show: 'share' });
  expect(keys(shared)).toEqual(['date', 'user', 'duration', 'duration:share']);
  expect(keys(showColumn(shared, 'duration', 'running'))).toEqual([
    'date',
    'user',
    'duration:running',
    'duration:share',
  ]);
  expect(showColumn(shared, 'duration', 'share')).toBe(shared);
  expect(keys(showColumn(shared, 'duration:share', 'value'))).toEqual(keys(shared));
  expect(titleOf(shared[3], grouped)).toBe('Duration (share)');
  expect(keys(removeColumn(shared, 'duration'))).toEqual(['date', 'user', 'duration:share']);
});

test('moving keeps every column and puts the moved one where it was asked to be, inside the list', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 }), fc.integer({ min: -5, max: 8 }), (from, to) => {
      const moved = moveColumn(three, from, to);
      expect([...moved].sort((a, b) => three.indexOf(a) - three.indexOf(b))).toEqual(three);
      expect(moved[Math.max(0, Math.min(2, to))]).toBe(three[from]);
    }),
  );
});

test("a title of one's own is kept, the one that it has anyway is none", () => {
  const named = renameColumn(three, grouped, 'date', ' Day ');
  expect(named[0]).toEqual({ field: 'date', title: 'Day' });
  expect(titleOf(named[0], report)).toBe('Day');
  expect(renameColumn(named, grouped, 'date', 'Date')[0]).toEqual({ field: 'date' });
  expect(renameColumn(named, grouped, 'date', '')[0]).toEqual({ field: 'date' });
});

test('columns with amounts are named by their titles', () => {
  expect(confidentialTitles([...three, { field: 'amount', title: 'Fee' }], report)).toEqual(['Fee']);
  expect(confidentialTitles(three, report)).toEqual([]);
});
