import type { Store } from '../../src/store/store';
import type { Unfinished } from '../../src/table/journal';
import { storedJournal } from '../../src/table/storedJournal';
import { memoryStore } from './memoryStore';

const entry: Unfinished = {
  at: 1,
  mode: 'replace',
  range: 'Clockify_Hours',
  tab: { name: 'Hours', id: 7 },
  cell: { sheet: 7, row: 1, column: 1 },
  named: { sheet: 7, row: 1, column: 1, rows: 3, columns: 2 },
  tabSizes: [{ rows: 1000, columns: 26 }],
  extents: [{ rows: 3, columns: 2 }],
  fields: ['date:date'],
  titles: ['abc'],
  building: null,
  beside: [],
};

let store: Store;
beforeEach(() => {
  store = memoryStore();
});

test('gives back what was begun, until it has ended', () => {
  const journal = storedJournal(store);
  journal.begin('q', entry);
  expect(journal.unfinished('q')).toMatchObject(entry);
  expect([...journal.all()]).toEqual(['q']);
  journal.end('q');
  expect(journal.unfinished('q')).toBeNull();
});

test('reads an entry of the first release, whose tab was known by its name only', () => {
  store.set(
    'commit.q',
    JSON.stringify({ at: 1, tab: 'Hours', range: 'Clockify_Hours', fields: ['date:date'] }),
  );
  expect(storedJournal(store).unfinished('q')).toMatchObject({
    at: 1,
    tab: { name: 'Hours', id: null },
    range: 'Clockify_Hours',
    cell: null,
    extents: [],
  });
});

test.each(['no JSON', '{}', '{"version":9}'])(
  'an entry that can’t be read (%s) still says that one was begun',
  (text) => {
    store.set('commit.q', text);
    expect(storedJournal(store).unfinished('q')).toBeNull();
    expect([...storedJournal(store).all()]).toEqual(['q']);
  },
);
