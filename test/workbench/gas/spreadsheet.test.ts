import { closeAll, open, script } from './open';

afterAll(closeAll);

describe('the spreadsheet before a person', () => {
  test('takes what is typed', async () => {
    const { spreadsheet } = await open(script('1'));
    spreadsheet.type('Sheet1', 'B2', '1/2/2026');
    spreadsheet.type('Sheet1', 'B3', '=B2+1');
    expect(spreadsheet.values('Sheet1')).toEqual([
      ['', ''],
      ['', 46024],
      ['', '#NAME?'],
    ]);
    expect(spreadsheet.displayed('Sheet1', 'B2')).toEqual([['1/2/2026']]);
    expect(spreadsheet.formulas('Sheet1', 'B3')).toEqual([['=B2+1']]);
  });

  test('is what a script works on', async () => {
    const platform = await open(
      script(
        'const range = ss.getActiveRange(); return [ss.getSheets().map((s) => s.getName()), ss.getActiveSheet().getName(), range.getA1Notation(), range.getValue()];',
      ),
    );
    const { spreadsheet } = platform;
    spreadsheet.insertTab('Second');
    spreadsheet.rename('Second', 'Renamed');
    spreadsheet.move('Renamed', 0);
    spreadsheet.type('Renamed', 'C3', 'here');
    spreadsheet.insertRows('Renamed', 1, 2);
    spreadsheet.select('Renamed', 'C5');
    expect((await platform.run('main')).value).toEqual([['Renamed', 'Sheet1'], 'Renamed', 'C5', 'here']);
  });

  test('says which tab changed', async () => {
    const { spreadsheet } = await open(script('1'));
    spreadsheet.insertTab('Other');
    const before = spreadsheet.tabs().map(({ changes }) => changes);
    spreadsheet.type('Other', 'A1', 'x');
    const after = spreadsheet.tabs().map(({ changes }) => changes);
    expect(after[0]).toBe(before[0]);
    expect(after[1]).toBeGreaterThan(before[1]);
  });

  test('comes back from a file', async () => {
    const code = `function fill() { const ss = SpreadsheetApp.getActive(); const sheet = ss.insertSheet('T');
        sheet.getRange('A1:B1').setValues([['a', '=1']]).setNumberFormat('@').setNote('n'); sheet.setColumnWidth(1, 50); sheet.setFrozenRows(2);
        ss.setNamedRange('table', sheet.getRange('A1:B1')); }
      function read() { const range = SpreadsheetApp.getActive().getRangeByName('table');
        return [range.getSheet().getName(), range.getValues(), range.getFormulas(), range.getNumberFormats(), range.getNotes(), range.getSheet().getColumnWidth(1), range.getSheet().getFrozenRows()]; }`;
    const first = await open(code);
    await first.run('fill');
    const file = JSON.stringify(first.spreadsheet.snapshot());
    const second = await open(code);
    second.spreadsheet.restore(JSON.parse(file));
    expect((await second.run('read')).value).toEqual((await first.run('read')).value);
  });
});
