import type { Verdict } from '../../../workbench/gas/gate';
import { closeAll, open, script } from './open';

afterAll(closeAll);

const column = (...texts: string[]) => texts.map((text) => [text]);
const timedOut = 'Service Spreadsheets timed out while accessing document with id workbench-spreadsheet.';

/** Runs statements with a verdict at the last call of a name; gives A1:A4 as it then stands, and how it ended. */
async function interrupted(at: string, verdict: Verdict, body: string, prepare = '') {
  const platform = await open(`${script(`${body}; return 'done';`)}\n${prepare}`);
  if (prepare) await platform.run('prepare');
  const { value, ended, error } = await platform.run('main', [], {
    onCall: ({ name }) => (name === at ? verdict : undefined),
  });
  return {
    cells: platform.spreadsheet.values('Sheet1', 'A1:A4').flat(),
    end: ended ?? error?.message ?? value,
  };
}

const write = "sheet.getRange('A1:A4').setValues([[1],[2],[3],[4]])";

describe('a write that is interrupted', () => {
  test.each<[Verdict, unknown[]]>([
    [{ end: 'before', unflushed: 'applied' }, ['', '', '', '']],
    [{ end: 'middle', unflushed: 'applied' }, [1, 2, '', '']],
    [{ end: 'middle', part: 0.75, unflushed: 'applied' }, [1, 2, 3, '']],
    [{ end: 'after', unflushed: 'applied' }, [1, 2, 3, 4]],
    [{ end: 'after', unflushed: 'half' }, [1, 2, '', '']],
    [{ end: 'after', unflushed: 'lost' }, ['', '', '', '']],
  ])('by %j leaves what it says', async (verdict, cells) => {
    expect(await interrupted('Range.setValues', verdict, write)).toEqual({ cells, end: 'killed' });
  });

  test.each<[Verdict, unknown[]]>([
    [{ fail: timedOut }, ['', '', '', '']],
    [{ fail: timedOut, when: 'middle' }, [1, 2, '', '']],
    [{ fail: timedOut, when: 'after' }, [1, 2, 3, 4]],
  ])('by %j throws, and what was buffered lands at the end', async (verdict, cells) => {
    expect(await interrupted('Range.setValues', verdict, write)).toEqual({ cells, end: timedOut });
  });

  test.each([
    ['Range.copyTo', "sheet.getRange('B1:B4').copyTo(sheet.getRange('A1:A4'))"],
    ['Range.clearContent', "sheet.getRange('A1:A4').clearContent()"],
  ])('in the middle: %s changes its first rows', async (name, body) => {
    const prepare = `function prepare() { const sheet = SpreadsheetApp.getActive().getSheets()[0];
      sheet.getRange('A1:A4').setValue('old'); }`;
    const { cells } = await interrupted(name, { end: 'middle', unflushed: 'applied' }, body, prepare);
    expect(cells).toEqual(['', '', 'old', 'old']);
  });

  test('in the middle gives the first rows their formats', async () => {
    const platform = await open(
      script("sheet.getRange('A1:A4').setNumberFormats([['0'],['0'],['0'],['0']]); return 1;"),
    );
    await platform.run('main', [], {
      onCall: ({ name }) =>
        name === 'Range.setNumberFormats' ? { end: 'middle', unflushed: 'applied' } : undefined,
    });
    const formats = platform.spreadsheet.formats('Sheet1', 'A1:A4').flat();
    expect(formats.map((format) => format === '0')).toEqual([true, true, false, false]);
  });

  test('in the middle is not done at all when it can not be divided', async () => {
    const platform = await open(script("ss.insertSheet('New'); return 1;"));
    await platform.run('main', [], {
      onCall: ({ name }) =>
        name === 'Spreadsheet.insertSheet' ? { end: 'middle', unflushed: 'applied' } : undefined,
    });
    expect(platform.spreadsheet.tabs().map(({ name }) => name)).toEqual(['Sheet1']);
  });
});

describe('a flush that is interrupted', () => {
  const writes = `sheet.getRange('A1').setValue('a'); sheet.getRange('A2').setValue('b');
    sheet.getRange('A3:A4').setValues([['c'], ['d']]); SpreadsheetApp.flush()`;

  test.each<[Verdict, unknown[]]>([
    [{ end: 'before' }, ['', '', '', '']],
    [{ end: 'middle', part: 1 / 3 }, ['a', '', '', '']],
    [{ end: 'middle' }, ['a', '', '', '']],
    [{ end: 'middle', part: 0.9 }, ['a', 'b', 'c', '']],
    [{ end: 'after' }, ['a', 'b', 'c', 'd']],
  ])('by %j lets the first of the writes land', async (verdict, cells) => {
    expect(await interrupted('SpreadsheetApp.flush', verdict, writes)).toEqual({ cells, end: 'killed' });
  });

  test.each<[Verdict, unknown[]]>([
    [{ fail: timedOut, when: 'middle' }, ['a', '', '', '']],
    [{ fail: timedOut, when: 'middle', part: 0 }, ['', '', '', '']],
    [{ fail: timedOut, when: 'after' }, ['a', 'b', 'c', 'd']],
    [{ fail: timedOut }, ['a', 'b', 'c', 'd']],
  ])('by %j throws; only before it the writes stay buffered', async (verdict, cells) => {
    expect(await interrupted('SpreadsheetApp.flush', verdict, writes)).toEqual({ cells, end: timedOut });
  });

  test('also when a read forces it', async () => {
    const body = `${write}; sheet.getRange('A1').getValue()`;
    const { cells } = await interrupted('Range.getValue', { end: 'middle' }, body);
    expect(cells).toEqual([1, 2, '', '']);
  });
});

test('what was put into a store by an interrupted call is its first part', async () => {
  const platform = await open(script(`CacheService.getUserCache().putAll({ a: '1', b: '2' }); return 1;`));
  await platform.run('main', [], {
    onCall: ({ name }) => (name === 'Cache.putAll' ? { end: 'middle' } : undefined),
  });
  expect(platform.cache('user user-1').keys()).toEqual(['a']);
});

test.each<[Verdict, string | null]>([
  [{ fail: timedOut }, null],
  [{ fail: timedOut, when: 'middle' }, null],
  [{ fail: timedOut, when: 'after' }, '1'],
])('a property set by a call that is interrupted by %j stands or not', async (verdict, value) => {
  const platform = await open(
    script("PropertiesService.getDocumentProperties().setProperty('key', '1'); return 1;"),
  );
  const { ok } = await platform.run('main', [], {
    onCall: ({ name }) => (name === 'Properties.setProperty' ? verdict : undefined),
  });
  expect([ok, platform.properties('document').get('key')]).toEqual([false, value]);
});

describe('writes that were not flushed before the lock was released', () => {
  const code = `function write(text, flush) {
    const lock = LockService.getDocumentLock();
    lock.waitLock(1000);
    SpreadsheetApp.getActive().getSheets()[0].getRange(text === 'first' ? 'A1:A4' : 'A1:A2').setValue(text);
    if (flush) SpreadsheetApp.flush();
    lock.releaseLock();
  }`;

  test('land after those of an execution that took it then', async () => {
    const platform = await open(code);
    await platform.run('write', ['first', false], {
      onEnd: async () => void (await platform.run('write', ['second', true])),
    });
    expect(platform.spreadsheet.values('Sheet1', 'A1:A4')).toEqual(
      column('first', 'first', 'first', 'first'),
    );
  });

  test('land before, once they are flushed', async () => {
    const platform = await open(code);
    await platform.run('write', ['first', true], {
      onEnd: async () => void (await platform.run('write', ['second', true])),
    });
    expect(platform.spreadsheet.values('Sheet1', 'A1:A4')).toEqual(
      column('second', 'second', 'first', 'first'),
    );
  });

  test('of an ended execution land when the test says so', async () => {
    const platform = await open(code);
    await platform.run('write', ['first', false], {
      onCall: ({ name }) => (name === 'Lock.releaseLock' ? { end: 'after', unflushed: 'later' } : undefined),
    });
    await platform.run('write', ['second', true]);
    expect(platform.spreadsheet.values('Sheet1', 'A1:A4')).toEqual(column('second', 'second', '', ''));
    platform.landLateWrites();
    expect(platform.spreadsheet.values('Sheet1', 'A1:A4')).toEqual(
      column('first', 'first', 'first', 'first'),
    );
  });
});
