import type { Overview } from '../../src/actions/overview';
import type { LoginView } from '../../src/logins/manage';
import type { Query } from '../../src/query/query';
import { keys } from '../../workbench/clockify/keys';
import { newGround, problemIn, QUERY_TAB, queryOf, told, type Wish } from './ground';
import { overhear, tracesOf } from './traces';

const ground = newGround();

const wish: Wish = {
  name: 'Hours',
  accounts: ['Quirks'],
  days: ['2026-06-01', '2026-06-02'],
  columns: ['date', 'duration'],
};

/** A colleague who may edit the spreadsheet too. */
const COLLEAGUE = { user: 'user-2' };

const share = (login: LoginView, displayName = 'Mara') =>
  ground.session.call<LoginView>('shareLogin', { login: login.id, displayName });
const logins = (options = {}) => ground.session.call<LoginView[]>('listLogins', {}, options);
const open = (options = {}) => ground.session.call<Overview>('loadOverview', {}, options);
const document = () => ground.session.platform.properties('document').keys();
const mine = () => ground.session.platform.properties('user user-1').keys();

/** A query with a table, whose login is shared. */
async function shared(): Promise<{ login: LoginView; query: Query }> {
  const login = await ground.login();
  const query = await ground.fill(wish);
  return { login: await share(login), query };
}

describe('a shared login', () => {
  test('says who shares it and since when, to its owner and to colleagues, and its key to nobody', async () => {
    const { login } = await shared();
    const sharedBy = { name: 'Mara', at: expect.any(Number) };
    expect(login).toMatchObject({ owner: 'person', sharedBy, name: 'Mara Lindholt' });
    const [theirs] = await logins(COLLEAGUE);
    expect(theirs).toMatchObject({ id: login.id, owner: 'spreadsheet', sharedBy, name: 'Mara Lindholt' });
    expect(theirs.accounts.map(({ name }) => name)).toEqual(login.accounts.map(({ name }) => name));
    expect(JSON.stringify([login, theirs])).not.toContain(keys.demo);
  });

  test('refreshes a colleague’s query and its owner’s, without anything to agree to', async () => {
    const { login, query } = await shared();
    const before = await ground.table(query);
    await ground.refresh(query, COLLEAGUE);
    expect(await ground.table(query)).toEqual(before);
    const theirs = queryOf({ ...wish, name: 'Theirs', columns: ['date', 'cost'] }, login);
    const saved = await ground.session.call<Query>('saveQuery', { query: theirs }, COLLEAGUE);
    await ground.refresh(saved);
    expect((await ground.view(saved)).agreement).toBeNull();
    await ground.refresh(saved, COLLEAGUE);
  });

  test('is in the spreadsheet only sealed, and its key goes to Clockify alone', async () => {
    const heard = overhear(ground.session);
    const { login, query } = await shared();
    await ground.refresh(query, COLLEAGUE);
    await open(COLLEAGUE);
    expect(tracesOf(keys.demo, ground.session, heard)).toEqual([
      'header X-Api-Key',
      `property login.${login.id} of user user-1`,
    ]);
    expect(document()).toContain(`shared-login.${login.id}`);
  });

  test('and private again is refreshed with by its owner only', async () => {
    const { login, query } = await shared();
    const after = await ground.session.call<LoginView>('unshareLogin', { login: login.id });
    expect(after).toMatchObject({ id: login.id, owner: 'person', sharedBy: null });
    expect(await logins(COLLEAGUE)).toEqual([]);
    expect((await ground.failure(query, COLLEAGUE)).code).toBe('login-unknown');
    await ground.refresh(query);
    expect(document().filter((name) => name.includes(login.id))).toEqual([]);
  });

  test('can be changed by its owner only', async () => {
    const { login } = await shared();
    const refused = {
      code: 'login-shared',
      title: 'The login Mara Lindholt is shared by Mara: nobody else can change it.',
      remedy: 'Ask Mara to do it, or connect with a key of your own.',
    };
    const calls: [string, object][] = [
      ['renameLogin', { login: login.id, name: 'Theirs' }],
      ['replaceKey', { login: login.id, key: keys.member }],
      ['shareLogin', { login: login.id, displayName: 'Eve' }],
    ];
    for (const [entry, payload] of calls)
      expect(told(await problemIn(() => ground.session.call(entry, payload, COLLEAGUE)))).toEqual(refused);
    expect((await logins(COLLEAGUE))[0]).toMatchObject({ name: 'Mara Lindholt', sharedBy: { name: 'Mara' } });
  });

  test.each(['deleteLogin', 'unshareLogin'])(
    'that a colleague removes by %s is gone for colleagues and stays with its owner, private',
    async (entry) => {
      const { login, query } = await shared();
      expect((await ground.session.call(entry, { login: login.id }, COLLEAGUE)) ?? null).toBeNull();
      expect(await logins(COLLEAGUE)).toEqual([]);
      const { logins: own } = await open();
      expect(own).toMatchObject([{ id: login.id, owner: 'person', sharedBy: null }]);
      expect(mine().filter((name) => name.startsWith('login-shared.'))).toEqual([]);
      await ground.refresh(query);
    },
  );

  test('that its owner deletes is gone for all', async () => {
    const { login } = await shared();
    await ground.session.call('deleteLogin', { login: login.id });
    expect(await logins(COLLEAGUE)).toEqual([]);
    expect([...document(), ...mine()].filter((name) => name.includes(login.id))).toEqual([]);
  });

  test('that is renamed or gets another key is so for colleagues at once', async () => {
    const { login, query } = await shared();
    await ground.session.call('renameLogin', { login: login.id, name: 'Agency' });
    expect((await logins(COLLEAGUE))[0].name).toBe('Agency');
    await ground.session.call('replaceKey', { login: login.id, key: keys.member, anyway: true });
    expect((await logins(COLLEAGUE))[0].user.name).toBe('Jonas Ekwall');
    await ground.failure(query, COLLEAGUE);
    expect(ground.session.platform.http.at(-1)?.headers['X-Api-Key']).toBe(keys.member);
  });

  test('can be used beside a colleague’s own of the same key', async () => {
    await shared();
    const own = await ground.session.call<LoginView>('addLogin', { key: keys.demo }, COLLEAGUE);
    expect(own).toMatchObject({ name: 'Mara Lindholt 2', samePersonAs: ['Mara Lindholt'] });
  });

  test('is told by when it was used last, by whomever', async () => {
    const { login, query } = await shared();
    expect(login.lastUsedAt).not.toBeNull();
    ground.session.platform.clock.advance(2 * 3_600_000);
    const at = ground.session.platform.clock.now();
    await ground.refresh(query, COLLEAGUE);
    expect((await logins())[0].lastUsedAt).toBeGreaterThanOrEqual(at);
  });
});

describe('connecting', () => {
  test('shared needs one call', async () => {
    const login = await ground.session.call<LoginView>('addLogin', {
      key: keys.demo,
      share: true,
      displayName: 'Mara',
    });
    expect(login.sharedBy?.name).toBe('Mara');
    expect((await open()).displayName).toBe('Mara');
    expect(await logins(COLLEAGUE)).toHaveLength(1);
  });

  test('is private unless it is asked for', async () => {
    await ground.login();
    expect(await logins(COLLEAGUE)).toEqual([]);
    expect((await open()).displayName).toBeNull();
  });
});

test('a query over a shared login and a private one asks for agreement, as before', async () => {
  const { login } = await shared();
  const other = await ground.login('single');
  const both = await ground.fill({
    ...wish,
    name: 'Both',
    accounts: [
      { name: 'Quirks', login },
      { name: 'Solo Studio', login: other },
    ],
  });
  const [, , [id, , json]] = ground.sheet.values(QUERY_TAB);
  expect(id).toBe(both.id);
  const changed = { ...JSON.parse(String(json)), columns: [{ field: 'date' }, { field: 'cost' }] };
  ground.sheet.type(QUERY_TAB, 'C3', `'${JSON.stringify(changed)}`);
  expect((await ground.failure(both)).code).toBe('agreement-needed');
  expect((await ground.failure(both, COLLEAGUE)).code).toBe('login-unknown');
});

test('nothing can be shared where the add-on is not installed, and that is said beforehand', async () => {
  await ground.open({ installation: 'NONE' });
  const login = await ground.login();
  const { sharingOff } = await open();
  expect(sharingOff?.code).toBe('sharing-off');
  expect((await problemIn(() => share(login))).code).toBe('sharing-off');
  const added = () => ground.session.call('addLogin', { key: keys.single, share: true });
  expect((await problemIn(added)).code).toBe('sharing-off');
  expect(await logins()).toHaveLength(1);
  expect(document().filter((name) => name.startsWith('shared-'))).toEqual([]);
});

test('a copy of the spreadsheet shares nothing, whatever was copied', async () => {
  await shared();
  ground.session.platform.spreadsheetId = 'copy';
  expect(await logins(COLLEAGUE)).toEqual([]);
  expect((await logins())[0]).toMatchObject({ sharedBy: null, sharedElsewhere: 1 });
});
