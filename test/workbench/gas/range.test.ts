import { closeAll, failureOf, open, resultOf, script } from './open';

afterAll(closeAll);

const outside = 'The coordinates of the range are outside the dimensions of the sheet.';

describe('a range', () => {
  test.each([
    ['sheet.getRange(1001, 1)', outside],
    ['sheet.getRange(1, 27)', outside],
    ['sheet.getRange(900, 1, 102, 1)', outside],
    ["sheet.getRange('A1001')", outside],
    ["sheet.getRange('A1').offset(-1, 0)", 'The starting row of the range is too small.'],
    ['sheet.getRange(0, 1)', 'The starting row of the range is too small.'],
    ['sheet.getRange(1, 1, 0, 1)', 'The number of rows in the range must be at least 1.'],
    ['sheet.getRange(1, 1, 1, 0)', 'The number of columns in the range must be at least 1.'],
    ["sheet.getRange('nonsense!')", 'Range not found'],
  ])('is refused at once: %s', async (body, text) => {
    expect(await failureOf(body)).toBe(text);
  });

  test('refuses values of another shape, saying both', async () => {
    expect(await failureOf('sheet.getRange(1, 1, 2, 2).setValues([[1, 2]])')).toBe(
      'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
    );
    expect(await failureOf('sheet.getRange(1, 1, 1, 2).setValues([[1, 2, 3]])')).toBe(
      'The number of columns in the data does not match the number of columns in the range. The data has 3 but the range has 2.',
    );
  });

  test('keeps its coordinates when rows are inserted before it', async () => {
    const body = `const range = sheet.getRange('B2:C3'); sheet.insertRowsBefore(1, 5); return range.getA1Notation();`;
    expect(await resultOf(body)).toBe('B2:C3');
  });

  test('ends at the grid where its A1 text is open', async () => {
    expect(
      await resultOf("[sheet.getRange('B:C').getNumRows(), sheet.getRange('2:3').getNumColumns()]"),
    ).toEqual([1000, 26]);
  });
});

describe('a named range', () => {
  const moved = async (change: string) => {
    const body = `ss.setNamedRange('table', sheet.getRange('B3:D6')); ${change}
      const range = ss.getRangeByName('table'); return range && range.getA1Notation();`;
    return resultOf(body);
  };

  test.each([
    ['rows before', 'sheet.insertRowsBefore(3, 2);', 'B5:D8'],
    ['rows inside', 'sheet.insertRowsBefore(4, 2);', 'B3:D8'],
    ['rows after its last row', 'sheet.insertRowsAfter(6, 2);', 'B3:D6'],
    ['columns before', 'sheet.insertColumnsBefore(1, 1);', 'C3:E6'],
    ['columns inside', 'sheet.insertColumnsAfter(2, 1);', 'B3:E6'],
    ['columns after its last column', 'sheet.insertColumnsAfter(4, 1);', 'B3:D6'],
  ])('follows inserted %s', async (_what, change, a1) => {
    expect(await moved(change)).toBe(a1);
  });

  test.each([
    ['rows before', 'sheet.deleteRows(1, 2);', 'B1:D4'],
    ['rows inside', 'sheet.deleteRows(4, 2);', 'B3:D4'],
    ['its first rows and some before', 'sheet.deleteRows(2, 3);', 'B2:D3'],
    ['its last rows and some after', 'sheet.deleteRows(5, 9);', 'B3:D4'],
    ['columns inside', 'sheet.deleteColumns(3, 1);', 'B3:C6'],
    ['all of it', 'sheet.deleteRows(2, 8);', null],
    ['its sheet', 'ss.insertSheet(); ss.deleteSheet(sheet);', null],
  ])('follows the deletion of %s', async (_what, change, a1) => {
    expect(await moved(change)).toBe(a1);
  });

  test.each(['A1', 'with space', '1st', 'R1C1'])('can’t be named %s', async (name) => {
    expect(await failureOf(`ss.setNamedRange('${name}', sheet.getRange('A1')); return 1;`)).toContain(
      'is not a valid name',
    );
  });

  test('is found, moved, renamed and removed', async () => {
    const body = `ss.setNamedRange('one', sheet.getRange('A1'));
      const [named] = ss.getNamedRanges(); named.setRange(sheet.getRange('C3')); named.setName('two');
      const held = ss.getNamedRanges().map((n) => [n.getName(), n.getRange().getA1Notation()]);
      ss.removeNamedRange('two'); return [held, ss.getNamedRanges().length];`;
    expect(await resultOf(body)).toEqual([[['two', 'C3']], 0]);
  });
});

test('a named range whose cells are gone is known by its A1 text alone', async () => {
  const body = `ss.setNamedRange('table', sheet.getRange('B3')); sheet.deleteRows(3, 1);
    const range = ss.getNamedRanges()[0].getRange(); const a1 = range.getA1Notation();
    try { range.getRow(); } catch (error) { return [a1, error.message]; }`;
  expect(await resultOf(body)).toEqual(['#REF!', 'not emulated: Range.getRow of a range that is gone']);
});

describe('the grid', () => {
  test('gives inserted rows the look of the row before them, not its note', async () => {
    const body = `sheet.getRange('A2').setNumberFormat('@').setNote('n').setBackground('#ff0000');
      sheet.insertRowsAfter(2, 1); sheet.insertRowsBefore(2, 1); const look = (a1) => { const r = sheet.getRange(a1);
      return [r.getNumberFormat(), r.getNote(), r.getBackground()]; };
      return [look('A2'), look('A3'), look('A4')];`;
    expect(await resultOf(body)).toEqual([
      ['0.###############', '', '#ffffff'],
      ['@', 'n', '#ff0000'],
      ['@', '', '#ff0000'],
    ]);
  });

  test('takes no room for what is empty', async () => {
    const before = process.memoryUsage().heapUsed;
    const platform = await open(
      script(
        "sheet.insertRowsAfter(1000, 380000); sheet.getRange('A:Z').setNumberFormat('@'); sheet.getRange(380000, 26).setNote('n'); return 1;",
      ),
    );
    expect((await platform.run('main')).ok).toBe(true);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(50e6);
  });

  test('moves contents, formats and notes along with rows and columns', async () => {
    const body = `const at = (a1) => { const r = sheet.getRange(a1); return [r.getValue(), r.getNumberFormat(), r.getNote()]; };
      sheet.getRange('B2').setValue(7).setNumberFormat('0.00').setNote('n');
      sheet.insertRowsBefore(1, 3); sheet.insertColumnsBefore(1, 2); sheet.deleteRows(1, 1);
      return [at('D4'), at('B2')];`;
    expect(await resultOf(body)).toEqual([
      [7, '0.00', 'n'],
      ['', '0.###############', ''],
    ]);
  });

  test('refuses to grow beyond ten million cells', async () => {
    const text =
      'This action would increase the number of cells in the workbook above the limit of 10000000 cells.';
    expect(await failureOf('sheet.insertRowsAfter(1000, 400000); return 1;')).toBe(text);
    expect(await resultOf('sheet.insertRowsAfter(1000, 383615); return sheet.getMaxRows();')).toBe(384_615);
    expect(await failureOf('sheet.insertRowsAfter(1000, 383000); ss.insertSheet(); return 1;')).toBe(text);
  });

  test('keeps at least one row, one column and one tab', async () => {
    expect(await failureOf('sheet.deleteRows(1, 1000); return 1;')).toBe(
      "You can't delete all the rows on the sheet.",
    );
    expect(await failureOf('sheet.deleteColumns(1, 26); return 1;')).toBe(
      "You can't delete all the columns on the sheet.",
    );
    expect(await failureOf('ss.deleteSheet(sheet); return 1;')).toBe(
      "You can't remove all the sheets in a document.",
    );
  });

  test('refuses a second tab of the same name', async () => {
    expect(await failureOf("ss.insertSheet('sheet1'); return 1;")).toBe(
      'A sheet with the name "sheet1" already exists. Please enter another name.',
    );
  });

  test('says which tab is gone', async () => {
    expect(
      await failureOf('const other = ss.insertSheet(); ss.deleteSheet(other); return other.getName();'),
    ).toMatch(/^Sheet \d+ not found$/);
  });

  test('knows its last row and column by content alone', async () => {
    const body = `sheet.getRange('C5').setValue(1); sheet.getRange('J20').setBackground('#000000');
      return [sheet.getLastRow(), sheet.getLastColumn(), sheet.getDataRange().getA1Notation()];`;
    expect(await resultOf(body)).toEqual([5, 3, 'A1:C5']);
  });

  test('keeps widths, frozen rows and whether a tab is hidden', async () => {
    const body = `ss.insertSheet('Other', 0); sheet.hideSheet(); sheet.setColumnWidth(2, 300).setFrozenRows(1);
      return [sheet.getColumnWidth(2), sheet.getColumnWidth(1), sheet.getFrozenRows(), sheet.isSheetHidden(), sheet.getIndex()];`;
    expect(await resultOf(body)).toEqual([300, 100, 1, true, 2]);
  });
});

describe('copying', () => {
  const copied = (type: string) => `const other = ss.insertSheet('Other');
    sheet.getRange('A1:B2').setValues([[1, '=A1'], ['x', true]]).setNumberFormat('0.00').setNote('n');
    sheet.getRange('A1:B2').copyTo(other.getRange('C3')${type});
    const range = other.getRange('C3:D4');
    return [range.getFormulas()[0][1], range.getValues()[1], range.getNumberFormats()[0][0], range.getNotes()[0][0]];`;

  test.each([
    ['', ['=C3', ['x', true], '0.00', 'n']],
    [', SpreadsheetApp.CopyPasteType.PASTE_NORMAL, false', ['=C3', ['x', true], '0.00', 'n']],
    [', SpreadsheetApp.CopyPasteType.PASTE_VALUES, false', ['', ['x', true], '0.###############', '']],
    [', SpreadsheetApp.CopyPasteType.PASTE_FORMAT, false', ['', ['', ''], '0.00', '']],
    [', SpreadsheetApp.CopyPasteType.PASTE_FORMULA, false', ['=C3', ['x', true], '0.###############', '']],
  ])('takes over what its type says%s', async (type, expected) => {
    expect(await resultOf(copied(type))).toEqual(expected);
  });

  test('fills a larger target with repeats', async () => {
    const body = `sheet.getRange('A1').setValue('=1'); sheet.getRange('A1').copyTo(sheet.getRange('B1:B3'));
      return sheet.getRange('B1:B4').getFormulas();`;
    expect(await resultOf(body)).toEqual([['=1'], ['=1'], ['=1'], ['']]);
  });

  test('may overlap itself', async () => {
    const body = `sheet.getRange('A1:A3').setValues([[1], [2], [3]]); sheet.getRange('A1:A3').copyTo(sheet.getRange('A2'));
      return sheet.getRange('A1:A4').getValues();`;
    expect(await resultOf(body)).toEqual([[1], [1], [2], [3]]);
  });
});

test('a list of ranges sets them all', async () => {
  const platform = await open(
    script("sheet.getRangeList(['A1:A2', 'C1']).setNumberFormat('@').setFontWeight('bold'); return 1;"),
  );
  await platform.run('main');
  expect(platform.spreadsheet.formats('Sheet1', 'A1:C1')).toEqual([['@', '0.###############', '@']]);
});
