import { isReference, letters, referenceOf, selectedReference } from '../../src/sidebar/model/cells';
import { cellText } from '../../src/sidebar/model/cellText';
import { thingOf, thingOptions, valueKey } from '../../src/sidebar/model/things';

const area = (row: number, column: number, rows = 1, columns = 1) => ({
  sheet: 0,
  row,
  column,
  rows,
  columns,
});

test.each([
  ['Settings', area(2, 2), '=Settings!B2'],
  ['My tab', area(1, 1, 9), "='My tab'!A1:A9"],
  ["Mara's", area(3, 28), "='Mara''s'!AB3"],
  ['B2', area(1, 1), "='B2'!A1"],
  ['2026', area(1, 1), "='2026'!A1"],
])('what is selected on %s is named as formulas name it', (tab, selected, reference) => {
  expect(selectedReference({ tab, area: selected })).toBe(reference);
  expect(isReference(reference)).toBe(true);
});

test('a cell needs its tab, and the equals sign may be left out', () => {
  expect(referenceOf(' Settings!B2')).toBe('=Settings!B2');
  expect(referenceOf('')).toBe('');
  expect(['=B2', '=Settings!', 'Settings!B2', '=Settings!B2+1'].map(isReference)).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect([letters(1), letters(26), letters(27), letters(703)]).toEqual(['A', 'Z', 'AA', 'AAA']);
});

test.each<[string | number | boolean, string, string]>([
  [46265, 'date', '2026-08-31'],
  [46235, 'month', '2026-08'],
  [46265.5, 'date-time', '2026-08-31 12:00:00'],
  [1.5, 'duration', '36:00:00'],
  [37.5, 'hours', '37.50'],
  [1234567.5, 'money', '1,234,567.50'],
  [0.805, 'percent', '80.5%'],
  [12, 'number', '12'],
  [true, 'boolean', 'TRUE'],
  ['=1+1', 'text', '=1+1'],
  ['new', 'percent', 'new'],
])('%p as a %s is shown as %s', (value, type, text) => {
  expect(cellText(value, type)).toBe(text);
});

test('things of one name are told apart, archived ones come last, and a name that was typed is a value too', () => {
  const things = [
    { id: '1', name: 'Support', apart: 'Acme', archived: true },
    { id: '2', name: 'Support', apart: 'Beta', archived: false },
  ];
  expect(thingOptions(things).map(({ hint }) => hint)).toEqual(['Beta', 'Acme · archived']);
  expect(thingOf('id 1', things, [])).toEqual({ id: '1', name: 'Support' });
  expect(thingOf('id 9', things, [{ id: '9', name: 'Gone' }])).toEqual({ id: '9', name: 'Gone' });
  expect(thingOf(valueKey('Suppo'), things, [])).toBe('Suppo');
});
