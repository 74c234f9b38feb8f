import type { PlacedTable } from '../../src/table/placed';
import { storedTables } from '../../src/table/storedTables';
import { memoryStore } from './memoryStore';

const table: PlacedTable = {
  range: 'Clockify_Hours',
  sheet: 7,
  rows: 3,
  last: 'l',
  ownTab: true,
  fields: ['date:date'],
  titles: ['abc'],
  formats: 'x',
  note: ['n'],
  columnNames: true,
};

test('gives back what is known of a table, and the names of its columns', () => {
  const tables = storedTables(memoryStore());
  tables.set('q', table);
  tables.setColumnNames('q', { date: 'Clockify_Hours_Date' });
  expect(tables.get('q')).toEqual(expect.objectContaining(table));
  expect(tables.columnNames('q')).toEqual({ date: 'Clockify_Hours_Date' });
});

test('leaves nothing of a table that is forgotten', () => {
  const store = memoryStore();
  const tables = storedTables(store);
  tables.set('q', table);
  tables.setColumnNames('q', { date: 'Clockify_Hours_Date' });
  tables.delete('q');
  expect(store.all()).toEqual({});
});

test.each(['no JSON', '{}', '{"version":9}'])('what can’t be read (%s) is as good as nothing', (text) => {
  const store = memoryStore();
  store.set('table.q', text);
  expect(storedTables(store).get('q')).toBeNull();
});

test('a table of 200 columns with long fields fits into one value of the store', () => {
  const store = memoryStore();
  const columns = Array.from({ length: 200 }, (_, index) => index);
  storedTables(store).set('q', {
    ...table,
    fields: columns.map((index) => `project-billable-${index}:duration`),
    titles: columns.map(() => 'zzzzzzz'),
  });
  expect(store.get('table.q')?.length).toBeLessThan(9000);
});
