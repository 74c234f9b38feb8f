import type { Role } from '../../src/logins/workspace';
import type { Entries } from '../../src/sidebar/entries';
import { isStale } from '../../src/sidebar/model/stale';
import { CallFailed } from '../../src/sidebar/problem';
import { App } from '../../src/sidebar/state/app';
import { complete, HOUR, login, NOW, overview, problem, view } from './views';

type Answer = (payload: never) => unknown;

/** A sidebar without a page, over a script that gives prepared answers. */
async function sidebar(answers: Partial<Record<keyof Entries, Answer>>) {
  const calls: string[] = [];
  const call = async (
    entry: keyof Entries,
    payload: { query?: string; queries?: string[]; digest?: string },
  ) => {
    calls.push([entry, payload.query, payload.queries?.join(','), payload.digest].filter(Boolean).join(' '));
    return answers[entry]?.(payload as never) ?? null;
  };
  const alarms = new Set<{ after: number; work(): void }>();
  const after = (milliseconds: number, work: () => void) => {
    const alarm = { after: milliseconds, work };
    alarms.add(alarm);
    return () => void alarms.delete(alarm);
  };
  const app = new App({ call: call as never, now: () => NOW, after });
  await app.load();
  calls.length = 0;
  return {
    app,
    calls,
    /** Lets the time pass that something is waited for. */
    async pass(milliseconds: number) {
      const due = [...alarms].filter((alarm) => alarm.after <= milliseconds);
      alarms.clear();
      for (const { work } of due) work();
      await this.settle();
    },
    /** Answers the dialog that is open, and lets what follows happen. */
    async press(answer: string | null) {
      app.state.question?.answer(answer);
      await this.settle();
    },
    async settle() {
      for (let turn = 0; turn < 50; turn++) await Promise.resolve();
    },
  };
}

/** A query that somebody else changed. */
function changed(name: string, ...changes: string[]) {
  return { ...view(name, { state: complete(NOW) }), agreement: { digest: `d of ${changes[0]}`, changes } };
}

const done = ({ query }: { query: string }) => ({
  job: query,
  query: { id: query },
  state: 'done',
  rows: 3,
  warnings: [],
});

const allDone = ({ queries }: { queries: string[] }) => ({
  job: '+1',
  queries: queries.map((query) => done({ query })),
});

describe('a query that somebody else changed', () => {
  test('is agreed to in one dialog that says what changed, then refreshed', async () => {
    const s = await sidebar({
      loadOverview: () => overview({ queries: [changed('Hours', 'Cost rate was added.')] }),
      agreeToQuery: () => view('Hours', { state: complete(NOW) }),
      startRefresh: done,
      startRefreshes: allDone,
    });
    void s.app.refresh(['Hours']);
    await s.settle();
    expect(s.app.state.question).toMatchObject({
      kind: 'agree',
      queries: [{ name: 'Hours', changes: ['Cost rate was added.'] }],
    });
    await s.press('');
    expect(s.calls.slice(0, 2)).toEqual([
      'agreeToQuery Hours d of Cost rate was added.',
      'startRefresh Hours',
    ]);
  });

  test('stays as it is when the answer is no', async () => {
    const s = await sidebar({ loadOverview: () => overview({ queries: [changed('Hours', 'x.')] }) });
    void s.app.refresh(['Hours']);
    await s.settle();
    await s.press(null);
    expect(s.calls).toEqual([]);
  });

  test('is shown again when it was changed once more meanwhile', async () => {
    let times = 0;
    const s = await sidebar({
      loadOverview: () => overview({ queries: [changed('Hours', 'First.')] }),
      listQueries: () => [changed('Hours', 'Second.')],
      agreeToQuery: () => {
        if (times++ === 0) throw new CallFailed(problem('agreement-outdated'));
        return view('Hours');
      },
      startRefresh: done,
      startRefreshes: allDone,
    });
    void s.app.refresh(['Hours']);
    await s.settle();
    await s.press('');
    expect(s.app.state.question).toMatchObject({ queries: [{ changes: ['Second.'] }] });
    expect(s.calls).not.toContain('startRefresh Hours');
    await s.press('');
    expect(s.calls).toContain('agreeToQuery Hours d of Second.');
    expect(s.calls).toContain('startRefresh Hours');
  });

  test('is left out of several, and that is said', async () => {
    const s = await sidebar({
      loadOverview: () => overview({ queries: [changed('Hours', 'x.'), view('Team'), view('Tags')] }),
      listQueries: () => [],
      startRefresh: done,
      startRefreshes: allDone,
    });
    await s.app.refresh(['Hours', 'Team', 'Tags']);
    await s.settle();
    expect(s.calls.filter((call) => call.startsWith('startRefresh'))).toEqual(['startRefreshes Team,Tags']);
    expect(s.app.state.notice).toBe('All 2 refreshed. 1 skipped: changed by somebody else.');
  });

  test('is not the only one: when all were changed, none is refreshed, and that is said', async () => {
    const queries = [changed('Hours', 'x.'), changed('Team', 'y.')];
    const s = await sidebar({ loadOverview: () => overview({ queries }) });
    await s.app.refresh(['Hours', 'Team']);
    expect(s.calls).toEqual([]);
    expect(s.app.state.notice).toBe(
      '2 queries skipped: changed by somebody else. Open them to see what changed.',
    );
  });
});

describe('a first table', () => {
  test('is shown by itself to whoever waits for it, and only the first time', async () => {
    const s = await sidebar({
      loadOverview: () => overview({ queries: [view('Hours'), view('Team')] }),
      listQueries: () => [view('Hours', { state: complete(NOW) }), view('Team')],
      startRefresh: done,
      startRefreshes: allDone,
    });
    s.app.show({ name: 'query', id: 'Hours' });
    await s.app.refresh(['Hours']);
    await s.settle();
    const shown = s.calls.indexOf('goToTable Hours');
    expect(shown).toBeGreaterThan(-1);
    expect(s.calls.slice(shown)).toContain('readSelection');
    s.calls.length = 0;
    await s.app.refresh(['Hours', 'Team']);
    await s.settle();
    expect(s.calls.filter((call) => call.startsWith('goToTable'))).toEqual([]);
  });
});

describe('without a network', () => {
  const offline = () => {
    throw new CallFailed(problem('offline'));
  };

  test('it is noticed, tried again, and gone on with', async () => {
    let online = false;
    const s = await sidebar({
      loadOverview: () => overview({ queries: [view('Hours')] }),
      startRefresh: (payload: { query: string }) => (online ? done(payload) : offline()),
      readSelection: () => (online ? null : offline()),
    });
    await s.app.refresh(['Hours']);
    await s.settle();
    expect([s.app.state.online, s.app.state.runs.Hours.phase]).toEqual([false, 'offline']);
    await s.pass(5000);
    expect(s.app.state.online).toBe(false);
    online = true;
    await s.pass(5000);
    expect([s.app.state.online, s.app.state.runs.Hours.phase]).toEqual([true, 'done']);
  });

  test('a sidebar that could not even begin begins by itself', async () => {
    let online = false;
    const s = await sidebar({
      loadOverview: () => (online ? overview() : offline()),
      readSelection: () => (online ? null : offline()),
    });
    expect(s.app.state.phase).toBe('failed');
    online = true;
    await s.pass(5000);
    expect(s.app.state.phase).toBe('ready');
  });
});

describe('what is known of accounts', () => {
  const OLD = NOW - 25 * HOUR;
  const seenAt = (readAt: number, roles: Role[] = ['OWNER']) => {
    const known = login('a', ['w1']);
    return { ...known, accounts: known.accounts.map((account) => ({ ...account, roles, readAt })) };
  };

  test('is read again after a day, once the sidebar stands', async () => {
    const app = await sidebar({
      loadOverview: () => overview({ logins: [seenAt(OLD)] }),
      freshenAccounts: () => [seenAt(NOW, [])],
    });
    await app.settle();
    expect(app.app.state).toMatchObject({ phase: 'ready', overview: { logins: [seenAt(NOW, [])] } });
  });

  test('stays when it can’t be read again, and nothing is said of it', async () => {
    const app = await sidebar({
      loadOverview: () => overview({ logins: [seenAt(OLD)] }),
      freshenAccounts: () => Promise.reject(new CallFailed(problem('unreachable'))),
    });
    await app.settle();
    expect(app.app.state).toMatchObject({ failure: null, overview: { logins: [seenAt(OLD)] } });
  });

  test.each([
    ['younger than a day', seenAt(NOW - 23 * HOUR), false],
    ['older', seenAt(OLD), true],
    ['nothing yet', login('a', []), true],
    ['of a key that is refused', { ...seenAt(OLD), refusedAt: NOW }, false],
  ])('is asked for when it is %s: %#', (_, known, asked) => {
    expect(isStale([known], NOW)).toBe(asked);
  });

  test('is looked at again when a refresh was given less than it asked for', async () => {
    const app = await sidebar({
      loadOverview: () => overview({ logins: [seenAt(NOW)], queries: [view('Hours')] }),
      startRefresh: ({ query }: { query: string }) => ({
        ...done({ query }),
        warnings: ['Amounts are hidden.'],
      }),
      freshenAccounts: () => [seenAt(NOW, [])],
    });
    void app.app.refresh(['Hours']);
    await app.settle();
    expect(app.calls).toContain('freshenAccounts');
  });
});

describe('the logins', () => {
  test('are read again when a refresh failed for one of them, so that it is marked at once', async () => {
    const refused = { ...login('a', ['w1']), refusedAt: NOW };
    const s = await sidebar({
      loadOverview: () => overview({ queries: [view('Hours')] }),
      listQueries: () => [view('Hours')],
      listLogins: () => [refused],
      startRefresh: () => {
        throw new CallFailed(problem('key-refused', { retry: 'never' }));
      },
    });
    await s.app.refresh(['Hours']);
    await s.settle();
    expect(s.app.state.overview.logins).toEqual([refused]);
  });

  test('stay as they were changed here while they were being read', async () => {
    let give: (logins: unknown) => void = () => undefined;
    const s = await sidebar({
      loadOverview: () => overview(),
      listLogins: () => new Promise((resolve) => (give = resolve)),
    });
    const reading = s.app.readLogins();
    const renamed = login('a', ['w1'], 'New name');
    s.app.patch({ logins: [renamed] });
    give([login('a', ['w1'], 'Old name')]);
    await reading;
    expect(s.app.state.overview.logins).toEqual([renamed]);
  });
});
