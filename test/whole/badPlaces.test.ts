import type { Query } from '../../src/query/query';
import { newGround, told, type Wish } from './ground';

const ground = newGround();

const COLUMNS = ['date', 'description', 'duration'];
/** Eight entries, and one. */
const DAYS: [string, string] = ['2026-06-01', '2026-06-02'];
const DAY: [string, string] = ['2026-06-01', '2026-06-01'];

const wish: Wish = { accounts: ['Quirks'], days: DAYS, columns: COLUMNS };

function atCell(row: number, column: number): Wish['target'] {
  return { kind: 'cell', sheet: ground.sheet.tabs()[0].id, row, column };
}

async function edited(query: Query, change: Partial<Query>): Promise<Query> {
  const view = await ground.view(query);
  return ground.session.saveQuery({ ...(view.query as Query), ...change });
}

const period = ([from, to]: [string, string]) => ({ period: { kind: 'fixed' as const, from, to } });

describe('a protected target', () => {
  const message = {
    code: 'target-protected',
    title: 'The cells of the table are protected against you. Nothing was changed.',
    remedy: 'Ask the owner of the spreadsheet to let you edit them, or let the table go to another tab.',
  };

  test('is named and nothing is changed', async () => {
    const query = await ground.fill(wish);
    ground.session.platform.protect('Time entries', 'A:C', { editors: ['somebody'] });
    expect(told(await ground.refusal(query))).toEqual(message);
  });

  test('of which one cell is protected refuses the whole table', async () => {
    const query = await ground.fill(wish);
    // A cell that is as it should be isn't written, and so not refused.
    ground.sheet.type('Time entries', 'B4', 'typed over');
    ground.session.platform.protect('Time entries', 'B4', { editors: ['somebody'] });
    expect(told(await ground.refusal(query))).toEqual(message);
  });

  test('that is to grow does not grow', async () => {
    const query = await edited(await ground.fill({ ...wish, days: DAY }), period(DAYS));
    ground.session.platform.protect('Time entries', 'A5:C6', { editors: ['somebody'] });
    expect(told(await ground.refusal(query))).toEqual(message);
  });

  test('where a table is placed at first leaves no name behind', async () => {
    ground.session.platform.protect('Sheet1', 'A1:Z1000', { editors: ['somebody'] });
    const query = await ground.query({ ...wish, target: atCell(2, 2) });
    expect(told(await ground.refusal(query))).toEqual(message);
    expect(ground.sheet.names()).toEqual([]);
  });

  test('is written again once it is open', async () => {
    const query = await ground.fill(wish);
    ground.session.platform.protect('Time entries', 'A:C', { editors: ['somebody'] });
    await ground.refusal(query);
    const [{ id }] = ground.sheet.tabs().filter(({ name }) => name === 'Time entries');
    ground.session.platform.workbook.edit(id).protections = [];
    await ground.refresh(query);
    expect((await ground.view(query)).state.problem).toBeNull();
  });
});

describe('a tab that was deleted', () => {
  test('is told, and not made again', async () => {
    const query = await ground.fill(wish);
    ground.sheet.deleteTab('Time entries');
    expect(told(await ground.refusal(query))).toEqual({
      code: 'tab-gone',
      title: 'The tab that Time entries writes to was deleted.',
      remedy: 'Choose where its table should go and refresh again, or undo the deletion.',
    });
  });

  test('can be replaced by a new one', async () => {
    const query = await ground.fill(wish);
    ground.sheet.deleteTab('Time entries');
    await edited(query, { target: { kind: 'new-tab' } });
    await ground.refresh(query);
    expect(ground.sheet.values('Time entries')).toHaveLength((await ground.table(query)).values.length);
  });

  test('before its table was ever placed there is told too', async () => {
    ground.sheet.insertTab('Mine');
    const sheet = ground.sheet.tabs()[1].id;
    const query = await ground.query({ ...wish, target: { kind: 'cell', sheet, row: 1, column: 1 } });
    ground.sheet.deleteTab('Mine');
    expect((await ground.refusal(query)).code).toBe('tab-gone');
  });
});

describe('somebody’s cells', () => {
  test('below a table that grows are named, with the rows that make room', async () => {
    const query = await ground.fill({ ...wish, days: DAY });
    ground.sheet.type('Time entries', 'B6', 'my sum');
    await edited(query, period(DAYS));
    const problem = await ground.refusal(query);
    expect(told(problem)).toEqual({
      code: 'cells-in-the-way',
      title:
        "Time entries now needs 9 rows and 3 columns and would cover Time entries!A4:C9 (B6: 'my sum'). Nothing was changed.",
      remedy: 'Move those cells, or let the table go to another place.',
    });
    expect(problem.room).toEqual({ rows: 6 });
  });

  test('right of a table that gets wider are named, with the columns that make room', async () => {
    const query = await ground.fill(wish);
    ground.sheet.type('Time entries', 'D3', 'PO 17');
    await edited(query, { columns: [...COLUMNS, 'user', 'project'].map((field) => ({ field })) });
    const problem = await ground.refusal(query);
    expect(problem).toMatchObject({
      title:
        "Time entries now needs 9 rows and 5 columns and would cover Time entries!D1:E9 (D3: 'PO 17'). Nothing was changed.",
      scope: { query: 'Time entries', cells: 'Time entries!D1:E9' },
      room: { columns: 2 },
    });
  });

  test('right of a table are spared once room was made', async () => {
    const query = await ground.fill(wish);
    ground.sheet.type('Time entries', 'D3', 'PO 17');
    await edited(query, { columns: [...COLUMNS, 'user', 'project'].map((field) => ({ field })) });
    await ground.refusal(query);
    await ground.session.call('insertColumns', { query: query.id, columns: 2 });
    await ground.refresh(query);
    expect(ground.sheet.values('Time entries', 'F3')).toEqual([['PO 17']]);
  });

  test('at the place of a new table are named', async () => {
    ground.sheet.type('Sheet1', 'C5', '=1+1');
    const query = await ground.query({ ...wish, target: atCell(2, 2) });
    expect((await ground.refusal(query)).title).toBe(
      "Time entries now needs 9 rows and 3 columns and would cover Sheet1!B2:D10 (C5: '=1+1'). Nothing was changed.",
    );
  });

  test('that show nothing but are formulas count too', async () => {
    await ground.open({ evaluate: () => '' });
    ground.sheet.type('Sheet1', 'C5', '=""');
    const query = await ground.query({ ...wish, target: atCell(2, 2) });
    expect((await ground.refusal(query)).code).toBe('cells-in-the-way');
  });

  test('of another query’s table are named', async () => {
    const first = await ground.fill({ ...wish, target: atCell(10, 1), name: 'First' });
    const second = await ground.query({ ...wish, days: DAYS, target: atCell(5, 2), name: 'Second' });
    const problem = await ground.refusal(second);
    expect(problem.scope.cells).toBe('Sheet1!B5:D13');
    expect((await ground.view(first)).place?.address).toBe('Sheet1!A10:C18');
  });

  test('that merely touch the table are nobody’s trouble', async () => {
    for (const a1 of ['A1', 'E2', 'E10', 'B11', 'A11']) ground.sheet.type('Sheet1', a1, 'mine');
    await ground.fill({ ...wish, target: atCell(2, 2) });
    for (const a1 of ['A1', 'E2', 'E10', 'B11', 'A11']) {
      expect(ground.sheet.values('Sheet1', a1)).toEqual([['mine']]);
    }
  });
});

describe('a spreadsheet that is full', () => {
  test('says so and keeps the old table', async () => {
    await ground.login('bench');
    const query = await ground.fill({ accounts: ['Bench 10k'], days: ['2026-02-01', '2026-02-01'] });
    // 10 million cells less what is there already and a few rows.
    ground.sheet.insertTab('Large');
    ground.sheet.insertColumns('Large', 26, 9_864);
    await edited(query, period(['2026-02-01', '2026-02-28']));
    expect(told(await ground.refusal(query))).toEqual({
      code: 'cells-too-many',
      title:
        'The table does not fit: a spreadsheet holds at most 10 million cells, empty ones counted. Nothing was changed.',
      remedy:
        'Choose fewer columns or a shorter period, delete tabs or empty rows, or use another spreadsheet.',
    });
  });

  test('has no room for a tab and leaves none', async () => {
    const query = await ground.query(wish);
    ground.sheet.insertTab('Large');
    ground.sheet.insertColumns('Large', 26, 9_915);
    expect((await ground.refusal(query)).code).toBe('cells-too-many');
    expect(ground.sheet.tabs().map(({ name }) => name)).not.toContain('Time entries');
  });
});

describe('columns that were inserted inside the table', () => {
  test('are named and not overwritten', async () => {
    const query = await ground.fill(wish);
    ground.sheet.insertColumns('Time entries', 2, 1);
    ground.sheet.type('Time entries', 'B2', 'my note');
    expect(told(await ground.refusal(query))).toEqual({
      code: 'columns-inside',
      title:
        'A column was inserted inside the table of Time entries (Time entries!A1:D9) and would be overwritten. Nothing was changed.',
      remedy:
        'Move what was inserted to the right of the table, delete the empty columns, and refresh again.',
    });
  });

  test('are no trouble once they are gone', async () => {
    const query = await ground.fill(wish);
    const before = ground.sheet.values('Time entries');
    ground.sheet.insertColumns('Time entries', 2, 2);
    await ground.refusal(query);
    ground.sheet.deleteColumns('Time entries', 2, 2);
    await ground.refresh(query);
    expect(ground.sheet.values('Time entries')).toEqual(before);
  });
});
