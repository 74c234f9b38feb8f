import type { LoginView } from '../../src/logins/manage';
import type { Query } from '../../src/query/query';
import { keys } from '../../workbench/clockify/keys';
import type { OnCall } from '../../workbench/gas/gate';
import { newGround, problemIn, QUERY_TAB, queryOf, told } from './ground';
import { COLLEAGUE, Sharing, WISH } from './sharing';
import { overhear, tracesOf } from './traces';

const ground = newGround();
const sharing = new Sharing(ground);

const document = () => ground.session.platform.properties('document').keys();

describe('a shared login', () => {
  test('says who shares it and since when, to its owner and to colleagues, and its key to nobody', async () => {
    const { login } = await sharing.filled();
    const sharedBy = { name: 'Mara', at: expect.any(Number) };
    expect(login).toMatchObject({ owner: 'person', sharedBy, name: 'Mara Lindholt' });
    const [theirs] = await sharing.logins(COLLEAGUE);
    expect(theirs).toMatchObject({ id: login.id, owner: 'spreadsheet', sharedBy, name: 'Mara Lindholt' });
    expect(theirs.accounts.map(({ name }) => name)).toEqual(login.accounts.map(({ name }) => name));
    expect(JSON.stringify([login, theirs])).not.toContain(keys.demo);
  });

  test('refreshes a colleague’s query and its owner’s, without anything to agree to', async () => {
    const { login, query } = await sharing.filled();
    const before = await ground.table(query);
    await ground.refresh(query, COLLEAGUE);
    expect(await ground.table(query)).toEqual(before);
    const theirs = queryOf({ ...WISH, name: 'Theirs', columns: ['date', 'cost'] }, login);
    const saved = await ground.session.call<Query>('saveQuery', { query: theirs }, COLLEAGUE);
    await ground.refresh(saved);
    expect((await ground.view(saved)).agreement).toBeNull();
    await ground.refresh(saved, COLLEAGUE);
  });

  test('is in the spreadsheet only sealed, and its key goes to Clockify alone', async () => {
    const heard = overhear(ground.session);
    const { login, query } = await sharing.filled();
    await ground.refresh(query, COLLEAGUE);
    await sharing.open(COLLEAGUE);
    expect(tracesOf(keys.demo, ground.session, heard)).toEqual([
      'header X-Api-Key',
      `property login.${login.id} of user user-1`,
    ]);
    expect(document()).toContain(`shared-login.${login.id}`);
  });

  test('and private again is refreshed with by its owner only', async () => {
    const { login, query } = await sharing.filled();
    const after = await ground.session.call<LoginView>('unshareLogin', { login: login.id });
    expect(after).toMatchObject({ id: login.id, owner: 'person', sharedBy: null });
    expect(await sharing.logins(COLLEAGUE)).toEqual([]);
    expect((await ground.failure(query, COLLEAGUE)).code).toBe('login-unknown');
    await ground.refresh(query);
    expect(sharing.kept('document', login)).toEqual([]);
  });

  test('can be changed by its owner only', async () => {
    const { login } = await sharing.filled();
    const refused = {
      code: 'login-shared',
      title: 'The login Mara Lindholt is shared by Mara: nobody else can change it.',
      remedy: 'Ask Mara to do it, or connect with a key of your own.',
    };
    const calls: [string, object][] = [
      ['renameLogin', { login: login.id, name: 'Theirs' }],
      ['replaceKey', { login: login.id, key: keys.member }],
      ['inspectKey', { login: login.id, key: keys.member }],
      ['shareLogin', { login: login.id, displayName: 'Eve' }],
    ];
    for (const [entry, payload] of calls)
      expect(told(await problemIn(() => ground.session.call(entry, payload, COLLEAGUE)))).toEqual(refused);
    expect((await sharing.logins(COLLEAGUE))[0]).toMatchObject({
      name: 'Mara Lindholt',
      sharedBy: { name: 'Mara' },
    });
  });

  test.each(['deleteLogin', 'unshareLogin'])(
    'that a colleague removes by %s is gone for colleagues and stays with its owner, private',
    async (entry) => {
      const { login, query } = await sharing.filled();
      expect((await ground.session.call(entry, { login: login.id }, COLLEAGUE)) ?? null).toBeNull();
      expect(await sharing.logins(COLLEAGUE)).toEqual([]);
      const { logins: own } = await sharing.open();
      expect(own).toMatchObject([{ id: login.id, owner: 'person', sharedBy: null }]);
      expect(sharing.kept('user user-1', login).filter((name) => name.startsWith('login-shared.'))).toEqual(
        [],
      );
      await ground.refresh(query);
    },
  );

  test('that its owner deletes is gone for all', async () => {
    const { login } = await sharing.filled();
    await ground.session.call('deleteLogin', { login: login.id });
    expect(await sharing.logins(COLLEAGUE)).toEqual([]);
    expect([...sharing.kept('document', login), ...sharing.kept('user user-1', login)]).toEqual([]);
  });

  test('that is renamed or gets another key is so for colleagues at once', async () => {
    const { login, query } = await sharing.filled();
    await ground.session.call('renameLogin', { login: login.id, name: 'Agency' });
    expect((await sharing.logins(COLLEAGUE))[0].name).toBe('Agency');
    await ground.session.call('replaceKey', { login: login.id, key: keys.member, anyway: true });
    expect((await sharing.logins(COLLEAGUE))[0].user.name).toBe('Jonas Ekwall');
    await ground.failure(query, COLLEAGUE);
    expect(ground.session.platform.http.at(-1)?.headers['X-Api-Key']).toBe(keys.member);
  });

  test('can be used beside a colleague’s own of the same key', async () => {
    await sharing.filled();
    const own = await ground.session.call<LoginView>('addLogin', { key: keys.demo }, COLLEAGUE);
    expect(own).toMatchObject({ name: 'Mara Lindholt 2', samePersonAs: ['Mara Lindholt'] });
  });

  test('is told by when it was used last, by whomever', async () => {
    const { login, query } = await sharing.filled();
    expect(login.lastUsedAt).not.toBeNull();
    ground.session.platform.clock.advance(2 * 3_600_000);
    const at = ground.session.platform.clock.now();
    await ground.refresh(query, COLLEAGUE);
    expect((await sharing.logins())[0].lastUsedAt).toBeGreaterThanOrEqual(at);
  });
});

describe('a colleague', () => {
  test('refreshes by the menu with what is shared, and what isn’t stays', async () => {
    const { query } = await sharing.filled();
    const own = await ground.login('single');
    const other = await ground.query({
      ...WISH,
      name: 'Mine',
      accounts: [{ name: 'Solo Studio', login: own }],
    });
    await ground.session.platform.run('refreshAll', [], COLLEAGUE);
    expect(ground.session.platform.toasts.at(-1)?.message).toBe(
      '1 of 2 refreshed. Not refreshed: Mine. Their old data stands.',
    );
    expect((await ground.view(query)).state.problem).toBeNull();
    expect((await ground.view(other)).state.problem?.code).toBe('login-unknown');
  });

  test('builds a query with a shared login: picks values, looks at its rows, sees what it takes', async () => {
    const { login } = await sharing.filled();
    const asked = queryOf({ ...WISH, name: 'Theirs' }, login);
    const accounts = asked.accounts?.map((account) => ({
      login: account.login,
      workspace: account.workspace,
    }));
    const { session } = ground;
    const values = await session.call<{ values: object[] }>(
      'listValues',
      { accounts, kind: 'project' },
      COLLEAGUE,
    );
    const preview = await session.call<{ rows: object[] }>(
      'previewRows',
      { query: { ...asked, id: 'x' } },
      COLLEAGUE,
    );
    expect([values.values.length > 0, preview.rows.length > 0]).toEqual([true, true]);
    await session.call('previewRequests', { query: { ...asked, id: 'x' } }, COLLEAGUE);
  });

  test('whose view is old is told that a login is shared no more, and its owner’s old view does no harm', async () => {
    const { login, query } = await sharing.filled();
    const [seen] = await sharing.logins(COLLEAGUE);
    await sharing.unshare(login);
    const late: [string, object][] = [
      ['deleteLogin', { login: seen.id }],
      ['readWorkspaces', { login: seen.id }],
      ['saveQuery', { query: { ...query, id: undefined, name: 'Late' } }],
      ['startRefresh', { query: query.id }],
      ['shareLogin', { login: seen.id, displayName: 'Eve' }],
    ];
    for (const [entry, input] of late)
      expect((await problemIn(() => ground.session.call(entry, input, COLLEAGUE))).code).toBe(
        'login-unknown',
      );
    expect(await sharing.unshare(login)).toMatchObject({ id: login.id, sharedBy: null });
    expect((await sharing.share(login)).sharedBy?.name).toBe('Mara');
  });
});

test('a login of a long name in another alphabet is shared whole', async () => {
  const { login } = await sharing.filled();
  const name = '時間の記録と報告書'.repeat(11);
  await ground.session.call('renameLogin', { login: login.id, name });
  await sharing.share(login, { user: 'user-1' });
  expect((await sharing.logins(COLLEAGUE))[0]).toMatchObject({ name, user: login.user });
});

describe('connecting', () => {
  test('shared needs one call', async () => {
    const login = await ground.session.call<LoginView>('addLogin', {
      key: keys.demo,
      share: true,
      displayName: 'Mara',
    });
    expect(login.sharedBy?.name).toBe('Mara');
    expect((await sharing.open()).displayName).toBe('Mara');
    expect(await sharing.logins(COLLEAGUE)).toHaveLength(1);
  });

  test('is private unless it is asked for', async () => {
    await ground.login();
    expect(await sharing.logins(COLLEAGUE)).toEqual([]);
    expect((await sharing.open()).displayName).toBeNull();
  });
});

test('two who share for the first time at once seal with one secret', async () => {
  const login = await ground.login();
  const other = await ground.session.call<LoginView>('addLogin', { key: keys.single }, COLLEAGUE);
  let due = true;
  const onCall: OnCall = async ({ name }) => {
    if (!due || name !== 'LockService.getScriptLock') return;
    due = false;
    await sharing.share(other, COLLEAGUE);
  };
  await sharing.share(login, { onCall });
  expect(due).toBe(false);
  const seen = await sharing.logins({ user: 'user-3' });
  expect(seen.map(({ id }) => id).sort()).toEqual([login.id, other.id].sort());
});

test('a colleague who removes a login just while its copy is renewed is told to try again', async () => {
  const { login } = await sharing.filled();
  let ended = '';
  const onCall: OnCall = async ({ name, args }) => {
    if (ended !== '' || name !== 'Properties.setProperty' || !String(args[0]).startsWith('shared-login.'))
      return;
    ended = (await problemIn(() => sharing.remove(login, COLLEAGUE))).code;
  };
  await ground.session.call('renameLogin', { login: login.id, name: 'Agency' }, { onCall });
  expect(ended).toBe('busy');
  await sharing.remove(login, COLLEAGUE);
  await sharing.open();
  expect(await sharing.logins(COLLEAGUE)).toEqual([]);
});

test('a query over a shared login and a private one asks for agreement, as before', async () => {
  const { login } = await sharing.filled();
  const other = await ground.login('single');
  const both = await ground.fill({
    ...WISH,
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
  const { sharingOff } = await sharing.open();
  expect(sharingOff?.code).toBe('sharing-off');
  expect((await problemIn(() => sharing.share(login))).code).toBe('sharing-off');
  const added = () => ground.session.call('addLogin', { key: keys.single, share: true });
  expect((await problemIn(added)).code).toBe('sharing-off');
  expect(await sharing.logins()).toHaveLength(1);
  expect(document().filter((name) => name.startsWith('shared-'))).toEqual([]);
});

test('a copy of the spreadsheet shares nothing, whatever was copied', async () => {
  await sharing.filled();
  ground.session.platform.spreadsheetId = 'copy';
  expect(await sharing.logins(COLLEAGUE)).toEqual([]);
  expect((await sharing.logins())[0]).toMatchObject({ sharedBy: null, sharedElsewhere: 1 });
});
