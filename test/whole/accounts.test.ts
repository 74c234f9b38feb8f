import type { LoginView } from '../../src/logins/manage';
import type { Query } from '../../src/query/query';
import { keys } from '../../workbench/clockify/keys';
import { newGround, problemIn, told, type Wish } from './ground';
import { overhear, tracesOf } from './traces';

const ground = newGround();

const DAYS: [string, string] = ['2026-06-01', '2026-06-14'];
const ZONE = 'Europe/Berlin';
const LUMEN = 'Lumen & Loom';
const HARBOUR = 'Harbour Works';

const wish: Wish = { days: DAYS, zone: ZONE, columns: ['entry-id'] };

/** The ids of a workspace's entries in the period of the tests. */
async function due(workspace: string): Promise<string[]> {
  const [from, to] = DAYS;
  const now = ground.session.platform.clock.now();
  const { ids } = await ground.control.truth({ workspace, from, to, zone: ZONE, now });
  expect(ids.length).toBeGreaterThan(0);
  return ids.sort();
}

/** The ids in a table by what is in its account column. */
async function idsByAccount(query: Query): Promise<Record<string, string[]>> {
  const { values } = await ground.table(query);
  const byAccount: Record<string, string[]> = {};
  for (const [account, id] of values.slice(1)) {
    byAccount[String(account)] ??= [];
    byAccount[String(account)].push(String(id));
  }
  for (const ids of Object.values(byAccount)) ids.sort();
  return byAccount;
}

function logins(): Promise<LoginView[]> {
  return ground.session.call('listLogins');
}

const from = (name: string, login: LoginView) => ({ name, login });

describe('a query of several accounts', () => {
  test('has each account’s entries, and its name before each row', async () => {
    const query = await ground.fill({ ...wish, accounts: [LUMEN, HARBOUR] });
    expect(await idsByAccount(query)).toEqual({ [LUMEN]: await due(LUMEN), [HARBOUR]: await due(HARBOUR) });
  });

  test('has the accounts one after the other, as they were chosen', async () => {
    const query = await ground.fill({ ...wish, accounts: [HARBOUR, LUMEN] });
    const { values } = await ground.table(query);
    expect([...new Set(values.map(([account]) => account))]).toEqual(['Account', HARBOUR, LUMEN]);
  });

  test('joins accounts of two logins in two regions', async () => {
    const mara = await ground.login('demo');
    const anselm = await ground.login('eu');
    const accounts = [from(LUMEN, mara), from('Rhine Studio', anselm)];
    const query = await ground.fill({ ...wish, accounts });
    expect(await idsByAccount(query)).toEqual({
      [LUMEN]: await due(LUMEN),
      'Rhine Studio': await due('Rhine Studio'),
    });
  });

  test('asks each account with the key of its own login', async () => {
    const mara = await ground.login('demo');
    const anselm = await ground.login('eu');
    const accounts = [from(LUMEN, mara), from('Rhine Studio', anselm)];
    const query = await ground.query({ ...wish, accounts });
    const { http } = ground.session.platform;
    const before = http.length;
    await ground.refresh(query);
    const asked = http.slice(before).map(({ url, headers }) => [new URL(url).host, headers['X-Api-Key']]);
    // They are sent at once, and either may be the first to arrive.
    expect(asked.sort()).toEqual([
      ['euc1.clockify.me', keys.eu],
      ['reports.api.clockify.me', keys.demo],
    ]);
  });

  test('sees one workspace through two logins as each of them sees it', async () => {
    const mara = await ground.login('demo');
    const jonas = await ground.login('member');
    const columns = ['user'];
    const query = await ground.fill({
      ...wish,
      columns,
      accounts: [from(HARBOUR, mara), from(LUMEN, jonas)],
    });
    const { values } = await ground.table(query);
    const users = values.filter(([account]) => account === LUMEN).map(([, user]) => user);
    expect(new Set(users)).toEqual(new Set([jonas.user.name]));
  });

  test('reads an account that was chosen twice once', async () => {
    const query = await ground.fill({ ...wish, accounts: [LUMEN, LUMEN] });
    const { values } = await ground.table(query);
    expect(values.slice(1).flat().sort()).toEqual(await due(LUMEN));
  });

  test('has none of them when one of them fails, and names it', async () => {
    const mara = await ground.login('demo');
    const anselm = await ground.login('eu');
    const query = await ground.fill({
      ...wish,
      accounts: [from(LUMEN, mara), from('Rhine Studio', anselm)],
    });
    await ground.control.revokeKey('eu');
    const problem = await ground.refusal(query);
    expect(problem.scope).toEqual({
      query: 'Time entries',
      login: 'Anselm Rheinau',
      workspace: 'Rhine Studio',
    });
  });

  test('of which one is taken away loses the account column', async () => {
    const query = await ground.fill({ ...wish, accounts: [LUMEN, HARBOUR] });
    const { query: placed } = await ground.view(query);
    const { accounts } = placed as Query;
    await ground.session.saveQuery({ ...(placed as Query), accounts: accounts.slice(0, 1) });
    await ground.refresh(query);
    const { values } = await ground.table(query);
    expect(values.map((row) => row.length)).toEqual(values.map(() => 1));
    expect(values.slice(1).flat().sort()).toEqual(await due(LUMEN));
  });
});

describe('logins', () => {
  test('are named after their owners', async () => {
    await ground.login('demo');
    await ground.login('eu');
    expect((await logins()).map(({ name }) => name)).toEqual(['Mara Lindholt', 'Anselm Rheinau']);
  });

  test('with a key that is there already are the one that is there', async () => {
    await ground.login('demo');
    await ground.asked();
    const problem = await problemIn(() => ground.session.addLogin({ key: ` ${keys.demo} ` }));
    expect([told(problem), problem.scope]).toEqual([
      {
        code: 'login-exists',
        title: 'You have this key already: it is your login Mara Lindholt.',
        remedy: 'Use Mara Lindholt, or paste another key.',
      },
      { login: 'Mara Lindholt' },
    ]);
    expect(await ground.asked()).toEqual([]);
    expect(await logins()).toHaveLength(1);
  });

  test('don’t take the key of another', async () => {
    const mara = await ground.login('demo');
    await ground.login('member');
    const replaced = ground.session.call('replaceKey', { login: mara.id, key: keys.member });
    expect((await problemIn(() => replaced)).code).toBe('login-exists');
  });

  test('that are connected with one key at once are one', async () => {
    let due = true;
    const onCall = async ({ name }: { name: string }) => {
      if (!due || !name.startsWith('UrlFetchApp')) return;
      due = false;
      await ground.session.addLogin({ key: keys.demo });
    };
    const both = ground.session.call('addLogin', { key: keys.demo }, { onCall });
    expect((await problemIn(() => both)).code).toBe('login-exists');
    expect(await logins()).toHaveLength(1);
  });

  test('of two people with one name get a number', async () => {
    await ground.login('demo', { name: 'Work' });
    await ground.login('eu', { name: 'Work' });
    expect((await logins()).map(({ name }) => name)).toEqual(['Work', 'Work 2']);
  });

  test('are seen by the one who connected only', async () => {
    await ground.login('demo');
    expect(await ground.session.call('listLogins', {}, { user: 'user-2' })).toEqual([]);
  });

  test('of somebody else refresh no table of theirs', async () => {
    const query = await ground.fill(wish);
    expect(told(await ground.failure(query, { user: 'user-2' }))).toEqual({
      code: 'login-unknown',
      title:
        'You have no such login here: it was deleted, is shared no more, or is private to somebody else.',
      remedy: 'Use a login of your own for the query, or ask whoever made it to share theirs.',
    });
  });
});

describe('a login that is renamed', () => {
  async function renamed(name: string): Promise<LoginView> {
    const login = await ground.login('demo');
    return ground.session.call('renameLogin', { login: login.id, name });
  }

  test('is called so from then on', async () => {
    await renamed('Work');
    expect((await logins()).map(({ name }) => name)).toEqual(['Work']);
  });

  test('keeps its queries', async () => {
    const query = await ground.fill(wish);
    await ground.session.call('renameLogin', { login: query.accounts[0].login, name: 'Work' });
    await ground.refresh(query);
    expect((await ground.view(query)).state.problem).toBeNull();
  });

  test('is named by what goes wrong', async () => {
    const query = await ground.fill(wish);
    await ground.session.call('renameLogin', { login: query.accounts[0].login, name: 'Work' });
    await ground.control.revokeKey('demo');
    expect((await ground.refusal(query)).title).toBe('Clockify no longer accepts the key of Work.');
  });

  test('to the name of another gets a number', async () => {
    await ground.login('eu', { name: 'Work' });
    expect((await renamed('Work')).name).toBe('Work 2');
  });

  test('to its own name keeps it', async () => {
    const login = await ground.login('demo', { name: 'Work' });
    const same = await ground.session.call<LoginView>('renameLogin', { login: login.id, name: 'Work' });
    expect(same.name).toBe('Work');
  });

  test('but doesn’t exist is told', async () => {
    const rename = ground.session.call('renameLogin', { login: 'nobody', name: 'Work' });
    expect((await problemIn(() => rename)).code).toBe('login-unknown');
  });
});

describe('a login whose key is replaced', () => {
  function replace(query: Query, key: keyof typeof keys | 'unknown'): Promise<LoginView> {
    const text = key === 'unknown' ? 'NobodyKnowsThisKey' : keys[key];
    return ground.session.call('replaceKey', {
      login: query.accounts[0].login,
      key: text,
      anyway: true,
    });
  }

  test('keeps its id and its name', async () => {
    const query = await ground.fill(wish);
    const { id, name } = await replace(query, 'member');
    expect({ id, name }).toEqual({ id: query.accounts[0].login, name: 'Mara Lindholt' });
  });

  test('refreshes its queries with the new one', async () => {
    const query = await ground.fill({ ...wish, accounts: [LUMEN], columns: ['user'] });
    await ground.control.revokeKey('demo');
    const { user } = await replace(query, 'member');
    await ground.refresh(query);
    const { values } = await ground.table(query);
    expect(new Set(values.slice(1).flat())).toEqual(new Set([user.name]));
  });

  test('moves to the region of the new one', async () => {
    const query = await ground.fill(wish);
    expect((await replace(query, 'eu')).region).toBe('eu');
  });

  test('sees the workspaces of the new one only', async () => {
    const query = await ground.fill(wish);
    await replace(query, 'member');
    const [{ accounts }] = await logins();
    expect(accounts.map(({ name }) => name)).toEqual([HARBOUR, LUMEN]);
  });

  test('by one that sees none of its workspaces says so of its queries, and tables stand', async () => {
    const query = await ground.fill({ ...wish, accounts: [LUMEN] });
    await replace(query, 'single');
    expect(told(await ground.refusal(query))).toEqual({
      code: 'workspace-gone',
      title: "Account Lumen & Loom can't be found: it was deleted, or Mara Lindholt no longer belongs to it.",
      remedy: 'Choose another account for the query, or ask to be invited again.',
    });
  });

  test('by one that Clockify refuses keeps the old one', async () => {
    const query = await ground.fill(wish);
    expect((await problemIn(() => replace(query, 'unknown'))).code).toBe('key-refused');
    await ground.refresh(query);
    expect((await ground.view(query)).state.problem).toBeNull();
  });

  test('keeps a name that was given meanwhile', async () => {
    const login = await ground.login('demo');
    const key = keys.member;
    let asked = false;
    await ground.session.call(
      'replaceKey',
      { login: login.id, key, anyway: true },
      {
        onCall: async ({ name }) => {
          if (name !== 'UrlFetchApp.fetch' || asked) return;
          asked = true;
          await ground.session.call('renameLogin', { login: login.id, name: 'Work' });
        },
      },
    );
    expect((await logins()).map(({ name }) => name)).toEqual(['Work']);
  });
});

describe('a login that is deleted', () => {
  async function deleted(): Promise<Query> {
    const query = await ground.fill(wish);
    await ground.session.call('deleteLogin', { login: query.accounts[0].login });
    return query;
  }

  test('leaves nothing of it', async () => {
    await deleted();
    expect(ground.session.platform.properties('user user-1').all()).toEqual({});
  });

  test('leaves what others have', async () => {
    const other = await ground.login('eu');
    await ground.login('demo').then(({ id }) => ground.session.call('deleteLogin', { login: id }));
    expect(await logins()).toEqual([other]);
  });

  test('leaves its queries, which say what to do, and their tables', async () => {
    const query = await deleted();
    expect(told(await ground.refusal(query))).toEqual({
      code: 'login-unknown',
      title:
        'You have no such login here: it was deleted, is shared no more, or is private to somebody else.',
      remedy: 'Use a login of your own for the query, or ask whoever made it to share theirs.',
    });
  });

  test('lets its queries go on with another', async () => {
    const query = await deleted();
    const login = await ground.login('member');
    const { query: placed } = await ground.view(query);
    const accounts = [{ ...query.accounts[0], login: login.id }];
    await ground.session.saveQuery({ ...(placed as Query), accounts });
    await ground.refresh(query);
    expect((await ground.view(query)).state.problem).toBeNull();
  });
});

describe('workspaces', () => {
  test('take at most six requests to connect', async () => {
    await ground.login('demo');
    expect(await ground.asked()).toEqual(['getUser', ...new Array(5).fill('getWorkspaces')]);
  });

  test.each([
    ['a thousand entries', 'Bench 1k', ['2026-01-01', '2026-03-31'], 1],
    ['ten thousand', 'Bench 10k', ['2026-01-01', '2026-03-31'], 10],
    ['none', 'Bench 1k', ['2025-01-01', '2025-01-31'], 1],
  ] as const)(
    'that are known take none: %s of %s are refreshed in pages of 1,000',
    async (_, account, days, pages) => {
      await ground.login('bench');
      const query = await ground.query({ ...wish, accounts: [account], days: [...days] });
      await ground.asked();
      await ground.refresh(query);
      expect(await ground.asked()).toEqual(new Array(pages).fill('getDetailedReport'));
    },
  );

  test('that are renamed keep their old name until they are read again', async () => {
    const query = await ground.fill({ ...wish, accounts: [LUMEN, HARBOUR] });
    await ground.control.changeWorkspace({ workspace: HARBOUR, name: 'Port Works' });
    await ground.refresh(query);
    expect(Object.keys(await idsByAccount(query))).toEqual([LUMEN, HARBOUR]);
  });

  test('that are renamed have their new name once they were read again', async () => {
    const query = await ground.fill({ ...wish, accounts: [LUMEN, HARBOUR] });
    await ground.control.changeWorkspace({ workspace: HARBOUR, name: 'Port Works' });
    await ground.session.call('readWorkspaces', { login: query.accounts[0].login });
    await ground.refresh(query);
    expect(Object.keys(await idsByAccount(query))).toEqual([LUMEN, 'Port Works']);
  });

  test('are listed without a request', async () => {
    await ground.login('demo');
    await ground.asked();
    const [{ accounts }] = await logins();
    expect(accounts.map(({ name }) => name)).toEqual([HARBOUR, LUMEN, 'Quirks']);
    expect(await ground.asked()).toEqual([]);
  });

  test('that the owner left are gone once they were read again', async () => {
    const { id } = await ground.login('demo');
    await ground.control.removeWorkspace(HARBOUR);
    const { accounts } = await ground.session.call<LoginView>('readWorkspaces', { login: id });
    expect(accounts.map(({ name }) => name)).toEqual([LUMEN, 'Quirks']);
  });

  test('whose cache was lost are read again by the refresh that needs them', async () => {
    const query = await ground.fill(wish);
    const store = ground.session.platform.properties('user user-1');
    for (const name of store.keys()) if (name.startsWith('workspace.')) store.delete(name);
    await ground.asked();
    await ground.refresh(query);
    expect(await ground.asked()).toEqual([...new Array(5).fill('getWorkspaces'), 'getDetailedReport']);
  });
});

test.each([
  ['eu', undefined, 'euc1.clockify.me', 'Rhine Studio'],
  ['subdomain', 'acme', 'acme.clockify.me', 'Acme'],
] as const)(
  'the key of %s asks its own host only, once that is known',
  async (key, region, host, account) => {
    await ground.login(key, { region });
    const query = await ground.query({ ...wish, accounts: [account] });
    const { http } = ground.session.platform;
    const before = http.length;
    await ground.refresh(query);
    expect(http.slice(before).map(({ url }) => new URL(url).host)).toEqual([host]);
  },
);

describe('the key', () => {
  /** A part of every key of the demo that nothing else has. */
  const KEY = 'NotARealKey';
  const SENT = 'header X-Api-Key';

  test('is sent and kept in the login of its owner, and is nowhere else', async () => {
    const heard = overhear(ground.session);
    const { id } = await ground.login('demo');
    const query = await ground.fill({ accounts: [LUMEN, 'Quirks'], columns: 'all' });
    await ground.session.call('renameLogin', { login: id, name: 'Work' });
    await ground.session.call('readWorkspaces', { login: id });
    for (const entry of ['loadOverview', 'listLogins', 'listQueries', 'listRuns'])
      await ground.session.call(entry);
    await ground.refresh(query);
    expect(tracesOf(KEY, ground.session, heard)).toEqual([SENT, `property login.${id} of user user-1`]);
  });

  test('is nowhere else while a refresh waits between two executions', async () => {
    const heard = overhear(ground.session);
    const { id } = await ground.login('bench');
    const query = await ground.query({ accounts: ['Bench 10k'], days: ['2026-01-01', '2026-03-31'] });
    const headers = { 'Retry-After': '60' };
    await ground.fault({ path: 'detailed', page: 2, fault: { kind: 'status', status: 429, headers } });
    await ground.session.call('startRefresh', { query: query.id });
    expect(ground.session.platform.cache('user user-1').keys()).not.toEqual([]);
    expect(tracesOf(KEY, ground.session, heard)).toEqual([SENT, `property login.${id} of user user-1`]);
  });

  test.each([
    ['the network is away', { kind: 'reset' }],
    ['Clockify refuses it', { kind: 'status', status: 401, body: { message: 'Api key does not exist' } }],
    ['Clockify sends a web page', { kind: 'html' }],
  ] as const)('is nowhere else when %s', async (_, fault) => {
    const heard = overhear(ground.session);
    const { id } = await ground.login('demo');
    const query = await ground.query(wish);
    await ground.fault({ path: 'detailed', fault });
    await ground.failure(query);
    await ground.session.call('listRuns');
    expect(tracesOf(KEY, ground.session, heard)).toEqual([SENT, `property login.${id} of user user-1`]);
  });

  test.each([
    ['of another region', keys.us, [SENT]],
    ['with something pasted behind it', `${keys.demo} and more`, []],
  ])('that is refused (%s) is kept nowhere', async (_, key, traces) => {
    const heard = overhear(ground.session);
    await problemIn(() => ground.session.addLogin({ key, region: 'eu' }));
    expect(tracesOf(KEY, ground.session, heard)).toEqual(traces);
  });

  test('that was replaced is kept nowhere', async () => {
    const login = await ground.login('demo');
    await ground.session.call('replaceKey', { login: login.id, key: keys.member, anyway: true });
    expect(tracesOf(keys.demo, ground.session, [])).toEqual([SENT]);
  });

  test('of a deleted login is kept nowhere', async () => {
    const login = await ground.login('demo');
    await ground.session.call('deleteLogin', { login: login.id });
    expect(tracesOf(KEY, ground.session, [])).toEqual([SENT]);
  });
});
