import { closeAll, evaluate, open, script } from './open';

afterAll(closeAll);

describe('the gate', () => {
  test('shows every call before it happens, in order', async () => {
    const seen: string[] = [];
    const { ledger } = await evaluate(
      "sheet.getRange('A1').setValue(1); SpreadsheetApp.flush(); return 1;",
      {},
      {
        onCall: ({ name, index }) => void seen.push(`${index} ${name}`),
      },
    );
    expect(seen).toEqual([
      '0 SpreadsheetApp.getActiveSpreadsheet',
      '1 Spreadsheet.getSheets',
      '2 Sheet.getRange',
      '3 Range.setValue',
      '4 SpreadsheetApp.flush',
    ]);
    expect(ledger.calls).toEqual(seen.map((line) => line.split(' ')[1]));
    expect(ledger.counts['Range.setValue']).toBe(1);
  });

  test('ends an execution so that nothing of it runs any more', async () => {
    const body =
      "try { Utilities.sleep(1); } catch (e) {} finally { sheet.getRange('A1').setValue('late'); } return 1;";
    const platform = await open(script(body), { killedWrites: 'applied' });
    const finished = await platform.run('main', [], {
      onCall: ({ name }) => (name === 'Utilities.sleep' ? 'end' : undefined),
    });
    expect(finished).toMatchObject({ ok: false, ended: 'killed' });
    expect(platform.spreadsheet.values('Sheet1')).toEqual([]);
  });

  test('ends one that takes no notice, and runs the next', async () => {
    const body = 'for (;;) try { Utilities.sleep(1); sheet.getRange("A1").setValue("late"); } catch (e) {}';
    const platform = await open(script(`if (arg === 1) return 1; ${body}`), { killedWrites: 'applied' });
    const finished = await platform.run('main', [], { onCall: () => 'end' });
    expect(finished).toMatchObject({ ok: false, ended: 'killed' });
    expect((await platform.run('main', [1])).value).toBe(1);
    expect(platform.spreadsheet.values('Sheet1')).toEqual([]);
  });

  test('can be ended at each of its calls', async () => {
    const platform = await open(
      script("sheet.getRange('A1').setValue(1); SpreadsheetApp.flush(); return 1;"),
    );
    const { ledger } = await platform.run('main');
    for (let at = 0; at < ledger.calls.length; at++) {
      const { ended } = await platform.run('main', [], {
        onCall: ({ index }) => (index === at ? 'end' : undefined),
      });
      expect(ended).toBe('killed');
    }
  });

  test('fails a call with the text given', async () => {
    const body =
      "try { ss.getSheets(); return 'fine'; } catch (error) { return [error.name, error.message]; }";
    const platform = await open(script(body));
    const text = 'Service invoked too many times for one day: urlfetch.';
    const { value } = await platform.run('main', [], {
      onCall: ({ index }) => (index === 2 ? { fail: text } : undefined),
    });
    expect(value).toEqual(['Exception', text]);
  });

  test('ends an execution at six virtual minutes', async () => {
    const { ok, ended, error, ledger } = await evaluate('for (;;) Utilities.sleep(100000);');
    expect([ok, ended, error?.message]).toEqual([false, 'time limit', 'Exceeded maximum execution time']);
    expect(ledger.calls.filter((name) => name === 'Utilities.sleep')).toHaveLength(4);
  });

  test('ends one that hangs', async () => {
    const { ended } = await evaluate('for (;;) {}', {}, { hangSeconds: 1 });
    expect(ended).toBe('time limit');
  });

  test('tells the bundle’s CPU from the services’ own', async () => {
    const body = `const rows = Array.from({ length: 1000 }, () => Array(26).fill('text'));
      for (let i = 0; i < 20; i++) { sheet.getRange(1, 1, 1000, 26).setValues(rows); SpreadsheetApp.flush(); } return 1;`;
    const { ledger } = await evaluate(body, { cpuFactor: 1 });
    expect(ledger.cpuMs).toBeLessThan(100);
  });
});
