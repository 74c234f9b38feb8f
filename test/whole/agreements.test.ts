import type { QueryView } from '../../src/actions/listQueries';
import type { Query } from '../../src/query/query';
import { newGround, problemIn, QUERY_TAB, queryOf, told, type Wish } from './ground';

const ground = newGround();

const wish: Wish = {
  name: 'Hours',
  accounts: ['Quirks'],
  days: ['2026-06-01', '2026-06-02'],
  columns: ['date', 'duration'],
};

/** Writes a query into the hidden sheet, as somebody else who may edit the spreadsheet could. */
function write(row: number, query: Partial<Query>): void {
  const cells = [query.id, query.name, JSON.stringify(query)];
  for (const [column, text] of cells.entries())
    ground.sheet.type(QUERY_TAB, `${'ABC'[column]}${row}`, `'${text}`);
}

function stored(row = 2): Query {
  const [[json]] = ground.sheet.values(QUERY_TAB, `C${row}`);
  return JSON.parse(String(json)) as Query;
}

/** Changes what the hidden sheet holds of the only query. */
function edit(change: object): void {
  write(2, { ...stored(), ...change });
}

const agree = (view: QueryView) =>
  ground.session.call<QueryView>('agreeToQuery', { query: view.id, digest: view.agreement?.digest });

describe('a query that somebody else changed', () => {
  test('is not read with my login until I agree to it', async () => {
    const query = await ground.fill(wish);
    edit({ columns: [{ field: 'date' }, { field: 'duration' }, { field: 'cost' }] });
    await ground.asked();
    const problem = await ground.refusal(query);
    expect(told(problem)).toEqual({
      code: 'agreement-needed',
      title:
        'Hours was changed by somebody else, or came with a copied file, and would read with your login. Nothing was read.',
      remedy: 'Look at what it would read, and agree to it or edit it. Its table stays as it is until then.',
    });
    expect(problem.retry).toBe('never');
    expect(await ground.asked()).toEqual([]);
    const agreed = await agree(await ground.view(query));
    expect(agreed).toMatchObject({ agreement: null, state: { problem: null } });
    await ground.refresh(query);
    expect((await ground.table(query)).values[0]).toContain('Cost');
  });

  test.each<[string, (query: Query) => object, string[]]>([
    [
      'its columns',
      () => ({ columns: [{ field: 'date' }, { field: 'cost' }] }),
      ['Cost was added.', 'Duration was removed.'],
    ],
    [
      'its report',
      () => ({ report: 'users', columns: [{ field: 'email' }] }),
      ['The report type is now Users.', 'Email was added.', 'Date and Duration were removed.'],
    ],
    [
      'its period',
      () => ({ period: { kind: 'preset', preset: 'last-year' } }),
      ['The period is now last year.'],
    ],
    ['its zone', () => ({ zone: 'Asia/Kathmandu' }), ['The time zone is now Asia/Kathmandu.']],
    ['its options', () => ({ options: { durations: 'decimal' } }), ['The options were changed.']],
    [
      'its filters',
      () => ({ filters: [{ field: 'user', op: 'is', values: [{ cell: '=Settings!B2' }] }] }),
      [
        'The filters are now: user is Settings!B2.',
        'Whoever may edit Settings!B2 decides that part of it, then as well.',
      ],
    ],
    ['its order', () => ({ sort: [['duration', 'desc']] }), ['It is now sorted by duration.']],
    ['where it goes', () => ({ target: { kind: 'new-tab' } }), ['The table now goes to a new tab.']],
  ])('says what changed of %s', async (_, change, changes) => {
    const query = await ground.fill(wish);
    edit(change(query));
    expect((await ground.view(query)).agreement?.changes).toEqual(changes);
  });

  test('in the order of its columns alone is not changed', async () => {
    const query = await ground.fill(wish);
    edit({ columns: [...query.columns].reverse() });
    expect((await ground.view(query)).agreement).toBeNull();
  });

  test('by a cell that I agreed to is not changed: who may edit it decides', async () => {
    ground.sheet.insertTab('Settings');
    ground.sheet.type('Settings', 'B2', '1');
    const query = await ground.session.saveQuery({
      ...queryOf(wish, await ground.login()),
      limit: '=Settings!B2',
    });
    await ground.refresh(query);
    ground.sheet.type('Settings', 'B2', '2');
    expect((await ground.view(query)).agreement).toBeNull();
    await ground.refresh(query);
    expect((await ground.table(query)).values).toHaveLength(3);
  });

  test('names accounts as my login knows them, not as the sheet does', async () => {
    const query = await ground.fill(wish);
    const other = (
      await ground.session.call<{ accounts: { id: string; name: string }[] }[]>('listLogins')
    )[0].accounts.find(({ name }) => name === 'Harbour Works');
    edit({ accounts: [{ ...query.accounts[0], workspace: other?.id, name: 'Quirks' }] });
    const view = await ground.view(query);
    expect(view.agreement?.changes).toEqual([
      'The account is now Harbour Works with your login Mara Lindholt.',
    ]);
    expect(view.query?.accounts[0].name).toBe('Harbour Works');
  });

  test('is agreed to only as it was shown', async () => {
    const query = await ground.fill(wish);
    edit({ columns: [{ field: 'date' }] });
    const shown = await ground.view(query);
    edit({ columns: [{ field: 'date' }, { field: 'cost' }] });
    expect((await problemIn(() => agree(shown))).code).toBe('agreement-outdated');
    expect((await ground.failure(query)).code).toBe('agreement-needed');
  });

  test('and put back as it was needs no agreement', async () => {
    const query = await ground.fill(wish);
    const before = stored();
    edit({ columns: [{ field: 'cost' }] });
    write(2, before);
    await ground.refresh(query);
  });

  test('is skipped by the menu, which says so', async () => {
    const query = await ground.fill(wish);
    const other = await ground.fill({ ...wish, name: 'Tags', report: 'tags', columns: ['tag'] });
    edit({ columns: [{ field: 'cost' }] });
    await ground.session.platform.run('refreshAll');
    expect(ground.session.platform.toasts.at(-1)?.message).toBe(
      '1 of 2 refreshed. Waiting for your agreement, since somebody else changed it: Hours. Open the sidebar to look at it.',
    );
    expect((await ground.view(other)).state.problem).toBeNull();
    expect((await ground.table(query)).values[0]).toEqual(['Date', 'Duration']);
  });

  test('while it is refreshed is read and written as it was agreed to', async () => {
    const query = await ground.query(wish);
    let due = true;
    await ground.refresh(query, {
      onCall: ({ name }) => {
        if (!due || !name.startsWith('UrlFetchApp')) return;
        due = false;
        edit({ columns: [{ field: 'cost' }] });
      },
    });
    expect((await ground.table(query)).values[0]).toEqual(['Date', 'Duration']);
    expect((await ground.failure(query)).code).toBe('agreement-needed');
  });

  test('and sent elsewhere while it is refreshed is not written there', async () => {
    const query = await ground.fill(wish);
    ground.sheet.type('Sheet1', 'A1', 'mine');
    const sheet = ground.sheet.tabs()[0].id;
    let due = true;
    const problem = await ground.failure(query, {
      onCall: ({ name }) => {
        if (!due || !name.startsWith('UrlFetchApp')) return;
        due = false;
        edit({ target: { kind: 'placed', range: 'Clockify_Other', sheet, row: 1, column: 1 } });
      },
    });
    expect(problem.code).toBe('agreement-needed');
    expect(ground.sheet.values('Sheet1')).toEqual([['mine']]);
  });
});

describe('a query that somebody else made', () => {
  test('with my login waits for me, and says what it would read', async () => {
    const query = await ground.fill(wish);
    const foreign = {
      ...stored(),
      id: 'evil',
      name: 'Evil',
      columns: [{ field: 'cost' }],
      target: { kind: 'new-tab' as const },
    };
    write(3, foreign);
    expect((await ground.failure({ id: 'evil' })).code).toBe('agreement-needed');
    expect((await ground.view({ id: 'evil' })).agreement?.changes).toEqual([
      'This query is new to you: it reads Time entries of Quirks with your login Mara Lindholt.',
      'Its columns are Cost.',
      'Its table goes to a new tab.',
    ]);
    await ground.refresh(query);
  });

  test('and that I save needs no more', async () => {
    await ground.fill(wish);
    const foreign = { ...stored(), id: 'theirs', name: 'Theirs', target: { kind: 'new-tab' as const } };
    write(3, foreign);
    await ground.session.saveQuery(foreign);
    await ground.refresh(foreign);
  });

  test('with a login that is nobody of mine asks for a login, not for an agreement', async () => {
    await ground.fill(wish);
    write(3, {
      ...stored(),
      id: 'theirs',
      name: 'Theirs',
      accounts: [{ login: 'x', workspace: 'y', name: 'Z' }],
    });
    expect((await ground.view({ id: 'theirs' })).agreement).toBeNull();
    expect((await ground.failure({ id: 'theirs' })).code).toBe('login-unknown');
  });
});

test('a copy of the spreadsheet asks once', async () => {
  const query = await ground.fill(wish);
  ground.session.platform.spreadsheetId = 'copy';
  expect((await ground.failure(query)).code).toBe('agreement-needed');
  await agree(await ground.view(query));
  await ground.refresh(query);
  ground.session.platform.spreadsheetId = 'workbench-spreadsheet';
  await ground.refresh(query);
});

test('a new query that says it is placed is placed like any other', async () => {
  const query = await ground.fill(wish);
  ground.sheet.type('Sheet1', 'A1', 'mine');
  const sheet = ground.sheet.tabs()[0].id;
  const target = { kind: 'placed' as const, range: 'Budget', sheet, row: 1, column: 1 };
  const { id: _, ...unnamed } = query;
  const saved = await ground.session.saveQuery({ ...unnamed, name: 'New', target });
  expect(saved.target).toEqual({ kind: 'cell', sheet, row: 1, column: 1 });
  expect((await ground.failure(saved)).code).toBe('cells-in-the-way');
});

test('an agreement is kept where only its owner reads it, and leaves with the query', async () => {
  const query = await ground.fill(wish);
  const kept = () =>
    ground.session.platform
      .properties('user user-1')
      .keys()
      .filter((name) => name.startsWith('agreed.'));
  expect(kept()).toEqual([`agreed.workbench-spreadsheet.${query.id}`]);
  await ground.session.call('deleteQuery', { query: query.id });
  expect(kept()).toEqual([]);
});
