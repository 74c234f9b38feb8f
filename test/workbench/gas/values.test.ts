import { closeAll, evaluate, failureOf, open, resultOf, script } from './open';

afterAll(closeAll);

/** What a cell holds, shows and is formatted as after a value was set. */
const cellAfter = (value: string, format?: string) => `const range = sheet.getRange('B2');
  ${format ? `range.setNumberFormat('${format}');` : ''}
  range.setValue(${value});
  const held = range.getValue();
  return [held instanceof Date ? held.toISOString() : held, range.getDisplayValue(), range.getNumberFormat(), range.getFormula()];`;
const automatic = '0.###############';

describe('a text set in a cell is read as if typed', () => {
  test.each([
    ["'007'", [7, '7', automatic, '']],
    ["'22 34'", [2234, '2234', automatic, '']],
    ["'TRUE'", [true, 'TRUE', automatic, '']],
    ["'50%'", [0.5, '50%', '0%', '']],
    ["'2026-01-02'", ['2026-01-02T00:00:00.000Z', '2026-01-02', 'yyyy-mm-dd', '']],
    ["'1/2'", ['2026-01-02T00:00:00.000Z', '1/2', 'm/d', '']],
    ["'=A1+1'", ['#NAME?', '#NAME?', automatic, '=A1+1']],
    ["'+A1'", ['#NAME?', '#NAME?', automatic, '=+A1']],
    ["'- milk'", ['#NAME?', '#NAME?', automatic, '=- milk']],
    ["'-5'", [-5, '-5', automatic, '']],
    [`"'=1+1"`, ['=1+1', '=1+1', automatic, '']],
    [`"'007"`, ['007', '007', automatic, '']],
    ["'@home'", ['@home', '@home', automatic, '']],
    ["'plain'", ['plain', 'plain', automatic, '']],
  ])('%s', async (value, expected) => {
    expect(await resultOf(cellAfter(value))).toEqual(expected);
  });

  test.each([
    ["'1,5'", [1.5, '1,5', automatic, '']],
    ["'02.01.2026'", ['2026-01-02T00:00:00.000Z', '02.01.2026', 'dd.mm.yyyy', '']],
    ["'1.234,5'", [1234.5, '1.234,50', '#,##0.00', '']],
  ])('%s, in German', async (value, expected) => {
    expect(await resultOf(cellAfter(value), { locale: 'de_DE' })).toEqual(expected);
  });

  test('keeps a format that the cell already has', async () => {
    expect(await resultOf(cellAfter("'2026-01-02'", '0.00'))).toEqual([46024, '46024.00', '0.00', '']);
  });
});

describe('a plain-text cell', () => {
  test.each([
    ["'007'", '007', ''],
    ["'2026-01-02'", '2026-01-02', ''],
    ["'=1+1'", '=1+1', ''],
    [`"'=1+1"`, "'=1+1", ''],
  ])('keeps %s exactly, read literally', async (value, held, formula) => {
    expect(await resultOf(cellAfter(value, '@'), { plainText: 'literal' })).toEqual([
      held,
      held,
      '@',
      formula,
    ]);
  });

  test.each([
    ["'007'", '007', ''],
    ["'=1+1'", '#NAME?', '=1+1'],
    [`"'=1+1"`, '=1+1', ''],
  ])('treats %s as typed in the other reading', async (value, held, formula) => {
    expect(await resultOf(cellAfter(value, '@'), { plainText: 'typed' })).toEqual([held, held, '@', formula]);
  });
});

describe('values', () => {
  test('of dates are instants, kept as serial numbers in the spreadsheet’s zone', async () => {
    const options = { timeZone: 'Asia/Kathmandu' };
    const platform = await open(script(cellAfter('new Date(Date.UTC(2026, 0, 1, 18, 15))')), options);
    expect((await platform.run('main')).value).toEqual([
      '2026-01-01T18:15:00.000Z',
      '1/2/2026',
      'm/d/yyyy',
      '',
    ]);
    expect(platform.spreadsheet.values('Sheet1', 'B2')).toEqual([[46024]]);
  });

  test.each(['Etc/UTC', 'Asia/Kathmandu', 'America/New_York', 'Europe/Berlin'])(
    'of dates survive a round trip in %s',
    async (timeZone) => {
      const body = `const dates = [0, 3, 6, 9].map((month) => [new Date(Date.UTC(2026, month, 29, 1, 30))]);
      sheet.getRange(1, 1, 4, 1).setValues(dates);
      return sheet.getRange(1, 1, 4, 1).getValues().map(([date], row) => date.getTime() - dates[row][0].getTime());`;
      expect(await resultOf(body, { timeZone })).toEqual([0, 0, 0, 0]);
    },
  );

  test('of durations are dates of 1899, as on Google', async () => {
    expect(await resultOf(cellAfter('0.5', '[h]:mm:ss'))).toEqual([
      '1899-12-30T12:00:00.000Z',
      '12:00:00',
      '[h]:mm:ss',
      '',
    ]);
  });

  test('of any second show no second less', async () => {
    const body = `const rows = []; for (let s = 0; s < 20000; s++) rows.push([s / 86400]);
      const range = sheet.getRange(1, 1, rows.length, 1); 
      sheet.insertRowsAfter(1000, 19000);
      const all = sheet.getRange(1, 1, rows.length, 1);
      all.setNumberFormat('[h]:mm:ss'); all.setValues(rows);
      return all.getDisplayValues().filter(([text], s) => {
        const [h, m, sec] = text.split(':').map(Number);
        return h * 3600 + m * 60 + sec !== s;
      }).length;`;
    expect(await resultOf(body.replace('const range = sheet.getRange(1, 1, rows.length, 1); ', ''))).toBe(0);
  });

  test('that are null, undefined or empty leave the cell empty', async () => {
    const body = `sheet.getRange('A1:C1').setValues([[1, 2, 3]]); sheet.getRange('A1:C1').setValues([[null, undefined, '']]);
      return [sheet.getRange('A1:C1').getValues(), sheet.getRange('A1:C1').isBlank(), sheet.getLastRow()];`;
    expect(await resultOf(body)).toEqual([[['', '', '']], true, 0]);
  });

  test('of unknown kinds are refused', async () => {
    expect(await failureOf('sheet.getRange("A1").setValue({}); return 1;')).toBe(
      'not emulated: a value of type object in Range.setValue',
    );
    expect(await failureOf('sheet.getRange("A1").setValue(NaN); return 1;')).toBe(
      'not emulated: NaN in Range.setValue',
    );
  });

  test('go to all cells of a range when one is set', async () => {
    expect(
      await resultOf("sheet.getRange('A1:B2').setValue('x'); return sheet.getRange('A1:B2').getValues();"),
    ).toEqual([
      ['x', 'x'],
      ['x', 'x'],
    ]);
  });

  test('leave formats, notes and colours alone', async () => {
    const body = `const range = sheet.getRange('A1');
      range.setNumberFormat('0.00').setNote('n').setBackground('#ff0000').setFontWeight('bold');
      range.setValue(3); sheet.getRange('A1:B2').clearContent();
      return [range.getNumberFormat(), range.getNote(), range.getBackground(), range.getFontWeight(), range.getValue()];`;
    expect(await resultOf(body)).toEqual(['0.00', 'n', '#ff0000', 'bold', '']);
  });

  test('show whole numbers in full and others to ten digits', async () => {
    const body = `sheet.getRange('A1:C1').setValues([[123456789012, 1 / 3, 1234.5]]); return sheet.getRange('A1:C1').getDisplayValues();`;
    expect(await resultOf(body)).toEqual([['123456789012', '0.3333333333', '1234.5']]);
  });

  test('of formulas come from the function that evaluates them', async () => {
    const evaluateFormula = (formula: string) => formula.length;
    const { value } = await evaluate(
      'sheet.getRange("A1").setValue("=SUM(B:B)"); return sheet.getRange("A1").getValue();',
      {
        evaluate: evaluateFormula,
      },
    );
    expect(value).toBe(9);
  });
});
