import type { Values } from '../../src/actions/listValues';
import type { LoginView } from '../../src/logins/manage';
import type { EntityKind } from '../../src/reports/report';
import { latency, scaled } from '../../workbench/gas/latency';
import { newGround, problemIn } from './ground';

const ground = newGround();

const AN_HOUR = 3_600_000;

function accountsOf(login: LoginView, ...names: string[]) {
  return names.map((name) => {
    const account = login.accounts.find((candidate) => candidate.name === name);
    if (!account) throw new Error(`no ${name}`);
    return { login: login.id, workspace: account.id };
  });
}

function list(
  accounts: { login: string; workspace: string }[],
  kind: EntityKind,
  more: { search?: string; fresh?: boolean } = {},
): Promise<Values> {
  return ground.session.call<Values>('listValues', { accounts, kind, ...more });
}

const names = ({ values }: Values) => values.map(({ name }) => name);

describe('the values of an account', () => {
  test.each<[EntityKind, string]>([
    ['user', 'getUsers'],
    ['project', 'getProjects'],
    ['client', 'getClients'],
    ['task', 'getProjects'],
    ['tag', 'getTags'],
    ['group', 'getUserGroups'],
  ])('of the kind %s come with one request, by name, and are all', async (kind, operation) => {
    const accounts = accountsOf(await ground.login(), 'Lumen & Loom');
    await ground.asked();
    const listed = await list(accounts, kind);
    expect(await ground.asked()).toEqual([operation]);
    expect(listed.complete).toBe(true);
    expect(listed.problems).toEqual([]);
    expect(listed.values.length).toBeGreaterThan(0);
    const lower = names(listed).map((name) => name.toLowerCase());
    expect(lower).toEqual([...lower].sort());
    expect(new Set(listed.values.map(({ id }) => id)).size).toBe(listed.values.length);
  });

  test('say what tells two of one name apart: the client of a project, the project of a task, the address of a person', async () => {
    const accounts = accountsOf(await ground.login(), 'Lumen & Loom');
    const [project] = (await list(accounts, 'project')).values.filter(({ apart }) => apart !== null);
    const clients = names(await list(accounts, 'client'));
    expect(clients).toContain(project.apart);
    const projects = names(await list(accounts, 'project'));
    for (const { apart } of (await list(accounts, 'task')).values) expect(projects).toContain(apart);
    for (const { apart } of (await list(accounts, 'user')).values) expect(apart).toContain('@');
  });

  test('are read once an hour, and again when asked for', async () => {
    const accounts = accountsOf(await ground.login(), 'Lumen & Loom');
    const first = await list(accounts, 'client');
    await ground.asked();
    expect(await list(accounts, 'client')).toEqual(first);
    expect(await ground.asked()).toEqual([]);
    await list(accounts, 'client', { fresh: true });
    expect(await ground.asked()).toEqual(['getClients']);
    ground.session.platform.clock.advance(AN_HOUR);
    await list(accounts, 'client');
    expect(await ground.asked()).toEqual(['getClients']);
  });

  test('are searched without asking anybody, whatever the case', async () => {
    const accounts = accountsOf(await ground.login(), 'Lumen & Loom');
    const all = names(await list(accounts, 'client'));
    const wanted = all[1].slice(1, 4).toUpperCase();
    await ground.asked();
    const some = names(await list(accounts, 'client', { search: wanted }));
    expect(await ground.asked()).toEqual([]);
    expect(some).toContain(all[1]);
    expect(some).toEqual(all.filter((name) => name.toUpperCase().includes(wanted)));
  });

  test('that the cache has lost are read again', async () => {
    const accounts = accountsOf(await ground.login(), 'Lumen & Loom');
    const first = await list(accounts, 'tag');
    ground.session.platform.evict((key) => key.endsWith('.0'));
    expect(await list(accounts, 'tag')).toEqual(first);
  });
});

describe('long lists', () => {
  test('5,000 projects come with one request and wait in the cache', async () => {
    const accounts = accountsOf(await ground.login('many'), 'Branch 01');
    await ground.asked();
    const listed = await list(accounts, 'project');
    expect(await ground.asked()).toEqual(['getProjects']);
    expect([listed.values.length, listed.complete]).toEqual([5000, true]);
    expect(await list(accounts, 'project', { search: 'site 4321' })).toMatchObject({
      values: [{ name: 'Site 4321', archived: false }],
      complete: true,
    });
    expect(await ground.asked()).toEqual([]);
  });

  test.each<EntityKind>(['user', 'client', 'project', 'tag', 'group'])(
    'the 5,000 of the kind %s come with one request, and small enough to be shown at once',
    async (kind) => {
      const login = await ground.login('lists');
      const accounts = accountsOf(login, login.accounts[0].name);
      await ground.asked();
      const listed = await list(accounts, kind);
      expect(await ground.asked()).toHaveLength(1);
      expect(listed.complete).toBe(true);
      if (kind !== 'group') expect(listed.values.length).toBeGreaterThanOrEqual(5000);
      expect(JSON.stringify(listed).length).toBeLessThan(1_000_000);
    },
  );

  test('a page that is too heavy is read in halves', async () => {
    const accounts = accountsOf(await ground.login('many'), 'Branch 01');
    await ground.fault({ path: '/projects$', times: 3, fault: { kind: 'status', status: 502 } });
    const listed = await list(accounts, 'project');
    expect([listed.values.length, listed.complete]).toEqual([5000, true]);
  });

  test('tasks of 1,001 projects are read to the end', async () => {
    const accounts = accountsOf(await ground.login('many'), 'Branch 02');
    const { values, complete } = await list(accounts, 'task');
    expect([values.length, complete]).toEqual([500, true]);
  });
});

test('a list that takes longer than anybody waits goes on where it was', async () => {
  await ground.open({ prices: scaled(latency, 20) });
  const accounts = accountsOf(await ground.login('many'), 'Branch 01');
  const first = await list(accounts, 'task');
  expect(first).toMatchObject({ complete: false, problems: [] });
  let listed = first;
  for (let calls = 0; !listed.complete && calls < 20; calls++) listed = await list(accounts, 'task');
  expect([listed.values.length, listed.complete]).toEqual([2500, true]);
  expect(new Set(listed.values.map(({ id }) => id)).size).toBe(2500);
});

describe('a list that does not hold still', () => {
  test('is complete though something is deleted while it is read', async () => {
    const login = await ground.login('many');
    const accounts = accountsOf(login, 'Branch 02');
    const all = await list(accounts, 'project');
    const gone = all.values.filter(({ name }) => name === 'Site 0004').map(({ id }) => id);
    await ground.fault({
      path: '/projects$',
      page: 2,
      times: 1,
      fault: { kind: 'delete', workspace: accounts[0].workspace, ids: gone },
    });
    const { values, complete } = await list(accounts, 'task');
    expect(complete).toBe(true);
    expect(new Set(values.map(({ apart }) => apart)).size).toBeGreaterThanOrEqual(249);
    expect(values.some(({ apart }) => apart === 'Site 1000')).toBe(true);
  });

  test('and never ends is a problem, not an endless wait', async () => {
    const accounts = accountsOf(await ground.login('many'), 'Branch 02');
    await ground.fault({ path: '/projects$', fault: { kind: 'endless' } });
    expect(await list(accounts, 'task')).toMatchObject({
      complete: false,
      problems: [{ code: 'answer-unreadable' }],
    });
  });
});

describe('several accounts', () => {
  test('are one list, in which the account tells apart what nothing else does', async () => {
    const login = await ground.login('many');
    const two = accountsOf(login, 'Branch 03', 'Branch 04');
    const { values } = await list(two, 'client');
    expect(values.map(({ name, apart }) => [name, apart])).toEqual([
      ['Account 0001', 'Branch 03'],
      ['Account 0001', 'Branch 04'],
    ]);
  });

  test('have a person once who belongs to both', async () => {
    const login = await ground.login();
    const listed = await list(accountsOf(login, 'Lumen & Loom', 'Harbour Works'), 'user');
    expect(names(listed).filter((name) => name === 'Mara Lindholt')).toHaveLength(1);
  });

  test('of which one can’t be read give the others, and say why', async () => {
    const login = await ground.login();
    const both = accountsOf(login, 'Lumen & Loom', 'Harbour Works');
    await ground.fault({
      path: '/clients$',
      workspace: 'Harbour Works',
      fault: { kind: 'status', status: 403 },
    });
    const listed = await list(both, 'client');
    expect(names(listed)).toEqual(names(await list([both[0]], 'client')));
    expect(listed.complete).toBe(false);
    expect(listed.problems).toMatchObject([{ code: 'forbidden', scope: { workspace: 'Harbour Works' } }]);
  });
});

describe('a list that can’t be read', () => {
  test('because the owner of the key may not see it says that a name can be typed', async () => {
    const accounts = accountsOf(await ground.login('member'), 'Lumen & Loom');
    const problem = await problemIn(() => list(accounts, 'user'));
    expect(problem).toMatchObject({ code: 'forbidden', scope: { workspace: 'Lumen & Loom' } });
    expect(problem.remedy).toContain('Type a name instead');
  });

  test('for now is given as it was, with the reason', async () => {
    const accounts = accountsOf(await ground.login(), 'Lumen & Loom');
    const before = await list(accounts, 'client');
    await ground.fault({ path: '/clients$', fault: { kind: 'status', status: 503 } });
    const { values, problems } = await list(accounts, 'client', { fresh: true });
    expect(values).toEqual(before.values);
    expect(problems).toMatchObject([{ code: 'clockify-failing' }]);
  });

  test('since it has another shape is told as such', async () => {
    const accounts = accountsOf(await ground.login(), 'Lumen & Loom');
    await ground.fault({ path: '/tags$', fault: { kind: 'wrong-shape' } });
    expect((await problemIn(() => list(accounts, 'tag'))).code).toBe('answer-unreadable');
  });

  test('of an account that the login does not see is none', async () => {
    const { id } = await ground.login();
    const problem = await problemIn(() => list([{ login: id, workspace: 'f'.repeat(24) }], 'tag'));
    expect(problem.code).toBe('workspace-gone');
  });
});

describe('what lists leave behind', () => {
  const cached = () => ground.session.platform.cache('user user-1').keys();

  test('is nothing when everything is forgotten, and nothing when their login is deleted', async () => {
    const login = await ground.login();
    const accounts = accountsOf(login, 'Lumen & Loom', 'Quirks');
    await list(accounts, 'client');
    await list(accounts, 'task');
    expect(cached()).not.toEqual([]);
    await ground.session.call('deleteLogin', { login: login.id });
    expect(cached()).toEqual([]);
    await list(accountsOf(await ground.login(), 'Lumen & Loom'), 'tag');
    await ground.session.call('forgetAll');
    expect(cached()).toEqual([]);
  });

  test('holds no key, and is of one person alone', async () => {
    const accounts = accountsOf(await ground.login(), 'Lumen & Loom');
    await list(accounts, 'client');
    const theirs = ground.session.call('listValues', { accounts, kind: 'client' }, { user: 'user-2' });
    expect((await problemIn(() => theirs)).code).toBe('login-unknown');
    expect(
      cached().every((name) => name.startsWith(`list.${accounts[0].login}.${accounts[0].workspace}.`)),
    ).toBe(true);
  });
});

test.each<[string, object]>([
  ['no accounts', { accounts: [], kind: 'tag' }],
  ['a workspace that is a path', { accounts: [{ login: 'x', workspace: '../../user' }], kind: 'tag' }],
  ['a kind that is none', { accounts: [{ login: 'x', workspace: 'y' }], kind: '__proto__' }],
  ['accounts without number', { accounts: Array(201).fill({ login: 'x', workspace: 'y' }), kind: 'tag' }],
])('%s: nothing is asked', async (_, payload) => {
  await ground.login();
  await ground.asked();
  expect((await problemIn(() => ground.session.call('listValues', payload))).code).toBe('arguments-invalid');
  expect(await ground.asked()).toEqual([]);
});
