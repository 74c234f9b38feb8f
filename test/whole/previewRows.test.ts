import type { Preview } from '../../src/actions/previewRows';
import type { Query } from '../../src/query/query';
import { keys } from '../../workbench/clockify/keys';
import { pictureOf } from '../../workbench/faults/picture';
import { newGround, problemIn, queryOf, type Wish } from './ground';

const ground = newGround();

/** The first rows of a query; holds that one request is sent for them and that nothing in the spreadsheet changes. */
async function preview(query: Partial<Query>): Promise<Preview> {
  const before = pictureOf(ground.sheet);
  await ground.asked();
  const shown = await ground.session.call<Preview>('previewRows', { query });
  expect(await ground.asked()).toHaveLength(1);
  expect(shown.requests).toBe(1);
  expect(pictureOf(ground.sheet)).toEqual(before);
  return shown;
}

const few: Wish = { accounts: ['Quirks'], days: ['2026-06-01', '2026-06-02'] };

test('of a short list are the table itself, and say so', async () => {
  const query = await ground.fill(few);
  const { values } = await ground.table(query);
  const shown = await preview(query);
  expect(shown.columns.map(({ title }) => title)).toEqual(values[0]);
  expect(shown.columns[0]).toEqual({ title: 'Date', type: 'date', format: 'yyyy-mm-dd' });
  expect(shown.rows).toEqual(values.slice(1, 21));
  expect(shown).toMatchObject({ sample: false, of: values.length - 1 });
});

test('of a long list are twenty rows of many, and say of how many', async () => {
  const login = await ground.login('bench');
  const wish: Wish = { accounts: ['Bench 10k'], days: ['2026-01-01', '2026-12-31'] };
  const query = queryOf(wish, login);
  const shown = await preview(query);
  expect(shown.rows).toHaveLength(20);
  expect(shown.sample).toBe(true);
  const { rows } = await ground.refresh(await ground.query(wish));
  expect(shown.of).toBe(rows);
});

test('of windows are of the newest that has begun', async () => {
  const login = await ground.login('free');
  const shown = await preview(
    queryOf({ days: ['2026-01-01', '2026-12-31'], columns: ['date', 'duration'] }, login),
  );
  expect(shown.sample).toBe(true);
  expect(shown.of).toBeNull();
  expect(shown.rows.length).toBeGreaterThan(0);
});

test('a text that looks like a formula or a date is that text', async () => {
  const login = await ground.login();
  const wish: Wish = { ...few, days: ['2026-01-01', '2026-06-30'], columns: ['description'] };
  const { rows } = await preview(queryOf(wish, login));
  const { values } = await ground.table(await ground.fill(wish));
  const all = values.map(([text]) => text);
  expect(all).toEqual(expect.arrayContaining(rows.map(([text]) => text)));
});

test.each(['projects', 'tasks', 'clients', 'tags'])('of %s are the first of its table', async (report) => {
  const login = await ground.login();
  const { rows, sample } = await preview(queryOf({ report, accounts: ['Quirks'] }, login));
  const { values } = await ground.table(await ground.fill({ report, accounts: ['Quirks'] }));
  expect(sample).toBe(false);
  expect(rows).toEqual(values.slice(1, 21));
});

test('that show ids for names of another list are a sample', async () => {
  const login = await ground.login();
  const { sample } = await preview(queryOf({ report: 'users', accounts: ['Quirks'] }, login));
  expect(sample).toBe(true);
});

test('of several accounts are of the first, and a sample', async () => {
  const login = await ground.login();
  const { rows, sample } = await preview(
    queryOf({ ...few, accounts: ['Quirks', 'Harbour Works'], columns: ['account', 'duration'] }, login),
  );
  expect(sample).toBe(true);
  expect(new Set(rows.map(([account]) => account))).toEqual(new Set(['Quirks']));
});

describe('a preview that can’t be given', () => {
  test('of a query of somebody else’s login reads nothing', async () => {
    const query = await ground.fill(few);
    await ground.asked();
    const theirs = ground.session.call('previewRows', { query }, { user: 'user-2' });
    expect((await problemIn(() => theirs)).code).toBe('login-unknown');
    expect(await ground.asked()).toEqual([]);
  });

  test('says what is wrong with the query, and asks nothing', async () => {
    const login = await ground.login();
    await ground.asked();
    const query = queryOf({ ...few, days: ['2026-06-02', '2026-06-01'] }, login);
    const problem = await problemIn(() => ground.session.call('previewRows', { query }));
    expect(problem.code).toBe('period-reversed');
    expect(await ground.asked()).toEqual([]);
  });

  test('since Clockify fails is tried once, and says so without the key', async () => {
    const query = queryOf(few, await ground.login());
    await ground.fault({
      path: '/reports/',
      fault: { kind: 'status', status: 500, body: { message: keys.demo } },
    });
    await ground.asked();
    const problem = await problemIn(() => ground.session.call('previewRows', { query }));
    expect(problem.code).toBe('clockify-failing');
    expect(JSON.stringify(problem)).not.toContain(keys.demo);
    expect(await ground.asked()).toHaveLength(1);
  });

  test('of a form that is none is no more than a problem', async () => {
    await ground.login();
    for (const query of [{}, { accounts: 'x' }, { version: 99 }, { report: '__proto__' }]) {
      const problem = await problemIn(() => ground.session.call('previewRows', { query }));
      expect(problem.code).not.toBe('unexpected');
    }
  });
});

describe('a preview of a grouped table', () => {
  const grouped = { grain: 'grouped' } as const;

  test.each<[string, Wish]>([
    ['with sums', { columns: ['client', 'hours', 'amount', 'entries'] }],
    [
      'that was split',
      { columns: ['user', 'hours'], ask: { split: { field: 'type', most: 3, totals: true } } },
    ],
    [
      'with totals and filters',
      {
        columns: ['client', 'hours'],
        ask: { totals: true, filters: [{ field: 'hours', op: 'gt', values: [2] }] },
      },
    ],
  ])('%s is the table where one request gives everything', async (_, wish) => {
    const whole = {
      ...few,
      days: ['2026-06-01', '2026-06-30'] as [string, string],
      ...wish,
      ask: { ...grouped, ...wish.ask },
    };
    const query = await ground.fill(whole);
    const { values } = await ground.table(query);
    const shown = await preview(query);
    expect(shown).toMatchObject({ sample: false, of: (await ground.view(query)).state.complete?.rows });
    expect(shown.columns.map(({ title }) => title)).toEqual(values[0]);
    expect(shown.rows).toEqual(values.slice(1, 21));
  });

  test('that compares is a sample: the days before are not read', async () => {
    const login = await ground.login();
    const ask = { ...grouped, compare: { with: 'previous-period' } } as const;
    const { sample, of } = await preview(queryOf({ ...few, columns: ['client', 'hours'], ask }, login));
    expect([sample, of]).toEqual([true, null]);
  });

  test('with rows for people without time is a sample', async () => {
    const login = await ground.login();
    const ask: Partial<Query> = { ...grouped, fill: ['people'] };
    expect((await preview(queryOf({ ...few, columns: ['user', 'hours'], ask }, login))).sample).toBe(true);
  });
});

test.each(['member', 'manager'] as const)(
  'a %s who sees no amounts gets a preview without them',
  async (key) => {
    const login = await ground.login(key);
    const wish = { accounts: ['Lumen & Loom'], days: ['2026-06-01', '2026-06-30'] as [string, string] };
    const shown = await preview(queryOf({ ...wish, columns: ['date', 'hours', 'amount', 'cost'] }, login));
    expect(shown.rows.length).toBeGreaterThan(0);
    const amount = shown.columns.findIndex(({ title }) => title === 'Amount');
    expect(new Set(shown.rows.map((row) => row[amount]))).toEqual(new Set(['']));
  },
);
