import type { PlatformOptions } from '../../../workbench/gas/options';
import type { Spreadsheet } from '../../../workbench/gas/spreadsheet';
import { closeAll, open, script } from './open';

afterAll(closeAll);

const typed = 'This operation is not allowed on cells in typed columns.';
const chart = 'The action is not supported for OBJECT sheet';

/** Runs a body in a spreadsheet that a person prepared; gives its value, or the text of its error. */
async function run(
  body: string,
  prepare: (sheet: Spreadsheet) => void,
  options: Partial<PlatformOptions> = {},
): Promise<{ value: unknown; sheet: Spreadsheet }> {
  const platform = await open(script(body), options);
  prepare(platform.spreadsheet);
  const { ok, value, error } = await platform.run('main');
  return { value: ok ? value : error?.message, sheet: platform.spreadsheet };
}

describe('the typed columns of a native table', () => {
  const table = (sheet: Spreadsheet) => sheet.makeTable('Sheet1', 'B2:C4');
  const at = (what: string) => `sheet.getRange('A1:B2').${what}; SpreadsheetApp.flush(); return 'written';`;

  test.each([
    "setValue('x')",
    "setValues([['x', 'x'], ['x', 'x']])",
    'clearContent()',
    "setNumberFormat('0')",
    'clearFormat()',
  ])('refuse %s in one reading', async (what) => {
    const { value, sheet } = await run(at(what), table);
    expect([value, sheet.values('Sheet1')]).toEqual([typed, []]);
  });

  test.each([
    ["setValue('x')", 'written'],
    ['clearContent()', 'written'],
    ["setNumberFormat('0')", typed],
    ["setNumberFormats([['0', '0'], ['0', '0']])", typed],
  ])('answer %s with %s in the other', async (what, answer) => {
    expect((await run(at(what), table, { typedColumns: 'refuse formats' })).value).toBe(answer);
  });

  test.each(["setNote('x')", "setBackground('#ffffff')", "setFontWeight('bold')"])(
    'take %s in either',
    async (what) => expect((await run(at(what), table)).value).toBe('written'),
  );

  test('move with their cells, and are plain cells beside', async () => {
    const moved = (sheet: Spreadsheet) => {
      table(sheet);
      sheet.insertRows('Sheet1', 1, 5);
    };
    expect((await run(at("setValue('x')"), moved)).value).toBe('written');
    const body = "sheet.getRange('B7').setValue(1); SpreadsheetApp.flush(); return 'written';";
    expect((await run(body, moved)).value).toBe(typed);
  });
});

describe('values that are pasted', () => {
  const prepare = (sheet: Spreadsheet) => {
    sheet.type('Sheet1', 'A1', '5');
    sheet.setAttribute('Sheet1', 'C1', 'numberFormat', '0.00');
    sheet.setAttribute('Sheet1', 'C1', 'note', 'a note');
  };
  const paste = (how: string) => `sheet.getRange('A1').copyTo(sheet.getRange('C1'), ${how}); return 1;`;
  const asValues = paste('SpreadsheetApp.CopyPasteType.PASTE_VALUES, false');
  const contents = paste('{ contentsOnly: true }');

  test.each([
    ['keeps formats', asValues, '0.00'],
    ['keeps formats', contents, '0.00'],
    ['wipes formats', asValues, undefined],
    ['wipes formats', contents, '0.00'],
  ] as const)('where that %s: by %s the target has the format %s', async (pasteValues, body, format) => {
    const { sheet } = await run(body, prepare, { pasteValues });
    expect(sheet.values('Sheet1', 'C1')).toEqual([[5]]);
    expect(sheet.attributes('Sheet1', 'numberFormat', 'C1')).toEqual([[format]]);
    expect(sheet.attributes('Sheet1', 'note', 'C1')).toEqual([['a note']]);
  });

  test('with options that are not emulated throw', async () => {
    expect((await run(paste('{ validationsOnly: true }'), prepare)).value).toMatch(/^not emulated/);
  });
});

describe('a tab that shows a chart', () => {
  const add = (sheet: Spreadsheet) => {
    sheet.addChartTab('Chart', 0);
    sheet.activate('Chart');
  };

  test('is listed, may be the active one, and says what it is', async () => {
    const body = `const tab = ss.getActiveSheet();
      return [ss.getSheets().map((s) => s.getName()), tab.getName(), tab.getType() === SpreadsheetApp.SheetType.OBJECT,
        ss.getSheetByName('Sheet1').getType().toString(), ss.getActiveRange()];`;
    expect((await run(body, add)).value).toEqual([['Chart', 'Sheet1'], 'Chart', true, 'GRID', null]);
  });

  test.each([
    'getRange(1, 1)',
    "getRange('A1')",
    'getMaxRows()',
    'getLastRow()',
    'getDataRange()',
    'getActiveRange()',
    'insertRowsAfter(1, 1)',
    'setFrozenRows(1)',
    'getColumnWidth(1)',
  ])('has no cells: %s is refused', async (what) => {
    expect((await run(`return ss.getSheetByName('Chart').${what};`, add)).value).toBe(chart);
  });

  test('can be renamed, hidden and deleted', async () => {
    const body = `const tab = ss.getSheetByName('Chart'); tab.setName('Pie').hideSheet(); ss.deleteSheet(tab); return 1;`;
    expect((await run(body, add)).sheet.tabs()).toHaveLength(1);
  });

  test('outlives saving and opening', async () => {
    const { sheet } = await run('1', add);
    sheet.restore(sheet.snapshot());
    expect(sheet.tabs().map(({ type }) => type)).toEqual(['OBJECT', 'GRID']);
  });
});

test('alignments are set and read cell by cell', async () => {
  const body = `const range = sheet.getRange('A1:B2');
    range.setHorizontalAlignments([['left', 'right'], ['', 'center']]); return range.getHorizontalAlignments();`;
  expect((await run(body, () => undefined)).value).toEqual([
    ['left', 'right'],
    ['general', 'center'],
  ]);
});
