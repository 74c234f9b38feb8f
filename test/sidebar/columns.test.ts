import * as fc from 'fast-check';
import {
  addColumn,
  confidentialTitles,
  moveColumn,
  removeColumn,
  renameColumn,
  titleOf,
} from '../../src/sidebar/model/columns';
import { report } from './views';

const three = [{ field: 'date' }, { field: 'user' }, { field: 'duration' }];

test('a field is added once, at the end', () => {
  expect(addColumn(three, 'amount').map(({ field }) => field)).toEqual([
    'date',
    'user',
    'duration',
    'amount',
  ]);
  expect(addColumn(three, 'user')).toBe(three);
  expect(removeColumn(three, 'user')).toEqual([{ field: 'date' }, { field: 'duration' }]);
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

test("a title of one's own is kept, the field's own one is none", () => {
  const [date] = report.fields;
  const named = renameColumn(three, date, ' Day ');
  expect(named[0]).toEqual({ field: 'date', title: 'Day' });
  expect(titleOf(named[0], report)).toBe('Day');
  expect(renameColumn(named, date, 'Date')[0]).toEqual({ field: 'date' });
  expect(renameColumn(named, date, '')[0]).toEqual({ field: 'date' });
});

test('columns with amounts are named by their titles', () => {
  expect(confidentialTitles([...three, { field: 'amount', title: 'Fee' }], report)).toEqual(['Fee']);
  expect(confidentialTitles(three, report)).toEqual([]);
});
