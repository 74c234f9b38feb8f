import { countChips, filterItems, groupItems, type Item } from '../../src/sidebar/model/groups';
import { view } from './views';

function item(name: string, sheet: number | null, care = false): Item {
  const place = sheet === null ? null : { tab: `Tab ${sheet}`, sheet, address: `Tab ${sheet}!A1:B2` };
  return { view: view(name, { place }), status: { kind: 'fresh', text: '', problem: null }, care };
}

const items = [
  item('Drafted', null),
  item('Hours Aug', 1),
  item('Expenses', 2),
  item('Hours Sep', 1),
  item('Zürich', 3, true),
  item('Late', 2, true),
];

function names(found: Item[]) {
  return found.map((one) => one.view.name);
}

test('queries stand by tab: tabs with a problem first, those without a table last', () => {
  expect(groupItems(items).map(({ title, items: own }) => [title, names(own)])).toEqual([
    ['Tab 2', ['Late', 'Expenses']],
    ['Tab 3', ['Zürich']],
    ['Tab 1', ['Hours Aug', 'Hours Sep']],
    ['Without a table', ['Drafted']],
  ]);
});

test('chips count problems, the tab in front and all', () => {
  expect(countChips(items, 1)).toEqual({ problems: 2, tab: 2, all: 6 });
  expect(countChips(items, null)).toEqual({ problems: 2, tab: 0, all: 6 });
});

test('a search goes over names, tabs and accounts, without case and accents, each word anywhere', () => {
  expect(names(filterItems(items, 'all', 'zurich', null))).toEqual(['Zürich']);
  expect(names(filterItems(items, 'all', 'tab 1 aug', null))).toEqual(['Hours Aug']);
  expect(names(filterItems(items, 'all', 'ACME', null))).toHaveLength(6);
  expect(names(filterItems(items, 'problems', 'late', null))).toEqual(['Late']);
  expect(names(filterItems(items, 'tab', '', 2))).toEqual(['Expenses', 'Late']);
});
