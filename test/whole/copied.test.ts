import type { Mapped } from '../../src/actions/mapLogins';
import type { Missing } from '../../src/actions/missingLogins';
import type { LoginView } from '../../src/logins/manage';
import type { Query } from '../../src/query/query';
import { keys } from '../../workbench/clockify/keys';
import type { GateCall } from '../../workbench/gas/gate';
import type { CallOptions, Session } from '../../workbench/session';
import { newGround, QUERY_TAB, queryOf, type Wish } from './ground';

const ground = newGround();

const LUMEN = 'Lumen & Loom';
const HARBOUR = 'Harbour Works';

const wish: Wish = {
  name: 'Hours',
  days: ['2026-06-01', '2026-06-03'],
  columns: ['date', 'duration'],
  accounts: [LUMEN],
};

const JONAS: CallOptions = { user: 'user-2' };

const missing = (options: CallOptions = {}) => ground.session.call<Missing>('missingLogins', {}, options);

function mapAs(options: CallOptions, input: object): Promise<Mapped> {
  return ground.session.call('mapLogins', input, options);
}

const connectAs = (options: CallOptions, key: string) =>
  ground.session.call<LoginView>('addLogin', { key }, options);

/** All that a spreadsheet has of its own, and all that is kept of this user under its id. */
function belongings({ platform }: Session) {
  const ofSpreadsheet = ([name]: [string, string]) => name.includes(`.${platform.spreadsheetId}.`);
  return {
    cells: platform.spreadsheet.snapshot(),
    document: platform.properties('document').all(),
    user: Object.fromEntries(Object.entries(platform.properties('user user-1').all()).filter(ofSpreadsheet)),
    cached: platform
      .cache('user user-1')
      .keys()
      .filter((name) => name.includes(`.${platform.spreadsheetId}.`)),
  };
}

describe('a copy of one’s own spreadsheet', () => {
  test('lacks no login, asks once for the agreement to its queries, and refreshes them into its own tables', async () => {
    const query = await ground.fill(wish);
    const other = await ground.fill({ ...wish, name: 'Tags', report: 'tags', columns: ['tag'] });
    const original = ground.copy();
    const before = belongings(original);
    const { logins, agreements } = await missing();
    expect(logins).toEqual([]);
    expect(agreements.map(({ id, name }) => ({ id, name }))).toEqual([
      { id: query.id, name: 'Hours' },
      { id: other.id, name: 'Tags' },
    ]);
    for (const { id, digest } of agreements) await ground.session.call('agreeToQuery', { query: id, digest });
    await ground.refresh(query);
    await ground.refresh(other);
    expect(await missing()).toEqual({ logins: [], agreements: [] });
    expect(ground.sheet.tabs().map(({ name }) => name)).toEqual(
      original.platform.spreadsheet.tabs().map(({ name }) => name),
    );
    expect(belongings(original)).toEqual(before);
  });

  test('keeps the state that its tables show, and nothing of the refresh log', async () => {
    const query = await ground.fill(wish);
    const { complete } = (await ground.view(query)).state;
    ground.copy();
    expect((await ground.view(query)).state.complete).toEqual(complete);
    expect(await ground.session.call('listRuns')).toEqual([]);
    expect((await ground.table(query)).values.length).toBeGreaterThan(1);
  });

  test('leaves the original as it was agreed to when a query of the copy is changed', async () => {
    const query = await ground.fill(wish);
    const original = ground.copy();
    const copied = (await ground.view(query)).query as Query;
    await ground.session.saveQuery({ ...copied, columns: [{ field: 'date' }] });
    await ground.refresh(query);
    ground.turnTo(original);
    expect((await ground.view(query)).agreement).toBeNull();
    await ground.refresh(query);
    expect((await ground.table(query)).values[0]).toEqual(['Date', 'Duration']);
  });

  test('forgotten whole takes the logins along and leaves the original’s tables and queries', async () => {
    const query = await ground.fill(wish);
    const original = ground.copy();
    await ground.session.call('forgetAll');
    ground.turnTo(original);
    expect((await ground.view(query)).place).not.toBeNull();
    expect((await ground.failure(query)).code).toBe('login-unknown');
  });
});

describe('refreshes of a copy and of its original', () => {
  /** A refresh that waits for a page which Clockify doesn't give yet. */
  async function waiting(): Promise<Query> {
    await ground.login('bench');
    const query = await ground.query({ accounts: ['Bench 10k'], days: ['2026-01-01', '2026-03-31'] });
    await hold();
    const { state } = await ground.session.call<{ state: string }>('startRefresh', { query: query.id });
    expect(state).toBe('waiting');
    return query;
  }

  const hold = () =>
    ground.fault({
      path: 'detailed',
      page: 2,
      times: 1,
      fault: { kind: 'status', status: 429, headers: { 'Retry-After': '60' } },
    });

  const agreeTo = async () => {
    for (const { id, digest } of (await missing()).agreements)
      await ground.session.call('agreeToQuery', { query: id, digest });
  };

  test('that wait at once wait each for itself: neither goes on with, stops or takes rows of the other', async () => {
    const query = await waiting();
    const original = ground.copy();
    const before = belongings(original);
    expect(await ground.session.call('listWaiting')).toEqual([]);
    await agreeTo();
    await hold();
    const copied = await ground.session.call<{ job: string; state: string }>('startRefresh', {
      query: query.id,
      resume: true,
    });
    expect(copied.state).toBe('waiting');
    expect(belongings(original)).toEqual(before);
    await ground.session.call('stopRefresh', { query: query.id });
    await ground.session.call('deleteQuery', { query: query.id });
    expect(belongings(original)).toEqual(before);
    ground.turnTo(original);
    const [{ job }] = await ground.session.call<{ job: string }[]>('listWaiting');
    original.platform.clock.advance(61_000);
    const { state, rows } = await ground.session.call<{ state: string; rows: number }>('stepRefresh', {
      job,
    });
    expect({ state, rows }).toEqual({ state: 'done', rows: 10_000 });
  });

  test('know a job by their own spreadsheet only', async () => {
    await waiting();
    const [{ job }] = await ground.session.call<{ job: string }[]>('listWaiting');
    ground.copy();
    await expect(ground.session.call('stepRefresh', { job })).rejects.toThrow('This refresh has ended');
  });

  test('write at the same time: neither waits for the lock of the other', async () => {
    const query = await ground.fill(wish);
    const original = ground.copy();
    await agreeTo();
    let inside = false;
    await ground.refresh(query, {
      onCall: async ({ name }) => {
        if (name !== 'Range.setValues' || inside) return;
        inside = true;
        const { state } = await original.refresh(query.id);
        expect(state).toBe('done');
      },
    });
    expect(inside).toBe(true);
  });
});

describe('a copy that somebody else works in', () => {
  async function copied(accounts = [LUMEN]): Promise<{ query: Query; login: string }> {
    const query = await ground.fill({ ...wish, accounts });
    ground.copy();
    return { query, login: query.accounts[0].login };
  }

  test('says which accounts its queries read, and which of one’s own logins could do that', async () => {
    const { query, login } = await copied();
    const mine = await connectAs(JONAS, keys.member);
    const { workspace } = query.accounts[0];
    const { logins, agreements } = await missing(JONAS);
    expect(agreements).toEqual([]);
    expect(logins).toMatchObject([
      {
        id: login,
        name: null,
        accounts: [{ workspace, name: LUMEN }],
        queries: [
          {
            id: query.id,
            name: 'Hours',
            changes: [
              'This query is new to you: it reads Time entries of an account of the login you choose.',
              'Its columns are Date and Duration.',
              'Its table goes to Hours!A1:B200.',
            ],
          },
        ],
        candidates: [
          {
            login: mine.id,
            accounts: [{ from: workspace, to: workspace, name: LUMEN }],
            says: ["In Lumen & Loom this login sees only the key owner's own time."],
          },
        ],
      },
    ]);
  });

  test('reads with their login once they chose it, without another question', async () => {
    const { query, login } = await copied();
    const mine = await connectAs(JONAS, keys.member);
    const { logins } = await missing(JONAS);
    const shown = logins[0].queries.map(({ id, digest }) => ({ query: id, digest }));
    const { queries, left } = await mapAs(JONAS, { map: [{ login, to: mine.id }], shown });
    expect(left).toEqual([]);
    expect(queries[0]).toMatchObject({ agreement: null, query: { accounts: [{ login: mine.id }] } });
    await ground.refresh(query, JONAS);
    expect(await missing(JONAS)).toEqual({ logins: [], agreements: [] });
  });

  test('asks nobody’s key before that', async () => {
    const { query } = await copied();
    await connectAs(JONAS, keys.member);
    await ground.asked();
    expect((await ground.failure(query, JONAS)).code).toBe('login-unknown');
    await missing(JONAS);
    expect(await ground.asked()).toEqual([]);
  });

  test('finds accounts by name where they have another id', async () => {
    const { query, login } = await copied();
    const mine = await connectAs(JONAS, keys.demoMoved);
    const { logins } = await missing(JONAS);
    expect(logins[0].candidates[0].says).toEqual([
      'Lumen & Loom is another account of the same name: filters that name people or projects have to be chosen again.',
    ]);
    await mapAs(JONAS, { map: [{ login, to: mine.id }] });
    const view = (await ground.session.call<{ id: string; query: Query }[]>('listQueries', {}, JONAS))[0];
    expect(view.query.accounts).toEqual([{ login: mine.id, workspace: mine.accounts[0].id, name: LUMEN }]);
    await ground.refresh(query, JONAS);
  });

  test('leaves a query whole that their login can’t read whole, and says which account is missing', async () => {
    const { query, login } = await copied([LUMEN, 'Quirks']);
    const mine = await connectAs(JONAS, keys.member);
    const { logins } = await missing(JONAS);
    expect(logins[0].candidates[0].says[0]).toBe(
      "It doesn't see Quirks: queries that read that stay as they are.",
    );
    const { queries, left } = await mapAs(JONAS, { map: [{ login, to: mine.id }] });
    expect(left).toMatchObject([
      {
        query: query.id,
        name: 'Hours',
        problem: {
          code: 'workspace-gone',
          title: "Jonas Ekwall doesn't see Quirks, which Hours reads. It stays as it is.",
        },
      },
    ]);
    expect(queries[0].query?.accounts.map((account) => account.login)).toEqual([login, login]);
  });

  test('leaves a query that was changed after it was shown', async () => {
    const { query, login } = await copied();
    const mine = await connectAs(JONAS, keys.member);
    const { logins } = await missing(JONAS);
    const shown = logins[0].queries.map(({ id, digest }) => ({ query: id, digest }));
    const stored = (await ground.view(query)).query as Query;
    await ground.session.saveQuery({ ...stored, columns: [{ field: 'date' }, { field: 'cost' }] });
    const { left } = await mapAs(JONAS, { map: [{ login, to: mine.id }], shown });
    expect(left.map(({ problem }) => problem.code)).toEqual(['agreement-outdated']);
    expect((await ground.view(query)).query?.accounts[0].login).toBe(login);
  });

  test('leaves a query in which an account got another name after it was shown', async () => {
    const { query, login } = await copied();
    const mine = await connectAs(JONAS, keys.demoMoved);
    const { logins } = await missing(JONAS);
    const shown = logins[0].queries.map(({ id, digest }) => ({ query: id, digest }));
    const stored = JSON.parse(String(ground.sheet.values(QUERY_TAB, 'C2')[0][0])) as Query;
    const accounts = [{ ...stored.accounts[0], name: 'Another' }];
    ground.sheet.type(QUERY_TAB, 'C2', `'${JSON.stringify({ ...stored, accounts })}`);
    const { left } = await mapAs(JONAS, { map: [{ login, to: mine.id }], shown });
    expect(left.map(({ problem }) => problem.code)).toEqual(['agreement-outdated']);
    expect((await ground.view(query)).query?.accounts[0].login).toBe(login);
  });

  test('leaves a query that is changed or deleted while others are mapped', async () => {
    const login = await ground.login();
    const [, second, third] = [
      await ground.query({ ...wish, name: 'First' }),
      await ground.query({ ...wish, name: 'Second' }),
      await ground.query({ ...wish, name: 'Third' }),
    ];
    const mine = await connectAs(JONAS, keys.member);
    let due = true;
    const onCall = async ({ name }: GateCall) => {
      if (name !== 'LockService.getDocumentLock' || !due) return;
      due = false;
      await ground.session.saveQuery({ ...second, columns: [{ field: 'date' }] });
      await ground.session.call('deleteQuery', { query: third.id });
    };
    const { queries, left } = await mapAs({ ...JONAS, onCall }, { map: [{ login: login.id, to: mine.id }] });
    expect(left.map(({ name, problem }) => [name, problem.code])).toEqual([
      ['Second', 'agreement-outdated'],
      ['Third', 'agreement-outdated'],
    ]);
    expect(queries.map(({ name }) => name)).toEqual(['First', 'Second']);
    expect(queries.map(({ query }) => query?.accounts[0].login)).toEqual([mine.id, login.id]);
    expect(queries[1].query?.columns).toEqual([{ field: 'date' }]);
  });

  test('maps to no login that isn’t theirs', async () => {
    const { login } = await copied();
    await expect(mapAs(JONAS, { map: [{ login, to: login }] })).rejects.toThrow(
      'You have no such login here',
    );
  });

  test('joins two missing logins in one', async () => {
    const one = await ground.login('demo');
    const two = await ground.login('member');
    const accounts = [
      { name: LUMEN, login: one },
      { name: HARBOUR, login: two },
    ];
    const query = await ground.session.saveQuery(queryOf({ ...wish, accounts }, one));
    ground.copy();
    const mine = await connectAs(JONAS, keys.demo);
    const map = (await missing(JONAS)).logins.map(({ id }) => ({ login: id, to: mine.id }));
    expect(map).toHaveLength(2);
    await mapAs(JONAS, { map });
    await ground.refresh(query, JONAS);
    const { values } = await ground.table(query);
    expect([...new Set(values.map(([account]) => account))]).toEqual(['Account', LUMEN, HARBOUR]);
  });
});
