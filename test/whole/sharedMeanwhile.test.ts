import type { Progress } from '../../src/job/progress';
import type { LoginView } from '../../src/logins/manage';
import type { Query } from '../../src/query/query';
import { Baton, chances } from '../../workbench/faults/baton';
import { tabNames } from '../../workbench/faults/picture';
import type { OnCall } from '../../workbench/gas/gate';
import { latency, scaled } from '../../workbench/gas/latency';
import { Refused } from '../../workbench/session';
import { newGround, problemIn } from './ground';
import { COLLEAGUE, Sharing, WISH } from './sharing';

/* What becomes of refreshes under way, and of two who change a shared login at once. */

describe('a refresh that waits', () => {
  /** So slow that a page takes longer than a slice of reading. */
  const ground = newGround({ prices: scaled(latency, 20) });
  const sharing = new Sharing(ground);
  const LONG = { accounts: ['Bench 10k'], days: ['2026-02-01', '2026-02-21'] as [string, string] };

  jest.setTimeout(300_000);

  const start = (query: Query, options = {}) =>
    ground.session.call<Progress>('startRefresh', { query: query.id }, options);

  /** Goes on with a refresh until it ends. */
  async function finish(progress: Progress, options = {}): Promise<Progress> {
    let now = progress;
    while (now.state === 'reading' || now.state === 'waiting')
      now = await ground.session.call<Progress>('stepRefresh', { job: now.job }, options);
    return now;
  }

  test('of a colleague ends when the login is made private meanwhile, without another request', async () => {
    const login = await ground.login('bench');
    const query = await ground.query(LONG);
    await sharing.share(login);
    const progress = await start(query, COLLEAGUE);
    expect(progress.state).toBe('reading');
    await sharing.unshare(login);
    await ground.asked();
    const ended = await finish(progress, COLLEAGUE);
    expect([ended.state, ended.problem?.code]).toEqual(['failed', 'login-unknown']);
    expect(await ground.asked()).toEqual([]);
    const places = await ground.view(query);
    expect(places.place).toBeNull();
  });

  test('of a colleague ends when another removes the login meanwhile', async () => {
    const login = await ground.login('bench');
    const query = await ground.query(LONG);
    await sharing.share(login);
    const progress = await start(query, COLLEAGUE);
    await sharing.remove(login, { user: 'user-3' });
    expect((await finish(progress, COLLEAGUE)).problem?.code).toBe('login-unknown');
  });

  test('of its owner goes on when the login is shared and made private meanwhile', async () => {
    const login = await ground.login('bench');
    const query = await ground.query(LONG);
    let progress = await start(query);
    await sharing.share(login);
    progress = await ground.session.call<Progress>('stepRefresh', { job: progress.job });
    await sharing.unshare(login);
    expect((await finish(progress)).state).toBe('done');
  });

  test('that the cache has lost begins again with what is shared by then', async () => {
    const login = await ground.login('bench');
    const query = await ground.query(LONG);
    await sharing.share(login);
    const progress = await start(query, COLLEAGUE);
    ground.session.platform.evict((key) => key.startsWith('job.'));
    await sharing.unshare(login);
    const again = () => ground.session.call('stepRefresh', { job: progress.job }, COLLEAGUE);
    expect((await problemIn(again)).code).toBe('login-unknown');
  });

  test('and everything else leaves nothing but tables when all is forgotten', async () => {
    const login = await ground.login('bench', { name: 'Bench' });
    const query = await ground.query({ ...LONG, name: 'Long' });
    await sharing.share(login);
    await ground.login();
    const hours = await ground.fill({
      ...WISH,
      ask: { options: { durations: 'duration', columnNames: true } },
    });
    const { platform } = ground.session;
    await ground.session.call('listValues', {
      accounts: hours.accounts.map(({ login: id, workspace }) => ({ login: id, workspace })),
      kind: 'client',
    });
    await start(query);
    await start(query, COLLEAGUE);
    const before = (await ground.table(hours)).values;
    await ground.session.call('forgetAll');
    expect(platform.properties('user user-1').keys()).toEqual([]);
    expect(platform.properties('document').keys()).toEqual([]);
    expect(platform.cache('user user-1').keys()).toEqual([]);
    expect(ground.sheet.names()).toEqual([]);
    expect(tabNames(ground.sheet)).toEqual(['Sheet1', 'Hours']);
    expect(ground.sheet.values('Hours')).toEqual(before);
    await ground.session.call('forgetAll', {}, COLLEAGUE);
    expect(platform.properties('user user-2').keys()).toEqual([]);
    expect(platform.cache('user user-2').keys()).toEqual([]);
  });
});

describe.each(Array.from({ length: 6 }, (_, seed) => [seed, seed % 2 === 0 ? 'waits' : 'gives up'] as const))(
  'in schedule %i, in which who meets a lock %s,',
  (seed, meeting) => {
    const ground = newGround();
    const sharing = new Sharing(ground);
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
      await new Baton(chances(seed), meeting).run([ending(0), ending(1)]);
      return ends;
    }

    const owner = (entry: string, payload: object) => (onCall: OnCall) =>
      ground.session.call(entry, payload, { onCall });
    const colleague = (entry: string, payload: object) => (onCall: OnCall) =>
      ground.session.call(entry, payload, { onCall, ...COLLEAGUE });

    /** What its owner and a colleague have of a login. */
    async function states(login: LoginView): Promise<[owner: string, colleague: string]> {
      const [own] = await sharing.logins();
      const theirs = (await sharing.logins(COLLEAGUE)).find(({ id }) => id === login.id);
      return [own?.sharedBy ? 'shared' : 'private', theirs ? theirs.name : 'nothing'];
    }

    test('a login that is renamed while a colleague removes it is not shared again', async () => {
      const { login } = await sharing.filled();
      const ends = await atOnce(
        owner('renameLogin', { login: login.id, name: 'Agency' }),
        colleague('deleteLogin', { login: login.id }),
      );
      const removed = ends[1] === 'done';
      expect(await states(login)).toEqual(removed ? ['private', 'nothing'] : ['shared', expect.any(String)]);
      await sharing.open();
      expect(await states(login)).toEqual(removed ? ['private', 'nothing'] : ['shared', 'Agency']);
    });

    test('a login whose copy is renewed while a colleague removes it is not shared again', async () => {
      const { login } = await sharing.filled();
      const { platform } = ground.session;
      // As if it had been renamed in another spreadsheet.
      const name = `login.${login.id}`;
      const stored = JSON.parse(String(platform.properties('user user-1').get(name)));
      platform.properties('user user-1').set({ [name]: JSON.stringify({ ...stored, name: 'Agency' }) });
      const ends = await atOnce(owner('loadOverview', {}), colleague('deleteLogin', { login: login.id }));
      if (ends[1] === 'done') expect((await states(login))[1]).toBe('nothing');
      await sharing.open();
      expect(await states(login)).toEqual(ends[1] === 'done' ? ['private', 'nothing'] : ['shared', 'Agency']);
    });

    test('a login that is made private while a colleague refreshes with it is private after it', async () => {
      const { login, query } = await sharing.filled();
      const ends = await atOnce(owner('unshareLogin', { login: login.id }), async (onCall) => {
        await ground.refresh(query, { onCall, ...COLLEAGUE });
      });
      expect(ends[0]).toBe('done');
      expect(['done', 'login-unknown', 'busy']).toContain(ends[1]);
      expect(await states(login)).toEqual(['private', 'nothing']);
      expect((await ground.failure(query, COLLEAGUE)).code).toBe('login-unknown');
    });

    test('a login that is made private and shared in two of its owner’s windows is one of both', async () => {
      const { login } = await sharing.filled();
      const ends = await atOnce(
        owner('unshareLogin', { login: login.id }),
        owner('shareLogin', { login: login.id, displayName: 'Mara' }),
      );
      expect(ends.every((end) => ['done', 'busy'].includes(end))).toBe(true);
      const [own, theirs] = await states(login);
      expect(theirs === 'nothing').toBe(own === 'private');
    });

    test('two who remove the same login have both removed it', async () => {
      const { login } = await sharing.filled();
      const ends = await atOnce(colleague('deleteLogin', { login: login.id }), (onCall) =>
        ground.session.call('deleteLogin', { login: login.id }, { onCall, user: 'user-3' }),
      );
      expect(ends.every((end) => ['done', 'busy', 'login-unknown'].includes(end))).toBe(true);
      expect((await states(login))[1]).toBe('nothing');
    });
  },
);

describe('accounts that a colleague reads', () => {
  const ground = newGround();
  const sharing = new Sharing(ground);

  test('while the login is made private leave nothing in the spreadsheet', async () => {
    const { login } = await sharing.filled();
    let due = true;
    const onCall: OnCall = async ({ name }) => {
      if (!name.startsWith('UrlFetchApp') || !due) return;
      due = false;
      await sharing.unshare(login);
    };
    await ground.session
      .call('readWorkspaces', { login: login.id }, { ...COLLEAGUE, onCall })
      .catch(refusedOnly);
    expect(due).toBe(false);
    expect(sharing.kept('document', login)).toEqual([]);
  });
});

function refusedOnly(error: unknown): void {
  if (!(error instanceof Refused)) throw error;
}
