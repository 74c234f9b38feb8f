import type { Query } from '../../src/query/query';
import { tabNames } from '../../workbench/faults/picture';
import type { Attribute } from '../../workbench/gas/cellAttributes';
import { newGround, type Wish } from './ground';

const ground = newGround();

const COLUMNS = ['date', 'description', 'duration', 'hours'];
/** Eight entries, two, and none. */
const DAYS: [string, string] = ['2026-06-01', '2026-06-02'];
const DAY: [string, string] = ['2026-06-01', '2026-06-01'];
const NONE: [string, string] = ['2026-06-20', '2026-06-21'];

const wish: Wish = { accounts: ['Quirks'], days: DAYS, columns: COLUMNS };
const TAB = 'Time entries';

/** What Sheets says of a cell whose format is automatic. */
const AUTOMATIC = '0.###############';

async function edited(query: Query, change: Partial<Query>): Promise<void> {
  const view = await ground.view(query);
  await ground.session.saveQuery({ ...(view.query as Query), ...change });
  await ground.refresh(query);
}

const period = ([from, to]: [string, string]) => ({ period: { kind: 'fixed' as const, from, to } });
const columns = (fields: string[]) => ({ columns: fields.map((field) => ({ field })) });
const placeOf = async (query: Query) => (await ground.view(query)).place?.address;

function atCell(row: number, column: number): Wish['target'] {
  return { kind: 'cell', sheet: ground.sheet.tabs()[0].id, row, column };
}

describe('what the user changed', () => {
  test.each<[Attribute, string, string]>([
    ['numberFormat', 'C2:C9', '[h]"h"'],
    ['background', 'B2:B9', '#ff0000'],
    ['fontColor', 'A1:D9', '#00ff00'],
    ['fontWeight', 'A1:D1', 'normal'],
    ['background', 'A1:D1', '#0000ff'],
    ['horizontalAlignment', 'A2:A9', 'center'],
    ['wrap', 'B2:B9', 'WRAP'],
  ])('stays changed: %s of %s', async (attribute, a1, value) => {
    const query = await ground.fill(wish);
    ground.sheet.setAttribute(TAB, a1, attribute, value);
    await ground.refresh(query);
    expect(new Set(ground.sheet.attributes(TAB, attribute, a1).flat())).toEqual(new Set([value]));
  });

  test('stays changed: the width of a column', async () => {
    const query = await ground.fill(wish);
    ground.sheet.setWidth(TAB, 2, 321);
    await ground.refresh(query);
    expect(ground.sheet.width(TAB, 2)).toBe(321);
  });

  test('a number format reaches the rows that are new', async () => {
    const query = await ground.fill({ ...wish, days: DAY });
    ground.sheet.setAttribute(TAB, 'A2:A3', 'numberFormat', 'dd/mm/yyyy');
    await edited(query, period(DAYS));
    expect(ground.sheet.formats(TAB, 'A2:A9').flat()).toEqual(Array(8).fill('dd/mm/yyyy'));
  });

  test('a number format outlives a table without rows', async () => {
    const query = await ground.fill(wish);
    ground.sheet.setAttribute(TAB, 'A2:A9', 'numberFormat', 'dd/mm/yyyy');
    await edited(query, period(NONE));
    await edited(query, period(DAYS));
    expect(ground.sheet.formats(TAB, 'A2:A9').flat()).toEqual(Array(8).fill('dd/mm/yyyy'));
  });

  test('a table that never had rows gets formats with its first', async () => {
    const query = await ground.fill({ ...wish, days: NONE });
    await edited(query, period(DAY));
    expect((await ground.table(query)).formats).toEqual(['yyyy-mm-dd', AUTOMATIC, '[h]:mm:ss', '0.00']);
  });

  test('a number format follows its field when the columns change places', async () => {
    const query = await ground.fill(wish);
    ground.sheet.setAttribute(TAB, 'C2:C9', 'numberFormat', '[mm]');
    await edited(query, columns(['duration', 'date', 'description']));
    expect((await ground.table(query)).formats).toEqual(['[mm]', 'yyyy-mm-dd', AUTOMATIC]);
  });

  test('a number format of a field that went is not given to the one in its place', async () => {
    const query = await ground.fill(wish);
    ground.sheet.setAttribute(TAB, 'C2:C9', 'numberFormat', '[mm]');
    await edited(query, columns(['date', 'description', 'billable', 'hours']));
    expect((await ground.table(query)).formats).toEqual(['yyyy-mm-dd', AUTOMATIC, AUTOMATIC, '0.00']);
  });

  test('durations that become decimal hours get a format of hours', async () => {
    const query = await ground.fill({ ...wish, columns: ['duration'] });
    await edited(query, { options: { durations: 'decimal' } });
    expect((await ground.table(query)).formats).toEqual(['0.00']);
  });
});

describe('rows', () => {
  test('that are no more are cleared', async () => {
    const query = await ground.fill(wish);
    await edited(query, period(DAY));
    expect(ground.sheet.values(TAB)).toHaveLength((await ground.table(query)).values.length);
  });

  test('are all cleared when there are none, and the header stays', async () => {
    const query = await ground.fill(wish);
    await edited(query, period(NONE));
    expect(ground.sheet.values(TAB)).toEqual([['Date', 'Description', 'Duration', 'Duration (decimal)']]);
    expect((await ground.view(query)).state.complete?.rows).toBe(0);
  });

  test('that are new get the formats of their columns', async () => {
    const query = await ground.fill({ ...wish, days: NONE });
    await edited(query, period(DAYS));
    expect(ground.sheet.formats(TAB, 'A9:D9')).toEqual([['yyyy-mm-dd', AUTOMATIC, '[h]:mm:ss', '0.00']]);
  });

  test('beyond the end of the tab make it longer', async () => {
    await ground.login('bench');
    const query = await ground.fill({ accounts: ['Bench 1k'], days: ['2026-01-01', '2026-03-31'] });
    expect((await ground.table(query)).values).toHaveLength(1001);
  });
});

describe('columns', () => {
  test('that are no more are cleared', async () => {
    const query = await ground.fill(wish);
    await edited(query, columns(['date', 'hours']));
    const kept = ground.sheet.values(TAB);
    expect(kept[0]).toEqual(['Date', 'Duration (decimal)']);
  });

  test('that are fewer while rows are more leave nothing of the old table', async () => {
    const query = await ground.fill({ ...wish, days: DAY });
    await edited(query, { ...columns(['hours']), ...period(DAYS) });
    expect(ground.sheet.values(TAB).map((line) => line.length)).toEqual(Array(9).fill(1));
  });

  test('that are more while rows are fewer touch nothing below them', async () => {
    const query = await ground.fill({ ...wish, columns: ['date'], target: atCell(1, 1) });
    ground.sheet.type('Sheet1', 'B5', 'mine');
    await edited(query, { ...columns(['date', 'hours']), ...period(DAY) });
    expect(ground.sheet.values('Sheet1', 'A4:B5')).toEqual([
      ['', ''],
      ['', 'mine'],
    ]);
  });
});

describe('a table is found again', () => {
  test('after its tab was renamed', async () => {
    const query = await ground.fill(wish);
    ground.sheet.rename(TAB, 'Hours ’26');
    await edited(query, period(DAY));
    expect(await placeOf(query)).toMatch(/^'?Hours ’26'?!A1:D\d+$/);
    expect(ground.sheet.tabs().map(({ name }) => name)).not.toContain(TAB);
  });

  test('after its tab was moved', async () => {
    const query = await ground.fill(wish);
    ground.sheet.move(TAB, 0);
    await ground.refresh(query);
    expect(tabNames(ground.sheet)).toHaveLength(3);
  });

  test('after rows and columns were inserted before it', async () => {
    const query = await ground.fill(wish);
    const before = ground.sheet.values(TAB);
    ground.sheet.insertRows(TAB, 1, 3);
    ground.sheet.insertColumns(TAB, 1, 2);
    ground.sheet.type(TAB, 'A1', 'title');
    await ground.refresh(query);
    expect(await placeOf(query)).toBe('Time entries!C4:F12');
    expect(ground.sheet.values(TAB, 'C4:F12')).toEqual(before);
    expect(ground.sheet.values(TAB, 'A1')).toEqual([['title']]);
  });

  test('after rows were inserted inside it, which it takes as its own', async () => {
    const query = await ground.fill(wish);
    const before = ground.sheet.values(TAB);
    ground.sheet.insertRows(TAB, 4, 2);
    await ground.refresh(query);
    expect(ground.sheet.values(TAB)).toEqual(before);
    expect(await placeOf(query)).toBe('Time entries!A1:D9');
  });

  test('after some of its rows were deleted', async () => {
    const query = await ground.fill(wish);
    const before = ground.sheet.values(TAB);
    ground.sheet.deleteRows(TAB, 3, 4);
    await ground.refresh(query);
    expect(ground.sheet.values(TAB)).toEqual(before);
  });

  test('where it was, after its named range was deleted', async () => {
    const query = await ground.fill(wish);
    ground.session.platform.workbook.names = [];
    ground.sheet.clear(TAB, 'A1:D9');
    await ground.refresh(query);
    expect(ground.sheet.values(TAB)).toHaveLength(9);
  });
});

describe('the named range', () => {
  const range = () => ground.sheet.names().map(({ name, rect }) => [name, rect?.rows, rect?.columns]);

  test('is the table', async () => {
    await ground.fill(wish);
    expect(range()).toEqual([['Clockify_Time_entries', 9, 4]]);
  });

  test('follows the rows and columns', async () => {
    const query = await ground.fill(wish);
    await edited(query, { ...period(DAY), ...columns(['date']) });
    const { length } = (await ground.table(query)).values;
    expect(range()).toEqual([['Clockify_Time_entries', length, 1]]);
  });

  test('of a second query of one name gets another', async () => {
    await ground.fill(wish);
    await ground.fill(wish);
    expect(range().map(([name]) => name)).toEqual(['Clockify_Time_entries', 'Clockify_Time_entries_2']);
  });

  test.each([
    ['=1+1', 'Clockify_1_1'],
    ['日本', 'Clockify_Table'],
    ['a/b: "c"', 'Clockify_a_b_c'],
  ])('of a query called %s has a name that Sheets takes', async (name, expected) => {
    await ground.fill({ ...wish, name });
    expect(range().map(([found]) => found)).toEqual([expected]);
  });

  test('goes with its query', async () => {
    const query = await ground.fill(wish);
    await ground.session.call('deleteQuery', { query: query.id });
    expect(range()).toEqual([]);
    expect(ground.sheet.values(TAB)).toHaveLength(9);
  });
});

describe('somebody’s cells', () => {
  test('below and beside a table stay when it is refreshed, grows and shrinks', async () => {
    const query = await ground.fill({ ...wish, days: DAY, target: atCell(3, 2) });
    const mine = ['A1', 'A3', 'F3', 'F4', 'F11', 'B30', 'C13'];
    for (const a1 of mine) ground.sheet.type('Sheet1', a1, `=${a1.length}`);
    await ground.refresh(query);
    await edited(query, period(DAYS));
    await edited(query, period(NONE));
    for (const a1 of mine) expect(ground.sheet.formulas('Sheet1', a1)).toEqual([[`=${a1.length}`]]);
  });

  test('two tables side by side grow and shrink without each other', async () => {
    const left = await ground.fill({ ...wish, name: 'Left', target: atCell(1, 1) });
    const right = await ground.fill({ ...wish, name: 'Right', days: DAY, target: atCell(1, 6) });
    const table = (await ground.table(left)).values;
    await edited(right, period(DAYS));
    expect((await ground.table(right)).values).toEqual(table);
    await edited(left, period(NONE));
    expect((await ground.table(right)).values).toEqual(table);
  });
});

describe('the note of the first cell', () => {
  const note = (a1 = 'A1') => ground.sheet.attributes(TAB, 'note', a1)[0][0];

  test('says what the table holds, that it is complete, and as of when', async () => {
    await ground.fill(wish);
    expect(note()).toBe(
      [
        '▦ Date, description, duration and duration (decimal), one row each, 1–2 Jun 2026',
        '▦ Time entries: time entries from Clockify',
        '▦ Complete: 8 of 8 entries',
        '▦ Quirks · 1–2 Jun 2026 · Europe/Berlin',
        '▦ As of 2026-07-01 11:00',
      ].join('\n'),
    );
  });

  test('leaves the user’s own lines where they are', async () => {
    const query = await ground.fill(wish);
    ground.sheet.setAttribute(TAB, 'A1', 'note', `mine\n${note()}\nmine too`);
    await edited(query, period(NONE));
    const lines = String(note()).split('\n');
    expect([lines[0], lines.at(-1), lines.length]).toEqual(['mine', 'mine too', 7]);
    expect(note()).toContain('▦ Complete: 0 of 0 entries');
    expect(note()).not.toContain('8 of 8');
  });

  test('is added to a note that was there before the table', async () => {
    ground.sheet.setAttribute('Sheet1', 'B2', 'note', 'mine');
    await ground.fill({ ...wish, target: atCell(2, 2) });
    expect(ground.sheet.attributes('Sheet1', 'note', 'B2')[0][0]).toMatch(/^mine\n▦ Date, description/);
  });

  test('names timers that still run, where Clockify lists them', async () => {
    await ground.control.changeWorkspace({ workspace: 'Quirks', reportsListRunning: true });
    const day: [string, string] = ['2026-06-10', '2026-06-10'];
    const query = await ground.fill({ ...wish, accounts: ['Quirks'], days: day });
    expect(note()).toContain('(2 still running)');
    await ground.control.changeWorkspace({ workspace: 'Quirks', reportsListRunning: false });
    await ground.refresh(query);
    expect(note()).not.toContain('running');
  });
});

describe('a new tab', () => {
  test('is named after the query and shown without leaving the one at work', async () => {
    await ground.fill({ ...wish, name: 'Week: a/b [1]' });
    const tabs = ground.sheet.tabs();
    expect(tabs.filter(({ hidden }) => !hidden).map(({ name, active }) => [name, active])).toEqual([
      ['Sheet1', true],
      ['Week  a b  1', false],
    ]);
  });

  test('whose name is taken gets a number', async () => {
    ground.sheet.insertTab(TAB);
    await ground.fill(wish);
    expect(ground.sheet.values('Time entries 2')).toHaveLength(9);
    expect(ground.sheet.values(TAB)).toEqual([]);
  });

  test('keeps its header in view', async () => {
    await ground.fill(wish);
    const [tab] = ground.sheet.tabs().filter(({ name }) => name === TAB);
    expect(tab.frozenRows).toBe(1);
    expect(ground.sheet.attributes(TAB, 'fontWeight', 'A1:D1')).toEqual([Array(4).fill('bold')]);
  });
});
