import type { Query } from '../../src/query/query';
import { LINES_TAB } from '../../src/table/names';
import { ENDINGS } from '../../workbench/faults/interrupt';
import { endEverywhere } from '../../workbench/faults/sweep';
import { newGround, type Wish } from './ground';

const ground = newGround();
const TAB = 'Time entries';
/** Eight entries. */
const wish: Wish = {
  accounts: ['Quirks'],
  days: ['2026-06-01', '2026-06-02'],
  columns: ['date', 'start', 'description', 'duration', 'hours', 'billable', 'entry-id'],
};
const telling: Wish = {
  ...wish,
  ask: { options: { durations: 'duration', tellTypedOver: true } },
};

/** How many rows each write of the table's values has, of a refresh that goes well. */
async function writes(query: Query): Promise<number[]> {
  const written: number[] = [];
  let size: readonly unknown[] = [];
  await ground.refresh(query, {
    onCall({ name, args }) {
      if (name === 'Sheet.getRange') size = args.slice(2);
      if (name === 'Range.setValues' && size[1] === query.columns.length) written.push(Number(size[0]));
    },
  });
  return written;
}

/** What is on the tab, cell by cell. */
const table = () => [ground.sheet.values(TAB), ground.sheet.formulas(TAB)];
const ids = () =>
  ground.sheet
    .values(TAB)
    .slice(1)
    .map((row) => String(row[6]));
const lastRun = async () => (await ground.session.call<Record<string, unknown>[]>('listRuns'))[0];
const edit = (row: number, description: string) =>
  ground.control.editEntries({ workspace: 'Quirks', edit: [{ id: ids()[row], description }] });

test.each(['Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Africa/Monrovia', 'UTC'])(
  'nothing is written where nothing changed, in a spreadsheet of %s',
  async (timeZone) => {
    await ground.open();
    ground.session.platform.timeZone = timeZone;
    const query = await ground.fill(wish);
    const before = table();
    expect(await writes(query)).toEqual([]);
    expect(table()).toEqual(before);
    expect(await lastRun()).toMatchObject({
      changes: { added: 0, changed: 0, gone: 0, typedOver: 0, seconds: 0 },
    });
  },
);

test('the rows from the first that changed to the last are written, and the record says how many did', async () => {
  const query = await ground.fill(wish);
  await edit(2, '=1+1');
  await edit(4, "'apostrophe");
  expect(await writes(query)).toEqual([3]);
  expect(ground.sheet.values(TAB)[3][2]).toBe('=1+1');
  expect(ground.sheet.values(TAB)[5][2]).toBe("'apostrophe");
  expect(await lastRun()).toMatchObject({ changes: { added: 0, changed: 2, gone: 0, typedOver: 0 } });
  expect(await writes(query)).toEqual([]);
});

test('a table that grows or shrinks is written from the first row that differs, here the last but one', async () => {
  const query = await ground.fill(wish);
  const [added] = await ground.control
    .editEntries({
      workspace: 'Quirks',
      add: [{ start: '2026-06-02T21:59:00Z', end: '2026-06-02T23:29:00Z', description: 'late' }],
    })
    .then((answer) => answer.ids);
  expect(await writes(query)).toEqual([2]);
  expect(await lastRun()).toMatchObject({ changes: { added: 1, changed: 0, gone: 0, seconds: 5400 } });
  await ground.control.editEntries({ workspace: 'Quirks', remove: [added] });
  expect(await writes(query)).toEqual([2]);
  expect(ground.sheet.values(TAB)).toHaveLength(9);
  expect(await lastRun()).toMatchObject({ changes: { added: 0, changed: 0, gone: 1, seconds: -5400 } });
});

test('what somebody typed over is put right, a formula and a title too, and is told where that is wanted', async () => {
  const query = await ground.fill(telling);
  const before = table();
  ground.sheet.type(TAB, 'C4', 'mine');
  ground.sheet.type(TAB, 'D6', '=D5');
  ground.sheet.type(TAB, 'A1', 'When');
  expect(await writes(query)).toEqual([6]);
  expect(table()).toEqual(before);
  expect(await lastRun()).toMatchObject({
    changes: { changed: 0, typedOver: 3, seconds: 0 },
    warnings: ['3 cells that somebody typed over were put right (A1, C4, D6).'],
  });
});

test('rows that somebody sorted are put back and are not called typed over', async () => {
  const query = await ground.fill(telling);
  const before = table();
  const [second, third] = ground.sheet.values(TAB, 'A2:G3');
  for (const [row, cells] of [third, second].entries()) {
    cells.forEach((value, column) => {
      const text = typeof value === 'string' ? `'${value}` : String(value).toUpperCase();
      ground.sheet.type(TAB, `${'ABCDEFG'[column]}${row + 2}`, text);
    });
  }
  expect(await writes(query)).toEqual([2]);
  expect(table()).toEqual(before);
  expect(await lastRun()).toMatchObject({ changes: { changed: 0, typedOver: 0 }, warnings: [] });
});

test.each<[string, (name: string) => void]>([
  ['edited into nonsense', (name) => ground.sheet.type(name, 'C2', '=1/0')],
  ['filled with digests of other rows', (name) => ground.sheet.type(name, 'C2', 'A'.repeat(14 * 8))],
  ['deleted', (name) => ground.sheet.deleteTab(name)],
  ['renamed', (name) => ground.sheet.rename(name, 'Rows of mine')],
])('a tab of what was written that is %s changes nothing but what the record can say', async (_, spoil) => {
  const query = await ground.fill(telling);
  spoil(LINES_TAB);
  ground.sheet.type(TAB, 'C4', 'mine');
  expect(await writes(query)).toEqual([1]);
  expect(await lastRun()).not.toHaveProperty('changes');
  expect(await lastRun()).toMatchObject({ warnings: [] });
  expect(await writes(query)).toEqual([]);
  expect(await lastRun()).toMatchObject({ changes: { changed: 0, typedOver: 0 } });
});

test('a tab of what was written that is protected keeps no table from being written', async () => {
  const query = await ground.fill(wish);
  ground.session.platform.protect(LINES_TAB, 'A1:Z100', { editors: ['somebody-else'] });
  await edit(2, 'changed');
  expect(await writes(query)).toContain(1);
  expect(ground.sheet.values(TAB)[3][2]).toBe('changed');
  expect(await ground.view(query)).toMatchObject({ repairing: false, state: { problem: null } });
});

test('ended at any change of a refresh that writes some rows, the table is the old or the new one, or known to be neither', async () => {
  const query = await ground.fill(wish);
  await edit(2, 'changed');
  await edit(4, 'changed too');
  const { ends, faults } = await endEverywhere(ground, query, 'every change', ...ENDINGS.slice(0, 4));
  expect(faults).toEqual([]);
  expect(ends).toBeGreaterThan(20);
});
