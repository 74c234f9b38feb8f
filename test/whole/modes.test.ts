import type { Query } from '../../src/query/query';
import { type Ground, newGround, type Wish } from './ground';

const ground = newGround();
const LUMEN = 'Lumen & Loom';
const A_DAY = 86_400_000;
const COLUMNS = ['date', 'start', 'user', 'description', 'duration', 'entry-id'];
const LAST_WEEK: Partial<Query> = { mode: { kind: 'last-days', days: 7 } };
const wish: Wish = {
  accounts: [LUMEN],
  period: { kind: 'since', from: '2026-06-10', to: 'today' },
  columns: COLUMNS,
};
/** The pinned clock says 1 July: the last seven days begin on 25 June. */
const WINDOW = Date.UTC(2026, 5, 25) / A_DAY + 25_569;

type Row = (string | number | boolean)[];
const idOf = (row: Row) => String(row[COLUMNS.indexOf('entry-id')]);

async function rowsOf(query: Pick<Query, 'id'>): Promise<Row[]> {
  return (await ground.table(query)).values.slice(1);
}

/** Rows before the window, and those in it. */
async function halves(query: Pick<Query, 'id'>): Promise<{ older: Row[]; window: Row[] }> {
  const rows = await rowsOf(query);
  return {
    older: rows.filter(([day]) => Number(day) < WINDOW),
    window: rows.filter(([day]) => Number(day) >= WINDOW),
  };
}

/** What a table that is replaced has now. */
async function replaced(at: Ground): Promise<{ older: Row[]; window: Row[] }> {
  return halves(await at.fill({ ...wish, name: 'Replaced' }));
}

describe('a table whose last seven days are updated', () => {
  async function begun(): Promise<{ query: Query; older: Row[]; window: Row[] }> {
    await ground.login('demo');
    const query = await ground.fill({ ...wish, ask: LAST_WEEK });
    await ground.asked();
    return { query, ...(await halves(query)) };
  }

  test('is Clockify inside them, whatever was edited, deleted and added; what is older stays as it was', async () => {
    const { query, older, window } = await begun();
    const [edited, gone, moved] = [3, 8, 12].map((index) => idOf(window[index]));
    await ground.control.editEntries({
      workspace: LUMEN,
      add: [{ start: '2026-06-30T10:00:00Z', end: '2026-06-30T11:00:00Z', description: '=new' }],
      edit: [
        { id: edited, description: 'edited' },
        { id: moved, start: '2026-06-26T05:00:00Z', end: '2026-06-26T06:00:00Z' },
        { id: idOf(older[0]), description: 'nobody asks for this one' },
      ],
      remove: [gone],
    });
    await ground.refresh(query);
    expect(await ground.asked()).toHaveLength(1);
    const now = await halves(query);
    expect(now.older).toEqual(older);
    expect(now.window).toEqual((await replaced(ground)).window);
    expect(now.window).toHaveLength(window.length);
    expect((await ground.view(query)).state.complete).toMatchObject({
      rows: older.length + window.length,
      kept: older.length,
      oldest: '2026-06-10',
    });
  });

  test('has an entry once that was moved from before them into them, and none that was moved out', async () => {
    const { query, older, window } = await begun();
    const [into, out] = [idOf(older[5]), idOf(window[2])];
    await ground.control.editEntries({
      workspace: LUMEN,
      edit: [
        { id: into, start: '2026-06-29T05:00:00Z', end: '2026-06-29T06:00:00Z' },
        { id: out, start: '2026-06-12T05:00:00Z', end: '2026-06-12T06:00:00Z' },
      ],
    });
    await ground.refresh(query);
    const now = await halves(query);
    expect(now.window).toEqual((await replaced(ground)).window);
    expect(now.older).toEqual(older.filter((row) => idOf(row) !== into));
  });

  test('says so in its note', async () => {
    const { query, older, window } = await begun();
    await ground.refresh(query);
    const { tab } = await ground.table(query);
    const [[note]] = ground.sheet.attributes(tab, 'note', 'A1');
    expect(note).toContain(
      `▦ Complete: ${window.length} of ${window.length} entries of 25 Jun – 1 Jul 2026; ${older.length} older rows kept as they were`,
    );
  });

  test('is not written where nothing changed, and older rows never', async () => {
    const { query, window } = await begun();
    const { tab } = await ground.table(query);
    ground.sheet.type(tab, 'D2', 'by hand');
    /** How many cells each write had: one row of the table has as many as it has columns. */
    const writes: number[] = [];
    const onCall = ({ name, cells }: { name: string; cells: number }) =>
      void (name === 'Range.setValues' && writes.push(cells));
    await ground.refresh(query, { onCall });
    expect(writes).toHaveLength(1);
    await ground.control.editEntries({
      workspace: LUMEN,
      edit: [{ id: idOf(window[4]), description: 'edited' }],
    });
    await ground.refresh(query, { onCall });
    expect(writes.filter((cells) => cells % COLUMNS.length === 0)).toEqual([COLUMNS.length]);
    expect((await rowsOf(query))[0][3]).toBe('by hand');
  });

  test('goes on after days of rest without a gap', async () => {
    const { query } = await begun();
    await ground.control.editEntries({
      workspace: LUMEN,
      add: [{ start: '2026-07-05T10:00:00Z', end: '2026-07-05T11:00:00Z', description: 'in between' }],
    });
    await ground.session.passTime(20 * A_DAY);
    await ground.refresh(query);
    expect((await rowsOf(query)).map((row) => row[3])).toContain('in between');
  });

  test('is replaced when it asks something else, unless older rows would go', async () => {
    await ground.login('demo');
    const period = { kind: 'last-days' as const, days: 14, today: true };
    const query = await ground.fill({ ...wish, period, ask: LAST_WEEK });
    await ground.session.passTime(10 * A_DAY);
    await ground.refresh(query);
    const { query: placed } = await ground.view(query);
    const fewer = { columns: [{ field: 'date' }, { field: 'duration' }] };
    const other = await ground.session.saveQuery({ ...placed, ...fewer });
    const problem = await ground.refusal(other);
    expect([problem.code, problem.remedy]).toEqual([
      'older-rows-would-go',
      'Let the period begin on 2026-06-18 or before, so that they are read anew, or let a refresh replace everything.',
    ]);
    const longer = { period: { kind: 'since' as const, from: '2026-06-18', to: 'today' as const } };
    const read = await ground.session.saveQuery({ ...placed, ...fewer, ...longer });
    await ground.refresh(read);
    expect((await ground.table(read)).values[0]).toEqual(['Date', 'Duration']);
  });

  test('refuses to guess the day of a row, and names the cell', async () => {
    const { query } = await begun();
    const { tab } = await ground.table(query);
    ground.sheet.type(tab, 'A5', 'soon');
    const problem = await ground.refusal(query);
    expect([problem.code, problem.scope.cells]).toEqual(['rows-unreadable', `${tab}!A5`]);
  });

  test('keeps older rows in the order in which they stand, and new ones come after in that of the query', async () => {
    await ground.login('demo');
    const sort: Partial<Query> = { sort: [['description', 'asc']] };
    const query = await ground.fill({ ...wish, ask: { ...LAST_WEEK, ...sort } });
    const { older } = await halves(query);
    await ground.refresh(query);
    const { window } = await halves(await ground.fill({ ...wish, name: 'R', ask: sort }));
    expect(await rowsOf(query)).toEqual([...older, ...window]);
  });

  test('loses no formula in an older row that would have to move', async () => {
    const { query, older } = await begun();
    const { tab } = await ground.table(query);
    ground.sheet.type(tab, 'D9', '=1+1');
    await ground.refresh(query);
    expect(ground.sheet.formulas(tab, 'D9')).toEqual([['=1+1']]);
    await ground.control.editEntries({
      workspace: LUMEN,
      edit: [{ id: idOf(older[1]), start: '2026-06-29T05:00:00Z', end: '2026-06-29T06:00:00Z' }],
    });
    const problem = await ground.refusal(query);
    expect([problem.code, problem.scope.cells]).toEqual(['rows-unreadable', `${tab}!D9`]);
  });
});

test('the days are those of the zone, whatever the zone of the spreadsheet', async () => {
  await ground.open({ timeZone: 'America/St_Johns' });
  await ground.login('demo');
  const zone = 'Asia/Kathmandu';
  const query = await ground.fill({ ...wish, zone, ask: LAST_WEEK });
  const before = await halves(query);
  await ground.control.editEntries({
    workspace: LUMEN,
    add: [
      { start: '2026-06-24T18:14:00Z', end: '2026-06-24T18:20:00Z', description: 'the day before' },
      { start: '2026-06-24T18:15:00Z', end: '2026-06-24T18:20:00Z', description: 'the first minute' },
    ],
  });
  await ground.refresh(query);
  const now = await halves(query);
  expect(now.older).toEqual(before.older);
  expect(now.window).toEqual((await halves(await ground.fill({ ...wish, zone, name: 'R' }))).window);
  expect(now.window.map((row) => row[3])).toContain('the first minute');
});

test('grouped days are updated, too', async () => {
  await ground.login('demo');
  const grouped = { grain: 'grouped' as const };
  const columns = ['date', 'client', 'hours'];
  const query = await ground.fill({ ...wish, columns, ask: { ...grouped, ...LAST_WEEK } });
  const before = await halves(query);
  await ground.control.editEntries({
    workspace: LUMEN,
    add: [{ start: '2026-06-30T10:00:00Z', end: '2026-06-30T11:00:00Z' }],
  });
  await ground.refresh(query);
  const all = await halves(await ground.fill({ ...wish, columns, name: 'R', ask: grouped }));
  expect(await halves(query)).toEqual({ older: before.older, window: all.window });
});

describe('a table that is updated by ID', () => {
  const byId: Wish = { ...wish, ask: { mode: { kind: 'by-id' } } };

  test('has what was edited where it stands, what is new at its end, and keeps the rest', async () => {
    await ground.login('demo');
    const query = await ground.fill(byId);
    const rows = await rowsOf(query);
    await ground.control.editEntries({
      workspace: LUMEN,
      add: [{ start: '2026-06-12T10:00:00Z', end: '2026-06-12T11:00:00Z', description: 'late' }],
      edit: [{ id: idOf(rows[7]), description: 'edited' }],
      remove: [idOf(rows[9])],
    });
    await ground.refresh(query);
    const now = await rowsOf(query);
    expect(now.map(idOf).slice(0, -1)).toEqual(rows.map(idOf));
    expect([now[7][3], now[9], now[now.length - 1][3]]).toEqual(['edited', rows[9], 'late']);
    expect((await ground.view(query)).state.complete).toMatchObject({ rows: rows.length + 1, kept: 1 });
  });

  test('says which rows have the same ID', async () => {
    await ground.login('demo');
    const query = await ground.fill(byId);
    const { tab, values } = await ground.table(query);
    ground.sheet.type(tab, 'F4', idOf(values[1]));
    const problem = await ground.refusal(query);
    expect([problem.code, problem.scope.cells]).toEqual(['rows-unreadable', `${tab}!F2, ${tab}!F4`]);
  });
});
