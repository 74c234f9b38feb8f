import type { LoginView } from '../../src/logins/manage';
import { keys } from '../../workbench/clockify/keys';
import { newGround, problemIn } from './ground';
import { COLLEAGUE, Sharing } from './sharing';

/* Sealed copies that were altered, moved or put back, and logins that are changed in another spreadsheet than where they are shared. */

const ground = newGround();
const sharing = new Sharing(ground);

const document = () => ground.session.platform.properties('document');
const copyOf = ({ id }: Pick<LoginView, 'id'>) => String(document().get(`shared-login.${id}`));

/** Writes a copy, as nobody can who has no access to the properties of the script. */
function plant({ id }: Pick<LoginView, 'id'>, sealed: string): void {
  document().set({ [`shared-login.${id}`]: sealed });
}

/** Works in another spreadsheet, with document properties of its own. */
async function elsewhere<T>(work: () => Promise<T>): Promise<T> {
  const { platform } = ground.session;
  const here = document().all();
  document().clear();
  platform.spreadsheetId = 'another';
  try {
    return await work();
  } finally {
    document().set(here, true);
    platform.spreadsheetId = 'workbench-spreadsheet';
  }
}

describe('a sealed copy', () => {
  test('that was altered is as good as none for colleagues, until its owner opens the sidebar', async () => {
    const { login, query } = await sharing.filled();
    const sealed = copyOf(login);
    const digit = sealed.at(-1) === '0' ? '1' : '0';
    plant(login, sealed.slice(0, -1) + digit);
    expect(await sharing.logins(COLLEAGUE)).toEqual([]);
    expect((await ground.failure(query, COLLEAGUE)).code).toBe('login-unknown');
    await ground.refresh(query);
    await sharing.open();
    expect(await sharing.logins(COLLEAGUE)).toHaveLength(1);
  });

  test('that was moved to another login’s place opens nothing', async () => {
    const { login } = await sharing.filled();
    plant({ id: 'other' }, copyOf(login));
    expect((await sharing.logins(COLLEAGUE)).map(({ id }) => id)).toEqual([login.id]);
    expect((await sharing.logins()).map(({ id }) => id)).toEqual([login.id]);
  });

  test('that was moved to another spreadsheet opens nothing, and isn’t made to by its owner’s sidebar', async () => {
    const { login } = await sharing.filled();
    const sealed = copyOf(login);
    await elsewhere(async () => {
      plant(login, sealed);
      expect(await sharing.logins(COLLEAGUE)).toEqual([]);
      await sharing.open();
      expect(await sharing.logins(COLLEAGUE)).toEqual([]);
      expect(sharing.kept('document', login)).toEqual([]);
    });
    expect(await sharing.logins(COLLEAGUE)).toHaveLength(1);
  });

  test('that is put back after its login was made private is not its owner’s, who removes it by opening the sidebar', async () => {
    const { login, query } = await sharing.filled();
    const sealed = copyOf(login);
    await sharing.unshare(login);
    plant(login, sealed);
    expect((await sharing.logins())[0].sharedBy).toBeNull();
    await ground.session.call('renameLogin', { login: login.id, name: 'Renamed' });
    expect(copyOf(login)).toBe(sealed);
    await sharing.open();
    expect(await sharing.logins(COLLEAGUE)).toEqual([]);
    expect((await ground.failure(query, COLLEAGUE)).code).toBe('login-unknown');
  });

  test('doesn’t open once the script’s secret is another, and is sealed anew by its owner', async () => {
    const { login } = await sharing.filled();
    const sealed = copyOf(login);
    ground.session.platform.properties('script').set({ 'sealing-secret': '00'.repeat(32) });
    expect(await sharing.logins(COLLEAGUE)).toEqual([]);
    await sharing.open();
    expect(copyOf(login)).not.toBe(sealed);
    expect(await sharing.logins(COLLEAGUE)).toHaveLength(1);
  });

  test('of another form, also of a newer add-on, is as good as none', async () => {
    for (const text of ['', '2.00', '{}', 'packed:x', `1.${'0'.repeat(9000)}`]) plant({ id: 'odd' }, text);
    expect(await sharing.logins(COLLEAGUE)).toEqual([]);
    await sharing.open(COLLEAGUE);
  });
});

describe('a login that is shared in another spreadsheet', () => {
  test('and gets another key is renewed there when its owner opens the sidebar there', async () => {
    const { login, query } = await sharing.filled();
    await elsewhere(() => ground.session.call('replaceKey', { login: login.id, key: keys.demoAgain }));
    await ground.refresh(query, COLLEAGUE);
    expect(ground.session.platform.http.at(-1)?.headers['X-Api-Key']).toBe(keys.demo);
    await sharing.open();
    await ground.refresh(query, COLLEAGUE);
    expect(ground.session.platform.http.at(-1)?.headers['X-Api-Key']).toBe(keys.demoAgain);
  });

  test('says in how many', async () => {
    const { login } = await sharing.filled();
    await elsewhere(async () => {
      expect((await sharing.logins())[0]).toMatchObject({ sharedBy: null, sharedElsewhere: 1 });
      expect((await sharing.share(login)).sharedElsewhere).toBe(1);
    });
    expect((await sharing.logins())[0].sharedElsewhere).toBe(1);
  });

  test('and is deleted is gone there when its owner opens the sidebar there', async () => {
    const { login } = await sharing.filled();
    await elsewhere(() => sharing.remove(login));
    expect((await sharing.open()).logins).toEqual([]);
    expect(await sharing.logins(COLLEAGUE)).toEqual([]);
    expect([...sharing.kept('document', login), ...sharing.kept('user user-1', login)]).toEqual([]);
  });

  test('and is forgotten with everything can be removed there by anybody', async () => {
    const { login } = await sharing.filled();
    await elsewhere(() => ground.session.call('forgetAll'));
    expect(await sharing.logins()).toMatchObject([{ id: login.id, owner: 'spreadsheet' }]);
    await sharing.remove(login);
    expect(await sharing.logins(COLLEAGUE)).toEqual([]);
  });
});

describe('where the store of the spreadsheet is full', () => {
  const fill = () => {
    for (const size of [8000, 100]) {
      for (let index = 0; fits(`filler.${size}.${index}`, size); index++);
    }
  };
  const fits = (name: string, size: number): boolean => {
    try {
      document().set({ [name]: 'x'.repeat(size) });
      return true;
    } catch {
      return false;
    }
  };

  test('nothing is shared and nothing is left of it', async () => {
    const login = await ground.login();
    fill();
    expect((await problemIn(() => sharing.share(login))).code).toBe('store-full');
    expect(sharing.kept('document', login)).toEqual([]);
    expect((await sharing.logins())[0]).toMatchObject({ id: login.id, sharedBy: null });
    expect(await sharing.logins(COLLEAGUE)).toEqual([]);
  });

  test('a login that was to be shared is not added', async () => {
    fill();
    const added = { key: keys.demo, share: true, displayName: 'Mara' };
    expect((await problemIn(() => ground.session.call('addLogin', added))).code).toBe('store-full');
    expect(await sharing.logins()).toEqual([]);
    const left = ground.session.platform.properties('user user-1').keys();
    expect(left).toEqual([]);
  });

  test('a shared login is renamed with its owner at least, and made private for all', async () => {
    const { login } = await sharing.filled();
    fill();
    const name = 'A name that is longer than it was by more than there is room for in that store';
    await ground.session.call('renameLogin', { login: login.id, name });
    expect((await sharing.open()).logins[0].name).toBe(name);
    expect((await sharing.logins(COLLEAGUE))[0].name).toBe('Mara Lindholt');
    await sharing.unshare(login);
    expect(await sharing.logins(COLLEAGUE)).toEqual([]);
  });
});
