import type { Query } from '../../src/query/query';
import { keys } from '../../workbench/clockify/keys';
import { ENTRY_POINTS } from './entryPoints';
import { type Examples, examplesOf } from './examples';
import { newGround, QUERY_TAB, queryOf, told } from './ground';
import { COLLEAGUE, Sharing, WISH } from './sharing';
import { overhear, tracesOf } from './traces';

/* A colleague who means harm: they may edit the spreadsheet, and call every entry point with whatever they know of a shared login. */

const ground = newGround();
const sharing = new Sharing(ground);

const ownersStore = () => ground.session.platform.properties('user user-1').all();

async function examples(): Promise<Examples> {
  const { login, query } = await sharing.filled();
  return examplesOf({ login: login.id, workspace: login.accounts[0].id, job: `${query.id}.x`, query });
}

const ENTRIES = Object.keys(
  examplesOf({ login: '', workspace: '', job: '', query: { id: '' } as never }),
) as (keyof Examples)[];

test('every entry point is tried', () => {
  expect(ENTRIES.length).toBeGreaterThan(30);
  expect(ENTRY_POINTS).toEqual(expect.arrayContaining(ENTRIES));
});

test.each(ENTRIES)('%s shows no key, and changes nothing that is its owner’s', async (entry) => {
  const heard = overhear(ground.session);
  const given = (await examples())[entry];
  const before = ownersStore();
  await ground.session.platform.run(entry, [JSON.stringify(given)], { via: 'client', ...COLLEAGUE });
  expect(ownersStore()).toEqual(before);
  await sharing.open(COLLEAGUE);
  const places = tracesOf(keys.demo, ground.session, heard);
  expect(
    places.filter((place) => !/^(header X-Api-Key|property login\.\w+ of user user-1)$/.test(place)),
  ).toEqual([]);
  const [own] = await sharing.logins();
  expect(own).toMatchObject({ owner: 'person', name: 'Mara Lindholt', user: { name: 'Mara Lindholt' } });
});

describe('a query in the hidden sheet', () => {
  const write = (change: object) => {
    const [, [, , json]] = ground.sheet.values(QUERY_TAB);
    ground.sheet.type(QUERY_TAB, 'C2', `'${JSON.stringify({ ...JSON.parse(String(json)), ...change })}`);
  };

  test('that names a shared login goes to no other host than the login’s', async () => {
    const { query } = await sharing.filled();
    write({
      region: 'evil',
      accounts: query.accounts.map((account) => ({ ...account, region: 'evil', host: 'evil' })),
    });
    await ground.session.refresh(query.id).catch(() => undefined);
    const hosts = ground.session.platform.http.map(({ url }) => new URL(url).hostname);
    expect(hosts.every((host) => host.endsWith('clockify.me'))).toBe(true);
  });

  /** A tab whose cells only the first user may edit. */
  function keep(name: string): number {
    ground.sheet.insertTab(name);
    ground.session.platform.protect(name, 'A1:Z100', { editors: ['user-1'] });
    return ground.sheet.tabs().find((tab) => tab.name === name)?.id ?? 0;
  }

  test('over a shared login is not placed with my rights where somebody else chose', async () => {
    const { query } = await sharing.filled();
    const sheet = keep('Kept');
    write({ target: { kind: 'cell', sheet, row: 5, column: 1 } });
    expect((await ground.failure(query)).code).toBe('agreement-needed');
    expect((await ground.view(query)).agreement?.changes).toEqual(['The table now goes to Kept!A5.']);
    expect(ground.sheet.values('Kept')).toEqual([]);
    await ground.session.platform.run('refreshAll');
    expect(ground.session.platform.toasts.at(-1)?.message).toContain('Waiting for your agreement');
  });

  test('over a shared login is not placed there once the name of its table was removed, either', async () => {
    const { query } = await sharing.filled();
    const sheet = keep('Kept');
    const stored = (await ground.view(query)).query as Query;
    write({ target: { ...stored.target, sheet, row: 5, column: 1 } });
    ground.session.platform.workbook.names = [];
    expect(told(await ground.failure(query))).toEqual({
      code: 'tab-gone',
      title:
        "The table of Hours isn't where it was placed, and where it would go was not chosen by you. Nothing was changed.",
      remedy: 'Choose where its table should go and refresh again.',
    });
    expect(ground.sheet.values('Kept')).toEqual([]);
  });

  test('over a shared login that is sent elsewhere while I refresh it is not written there', async () => {
    const { query } = await sharing.filled();
    const sheet = keep('Kept');
    let due = true;
    const problem = await ground.failure(query, {
      onCall: ({ name }) => {
        if (!due || !name.startsWith('UrlFetchApp')) return;
        due = false;
        write({ target: { kind: 'cell', sheet, row: 5, column: 1 } });
      },
    });
    expect(problem.code).toBe('agreement-needed');
    expect(ground.sheet.values('Kept')).toEqual([]);
  });

  test('over a shared login that a colleague placed somewhere is refreshed there by all', async () => {
    const { login } = await sharing.filled();
    const sheet = ground.sheet.tabs()[0].id;
    const wish = { ...WISH, name: 'Theirs', target: { kind: 'cell' as const, sheet, row: 3, column: 2 } };
    const saved = await ground.session.call<Query>('saveQuery', { query: queryOf(wish, login) }, COLLEAGUE);
    expect((await ground.failure(saved)).code).toBe('agreement-needed');
    await ground.refresh(saved, COLLEAGUE);
    expect((await ground.view(saved)).agreement).toBeNull();
    await ground.refresh(saved);
  });

  test('is called what its login knows, not what was written', async () => {
    const { query } = await sharing.filled();
    write({ accounts: query.accounts.map((account) => ({ ...account, name: '=EVIL()' })) });
    expect((await ground.view(query)).query?.accounts[0].name).toBe('Quirks');
    await ground.refresh(query);
    const [[note]] = ground.sheet.attributes('Hours', 'note', 'A1');
    expect(note).not.toContain('EVIL');
  });

  test('that a colleague points from a private login to the shared one of theirs reads nothing with the private one', async () => {
    const { query, login } = await sharing.filled();
    await sharing.unshare(login);
    const theirs = await ground.session.call<{ id: string; accounts: { id: string; name: string }[] }>(
      'addLogin',
      { key: keys.single, share: true, displayName: 'Eve' },
      COLLEAGUE,
    );
    const [{ id, name }] = theirs.accounts;
    write({ accounts: [{ login: theirs.id, workspace: id, name }] });
    const from = ground.session.platform.http.length;
    await ground.refresh(query);
    const used = ground.session.platform.http.slice(from).map(({ headers }) => headers['X-Api-Key']);
    expect(new Set(used)).toEqual(new Set([keys.single]));
  });

  test('that a colleague adds a private login of mine to waits for me', async () => {
    const { query, login } = await sharing.filled();
    const own = await ground.login('single');
    const [{ id, name }] = own.accounts;
    write({ accounts: [...query.accounts, { login: own.id, workspace: id, name }] });
    expect((await ground.failure(query)).code).toBe('agreement-needed');
    expect((await ground.view(query)).agreement?.changes).toEqual([
      'It now reads Solo Studio with your login Greta Alleyn too.',
    ]);
    expect(login.id).not.toBe(own.id);
  });
});
