import { byFormat, formatChanges, wantedFormats } from '../../src/table/formats';

const columns = [
  { field: 'date:date', title: 'Date', format: 'yyyy-mm-dd', long: false },
  { field: 'user:text', title: 'User', format: 'General', long: false },
];
const standing = (fields: string[], formats: string[], rows = 9) => ({ fields, formats, rows });

test('a field that was there keeps the format that it has', () => {
  expect(wantedFormats(columns, standing(['date:date', 'user:text'], ['dd.mm.', '0']))).toEqual([
    'dd.mm.',
    '0',
  ]);
});

test('a field takes its format along when columns change places', () => {
  expect(wantedFormats(columns, standing(['user:text', 'date:date'], ['General', 'dd.mm.']))).toEqual([
    'dd.mm.',
    'General',
  ]);
});

test('a new field has its own format', () => {
  expect(wantedFormats(columns, standing(['user:text'], ['0']))).toEqual(['yyyy-mm-dd', '0']);
});

test('plain text is taken off, since Sheets may show the mark of text under it', () => {
  expect(wantedFormats(columns, standing(['date:date', 'user:text'], ['dd.mm.', '@']))[1]).toBe('General');
});

test('columns of one format take one write, neighbours one area', () => {
  const writes = byFormat({ sheet: 1, row: 2, column: 1, rows: 9, columns: 5 }, [
    '0',
    '0',
    'General',
    null,
    '0',
  ]);
  const found = writes.map((write) =>
    write.do === 'format' ? [write.format, write.areas.map(({ column, columns }) => [column, columns])] : [],
  );
  expect(found).toEqual([
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

test('formats that change are given back to the rows that stood, should the values be refused', () => {
  const data = { sheet: 1, row: 2, column: 1, rows: 20, columns: 2 };
  const [first] = formatChanges(data, columns, standing(['user:text', 'date:date'], ['0', 'dd.mm.']));
  expect(first).toMatchObject({ do: 'format', format: 'dd.mm.', areas: [{ column: 1, rows: 20 }] });
  expect(first.undo).toEqual([
    { do: 'format', format: '0', areas: [{ ...data, rows: 8, columns: 1 }] },
    { do: 'format', format: 'dd.mm.', areas: [{ ...data, rows: 8, column: 2, columns: 1 }] },
  ]);
});
