import type { KeyInspected } from '../../src/actions/inspectKey';
import type { KeyReplaced } from '../../src/actions/replaceKey';
import type { Query } from '../../src/query/query';
import { type KeyName, keys } from '../../workbench/clockify/keys';
import { newGround, problemIn, told, type Wish } from './ground';

const ground = newGround();

const LUMEN = 'Lumen & Loom';
const HARBOUR = 'Harbour Works';

const wish: Wish = {
  name: 'Hours',
  days: ['2026-06-01', '2026-06-03'],
  columns: ['date', 'duration'],
  accounts: [LUMEN],
};

const loginOf = (query: Query) => query.accounts[0].login;

function inspect(query: Query, key: KeyName, region?: string): Promise<KeyInspected> {
  return ground.session.call('inspectKey', { login: loginOf(query), key: keys[key], region });
}

function replace(query: Query, key: KeyName, more: object = {}): Promise<KeyReplaced> {
  return ground.session.call('replaceKey', { login: loginOf(query), key: keys[key], ...more });
}

const belongings = () => ground.session.platform.properties('user user-1').all();

describe('another key that is looked at', () => {
  test('of the same person changes nothing, and nothing is saved', async () => {
    const query = await ground.fill(wish);
    const before = belongings();
    expect(await inspect(query, 'demoAgain')).toEqual({
      person: { name: 'Mara Lindholt', email: 'mara-lindholt@lumen-loom.example' },
      samePerson: true,
      region: 'global',
      regionBefore: 'global',
      lost: [],
      gained: [],
      changes: [],
    });
    expect(belongings()).toEqual(before);
  });

  test('of somebody with fewer rights says whose it is and what is no longer seen', async () => {
    const query = await ground.fill(wish);
    const { samePerson, lost, gained, changes } = await inspect(query, 'member');
    expect({ samePerson, gained, lost: lost.map(({ name }) => name) }).toEqual({
      samePerson: false,
      gained: [],
      lost: ['Quirks'],
    });
    expect(changes).toEqual([
      'The key belongs to Jonas Ekwall (jonas-ekwall@lumen-loom.example), no longer to Mara Lindholt (mara-lindholt@lumen-loom.example).',
      'The role in Lumen & Loom is Regular member now; it was Owner.',
      "Of Lumen & Loom the key owner's own time is seen from now on, not everybody's time.",
      'Amounts of Lumen & Loom are hidden from now on.',
    ]);
  });

  test('that sees none of its accounts names the queries that end', async () => {
    const query = await ground.fill(wish);
    const { lost, gained, changes } = await inspect(query, 'single');
    expect(lost.map(({ name }) => name)).toEqual([HARBOUR, LUMEN, 'Quirks']);
    expect(gained.map(({ name }) => name)).toEqual(['Solo Studio']);
    expect(changes).toContain("Greta Alleyn doesn't see Lumen & Loom: Hours can't be refreshed any more.");
  });

  test('is looked for in the region of the login first', async () => {
    await ground.login('subdomain', { region: 'acme' });
    const query = await ground.query({ ...wish, accounts: ['Acme'] });
    const before = ground.session.platform.http.length;
    await inspect(query, 'single');
    const hosts = ground.session.platform.http.slice(before).map(({ url }) => new URL(url).host);
    expect(hosts.slice(0, 2)).toEqual(['acme.clockify.me', 'api.clockify.me']);
  });

  test('that nobody knows is refused as when one connects', async () => {
    const query = await ground.fill(wish);
    const asked = () =>
      ground.session.call('inspectKey', { login: loginOf(query), key: 'NobodyKnowsThisKey' });
    expect((await problemIn(asked)).code).toBe('key-refused');
  });

  test('that another login has is that login’s', async () => {
    const query = await ground.fill(wish);
    await ground.login('member');
    expect((await problemIn(() => inspect(query, 'member'))).code).toBe('login-exists');
  });
});

describe('a key of somebody else', () => {
  test('is taken only when that is meant', async () => {
    const query = await ground.fill(wish);
    const before = belongings();
    expect(told(await problemIn(() => replace(query, 'member')))).toEqual({
      code: 'key-of-another',
      title: "This key is Jonas Ekwall's; Mara Lindholt has been Mara Lindholt's. Nothing was changed.",
      remedy:
        'Paste a key of the same person, or use this one anyway: the queries of Mara Lindholt then show what Jonas Ekwall sees.',
    });
    expect(belongings()).toEqual(before);
    expect((await replace(query, 'member', { anyway: true })).user.name).toBe('Jonas Ekwall');
  });
});

describe('an account that moved to another region', () => {
  test('is read there by its queries once the key is replaced, which says so before', async () => {
    const query = await ground.fill(wish);
    await ground.control.revokeKey('demo');
    const { samePerson, region, regionBefore, changes } = await inspect(query, 'demoMoved', 'eu');
    expect({ samePerson, region, regionBefore }).toEqual({
      samePerson: true,
      region: 'eu',
      regionBefore: 'global',
    });
    expect(changes.slice(0, 2)).toEqual([
      "It works in Clockify's region eu; before it was global.",
      'Lumen & Loom is another account of the same name here: Hours will read that one. Filters that name its people or projects have to be chosen again.',
    ]);
    const { accounts } = await replace(query, 'demoMoved', { region: 'eu' });
    const view = await ground.view(query);
    expect(view.query?.accounts).toEqual([{ login: loginOf(query), workspace: accounts[0].id, name: LUMEN }]);
    expect(view.agreement).toBeNull();
    await ground.refresh(query);
  });
});

test('replacing a key names the queries that had failed for it, and they no longer say so', async () => {
  const query = await ground.fill(wish);
  const other = await ground.fill({ ...wish, name: 'Tags', report: 'tags', columns: ['tag'] });
  await ground.control.revokeKey('demo');
  await ground.failure(query);
  await ground.failure(other);
  const { failed } = await replace(query, 'demoAgain');
  expect(failed).toEqual([
    { id: query.id, name: 'Hours' },
    { id: other.id, name: 'Tags' },
  ]);
  expect((await ground.view(query)).state.problem).toBeNull();
  await ground.refresh(query);
  await ground.refresh(other);
});
