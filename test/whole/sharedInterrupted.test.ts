import type { LoginView } from '../../src/logins/manage';
import { keys } from '../../workbench/clockify/keys';
import { newGround } from './ground';
import { COLLEAGUE, Sharing } from './sharing';

/*
 * Whatever is done with a shared login ends after each of its service calls that changes something or waits, one after the
 * other. Then its owner opens the sidebar.
 */

const ground = newGround();
const sharing = new Sharing(ground);

const STORES = ['user user-1', 'user user-2', 'document', 'script'];

type Stores = Record<string, Record<string, string>>;

const keep = (): Stores =>
  Object.fromEntries(STORES.map((store) => [store, ground.session.platform.properties(store).all()]));

function putBack(stores: Stores): void {
  for (const store of STORES) ground.session.platform.properties(store).set(stores[store], true);
}

/** The places of the calls that it makes a difference to end after. */
const telling = (calls: string[]): number[] =>
  [...calls.keys()].filter((at) =>
    /^(Properties\.(set|delete)|Lock|UrlFetch|Range\.|Sheet\.|Spreadsheet\.(set|delete))/.test(calls[at]),
  );

interface Action {
  name: string;
  entry: string;
  input(login: LoginView): object;
  user?: string;
  /** Whether the login is shared before. */
  shared: boolean;
  /** What it is afterwards, once it was done. */
  done: 'shared' | 'private' | 'gone';
}

const ACTIONS: Action[] = [
  {
    name: 'sharing',
    entry: 'shareLogin',
    input: ({ id }) => ({ login: id, displayName: 'Mara' }),
    shared: false,
    done: 'shared',
  },
  {
    name: 'sharing again under another name',
    entry: 'shareLogin',
    input: ({ id }) => ({ login: id, displayName: 'Mara L.' }),
    shared: true,
    done: 'shared',
  },
  {
    name: 'making private again',
    entry: 'unshareLogin',
    input: ({ id }) => ({ login: id }),
    shared: true,
    done: 'private',
  },
  {
    name: 'deleting',
    entry: 'deleteLogin',
    input: ({ id }) => ({ login: id }),
    shared: true,
    done: 'gone',
  },
  {
    name: 'removing by a colleague',
    entry: 'deleteLogin',
    input: ({ id }) => ({ login: id }),
    ...COLLEAGUE,
    shared: true,
    done: 'private',
  },
  {
    name: 'renaming',
    entry: 'renameLogin',
    input: ({ id }) => ({ login: id, name: 'Agency' }),
    shared: true,
    done: 'shared',
  },
  {
    name: 'replacing the key',
    entry: 'replaceKey',
    input: ({ id }) => ({ login: id, key: keys.demoAgain }),
    shared: true,
    done: 'shared',
  },
  {
    name: 'forgetting everything',
    entry: 'forgetAll',
    input: () => ({}),
    shared: true,
    done: 'gone',
  },
];

/** What is wrong after an execution ended and the owner opened the sidebar; empty when all is well. */
async function faultsOf(login: LoginView, { done, entry }: Action, before: LoginView): Promise<string[]> {
  const colleague = (await sharing.logins(COLLEAGUE)).find(({ id }) => id === login.id);
  const listed = (await sharing.logins()).find(({ id }) => id === login.id);
  const own = (await sharing.open()).logins.find(({ id }) => id === login.id);
  const theirs = (await sharing.logins(COLLEAGUE)).find(({ id }) => id === login.id);
  // Whoever deletes wants it gone, whatever comes first.
  const between = done === 'gone' ? 'private' : done;
  const names = [...sharing.kept('document', login), ...sharing.kept('user user-2', login)];
  const state = own === undefined ? 'gone' : own.sharedBy ? 'shared' : 'private';
  const was = before.sharedBy ? 'shared' : 'private';
  return [
    ...(state === was || state === done || state === between ? [] : [`it is ${state}`]),
    ...(state === 'gone' || own?.owner === 'person' ? [] : ['its owner has lost it']),
    ...(colleague && !listed?.sharedBy ? ['a colleague has what its owner is told is private'] : []),
    ...((theirs !== undefined) === (state === 'shared') ? [] : ['a colleague and its owner differ']),
    ...(theirs === undefined || theirs.name === own?.name ? [] : ['a colleague has an old copy']),
    ...(state === 'shared' || names.length === 0 ? [] : [`left in the spreadsheet: ${names}`]),
    ...(state !== 'shared' && was === 'private' && colleague ? ['it was shared before anybody knew'] : []),
    ...(state === 'gone' && entry === 'deleteLogin' && sharing.kept('user user-1', login).length > 0
      ? ['left with its owner']
      : []),
    ...(JSON.stringify([own, theirs]).includes('DEMOdemo') ? ['a key is shown'] : []),
  ];
}

test.each(ACTIONS)('$name that ends anywhere loses nothing and shares nothing unknown', async (action) => {
  const { entry, input, shared, user } = action;
  const { login: mine } = await sharing.filled();
  if (!shared) await sharing.unshare(mine);
  const [login] = await sharing.logins();
  const start = keep();
  const workbook = ground.sheet.snapshot();
  const calls: string[] = [];
  await ground.session.call(entry, input(login), { user, onCall: ({ name }) => void calls.push(name) });
  const faults: string[] = [];
  for (const at of telling(calls)) {
    putBack(start);
    ground.sheet.restore(workbook);
    const ended = await ground.session.platform.run(entry, [JSON.stringify(input(login))], {
      via: 'client',
      user,
      onCall: ({ index }) => (index === at ? { end: 'after' } : undefined),
    });
    expect(ended.ended).toBe('killed');
    faults.push(...(await faultsOf(login, action, login)).map((fault) => `${at} ${calls[at]}: ${fault}`));
  }
  expect(faults).toEqual([]);
  expect(telling(calls).length).toBeGreaterThan(5);
});

test.each(ACTIONS)('$name that ended anywhere is done by doing it again', async (action) => {
  const { entry, input, shared, done, user } = action;
  const { login: mine } = await sharing.filled();
  if (!shared) await sharing.unshare(mine);
  const [login] = await sharing.logins();
  const start = keep();
  const workbook = ground.sheet.snapshot();
  const calls: string[] = [];
  await ground.session.call(entry, input(login), { user, onCall: ({ name }) => void calls.push(name) });
  const writes = [...calls.keys()].filter((at) => /^Properties\.(set|delete)/.test(calls[at]));
  const found: string[] = [];
  for (const at of writes) {
    putBack(start);
    ground.sheet.restore(workbook);
    const onCall = ({ index }: { index: number }) => (index === at ? ({ end: 'after' } as const) : undefined);
    await ground.session.platform.run(entry, [JSON.stringify(input(login))], { via: 'client', user, onCall });
    await ground.session.call(entry, input(login), { user }).catch(() => undefined);
    const [own] = (await sharing.open()).logins;
    const theirs = await sharing.logins(COLLEAGUE);
    found.push(own === undefined ? 'gone' : own.sharedBy ? 'shared' : 'private');
    expect(theirs).toHaveLength(done === 'shared' ? 1 : 0);
  }
  expect(new Set(found)).toEqual(new Set([done]));
});

test('connecting shared that ends anywhere leaves no login, a private one, or a shared one', async () => {
  const start = keep();
  const calls: string[] = [];
  const input = [JSON.stringify({ key: keys.demo, share: true, displayName: 'Mara' })];
  const run = (onCall: (call: { index: number; name: string }) => { end: 'after' } | undefined) =>
    ground.session.platform.run('addLogin', input, { via: 'client', onCall });
  await run(({ name }) => {
    calls.push(name);
    return undefined;
  });
  const found: string[] = [];
  for (const at of telling(calls)) {
    putBack(start);
    await run(({ index }) => (index === at ? { end: 'after' } : undefined));
    const [own] = (await sharing.open()).logins;
    const theirs = await sharing.logins(COLLEAGUE);
    const state = own === undefined ? 'none' : own.sharedBy ? 'shared' : 'private';
    found.push(state);
    expect([at, theirs.length]).toEqual([at, state === 'shared' ? 1 : 0]);
    const left = Object.keys(keep().document).filter((name) => !name.startsWith('run'));
    if (state !== 'shared') expect([at, left]).toEqual([at, []]);
  }
  expect([...new Set(found)]).toEqual(['none', 'private', 'shared']);
});
