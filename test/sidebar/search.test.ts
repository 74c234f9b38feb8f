import { fieldOptions } from '../../src/sidebar/model/fields';
import { OptionIndex } from '../../src/sidebar/model/search';
import { linesOf, scrolledTo, visible } from '../../src/sidebar/model/window';
import { report } from './views';

test('options that begin with the text come first', () => {
  const index = new OptionIndex([
    { value: '1', label: 'Net amount' },
    { value: '2', label: 'Amount' },
    { value: '3', label: 'Date', detail: 'The day of the amount.' },
  ]);
  expect(index.search('amount').map(({ value }) => value)).toEqual(['2', '1', '3']);
  expect(index.search('').map(({ value }) => value)).toEqual(['1', '2', '3']);
  expect(index.search('xyz')).toEqual([]);
});

test('groups stay together', () => {
  const index = new OptionIndex([
    { value: '1', label: 'The Acme', group: 'One' },
    { value: '2', label: 'Acme', group: 'One' },
    { value: '3', label: 'Acme', group: 'Two' },
  ]);
  expect(index.search('acme').map(({ value }) => value)).toEqual(['1', '2', '3']);
});

test('searching five thousand options prepares none of them again', () => {
  const options = Array.from({ length: 5000 }, (_, at) => ({
    value: String(at),
    label: `Projekt Nº ${at} Ünïted`,
  }));
  const index = new OptionIndex(options);
  const preparing = jest.spyOn(String.prototype, 'normalize');
  expect(index.search('united 49')).not.toHaveLength(0);
  expect(preparing).toHaveBeenCalledTimes(1);
  preparing.mockRestore();
});

test('only the lines in the window are drawn, with a few around them', () => {
  const lines = linesOf(Array.from({ length: 5000 }, () => 36));
  expect(visible(lines, 0, 264)).toEqual({ first: 0, end: 11 });
  expect(visible(lines, 36 * 100, 264)).toEqual({ first: 97, end: 111 });
  expect(visible(lines, 36 * 4999, 264).end).toBe(5000);
});

test('a line out of view is brought to the nearer edge', () => {
  const lines = linesOf([64, 36, 36, 36]);
  expect(scrolledTo(lines, 0, 50, 100)).toBe(0);
  expect(scrolledTo(lines, 3, 0, 100)).toBe(72);
  expect(scrolledTo(lines, 1, 20, 100)).toBe(20);
});

test('fields of one group stand together, whatever their order in the report', () => {
  const options = fieldOptions(report.fields, new Map(), ({ role }) => role);
  const groups = options.map(({ group }) => group);
  expect(groups.filter((group, index) => group !== groups[index - 1])).toEqual([...new Set(groups)]);
  expect(options.map(({ value }) => value).sort()).toEqual(report.fields.map(({ id }) => id).sort());
});
