import { closeAll, evaluate, failureOf, open, resultOf, start } from './open';

afterAll(closeAll);

describe('what a script finds', () => {
  test.each([
    'setTimeout',
    'queueMicrotask',
    'structuredClone',
    'fetch',
    'URL',
    'TextEncoder',
    'atob',
    'crypto',
    'performance',
    'process',
    'require',
    'Buffer',
  ])('has no %s', async (name) => {
    expect(await resultOf(`typeof ${name}`)).toBe('undefined');
  });

  test.each(['console', 'Intl', 'WebAssembly', 'Promise'])('has %s', async (name) => {
    expect(await resultOf(`typeof ${name}`)).not.toBe('undefined');
  });

  test('gets arrays, dates and errors of its own kind', async () => {
    const body = `sheet.getRange('A1').setValue(new Date(0));
      const values = sheet.getRange('A1:B2').getValues();
      let error;
      try { sheet.getRange(0, 1); } catch (caught) { error = caught; }
      return [values instanceof Array, values[0] instanceof Array, values[0][0] instanceof Date, error instanceof Error, error.name];`;
    expect(await resultOf(body)).toEqual([true, true, true, true, 'Exception']);
  });

  test('begins each execution without what the last one left', async () => {
    const platform = await open(
      'var n = 0; function main() { globalThis.left = (globalThis.left || 0) + 1; return [++n, left]; }',
    );
    await platform.run('main');
    expect((await platform.run('main')).value).toEqual([1, 1]);
  });

  test('refuses a method that is not emulated, by name', async () => {
    expect(await failureOf('sheet.sort(1)')).toBe('not emulated: Sheet.sort');
    expect(await failureOf('SpreadsheetApp.openById("x")')).toBe('not emulated: SpreadsheetApp.openById');
    expect(await failureOf('SpreadsheetApp.CopyPasteType.PASTE_NO_BORDERS')).toBe(
      'not emulated: CopyPasteType.PASTE_NO_BORDERS',
    );
  });

  test('refuses to be told apart by properties of its own', async () => {
    expect(await failureOf('sheet.mine = 1; return 2;')).toBe('not emulated: setting Sheet.mine');
  });

  test('complains about parameters as Google does', async () => {
    expect(await failureOf("sheet.getRange('A1', 2)")).toBe(
      "The parameters (String,number) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
    );
    expect(await failureOf('ss.getSheetByName()')).toBe(
      "The parameters () don't match the method signature for SpreadsheetApp.Spreadsheet.getSheetByName.",
    );
  });

  test('reports a function that does not exist', async () => {
    const platform = await open('function main() {}');
    expect((await platform.run('other')).error?.message).toBe('Script function not found: other');
  });

  test('keeps what it logs', async () => {
    const { logs } = await evaluate("console.log('a', {b: 1}); Logger.log('c'); return 1;");
    expect(logs).toEqual(['a {"b":1}', 'c']);
  });
});

describe('the clock of a script', () => {
  test('stands still while nothing costs anything', async () => {
    expect(await resultOf('[Date.now(), new Date().getTime(), new Date(5).getTime()]')).toEqual([
      start,
      start,
      5,
    ]);
  });

  test('moves by what calls cost and by sleeping, without waiting', async () => {
    const began = performance.now();
    const body = `const before = Date.now(); Utilities.sleep(60000); PropertiesService.getUserProperties().getKeys(); return Date.now() - before;`;
    expect(await resultOf(body)).toBe(60_025);
    expect(performance.now() - began).toBeLessThan(5000);
  });

  test('goes on from one execution to the next', async () => {
    const platform = await open('function main() { Utilities.sleep(1000); return Date.now(); }');
    await platform.run('main');
    platform.clock.advance(500);
    expect((await platform.run('main')).value).toBe(start + 2500);
  });

  test('counts the CPU of the bundle times the factor', async () => {
    const body = 'let x = 0; for (let i = 0; i < 2e7; i++) x += i % 7; return Date.now();';
    const { value, ledger } = await evaluate(body, { cpuFactor: 1000 });
    expect(ledger.cpuMs).toBeGreaterThan(1);
    expect(value).toBeGreaterThan(start + 1000);
  });

  test('is a date to whoever asks', async () => {
    expect(
      await resultOf(
        'const d = new Date(); return [d instanceof Date, d.constructor === Date, typeof Date()];',
      ),
    ).toEqual([true, true, 'string']);
  });

  test('gives the same random numbers and ids in every pinned run', async () => {
    const body = 'return [Math.random(), Utilities.getUuid()];';
    expect(await resultOf(body)).toEqual(await resultOf(body));
  });
});
