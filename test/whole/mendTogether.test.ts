import type { Mapped } from '../../src/actions/mapLogins';
import type { Missing } from '../../src/actions/missingLogins';
import type { KeyReplaced } from '../../src/actions/replaceKey';
import type { LoginView } from '../../src/logins/manage';
import type { Query } from '../../src/query/query';
import { type KeyName, keys } from '../../workbench/clockify/keys';
import { Baton, chances } from '../../workbench/faults/baton';
import type { OnCall } from '../../workbench/gas/gate';
import { type CallOptions, Refused } from '../../workbench/session';
import { newGround, problemIn, told, type Wish } from './ground';
import { COLLEAGUE, Sharing, WISH } from './sharing';

/* What several people, or one in several windows, meet while a login is mended. */

const ground = newGround();
const sharing = new Sharing(ground);

const wish: Wish = { ...WISH, accounts: ['Lumen & Loom'] };

const logins = (options: CallOptions = {}) => sharing.logins(options);
const codeOf = async (query: Pick<Query, 'id'>, options: CallOptions = {}) =>
  (await ground.failure(query, options)).code;

/** The key that a login has in its owner's store. */
function keyOf(login: string): string {
  const text = ground.session.platform.properties('user user-1').get(`login.${login}`);
  return (JSON.parse(text ?? '{}') as { key?: string }).key ?? 'none';
}

function replace(
  login: string,
  key: KeyName,
  more: object = {},
  options: CallOptions = {},
): Promise<KeyReplaced> {
  return ground.session.call('replaceKey', { login, key: keys[key], ...more }, options);
}

describe('the key of a shared login that is refused', () => {
  /** The shared login of a query with a table; its key was revoked since. */
  async function revoked(): Promise<{ login: LoginView; query: Query }> {
    const filled = await sharing.filled();
    await ground.control.revokeKey('demo');
    await ground.asked();
    return filled;
  }

  test('to a colleague is known to its owner at once, who doesn’t try it either', async () => {
    const { login, query } = await revoked();
    const problem = await ground.failure(query, COLLEAGUE);
    expect(told(problem)).toEqual({
      code: 'key-refused',
      title: 'Clockify no longer accepts the key of Mara Lindholt.',
      remedy: 'Ask Mara to replace it, or let its queries read with a login of your own.',
    });
    expect(await ground.asked()).toEqual(['getDetailedReport', 'getUser']);
    expect((await logins()).map(({ refusedAt }) => refusedAt !== null)).toEqual([true]);
    expect((await ground.view(query)).state.problem?.code).toBe('key-refused');
    expect(await codeOf(query)).toBe('key-refused');
    expect(await codeOf(query, COLLEAGUE)).toBe('key-refused');
    expect(await ground.asked()).toEqual([]);
    expect(sharing.kept('user user-2', login).filter((name) => name.startsWith('login-refused'))).toEqual([]);
  });

  test('to its owner is known to colleagues at once', async () => {
    const { query } = await revoked();
    expect(await codeOf(query)).toBe('key-refused');
    await ground.asked();
    const [theirs] = await logins(COLLEAGUE);
    expect(theirs).toMatchObject({ owner: 'spreadsheet' });
    expect(theirs.refusedAt).not.toBeNull();
    expect(await codeOf(query, COLLEAGUE)).toBe('key-refused');
    expect(await ground.asked()).toEqual([]);
  });

  test('is replaced by its owner alone, and then by nobody else to be mended', async () => {
    const { login, query } = await revoked();
    await codeOf(query, COLLEAGUE);
    for (const entry of ['inspectKey', 'replaceKey']) {
      const payload = { login: login.id, key: keys.demoAgain, anyway: true };
      const problem = await problemIn(() => ground.session.call(entry, payload, COLLEAGUE));
      expect([entry, problem.code]).toEqual([entry, 'login-shared']);
    }
    expect((await replace(login.id, 'demoAgain')).refusedAt).toBeNull();
    expect((await logins(COLLEAGUE))[0].refusedAt).toBeNull();
    await ground.refresh(query, COLLEAGUE);
    await ground.refresh(query);
  });

  test('and works again is checked by a colleague for other colleagues, and by its owner for themselves', async () => {
    const { login, query } = await revoked();
    await codeOf(query);
    await ground.control.restoreKey('demo');
    await ground.session.call('readWorkspaces', { login: login.id }, COLLEAGUE);
    await ground.refresh(query, COLLEAGUE);
    // Its owner's own store isn't a colleague's to write: they check it themselves.
    await ground.session.call('readWorkspaces', { login: login.id });
    await ground.refresh(query);
  });
});

describe('an account', () => {
  test('that the key’s owner had to leave can be read by another login of one’s own', async () => {
    const query = await ground.fill({ ...wish, accounts: ['Harbour Works'], columns: ['date', 'duration'] });
    const mara = query.accounts[0].login;
    const jonas = await ground.session.addLogin({ key: keys.member });
    const [{ user }] = await logins();
    await ground.fault({
      path: '/workspaces$',
      times: 1,
      fault: { kind: 'delete', workspace: 'Harbour Works', ids: [user.id] },
    });
    await ground.session.call('readWorkspaces', { login: mara });
    expect(await codeOf(query)).toBe('workspace-gone');
    const { logins: lacking } = await ground.session.call<Missing>('missingLogins');
    expect(lacking).toMatchObject([
      {
        id: mara,
        name: 'Mara Lindholt',
        accounts: [{ name: 'Harbour Works' }],
        candidates: [{ login: jonas.id }],
      },
    ]);
    const { left } = await ground.session.call<Mapped>('mapLogins', {
      map: [{ login: mara, to: jonas.id }],
    });
    expect(left).toEqual([]);
    expect((await ground.view(query)).state.problem).toBeNull();
    await ground.refresh(query);
  });

  test('that was renamed is read on, and called by its new name once that is known', async () => {
    const query = await ground.fill({ ...wish, accounts: ['Harbour Works'] });
    await ground.control.changeWorkspace({ workspace: 'Harbour Works', name: 'Port Works' });
    const { login } = query.accounts[0];
    const { changes } = await ground.session.call<{ changes: string[] }>('inspectKey', {
      login,
      key: keys.demoAgain,
    });
    expect(changes).toEqual(['Harbour Works is called Port Works now.']);
    await replace(login, 'demoAgain');
    expect((await ground.view(query)).query?.accounts[0].name).toBe('Port Works');
    await ground.refresh(query);
  });

  test('in which a role was taken away is mended by the key of somebody who has it', async () => {
    await ground.login('member');
    const query = await ground.query({
      name: 'People',
      report: 'users',
      columns: ['email'],
      accounts: ['Lumen & Loom'],
    });
    expect(await codeOf(query)).toBe('forbidden');
    const { failed } = await replace(query.accounts[0].login, 'demo', { anyway: true });
    expect(failed).toEqual([{ id: query.id, name: 'People' }]);
    await ground.refresh(query);
    expect((await ground.view(query)).state.problem).toBeNull();
  });
});

describe.each([0, 1, 2, 3, 4, 5])('at once, in schedule %i,', (seed) => {
  type Work = (onCall: OnCall) => Promise<unknown>;

  /** Runs two works at once; gives what they ended with: `done`, or the code of a problem. */
  async function atOnce(...works: [Work, Work]): Promise<string[]> {
    const ends: string[] = [];
    const ending = (index: number) => async (onCall: OnCall) => {
      try {
        await works[index](onCall);
        ends[index] = 'done';
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        ends[index] = error.problem.code;
      }
    };
    await new Baton(chances(seed), seed % 2 === 0 ? 'waits' : 'gives up').run([ending(0), ending(1)]);
    return ends;
  }

  test('a refresh with the old key never marks the new one', async () => {
    const query = await ground.fill(wish);
    const { login } = query.accounts[0];
    await ground.control.revokeKey('demo');
    await atOnce(
      (onCall) => ground.failure(query, { onCall }).catch(() => undefined),
      (onCall) => replace(login, 'demoAgain', {}, { onCall }),
    );
    if (keyOf(login) !== keys.demoAgain) await replace(login, 'demoAgain');
    expect((await logins())[0].refusedAt).toBeNull();
    await ground.refresh(query);
  });

  test('two keys for one login leave one of them, with what it sees', async () => {
    const { id } = await ground.login('demo');
    await atOnce(
      (onCall) => replace(id, 'demoAgain', {}, { onCall }),
      (onCall) => replace(id, 'member', { anyway: true }, { onCall }),
    );
    const [login] = await logins();
    const names = login.accounts.map(({ name }) => name);
    expect([keys.demo, keys.demoAgain, keys.member]).toContain(keyOf(id));
    if (keyOf(id) === keys.member)
      expect([login.user.name, names]).toEqual(['Jonas Ekwall', ['Harbour Works', 'Lumen & Loom']]);
    else
      expect([login.user.name, names]).toEqual([
        'Mara Lindholt',
        ['Harbour Works', 'Lumen & Loom', 'Quirks'],
      ]);
  });

  test('two people who let the same queries read with their logins leave each query to one of them, whole', async () => {
    const query = await ground.fill({ ...wish, accounts: ['Lumen & Loom', 'Harbour Works'] });
    const { login } = query.accounts[0];
    const [first, second] = [{ user: 'user-3' }, { user: 'user-4' }];
    const [one, two] = await Promise.all([
      ground.session.call<LoginView>('addLogin', { key: keys.demoAgain }, first),
      ground.session.call<LoginView>('addLogin', { key: keys.member }, second),
    ]);
    const map = (to: string, options: CallOptions) => (onCall: OnCall) =>
      ground.session.call('mapLogins', { map: [{ login, to }] }, { ...options, onCall });
    await atOnce(map(one.id, first), map(two.id, second));
    const views = await ground.session.call<{ query: Query }[]>('listQueries');
    const chosen = new Set(views[0].query.accounts.map((account) => account.login));
    expect(chosen.size).toBe(1);
    expect([login, one.id, two.id]).toContain([...chosen][0]);
  });
});
