import { formatColumns, wantedFormats } from '../../src/table/formats';
import type { Area, Grid } from '../../src/table/grid';

const fields = [
  { field: 'date:date', format: 'yyyy-mm-dd' },
  { field: 'user:text', format: 'General' },
];

test('a field that was there keeps the format that it has', () => {
  expect(wantedFormats(fields, { fields: ['date:date', 'user:text'], formats: ['dd.mm.', '0'] })).toEqual([
    'dd.mm.',
    '0',
  ]);
});

test('a field takes its format along when columns change places', () => {
  expect(
    wantedFormats(fields, { fields: ['user:text', 'date:date'], formats: ['General', 'dd.mm.'] }),
  ).toEqual(['dd.mm.', 'General']);
});

test('a new field has its own format', () => {
  expect(wantedFormats(fields, { fields: ['user:text'], formats: ['0'] })).toEqual(['yyyy-mm-dd', '0']);
});

test('plain text is taken off, since Sheets may show the mark of text under it', () => {
  expect(wantedFormats(fields, { fields: ['date:date', 'user:text'], formats: ['dd.mm.', '@'] })[1]).toBe(
    'General',
  );
});

test('columns of one format take one call, neighbours one area', () => {
  const calls: [Area[], string][] = [];
  const grid = {
    setNumberFormat: (areas: Area[], format: string) => calls.push([areas, format]),
  } as unknown as Grid;
  formatColumns(grid, { sheet: 1, row: 2, column: 1, rows: 9, columns: 5 }, ['0', '0', 'General', null, '0']);
  expect(
    calls.map(([areas, format]) => [format, areas.map(({ column, columns }) => [column, columns])]),
  ).toEqual([
    [
      '0',
      [
        [1, 2],
        [5, 1],
      ],
    ],
    ['General', [[3, 1]]],
  ]);
});
