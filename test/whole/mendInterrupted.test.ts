import type { Mapped } from '../../src/actions/mapLogins';
import type { LoginView } from '../../src/logins/manage';
import type { Query } from '../../src/query/query';
import type { FaultRule } from '../../workbench/clockify/faults';
import { keys } from '../../workbench/clockify/keys';
import { effectful } from '../../workbench/faults/interrupt';
import { keep, putBack } from '../../workbench/faults/keep';
import { newGround, problemIn, QUERY_TAB, type Wish } from './ground';

/*
 * Whatever mends a login, or marks it, ends before each of its service calls that do something, one after the other; then it
 * is done again. In between there is the old or the new, and never a key that works with a mark on it.
 */

const ground = newGround();

const wish: Wish = {
  name: 'Hours',
  days: ['2026-06-01', '2026-06-02'],
  columns: ['date', 'duration'],
  accounts: ['Lumen & Loom'],
};

const logins = () => ground.session.call<LoginView[]>('listLogins');

/** The key that a login has in its owner's store. */
function keyOf(login: string): string {
  const text = ground.session.platform.properties('user user-1').get(`login.${login}`);
  return (JSON.parse(text ?? '{}') as { key?: string }).key ?? 'none';
}

/** Ends an entry point before each call that does something, from the same beginning; `look` after each. Gives how often. */
async function endEach(entry: string, payload: object, look: (at: string) => Promise<void>): Promise<number> {
  const start = keep(ground.session);
  const calls: string[] = [];
  await ground.session
    .call(entry, payload, { onCall: ({ name }) => void calls.push(name) })
    .catch(() => undefined);
  const places = [...calls.keys()].filter((at) => effectful(calls[at]));
  for (const at of places) {
    putBack(ground.session, start);
    const finished = await ground.session.platform.run(entry, [JSON.stringify(payload)], {
      via: 'client',
      onCall: ({ index }) => (index === at ? { end: 'before' } : undefined),
    });
    expect(finished.ended).toBe('killed');
    await look(`${at} ${calls[at]}`);
  }
  return places.length;
}

/** A query whose login has a key that was revoked and marked. */
async function refused(): Promise<Query> {
  const query = await ground.fill(wish);
  await ground.control.revokeKey('demo');
  await ground.failure(query);
  return query;
}

test('replacing a key can end at every call: the login has the old or the new one, and doing it again mends it', async () => {
  const query = await refused();
  const { login } = query.accounts[0];
  const payload = { login, key: keys.demoAgain };
  const found = new Set<string>();
  const ends = await endEach('replaceKey', payload, async (at) => {
    const key = keyOf(login);
    const [{ id, name, refusedAt }] = await logins();
    found.add(key === keys.demoAgain ? 'new' : refusedAt === null ? 'old, to be found out again' : 'old');
    expect([at, id, name]).toEqual([at, login, 'Mara Lindholt']);
    expect([keys.demo, keys.demoAgain]).toContain(key);
    if (key === keys.demoAgain) expect([at, refusedAt]).toEqual([at, null]);
    const again = await ground.session.call<LoginView>('replaceKey', payload);
    expect(again.refusedAt).toBeNull();
    expect((await ground.view(query)).state.problem).toBeNull();
  });
  expect(ends).toBeGreaterThan(15);
  expect([...found].sort()).toEqual(['new', 'old', 'old, to be found out again']);
  await ground.refresh(query);
});

test('a replacement that ended once the key was there leaves queries that are well when they are refreshed', async () => {
  const query = await refused();
  const { login } = query.accounts[0];
  await endEach('replaceKey', { login, key: keys.demoAgain }, async () => {
    if (keyOf(login) !== keys.demoAgain) return;
    expect((await ground.view(query)).state.problem).toBeNull();
  });
});

test('marking a key can end at every call: the next refresh ends as it would have, and marks what is not marked', async () => {
  const query = await ground.fill(wish);
  const other = await ground.fill({ ...wish, name: 'Tags', report: 'tags', columns: ['tag'] });
  await ground.control.revokeKey('demo');
  const ends = await endEach('startRefresh', { query: query.id }, async (at) => {
    const [{ refusedAt }] = await logins();
    if (refusedAt !== null)
      for (const each of [query, other])
        expect([at, (await ground.view(each)).state.problem?.code]).toEqual([at, 'key-refused']);
    expect([at, (await ground.failure(query)).code]).toEqual([at, 'key-refused']);
    const [marked] = await logins();
    expect([at, marked.refusedAt === null]).toEqual([at, false]);
  });
  expect(ends).toBeGreaterThan(20);
});

test('a key that works again can be checked by hand and end at every call', async () => {
  const query = await refused();
  const { login } = query.accounts[0];
  await ground.control.restoreKey('demo');
  await endEach('readWorkspaces', { login }, async (at) => {
    const view = await ground.session.call<LoginView>('readWorkspaces', { login });
    expect([at, view.refusedAt]).toEqual([at, null]);
    expect((await ground.view(query)).state.problem).toBeNull();
  });
  await ground.refresh(query);
});

test('mapping logins can end at every call: each query has the old login or the new one whole, and doing it again maps the rest', async () => {
  const hours = await ground.fill(wish);
  const tags = await ground.fill({ ...wish, name: 'Tags', report: 'tags', columns: ['tag'] });
  const [before] = await logins();
  const login = before.id;
  const mine = await ground.session.addLogin({ key: keys.demoAgain });
  const map = { map: [{ login, to: mine.id }] };
  const found = new Set<string>();
  const ends = await endEach('mapLogins', map, async (at) => {
    const views = await Promise.all([hours, tags].map((query) => ground.view(query)));
    const of = views.map(({ query }) => (query?.accounts[0].login === mine.id ? 'new' : 'old'));
    found.add(of.join());
    expect([at, views.map(({ query }) => query?.columns)]).toEqual([at, [hours.columns, tags.columns]]);
    expect([at, views.map(({ place }) => place === null)]).toEqual([at, [false, false]]);
    // Whatever stands in the sheet was agreed to.
    expect([at, views.map(({ agreement }) => agreement)]).toEqual([at, [null, null]]);
    const { queries, left } = await ground.session.call<Mapped>('mapLogins', map);
    expect([at, left]).toEqual([at, []]);
    expect(queries.map(({ query }) => query?.accounts[0].login)).toEqual([mine.id, mine.id]);
  });
  expect(ends).toBeGreaterThan(20);
  expect([...found].sort()).toEqual(['new,new', 'new,old', 'old,old']);
  await ground.refresh(hours);
  await ground.refresh(tags);
});

describe('a network that dies', () => {
  const dead = (where: Omit<FaultRule, 'fault'>) => ground.fault({ ...where, fault: { kind: 'reset' } });

  test.each([
    ['before the key’s owner is known', '/user$'],
    ['before it is known what the key sees', '/workspaces$'],
  ])('%s leaves the old key, its mark and its queries as they are', async (_, path) => {
    const query = await refused();
    const { login } = query.accounts[0];
    const before = keep(ground.session);
    await dead({ path });
    for (const entry of ['inspectKey', 'replaceKey']) {
      const problem = await problemIn(() => ground.session.call(entry, { login, key: keys.demoAgain }));
      expect([entry, problem.code, problem.retry]).toEqual([entry, 'unreachable', 'later']);
      expect(keep(ground.session)).toEqual(before);
    }
  });
});

test('the sheet that can’t be written to keeps nobody from mending a key', async () => {
  const query = await refused();
  ground.session.platform.protect(QUERY_TAB, 'A1:D20', { editors: ['somebody-else'] });
  const { refusedAt } = await ground.session.call<LoginView>('replaceKey', {
    login: query.accounts[0].login,
    key: keys.demoAgain,
  });
  expect(refusedAt).toBeNull();
  expect((await ground.view(query)).state.problem).toBeNull();
});
