import type { KilledWrites } from '../../../workbench/gas/batch';
import { closeAll, evaluate, failureOf, open, resultOf, script } from './open';

afterAll(closeAll);

const tooLong = 'Your input contains more than the maximum of 50000 characters in a single cell.';

describe('what is wrong with a write shows later', () => {
  test('at the next call', async () => {
    const body = `const range = sheet.getRange('A1'); const seen = [];
      range.setValue('x'.repeat(50001)); seen.push('set');
      try { sheet.getRange('A2'); } catch (error) { seen.push(error.message); }
      sheet.getRange('A2'); return seen;`;
    expect(await resultOf(body)).toEqual(['set', tooLong]);
  });

  test('at the flush', async () => {
    const body = `sheet.getRange('A1').setValue('x'.repeat(50001));
      try { SpreadsheetApp.flush(); return 'flushed'; } catch (error) { return error.message; }`;
    expect(await resultOf(body)).toBe(tooLong);
  });

  test('at the end of the execution, which then fails', async () => {
    expect(await failureOf("sheet.getRange('A1').setValue('x'.repeat(50001)); return 1;")).toBe(tooLong);
  });

  test('for a protected cell, to those who may not edit it', async () => {
    const platform = await open(
      script("sheet.getRange('B2:C3').setValue(1); SpreadsheetApp.flush(); return 1;"),
    );
    platform.protect('Sheet1', 'C3', { editors: ['owner'] });
    expect((await platform.run('main')).error?.message).toMatch(/^You are trying to edit a protected cell/);
    expect(platform.spreadsheet.values('Sheet1', 'B2:C3')).toEqual([
      ['', ''],
      ['', ''],
    ]);
    expect((await platform.run('main', [], { user: 'owner' })).ok).toBe(true);
  });
});

describe('the price of writing', () => {
  test('counts a cell once, however much of it changed', async () => {
    const body = `const range = sheet.getRange(1, 1, 10, 10); const values = Array.from({length: 10}, () => Array(10).fill(1));
      range.setNumberFormat('0.00'); range.setValues(values); range.setBackground('#ffffff'); SpreadsheetApp.flush(); return 1;`;
    const { ledger } = await evaluate(body);
    expect(ledger.virtualMs).toBeCloseTo(30 + (30 + 0.004 * 100) + 30 + (100 + 0.02 * 100), 3);
    expect(ledger.sheetCalls).toBe(4);
  });

  test('follows the cells when rows are inserted above them', async () => {
    const body = `sheet.getRange(1, 1, 10, 1).setNumberFormat('@'); sheet.insertRowsBefore(1, 5);
      sheet.getRange(6, 1, 10, 1).setBackground('#ffffff'); SpreadsheetApp.flush(); return 1;`;
    const { ledger } = await evaluate(body);
    expect(ledger.virtualMs).toBeCloseTo(90 + 100 + 0.02 * 10, 3);
  });

  test('includes the flush that a read forces', async () => {
    const { ledger } = await evaluate(
      "sheet.getRange('A1').setValue(1); sheet.getRange('A1:B2').getValues(); return 1;",
    );
    expect(ledger.virtualMs).toBeCloseTo(30 + (100 + 0.02) + (120 + 0.002 * 4), 3);
  });

  test('includes the flush at the end', async () => {
    const { ledger } = await evaluate("sheet.getRange('A1').setValue(1); return 1;");
    expect(ledger.virtualMs).toBeCloseTo(30 + 100 + 0.02, 3);
  });

  test('is nothing for navigation', async () => {
    const { ledger } = await evaluate("sheet.getRange('A1').offset(1, 1).getRow(); return 1;");
    expect([ledger.virtualMs, ledger.sheetCalls]).toEqual([0, 0]);
  });
});

describe('what is buffered', () => {
  test('is seen by nobody else before it is flushed', async () => {
    const platform = await open(
      `function write() { const r = SpreadsheetApp.getActive().getSheets()[0].getRange('A1'); r.setValue(1); Utilities.sleep(1); SpreadsheetApp.flush(); }
       function read() { return SpreadsheetApp.getActive().getSheets()[0].getRange('A1').getValue(); }`,
    );
    const seen: unknown[] = [];
    const look = async (name: string, at: string) => {
      if (name === at) seen.push((await platform.run('read', [], { user: 'user-2' })).value);
    };
    await platform.run('write', [], { onCall: ({ name }) => look(name, 'Utilities.sleep') });
    seen.push((await platform.run('read')).value);
    expect(seen).toEqual(['', 1]);
  });

  test('joins what others wrote meanwhile', async () => {
    const platform = await open(
      script("sheet.getRange('A1').setValue('mine'); Utilities.sleep(1); return 1;"),
    );
    await platform.run('main', [], {
      onCall: ({ name }) => {
        if (name === 'Utilities.sleep') platform.spreadsheet.type('Sheet1', 'B1', 'yours');
      },
    });
    expect(platform.spreadsheet.values('Sheet1', 'A1:B1')).toEqual([['mine', 'yours']]);
  });

  test.each<[KilledWrites, unknown]>([
    ['lost', ['kept', '', '']],
    ['half', ['kept', 2, '']],
    ['applied', ['kept', 2, 3]],
  ])('is %s when the execution is ended', async (killedWrites, expected) => {
    const body = `sheet.getRange('A1').setValue('kept'); SpreadsheetApp.flush();
      sheet.getRange('B1').setValue(2); sheet.getRange('C1').setValue(3); Utilities.sleep(1); return 1;`;
    const platform = await open(script(body), { killedWrites });
    const { ok, ended } = await platform.run('main', [], {
      onCall: ({ name }) => (name === 'Utilities.sleep' ? 'end' : undefined),
    });
    expect([ok, ended]).toEqual([false, 'killed']);
    expect(platform.spreadsheet.values('Sheet1', 'A1:C1')).toEqual([expected]);
  });
});
