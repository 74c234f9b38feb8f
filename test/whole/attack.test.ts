import type { QueryView } from '../../src/actions/listQueries';
import type { Progress } from '../../src/job/progress';
import type { LoginView } from '../../src/logins/manage';
import type { Query } from '../../src/query/query';
import { keys } from '../../workbench/clockify/keys';
import { pictureOf } from '../../workbench/faults/picture';
import { latency, scaled } from '../../workbench/gas/latency';
import { ENTRY_POINTS } from './entryPoints';
import { type Examples, examplesOf } from './examples';
import { newGround, problemIn, QUERY_TAB, type Wish } from './ground';

/* Two people in one spreadsheet, one of whom means harm: what the other has must not be reached, read or changed. */

const ground = newGround();

const EVE = 'user-2';

const BY_GOOGLE = [
  'onInstall',
  'onOpen',
  'openEntries',
  'openSidebar',
  'refreshAll',
  'refreshOnSchedule',
  'refreshThisTab',
];
const BY_SIDEBAR = ENTRY_POINTS.filter((name) => !BY_GOOGLE.includes(name));
const wish: Wish = {
  name: 'Hours',
  accounts: ['Quirks'],
  days: ['2026-06-01', '2026-06-02'],
  columns: ['date', 'duration'],
};

const text = (cell: string) => String(ground.sheet.values(QUERY_TAB, cell)[0][0]);
const stored = (row = 2) => JSON.parse(text(`C${row}`)) as Query;

function write(row: number, query: Partial<Query>): void {
  for (const [column, value] of [query.id, query.name, JSON.stringify(query)].entries())
    ground.sheet.type(QUERY_TAB, `${'ABC'[column]}${row}`, `'${value}`);
}

/** What a person has that nobody else may touch. */
function belongings(user = 'user-1') {
  const { platform } = ground.session;
  return { store: platform.properties(`user ${user}`).all(), cache: platform.cache(`user ${user}`).keys() };
}

describe('somebody else', () => {
  test('who calls every entry point with my ids reaches nothing of mine', async () => {
    await ground.open({ prices: scaled(latency, 20) });
    const { user } = await ground.login('bench');
    const query = await ground.query({ accounts: ['Bench 10k'], days: ['2026-02-01', '2026-02-21'] });
    const [{ login, workspace }] = query.accounts;
    const { job } = await ground.session.call<Progress>('startRefresh', { query: query.id });
    const before = belongings();
    const asked = ground.session.platform.http.length;
    const answers = new Map<string, string>();
    // The last two may do what every editor may: delete the query, and forget what the spreadsheet holds.
    const last = ['deleteQuery', 'forgetAll'];
    const { saveQuery, ...examples } = examplesOf({ login, workspace, query: stored(), job });
    const harmless = Object.keys(examples).filter((entry) => !last.includes(entry));
    for (const entry of [...harmless, 'saveQuery', ...last]) {
      const payload = { saveQuery, ...examples }[entry as keyof Examples];
      const finished = await ground.session.platform.run(entry, [JSON.stringify(payload)], {
        via: 'client',
        user: EVE,
      });
      answers.set(entry, String(finished.value));
    }
    const keysSent = ground.session.platform.http.slice(asked).map(({ headers }) => headers['X-Api-Key']);
    expect(keysSent).not.toContain(keys.bench);
    expect([...answers.values()].join()).not.toContain(user.email);
    for (const entry of [
      'renameLogin',
      'replaceKey',
      'deleteLogin',
      'readWorkspaces',
      'startRefresh',
      'listValues',
    ])
      expect([entry, JSON.parse(answers.get(entry) ?? '').problem?.code]).toEqual([entry, 'login-unknown']);
    expect(JSON.parse(answers.get('stepRefresh') ?? '').problem.code).toBe('job-unknown');
    expect(JSON.parse(answers.get('listLogins') ?? '').value).toEqual([]);
    expect(belongings()).toEqual(before);
  });

  test('can neither save with my login nor agree in my place', async () => {
    const query = await ground.fill(wish);
    const wider = { ...stored(), columns: [{ field: 'cost' }] };
    const saved = ground.session.call('saveQuery', { query: wider }, { user: EVE });
    expect((await problemIn(() => saved)).code).toBe('login-unknown');
    write(2, wider);
    const { agreement } = await ground.view(query);
    const agreed = ground.session.call(
      'agreeToQuery',
      { query: query.id, digest: agreement?.digest },
      { user: EVE },
    );
    expect((await problemIn(() => agreed)).code).toBe('agreement-outdated');
    expect((await ground.failure(query)).code).toBe('agreement-needed');
  });

  test('is not told what my agreement would be', async () => {
    const query = await ground.fill(wish);
    write(2, { ...stored(), columns: [{ field: 'cost' }] });
    const views = await ground.session.call<QueryView[]>('listQueries', {}, { user: EVE });
    expect(views.map(({ agreement }) => agreement)).toEqual([null]);
    expect(JSON.stringify(views)).not.toContain('Mara Lindholt');
    expect((await ground.view(query)).agreement).not.toBeNull();
  });

  test('who stops a refresh of mine stops only their own', async () => {
    const query = await ground.query(wish);
    const progress = await ground.session.refresh(query.id, {
      onCall: async ({ name, user }) => {
        if (user === 'user-1' && name.startsWith('UrlFetchApp'))
          await ground.session.call('stopRefresh', { query: query.id }, { user: EVE });
      },
    });
    expect(progress.state).toBe('done');
  });

  test.each<[string, (query: Query) => Partial<Query>]>([
    ['as it was before I narrowed it', () => ({ columns: [{ field: 'date' }, { field: 'duration' }] })],
    [
      'with a second account',
      ({ accounts }) => ({ accounts: [...accounts, { ...accounts[0], workspace: 'other' }] }),
    ],
    [
      'with a login of theirs beside mine',
      ({ accounts }) => ({ accounts: [...accounts, { login: 'eve', workspace: 'w', name: 'W' }] }),
    ],
  ])('who writes a query of mine %s does not have it read', async (_, change) => {
    const query = await ground.fill(wish);
    const narrow = await ground.session.saveQuery({ ...stored(), columns: [{ field: 'date' }] });
    await ground.asked();
    write(2, { ...stored(), ...change(narrow) });
    const { code } = await ground.failure(query);
    expect(['agreement-needed', 'login-unknown']).toContain(code);
    expect(await ground.asked()).toEqual([]);
  });

  test('who gives one query of mine the content of another has neither read', async () => {
    const first = await ground.fill(wish);
    const second = await ground.fill({ ...wish, name: 'Costs', columns: ['cost'] });
    const [one, two] = [stored(2), stored(3)];
    write(2, { ...two, id: one.id });
    write(3, { ...one, id: two.id });
    expect((await ground.failure(first)).code).toBe('agreement-needed');
    expect((await ground.failure(second)).code).toBe('agreement-needed');
  });

  test('who puts a row with the id of my query before it takes its place, and is not read', async () => {
    const query = await ground.fill(wish);
    const mine = stored();
    write(3, mine);
    write(2, { ...mine, columns: [{ field: 'cost' }] });
    expect((await ground.failure(query)).code).toBe('agreement-needed');
    const views = await ground.session.call<QueryView[]>('listQueries');
    expect(views.map(({ id, problem }) => [id, problem?.code])).toEqual([
      [query.id, undefined],
      ['~2', 'query-damaged'],
    ]);
  });

  test('who writes hundreds of rows before mine keeps none of mine from the menu', async () => {
    const query = await ground.fill(wish);
    const mine = stored();
    const others = Array.from({ length: 60 }, (_, index) => index + 2);
    for (const row of others)
      write(row, {
        ...mine,
        id: `evil${row}`,
        name: `Evil ${row}`,
        accounts: [{ ...mine.accounts[0], login: row % 2 ? 'eve' : mine.accounts[0].login }],
      });
    write(62, mine);
    await ground.asked();
    const before = ground.session.platform.clock.now();
    await ground.session.platform.run('refreshAll');
    const { state } = await ground.view(query);
    expect(state.complete?.at).toBeGreaterThan(before);
    expect((state.complete?.at ?? 0) - before).toBeLessThan(5000);
    expect(await ground.asked()).toHaveLength(1);
    expect(ground.session.platform.toasts.at(-1)?.message).toMatch(
      /^1 of 61 refreshed\. Waiting for your agreement/,
    );
  });

  test('who renames an account of mine in the sheet puts no word into a problem', async () => {
    const query = await ground.fill(wish);
    const mine = stored();
    write(2, { ...mine, accounts: [{ ...mine.accounts[0], name: 'Send your key to evil.example' }] });
    await ground.control.removeWorkspace('Quirks');
    await ground.session.call('readWorkspaces', { login: mine.accounts[0].login });
    const problem = await ground.failure(query);
    expect(problem.title).toContain('Account Quirks ');
    expect(JSON.stringify([problem, await ground.view(query)])).not.toContain('evil.example');
  });

  test('who writes sentences where names of zones and columns stand is not repeated', async () => {
    const query = await ground.fill(wish);
    const SAYS = 'Your session ended: send your key to evil.example';
    for (const change of [
      { zone: SAYS },
      { columns: SAYS },
      { report: SAYS },
      { options: SAYS },
      { period: { kind: SAYS } },
    ]) {
      write(2, { ...stored(), ...(change as object) });
      expect(JSON.stringify(await ground.failure(query))).not.toContain('evil.example');
      write(2, query);
    }
  });
});

describe('my own changes', () => {
  test('never need my agreement, wherever an execution that saves them ends', async () => {
    const query = await ground.fill(wish);
    const edited = { ...stored(), columns: [{ field: 'date' }, { field: 'description' }] };
    const { ledger } = await ground.session.platform.run('saveQuery', [JSON.stringify({ query: edited })], {
      via: 'client',
    });
    await ground.session.saveQuery({
      ...stored(),
      columns: wish.columns === 'all' ? [] : (wish.columns ?? []).map((field) => ({ field })),
    });
    await ground.refresh(query);
    const standing = ground.session.platform.spreadsheet.snapshot();
    const kept = ground.session.platform.properties('user user-1').all();
    expect(ledger.calls.length).toBeGreaterThan(10);
    for (let call = 0; call < ledger.calls.length; call += 1) {
      const finished = await ground.session.platform.run('saveQuery', [JSON.stringify({ query: edited })], {
        via: 'client',
        onCall: ({ index }) => (index === call ? 'end' : undefined),
      });
      expect(finished.ok).toBe(false);
      expect([call, (await ground.view(query)).agreement]).toEqual([call, null]);
      ground.session.platform.spreadsheet.restore(standing);
      ground.session.platform.properties('user user-1').clear();
      ground.session.platform.properties('user user-1').set(kept);
    }
  });
});

describe('a refresh that waits', () => {
  test('and has to begin anew does not begin as somebody else wrote it meanwhile', async () => {
    await ground.open({ prices: scaled(latency, 20) });
    await ground.login('bench');
    const query = await ground.query({
      accounts: ['Bench 10k'],
      days: ['2026-02-01', '2026-02-21'],
      columns: ['date'],
    });
    const { job } = await ground.session.call<Progress>('startRefresh', { query: query.id });
    write(2, { ...stored(), columns: [{ field: 'cost' }] });
    ground.session.platform.evict();
    await ground.asked();
    const stepped = ground.session.call('stepRefresh', { job });
    expect((await problemIn(() => stepped)).code).toBe('agreement-needed');
    expect(await ground.asked()).toEqual([]);
  });
});

test.each([
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '../x',
  '~1',
  '~more',
  '',
  ' ',
  '\u0000',
])('the id %j is nobody’s, at every entry point', async (id) => {
  await ground.fill(wish);
  const before = [belongings(), pictureOf(ground.sheet)];
  const all = { login: id, query: id, job: id, digest: id, name: 'x', key: 'unknown', columns: 1, rows: 1 };
  // These need no id for what they do.
  const ofNobody = ['forgetAll', 'addLogin', 'exportRuns'];
  for (const entry of BY_SIDEBAR.filter((name) => !ofNobody.includes(name))) {
    const { value, error } = await ground.session.platform.run(entry, [JSON.stringify(all)], {
      via: 'client',
    });
    expect([entry, error]).toEqual([entry, undefined]);
    const answer = JSON.parse(String(value));
    if (!answer.ok) expect([entry, answer.problem.code]).not.toEqual([entry, 'unexpected']);
  }
  expect([belongings(), pictureOf(ground.sheet)]).toEqual(before);
});

test('two of mine who agree and save at once leave what was saved last', async () => {
  const query = await ground.fill(wish);
  write(2, { ...stored(), columns: [{ field: 'cost' }] });
  const { agreement } = await ground.view(query);
  let due = true;
  await ground.session
    .call(
      'agreeToQuery',
      { query: query.id, digest: agreement?.digest },
      {
        onCall: async ({ name }) => {
          if (!due || name !== 'LockService.getDocumentLock') return;
          due = false;
          await ground.session.saveQuery({ ...stored(), columns: [{ field: 'date' }] });
        },
      },
    )
    .catch(() => undefined);
  expect(stored().columns).toEqual([{ field: 'date' }]);
  expect((await ground.view(query)).agreement).toBeNull();
  await ground.refresh(query);
});

test('nothing that a login of mine is called comes from the spreadsheet', async () => {
  const query = await ground.fill(wish);
  write(2, { ...stored(), accounts: [{ ...query.accounts[0], name: 'Somebody Else' }] });
  const view = await ground.view(query);
  expect([view.agreement, view.query?.accounts[0].name]).toEqual([null, 'Quirks']);
  const theirs = await ground.session.call<LoginView[]>('listLogins');
  expect(theirs.map(({ name }) => name)).toEqual(['Mara Lindholt']);
});
