import type { Query } from '../../src/query/query';
import { newGround, problemIn, QUERY_TAB, queryOf, type Wish } from './ground';

const ground = newGround();

const wish: Wish = {
  name: 'Hours',
  accounts: ['Quirks'],
  days: ['2026-06-01', '2026-06-30'],
  columns: ['date', 'description', 'duration'],
};

/** A tab with what somebody typed into its column B, from B2 on. */
function settings(...texts: string[]): void {
  if (!ground.sheet.tabs().some(({ name }) => name === 'Settings')) ground.sheet.insertTab('Settings');
  for (const [index, text] of texts.entries()) ground.sheet.type('Settings', `B${index + 2}`, text);
}

async function save(change: Partial<Query>): Promise<Query> {
  const login = await ground.login();
  return ground.session.saveQuery({ ...queryOf(wish, login), ...change });
}

const daysOf = async (query: Query) => (await ground.view(query)).state.complete?.days;

const cellPeriod: Partial<Query> = { period: { kind: 'cell', cell: '=Settings!B2' } };
const since: Partial<Query> = { period: { kind: 'fixed', from: '=Settings!B2', to: '=Settings!B3' } };

test('a period in a cell is read at each refresh, and the cell stays in the query', async () => {
  settings('last month');
  const query = await save(cellPeriod);
  await ground.refresh(query);
  expect(await daysOf(query)).toEqual({ from: '2026-06-01', to: '2026-06-30' });
  settings('2026-Q2');
  await ground.refresh(query);
  expect(await daysOf(query)).toEqual({ from: '2026-04-01', to: '2026-06-30' });
  const [[stored]] = ground.sheet.values(QUERY_TAB, 'C2');
  expect(JSON.parse(String(stored)).period).toEqual({ kind: 'cell', cell: '=Settings!B2' });
});

test('a month that Sheets takes for a day is a month', async () => {
  settings('2026-06');
  const query = await save(cellPeriod);
  await ground.refresh(query);
  expect(await daysOf(query)).toEqual({ from: '2026-06-01', to: '2026-06-30' });
});

test('days are those that the spreadsheet shows, in whatever zones it and the query are', async () => {
  await ground.open({ timeZone: 'America/New_York', locale: 'de_DE' });
  settings('1.6.2026', '5.6.2026');
  const query = await save({ ...since, zone: 'Asia/Kathmandu' });
  await ground.refresh(query);
  expect(await daysOf(query)).toEqual({ from: '2026-06-01', to: '2026-06-05' });
});

test('a date that is a text is refused in any locale, since nobody can tell its order', async () => {
  await ground.open({ locale: 'de_DE' });
  settings("'1.6.2026", '5.6.2026');
  const problem = await problemIn(() => save(since));
  expect(problem).toMatchObject({ code: 'parameter-invalid', scope: { cells: 'Settings!B2' } });
  expect(problem.remedy).toContain('write 2026-08-31');
});

describe('the old table stands, and the cell is named, when', () => {
  test.each<[string, () => void, string]>([
    ['it is empty', () => settings(''), 'Settings!B2, where the limit of Hours stands, is empty.'],
    ['it is no number', () => settings('many'), 'holds “many”, which is no number of rows'],
    ['it holds an error', () => settings("'#REF!"), 'shows the error #REF!'],
    [
      'its tab is gone',
      () => ground.sheet.deleteTab('Settings'),
      "is on the tab Settings, which isn't there",
    ],
    ['its tab has another name', () => ground.sheet.rename('Settings', 'Set'), 'is on the tab Settings'],
  ])('%s', async (_, spoil, title) => {
    settings('2');
    const query = await save({ limit: '=Settings!B2' });
    await ground.refresh(query);
    expect((await ground.table(query)).values).toHaveLength(3);
    spoil();
    const problem = await ground.refusal(query);
    expect(problem).toMatchObject({
      code: 'parameter-invalid',
      scope: { query: 'Hours', cells: 'Settings!B2' },
    });
    expect(problem.title).toContain(title);
  });
});

test('a range is a list of values, without its blanks', async () => {
  const ask = queryOf({ ...wish, columns: ['user'] }, await ground.login());
  const all = await ground.session.saveQuery(ask);
  await ground.refresh(all);
  const people = (await ground.table(all)).values.slice(1).map(([user]) => String(user));
  const [one, two] = [...new Set(people)];
  settings(one, '', two);
  const query = await ground.session.saveQuery({
    ...ask,
    filters: [{ field: 'user', op: 'is', values: [{ cell: '=Settings!B2:B9' }] }],
  });
  await ground.refresh(query);
  const found = (await ground.table(query)).values.slice(1).map(([user]) => String(user));
  expect(found.sort()).toEqual(people.filter((user) => user === one || user === two).sort());
});

test('cells of one tab are read by one call, and a query without cells reads none', async () => {
  settings('last month', '5', 'a');
  const plain = await ground.query(wish);
  const calls: string[] = [];
  const onCall = ({ name }: { name: string }) => {
    calls.push(name);
  };
  const query = await ground.session.saveQuery({
    ...plain,
    id: undefined,
    ...cellPeriod,
    limit: '=Settings!B3',
    filters: [{ field: 'description', op: 'contains', values: [{ cell: '=Settings!B4' }] }],
  });
  await ground.session.call('previewRequests', { query: plain }, { onCall });
  const without = calls.splice(0).filter((name) => name === 'Range.getValues').length;
  await ground.session.call('previewRequests', { query }, { onCall });
  expect(calls.filter((name) => name === 'Range.getValues').length - without).toBe(1);
  expect(calls).not.toContain('Range.getDisplayValues');
});

test('cells are found wherever they lie, and beyond the end of the tab they are as blank as any', async () => {
  settings('last month');
  ground.sheet.insertTab("It's far");
  ground.sheet.type("It's far", 'A900', '2');
  ground.sheet.type("It's far", 'Z3', 'a');
  const query = await save({
    ...cellPeriod,
    limit: "='It''s far'!A900",
    filters: [{ field: 'description', op: 'contains', values: [{ cell: "='It''s far'!Z:Z" }] }],
  });
  await ground.refresh(query);
  expect((await ground.table(query)).values).toHaveLength(3);
  const beyond = await problemIn(() => ground.session.saveQuery({ ...query, limit: "='It''s far'!A90000" }));
  expect(beyond.title).toContain("'It''s far'!A90000, where the limit of Hours stands, is empty");
});

test('a tab that holds a chart has no cells to read', async () => {
  ground.sheet.addChartTab('Chart');
  expect((await problemIn(() => save({ limit: '=Chart!A1' }))).code).toBe('tab-without-cells');
});
