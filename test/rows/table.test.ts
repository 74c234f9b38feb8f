import type { Name } from '../../src/rows/names';
import type { Row } from '../../src/rows/row';
import { tableOf } from '../../src/rows/table';
import { acme, shape } from './books';

/** The table of rows of time entries with some columns. */
function cells(fields: string[], rows: Row[], names: [string, string[]][] = []) {
  const account = { context: acme, current: rows, compared: [], filling: [] };
  const labels = names.map(([id, found]): [string, Name[]] => [
    id,
    found.map((label) => ({ label, thing: null })),
  ]);
  const known = new Map([['tags', new Map(labels)]]);
  const ending = { days: null, compared: null, split: [] };
  return tableOf([{ ...account, names: known }], shape({ fields, grain: 'each' }), ending);
}

test('rows come in the order of the report, those of one place by key, whatever order they were read in', () => {
  const rows: Row[] = [
    [2, 'a', [3600]],
    [1, 'c', [1800]],
    [1, 'b', [7200]],
  ];
  expect(cells(['duration'], rows)?.cells).toEqual([[7200 / 86_400], [1800 / 86_400], [3600 / 86_400]]);
});

test('a row that came twice gives no table', () => {
  const row = (): Row => [1, 'a', [60]];
  expect(cells(['duration'], [row(), row()])).toBeNull();
});

test('ids become names, sorted, and stay ids where there is no name', () => {
  const names: [string, string[]][] = [
    ['t1', ['Zeta']],
    ['t2', ['Alpha']],
  ];
  expect(cells(['tags'], [[1, 'a', [['t1', 't2', 't3']]]], names)?.cells).toEqual([["'Alpha, Zeta, t3"]]);
});

test('money is divided once, in the last step', () => {
  expect(cells(['amount', 'currency'], [[1, 'a', [12345, 'EUR']]])?.cells).toEqual([[123.45, "'EUR"]]);
});

test('texts that a cell does not hold whole are counted', () => {
  const long = 'x'.repeat(60_000);
  const rows: Row[] = [
    [1, 'a', [long]],
    [2, 'b', ['short']],
    [3, 'c', [long]],
  ];
  expect(cells(['description'], rows)?.warnings).toEqual([
    '2 texts are longer than a cell holds and were cut at 50,000 characters.',
  ]);
});

test('amounts without a currency are counted', () => {
  expect(cells(['amount', 'currency'], [[1, 'a', [100, null]]])?.warnings).toEqual([
    'Clockify gave no currency for the amounts of one row.',
  ]);
});
