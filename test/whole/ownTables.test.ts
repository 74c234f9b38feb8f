import type { Query } from '../../src/query/query';
import { tabNames } from '../../workbench/faults/picture';
import { newGround, QUERY_TAB, type Wish } from './ground';

const ground = newGround();

const COLUMNS = ['date', 'description', 'duration', 'hours'];
/** Eight entries, and two. */
const DAYS: [string, string] = ['2026-06-01', '2026-06-02'];
const DAY: [string, string] = ['2026-06-01', '2026-06-01'];
const NONE: [string, string] = ['2026-06-20', '2026-06-21'];
const wish: Wish = { accounts: ['Quirks'], days: DAYS, columns: COLUMNS };
const TAB = 'Time entries';
const AUTOMATIC = '0.###############';

const period = ([from, to]: [string, string]) => ({ period: { kind: 'fixed' as const, from, to } });
const columns = (fields: string[]) => ({ columns: fields.map((field) => ({ field })) });

async function edited(query: Query, change: Partial<Query>): Promise<Query> {
  const view = await ground.view(query);
  return ground.session.saveQuery({ ...(view.query as Query), ...change });
}

function atCell(row: number, column: number): Wish['target'] {
  return { kind: 'cell', sheet: ground.sheet.tabs()[0].id, row, column };
}

/** Makes a name cover cells, as a person does by hand. */
function nameCells(
  name: string,
  tab: string,
  rect: { row: number; column: number; rows: number; columns: number },
) {
  const { workbook } = ground.session.platform;
  const { id } = ground.sheet.tabs().filter((each) => each.name === tab)[0];
  workbook.names = [...workbook.names.filter((each) => each.name !== name), { name, sheetId: id, rect }];
}

const names = () => ground.sheet.names().map(({ name }) => name);

describe('a column of the table that a person', () => {
  test.each([1, 2, 3, 4])(
    'deleted (number %i) comes back, and each column has its format',
    async (column) => {
      const query = await ground.fill(wish);
      const { values, formats } = await ground.table(query);
      ground.sheet.deleteColumns(TAB, column, 1);
      await ground.refresh(query);
      const table = await ground.table(query);
      expect(table.values).toEqual(values);
      expect(table.formats).toEqual(formats);
      expect(table.shown[1][2]).toMatch(/^\d+:\d\d:\d\d$/);
    },
  );

  test('moved goes back, and a format of theirs with it', async () => {
    const query = await ground.fill(wish);
    ground.sheet.setAttribute(TAB, 'C2:C9', 'numberFormat', '[mm]');
    await ground.refresh(query);
    const { values } = await ground.table(query);
    const moved = ground.sheet.values(TAB, 'C1:C9').map(([value]) => value);
    // Cut the third column, and insert it before the second.
    ground.sheet.insertColumns(TAB, 2, 1);
    moved.forEach((value, row) => {
      ground.sheet.type(TAB, `B${row + 1}`, String(value));
    });
    ground.sheet.setAttribute(TAB, 'B2:B9', 'numberFormat', '[mm]');
    ground.sheet.deleteColumns(TAB, 4, 1);
    await ground.refresh(query);
    const table = await ground.table(query);
    expect(table.values).toEqual(values);
    expect(table.formats).toEqual(['yyyy-mm-dd', AUTOMATIC, '[mm]', '0.00']);
  });

  test('gave another title keeps its format', async () => {
    const query = await ground.fill(wish);
    ground.sheet.type(TAB, 'C1', 'Std');
    ground.sheet.setAttribute(TAB, 'C2:C9', 'numberFormat', '[mm]');
    await ground.refresh(query);
    expect((await ground.table(query)).formats[2]).toBe('[mm]');
    expect(ground.sheet.values(TAB, 'C1')).toEqual([['Duration']]);
  });
});

describe('a named range', () => {
  const mine = { row: 2, column: 8, rows: 3, columns: 2 };

  test('of somebody else that the hidden sheet calls the table is neither overwritten nor removed', async () => {
    const query = await ground.fill(wish);
    ground.sheet.type(TAB, 'H2:I4', 'mine');
    nameCells('Budget', TAB, mine);
    const stored = JSON.parse(String(ground.sheet.values(QUERY_TAB, 'C2')[0][0]));
    const forged = { ...stored, target: { ...stored.target, range: 'Budget' } };
    ground.sheet.type(QUERY_TAB, 'C2', `'${JSON.stringify(forged)}`);
    const problem = await ground.failure(query).catch(() => null);
    expect(ground.sheet.values(TAB, 'H2:I4').flat()).toEqual(Array(6).fill('mine'));
    await ground.session.call('deleteQuery', { query: query.id });
    expect(names()).toContain('Budget');
    expect(problem?.code ?? 'done').toMatch(/agreement-needed|cells-in-the-way|done/);
  });

  test('of the table that somebody made cover their cells is looked at as a first placement', async () => {
    const query = await ground.fill({ ...wish, target: atCell(2, 2) });
    const [name] = names();
    ground.sheet.type('Sheet1', 'H2:K4', 'mine');
    nameCells(name, 'Sheet1', { ...mine, columns: 4 });
    const problem = await ground.failure(query);
    expect(problem.code).toBe('cells-in-the-way');
    expect(ground.sheet.values('Sheet1', 'H2:K4').flat()).toEqual(Array(12).fill('mine'));
  });

  test('of the table that somebody made larger doesn’t take in the cells below', async () => {
    const query = await ground.fill({ ...wish, target: atCell(2, 2) });
    const [name] = names();
    ground.sheet.type('Sheet1', 'B12:E14', 'mine');
    nameCells(name, 'Sheet1', { row: 2, column: 2, rows: 13, columns: 4 });
    await edited(query, period(DAY));
    await ground.refresh(query);
    expect(ground.sheet.values('Sheet1', 'B12:E14').flat()).toEqual(Array(12).fill('mine'));
    expect((await ground.view(query)).place?.address).toBe('Sheet1!B2:E4');
  });

  test('of the table that somebody made cover cells of another tab is not removed with the query', async () => {
    const query = await ground.fill(wish);
    const [name] = names();
    ground.sheet.type('Sheet1', 'H2:K4', 'mine');
    nameCells(name, 'Sheet1', { ...mine, columns: 4 });
    await ground.session.call('deleteQuery', { query: query.id });
    expect(names()).toContain(name);
    expect(ground.sheet.attributes('Sheet1', 'note', 'H2')).toEqual([[undefined]]);
  });

  test('is found in a file that was copied, whose store knows nothing of it', async () => {
    const query = await ground.fill(wish);
    const properties = ground.session.platform.properties('document');
    properties.set({}, true);
    await ground.refresh(query);
    expect(tabNames(ground.sheet)).toEqual(['Sheet1', QUERY_TAB, TAB]);
    expect(ground.sheet.values(TAB)).toHaveLength(9);
  });
});

describe('named ranges of columns', () => {
  const rects = () => Object.fromEntries(ground.sheet.names().map(({ name, rect }) => [name, rect]));
  const named = async (change: Partial<Query> = {}) => {
    const query = await ground.query(wish);
    const saved = await edited(query, { options: { durations: 'duration', columnNames: true }, ...change });
    await ground.refresh(saved);
    return saved;
  };

  test('cover the data of every column', async () => {
    await named();
    expect(rects()).toMatchObject({
      Clockify_Time_entries: { row: 1, column: 1, rows: 9, columns: 4 },
      Clockify_Time_entries_Date: { row: 2, column: 1, rows: 8, columns: 1 },
      Clockify_Time_entries_Duration: { row: 2, column: 3, rows: 8, columns: 1 },
      Clockify_Time_entries_Duration_decimal: { row: 2, column: 4, rows: 8, columns: 1 },
    });
  });

  test('follow their fields when the table grows, and its columns change places', async () => {
    const query = await named(period(DAY));
    await ground.refresh(await edited(query, { ...period(DAYS), ...columns(['duration', 'date']) }));
    expect(rects()).toEqual({
      Clockify_Time_entries: { row: 1, column: 1, rows: 9, columns: 2 },
      Clockify_Time_entries_Duration: { row: 2, column: 1, rows: 8, columns: 1 },
      Clockify_Time_entries_Date: { row: 2, column: 2, rows: 8, columns: 1 },
    });
  });

  test('of a table without rows cover nothing that is anybody else’s', async () => {
    await named(period(NONE));
    expect(rects().Clockify_Time_entries_Duration).toEqual({ row: 1, column: 3, rows: 1, columns: 1 });
  });

  test('are removed when they are no longer wanted', async () => {
    const query = await named();
    nameCells('Clockify_Time_entries_Mine', TAB, { row: 2, column: 9, rows: 1, columns: 1 });
    await ground.refresh(await edited(query, { options: { durations: 'duration' } }));
    expect(names().sort()).toEqual(['Clockify_Time_entries', 'Clockify_Time_entries_Mine']);
  });

  test('go with their query', async () => {
    const query = await named();
    await ground.session.call('deleteQuery', { query: query.id });
    expect(names()).toEqual([]);
  });

  test('leave a name of somebody’s alone', async () => {
    nameCells('Clockify_Time_entries_Date', 'Sheet1', { row: 5, column: 5, rows: 1, columns: 1 });
    await named();
    expect(rects().Clockify_Time_entries_Date).toMatchObject({ row: 5, column: 5 });
    expect(rects().Clockify_Time_entries_Date_2).toMatchObject({ row: 2, column: 1 });
  });
});

describe('looks', () => {
  test('of titles stand at the side of what is below them, and dates off the next column', async () => {
    await ground.fill(wish);
    expect(ground.sheet.attributes(TAB, 'horizontalAlignment', 'A1:D2')).toEqual([
      ['normal', 'normal', 'right', 'right'],
      ['left', 'normal', 'normal', 'normal'],
    ]);
  });

  test('of a title that is new are those of the header', async () => {
    const query = await ground.fill({ ...wish, columns: ['date', 'description'] });
    ground.sheet.setAttribute(TAB, 'A1:B1', 'background', '#00ff00');
    await ground.refresh(await edited(query, columns(['date', 'description', 'hours'])));
    expect(ground.sheet.attributes(TAB, 'background', 'C1')).toEqual([['#00ff00']]);
    expect(ground.sheet.attributes(TAB, 'fontWeight', 'C1')).toEqual([['bold']]);
    expect(ground.sheet.attributes(TAB, 'horizontalAlignment', 'C1')).toEqual([['right']]);
  });

  test('of columns that change places are taken along: their widths', async () => {
    const query = await ground.fill(wish);
    ground.sheet.setWidth(TAB, 3, 77);
    await ground.refresh(await edited(query, columns(['duration', 'date', 'description', 'user'])));
    expect([1, 2, 3, 4].map((column) => ground.sheet.width(TAB, column))).toEqual([77, 130, 320, 130]);
  });

  test('of columns on a tab of somebody’s stay as they are', async () => {
    const query = await ground.fill({ ...wish, target: atCell(2, 2) });
    ground.sheet.setWidth('Sheet1', 4, 77);
    await ground.refresh(await edited(query, columns(['duration', 'date', 'description'])));
    expect([2, 3, 4].map((column) => ground.sheet.width('Sheet1', column))).toEqual([100, 100, 77]);
  });
});

describe('a table that is left behind', () => {
  const note = () => String(ground.sheet.attributes(TAB, 'note', 'A1')[0][0]);

  test('because it goes elsewhere says that it is no longer refreshed', async () => {
    const query = await ground.fill(wish);
    ground.sheet.setAttribute(TAB, 'A1', 'note', `mine\n${note()}`);
    await ground.refresh(await edited(query, { target: { kind: 'new-tab' } }));
    expect(note()).toBe(
      [
        'mine',
        '▦ Date, description, duration and duration (decimal), one row each, 1–2 Jun 2026',
        '▦ No longer refreshed',
        '▦ As of 2026-07-01 11:00',
      ].join('\n'),
    );
  });

  test('because its query was deleted says so too', async () => {
    const query = await ground.fill(wish);
    await ground.session.call('deleteQuery', { query: query.id });
    expect(note()).toContain('▦ No longer refreshed');
    expect(note()).not.toContain('Complete');
  });
});

describe('collisions', () => {
  test('with cells below offer rows, which make room', async () => {
    const query = await ground.fill({ ...wish, days: DAY });
    ground.sheet.type(TAB, 'B6', 'my sum');
    const longer = await edited(query, period(DAYS));
    const { room } = await ground.failure(longer);
    expect(room).toEqual({ rows: 6 });
    await ground.session.call('insertRows', { query: query.id, rows: room?.rows });
    await ground.refresh(query);
    expect(ground.sheet.values(TAB, 'B12')).toEqual([['my sum']]);
  });
});

test('Go to table selects its first cell', async () => {
  const query = await ground.fill(wish);
  await ground.session.call('goToTable', { query: query.id });
  const { area } = await ground.session.call<{ area: object }>('readSelection');
  expect(area).toMatchObject({ row: 1, column: 1, rows: 1, columns: 1 });
});
