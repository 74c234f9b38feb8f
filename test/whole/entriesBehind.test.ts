import type { Query } from '../../src/query/query';
import type { TableView } from '../../workbench/session';
import { newGround, problemIn, QUERY_TAB, type Wish } from './ground';

const ground = newGround();

const grouped = { grain: 'grouped' } as const;
const METRICS = ['hours', 'entries', 'amount'];
const june: Wish = { accounts: ['Quirks'], days: ['2026-01-01', '2026-06-30'], ask: grouped };

/** Selects cells of a table, counted from its first. */
function select({ tab, a1 }: TableView, row: number, column: number, columns = 1): void {
  const [, letters, first] = /^([A-Z]+)(\d+)/.exec(a1) as RegExpExecArray;
  const left = letters.charCodeAt(0) - 65 + column;
  const name = (index: number) => `${String.fromCharCode(65 + index)}${Number(first) + row}`;
  ground.sheet.select(tab, columns === 1 ? name(left) : `${name(left)}:${name(left + columns - 1)}`);
}

async function entriesOf(): Promise<{ made: Query; table: TableView }> {
  const made = await ground.session.call<Query>('showEntries');
  await ground.refresh(made);
  return { made, table: await ground.table(made) };
}

/** What a column of a table adds up to. */
function sum({ values: [titles, ...rows] }: TableView, title: unknown): number {
  const column = titles.indexOf(title as string);
  expect([title, column >= 0]).toEqual([title, true]);
  return rows.reduce((all, row) => all + Number(row[column]), 0);
}

/** Whether two rows can't be told apart: things without a name, and none, are groups that look alike. */
function looksAsAnother(row: unknown[], rows: unknown[][]): boolean {
  const look = (other: unknown[]) => JSON.stringify(other.filter((cell) => typeof cell !== 'number'));
  return row.includes('') && rows.filter((other) => look(other) === look(row)).length > 1;
}

/** Opens every row of a table; holds that what is behind it adds up to the numbers in it. */
async function openEach(query: Query, most = 12): Promise<void> {
  const table = await ground.table(query);
  const [titles, ...rows] = table.values;
  const every = Math.max(1, Math.floor(rows.length / most));
  for (const [index, row] of rows.entries()) {
    if (index % every !== 0 || looksAsAnother(row, rows)) continue;
    select(table, index + 1, 0);
    const behind = await entriesOf();
    for (const title of ['Duration (decimal)', 'Amount', 'Entries']) {
      if (!titles.includes(title)) continue;
      const number = Number(row[titles.indexOf(title)]);
      expect([row, title, Math.abs(sum(behind.table, title) - number) < 0.006]).toEqual([row, title, true]);
    }
    await ground.session.call('deleteQuery', { query: behind.made.id });
  }
}

describe('the entries behind a row add up to its numbers', () => {
  test.each([
    [['client', 'project']],
    [['user', 'month']],
    [['date']],
    [['week', 'billable']],
    [['weekday', 'hour']],
    [['quarter', 'year', 'year-month', 'iso-week']],
    [['task', 'type']],
    [['tags']],
    [['description']],
    [['rate', 'email']],
    [['locked']],
    [['groups']],
  ])('by %j', async (dimensions) => {
    await openEach(await ground.fill({ ...june, columns: [...dimensions, ...METRICS] }));
  });

  test('of several accounts', async () => {
    await openEach(
      await ground.fill({
        ...june,
        accounts: ['Quirks', 'Harbour Works'],
        days: ['2026-06-01', '2026-06-30'],
        columns: ['project', ...METRICS],
      }),
    );
  });

  test('also where many things have one name', async () => {
    const login = await ground.login('lists');
    const named = await ground.query({
      accounts: [login.accounts[0].name],
      days: ['2026-01-01', '2026-03-31'],
      columns: ['project', 'hours', 'entries'],
      ask: { ...grouped, filters: [{ field: 'project', op: 'is', values: ['Support', 'Project 0007'] }] },
    });
    await ground.refresh(named);
    await openEach(named, 6);
  });

  test('under the conditions of the query, without those on metrics, and without its limit', async () => {
    const query = await ground.fill({
      ...june,
      columns: ['client', ...METRICS],
      ask: {
        ...grouped,
        filters: [
          {
            or: [
              { field: 'billable', op: 'is', values: [true] },
              { field: 'project', op: 'empty', values: [] },
            ],
          },
          { field: 'hours', op: 'gt', values: [1] },
        ],
        sort: [['hours', 'desc']],
        limit: 3,
      },
    });
    await openEach(query);
  });
});

/** Opens numbers of a table, counted from its first cell; holds that a metric of what is behind adds up to each. */
async function openNumbers(
  query: Query,
  cells: [row: number, column: number][],
  title = 'Duration (decimal)',
) {
  const table = await ground.table(query);
  for (const [row, column] of cells) {
    select(table, row, column);
    const { made, table: opened } = await entriesOf();
    const number = Number(table.values[row][column]);
    const told = [table.values[0][column], table.values[row], made.filters, made.period];
    expect([...told, Math.abs(sum(opened, title) - number) < 0.006]).toEqual([...told, true]);
    await ground.session.call('deleteQuery', { query: made.id });
  }
}

/** Places of numbers in a table: of some of its rows, all columns whose title is of the metric. */
function numbersOf({ values }: TableView, titled: (title: string) => boolean, most = 4): [number, number][] {
  const columns = values[0].flatMap((title, column) => (titled(String(title)) ? [column] : []));
  const every = Math.max(1, Math.floor((values.length - 1) / most));
  return values.flatMap((_, row) =>
    row === 0 || (row - 1) % every !== 0 ? [] : columns.map((column): [number, number] => [row, column]),
  );
}

describe('what is behind a row of another report', () => {
  test.each<[string, string[], string]>([
    ['projects', ['client', 'projects'], 'Projects'],
    ['tasks', ['project', 'tasks'], 'Tasks'],
    ['users', ['membership', 'people'], 'Users'],
    ['tags', ['archived', 'tags'], 'Tags'],
    ['clients', ['archived', 'clients'], 'Clients'],
  ])('%s are the rows of its records', async (report, columns, title) => {
    const query = await ground.fill({ report, accounts: ['Lumen & Loom'], columns, ask: grouped });
    const table = await ground.table(query);
    for (const row of [1, table.values.length - 1]) {
      select(table, row, 0);
      const { made, table: opened } = await entriesOf();
      expect(made.name.startsWith(`${title} behind `)).toBe(true);
      expect(opened.values).toHaveLength(1 + Number(table.values[row][1]));
      await ground.session.call('deleteQuery', { query: made.id });
    }
  });
});

describe('a number of a table opens', () => {
  const hours = {
    ...june,
    days: ['2026-05-01', '2026-06-30'] as [string, string],
    columns: ['client', 'hours'],
  };

  test.each(['user', 'billable', 'month', 'task', 'type', 'weekday', 'tags'])(
    'that was split by %s: each value, the others and all of them',
    async (field) => {
      const split = { field, most: 2, others: true, totals: true };
      const query = await ground.fill({ ...hours, ask: { ...grouped, split } });
      const table = await ground.table(query);
      const dimensions = ['Client', 'Currency'];
      await openNumbers(
        query,
        numbersOf(table, (title) => !dimensions.includes(title)),
      );
    },
  );

  test('that was split, of several metrics and without others', async () => {
    const query = await ground.fill({
      ...hours,
      columns: ['user', 'hours', 'entries'],
      ask: { ...grouped, split: { field: 'project', most: 3 } },
    });
    const table = await ground.table(query);
    await openNumbers(
      query,
      numbersOf(table, (title) => title.endsWith('· Duration (decimal)')),
    );
    await openNumbers(
      query,
      numbersOf(table, (title) => title.endsWith('· Entries'), 2),
      'Entries',
    );
  });

  test.each<[string, Partial<Query>, string[]]>([
    ['by client', { compare: { with: 'previous-period' } }, ['client', 'hours']],
    ['by month', { compare: { with: 'previous-period' } }, ['month', 'hours']],
    ['by day', { compare: { with: 'fixed', from: '2026-03-01', to: '2026-03-20' } }, ['date', 'hours']],
    ['by weekday', { compare: { with: 'previous-year' } }, ['weekday', 'hours']],
    [
      'split by month',
      {
        compare: { with: 'previous-period', show: ['value'] },
        split: { field: 'month', most: 3, totals: true },
      },
      ['client', 'hours'],
    ],
  ])('that is compared, %s', async (_, ask, columns) => {
    const query = await ground.fill({ ...hours, columns, ask: { ...grouped, ...ask } });
    const table = await ground.table(query);
    const isValue = (title: string) => !/change|^(Client|Month|Date|Weekday)$/.test(title);
    await openNumbers(query, numbersOf(table, isValue));
  });

  test('of totals and subtotals, for each currency', async () => {
    const query = await ground.fill({
      ...june,
      accounts: ['Lumen & Loom'],
      days: ['2026-06-01', '2026-06-10'],
      columns: ['client', 'user', 'hours', 'amount'],
      ask: { ...grouped, totals: true, subtotals: 'client' },
    });
    const { values } = await ground.table(query);
    const rows = values.flatMap(([label], row) => (/(^Total| total)$/.test(String(label)) ? [row] : []));
    expect(rows.length).toBeGreaterThan(3);
    const column = values[0].indexOf('Duration (decimal)');
    await openNumbers(
      query,
      [...rows.slice(0, 6), rows[rows.length - 1]].map((row) => [row, column]),
    );
    const amount = values[0].indexOf('Amount');
    await openNumbers(
      query,
      rows.slice(-2).map((row) => [row, amount]),
      'Amount',
    );
  });

  test('of totals of several accounts', async () => {
    const query = await ground.fill({
      ...june,
      accounts: ['Quirks', 'Harbour Works'],
      days: ['2026-06-01', '2026-06-30'],
      columns: ['client', 'hours', 'amount'],
      ask: { ...grouped, totals: true },
    });
    const { values } = await ground.table(query);
    const column = values[0].indexOf('Duration (decimal)');
    const totals = values.flatMap(([label], row) => (label === 'Total' ? [row] : []));
    expect(totals.length).toBeGreaterThan(0);
    await openNumbers(
      query,
      totals.map((row) => [row, column]),
    );
  });

  test('that is a ratio: the entries that it is made of', async () => {
    const query = await ground.fill({
      ...june,
      columns: ['client', 'billable-ratio', 'hours', 'entries'],
      ask: grouped,
    });
    const table = await ground.table(query);
    select(table, 1, 1);
    const behind = await entriesOf();
    expect(behind.table.values).toHaveLength(1 + Number(table.values[1][3]));
  });
});

test('days and filters that cells say are those of the table, whatever the cells say by now', async () => {
  await ground.login();
  ground.sheet.insertTab('Settings');
  ground.sheet.type('Settings', 'A1', '2026-06-01');
  const query = await ground.fill({
    ...june,
    columns: ['client', 'hours'],
    ask: { ...grouped, period: { kind: 'fixed', from: '=Settings!A1', to: '2026-06-30' } },
  });
  const table = await ground.table(query);
  ground.sheet.type('Settings', 'A1', '2026-06-20');
  select(table, 1, 1);
  const { made, table: opened } = await entriesOf();
  expect(made.period).toEqual({ kind: 'fixed', from: '2026-06-01', to: '2026-06-30' });
  expect(Math.abs(sum(opened, 'Duration (decimal)') - Number(table.values[1][1]))).toBeLessThan(0.006);
});

test('the query says what it is of, and is one of the person who asked', async () => {
  const query = await ground.fill({ ...june, columns: ['client', 'hours'] });
  const table = await ground.table(query);
  select(table, 1, 1);
  const { made } = await entriesOf();
  const [client] = table.values[1];
  expect(made.name).toBe(`Entries behind ${client}`);
  expect(made).toMatchObject({
    grain: 'each',
    period: { kind: 'fixed', from: '2026-01-01', to: '2026-06-30' },
    zone: query.zone,
    accounts: query.accounts,
  });
  expect((await ground.view(made)).agreement).toBeNull();
});

test('the menu item fills the tab and shows it', async () => {
  const query = await ground.fill({ ...june, columns: ['client', 'hours'] });
  const table = await ground.table(query);
  select(table, 1, 1);
  await ground.session.platform.run('openEntries');
  const views = await ground.session.call<{ name: string; place: { tab: string } | null }[]>('listQueries');
  const made = views.find(({ name }) => name.startsWith('Entries behind'));
  expect(made?.place?.tab).toBe(made?.name);
  const { tab } = await ground.session.call<{ tab: string }>('readSelection');
  expect(tab).toBe(made?.name);
});

describe('nothing is behind', () => {
  const opened = () => problemIn(() => ground.session.call('showEntries'));

  test('cells beside every table', async () => {
    const { tab } = await ground.table(await ground.fill({ ...june, columns: ['client', 'hours'] }));
    ground.sheet.select(tab, 'Z9');
    expect(await opened()).toMatchObject({ code: 'selection-outside', scope: {} });
  });

  test('a header', async () => {
    select(await ground.table(await ground.fill({ ...june, columns: ['client', 'hours'] })), 0, 1);
    expect((await opened()).code).toBe('selection-outside');
  });

  test('totals of rows that were chosen by their metrics', async () => {
    const filters: Query['filters'] = [{ field: 'hours', op: 'gt', values: [1] }];
    const query = await ground.fill({
      ...june,
      columns: ['client', 'hours'],
      ask: { ...grouped, filters, totals: true },
    });
    const table = await ground.table(query);
    select(table, table.values.length - 1, 1);
    expect((await opened()).code).toBe('selection-outside');
  });

  test('several rows at once', async () => {
    const { tab, a1 } = await ground.table(await ground.fill({ ...june, columns: ['client', 'hours'] }));
    ground.sheet.select(tab, a1);
    expect((await opened()).code).toBe('selection-outside');
  });

  test('a row that is one entry', async () => {
    select(await ground.table(await ground.fill({ ...june, ask: {} })), 1, 0);
    expect((await opened()).code).toBe('selection-outside');
  });

  test('a table whose dimension was deleted', async () => {
    const table = await ground.table(await ground.fill({ ...june, columns: ['client', 'project', 'hours'] }));
    ground.sheet.deleteColumns(table.tab, 1, 1);
    select(table, 1, 0);
    expect((await opened()).code).toBe('selection-outside');
  });
});

describe('somebody who means harm', () => {
  const json = (cell: string) => JSON.parse(String(ground.sheet.values(QUERY_TAB, cell)[0][0]));

  async function selected(): Promise<Query> {
    const query = await ground.fill({ ...june, columns: ['client', 'hours'] });
    select(await ground.table(query), 1, 1);
    return query;
  }

  test('and changed the query has nothing read with my login', async () => {
    await selected();
    const stored = json('C2');
    ground.sheet.type(
      QUERY_TAB,
      'C2',
      `'${JSON.stringify({ ...stored, report: 'users', period: { kind: 'all-time' } })}`,
    );
    await ground.asked();
    const problem = await problemIn(() => ground.session.call('showEntries'));
    expect(problem.code).toBe('agreement-needed');
    expect(await ground.asked()).toEqual([]);
  });

  test('and changed the days of the last refresh does not widen what is read', async () => {
    await selected();
    const state = json('D2');
    const complete = { ...state.complete, days: { from: '1970-01-01', to: '2026-12-31' } };
    ground.sheet.type(QUERY_TAB, 'D2', `'${JSON.stringify({ ...state, complete })}`);
    const problem = await problemIn(() => ground.session.call('showEntries'));
    expect(problem.code).toBe('selection-outside');
  });

  test('and wrote into the row has that compared with, and nothing else', async () => {
    const query = await selected();
    const { tab, a1 } = await ground.table(query);
    const first = a1.split(':')[0].replace('1', '2');
    for (const text of [
      '=IMPORTXML("http://x")',
      '=Settings!B2',
      '<script>',
      '__proto__',
      'x'.repeat(2000),
    ]) {
      ground.sheet.type(tab, first, `'${text}`);
      ground.sheet.select(tab, first);
      const { table } = await entriesOf();
      expect(table.values).toHaveLength(1);
    }
  });

  test('and selects a row of mine has none of it read with their login', async () => {
    await selected();
    await ground.asked();
    const theirs = ground.session.call('showEntries', {}, { user: 'user-2' });
    expect((await problemIn(() => theirs)).code).toBe('login-unknown');
    expect(await ground.asked()).toEqual([]);
  });
});
