import type { Query } from '../../src/query/query';
import type { OnCall } from '../../workbench/gas/gate';
import { newGround, problemIn, QUERY_TAB, queryOf, told, type Wish } from './ground';

const ground = newGround();

/** Changes what the hidden sheet holds of the only query, as a hand could. */
function edit(change: (stored: Record<string, unknown>) => unknown): void {
  const [[json]] = ground.sheet.values(QUERY_TAB, 'C2');
  write(JSON.stringify(change(JSON.parse(String(json)) as Record<string, unknown>)));
}

function write(text: string): void {
  ground.sheet.type(QUERY_TAB, 'C2', `'${text}`);
}

/** A query with a table that stands. */
function standing(): Promise<Query> {
  return ground.fill({ accounts: ['Quirks'] });
}

describe('a stored query', () => {
  test('of a newer version is left to the newer add-on', async () => {
    const query = await standing();
    edit((stored) => ({ ...stored, version: 3, more: true }));
    expect(told(await ground.refusal(query))).toEqual({
      code: 'query-newer',
      title: 'The query Time entries was saved by a newer version of this add-on.',
      remedy:
        'Reload the spreadsheet to get the newest version of the add-on. The table stays as it is until then.',
    });
  });

  test('that is no JSON any more says so', async () => {
    const query = await standing();
    write('{"version":1,');
    expect(told(await ground.refusal(query))).toEqual({
      code: 'query-damaged',
      title: "The stored query Time entries can't be read (no JSON).",
      remedy:
        'Delete the query and make it again, or undo the edit of the hidden sheet. Its table stays as it is.',
    });
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['accounts', { accounts: [] }, 'accounts: Invalid length: Expected >=1 but received 0'],
    ['columns', { columns: 'all' }, 'columns: Invalid type: Expected Array but received "all"'],
    [
      'period',
      { period: { kind: 'fixed', from: '2026-02-30', to: '2026-03-01' } },
      'period.from: no such day',
    ],
    [
      'options',
      { options: {} },
      'options.durations: Invalid key: Expected "durations" but received undefined',
    ],
    ['id', { id: 'another' }, 'another id'],
  ])('whose %s are nonsense names the part', async (_, change, part) => {
    const query = await standing();
    edit((stored) => ({ ...stored, ...change }));
    expect((await ground.refusal(query)).title).toBe(
      `The stored query Time entries can't be read (${part}).`,
    );
  });

  test.each(['null', '42', '"text"', '[]', '{}'])('that is %s is damaged', async (json) => {
    const query = await standing();
    write(json);
    expect((await ground.refusal(query)).code).toBe('query-damaged');
  });

  test('that is damaged can be deleted', async () => {
    const query = await standing();
    write('nonsense');
    await ground.session.call('deleteQuery', { query: query.id });
    expect(await ground.session.call('listQueries')).toEqual([]);
  });

  test('that is damaged leaves the others alone', async () => {
    await standing();
    const other = await ground.fill({ name: 'Other', report: 'tags' });
    write('nonsense');
    await ground.refresh(other);
    const views = await ground.session.call<{ name: string; problem: unknown }[]>('listQueries');
    expect(views.map(({ name, problem }) => [name, problem === null])).toEqual([
      ['Time entries', false],
      ['Other', true],
    ]);
  });

  test('whose state is nonsense is refreshed all the same', async () => {
    const query = await standing();
    ground.sheet.type(QUERY_TAB, 'D2', '{"complete":"yesterday"}');
    await ground.refresh(query);
    expect((await ground.view(query)).state.complete?.rows).toBe(8);
  });

  test('with an unknown field names it', async () => {
    const query = await standing();
    edit((stored) => ({ ...stored, columns: [{ field: 'date' }, { field: 'mood' }] }));
    expect(told(await ground.refusal(query))).toEqual({
      code: 'field-unknown',
      title: 'The report type Time entries has no field "mood".',
      remedy: 'Remove it from the query and save that again. The table stays as it is until then.',
    });
  });

  test('with an unknown report names it', async () => {
    const query = await standing();
    edit((stored) => ({ ...stored, report: 'moods' }));
    expect(told(await ground.refusal(query))).toEqual({
      code: 'report-unknown',
      title: 'There is no report type "moods".',
      remedy: 'Choose one of time-entries, projects, tasks, clients, users, tags.',
    });
  });

  test('with an unknown zone names it', async () => {
    const query = await standing();
    edit((stored) => ({ ...stored, zone: 'Middle/Earth' }));
    expect(told(await ground.refusal(query))).toEqual({
      code: 'zone-unknown',
      title: 'There is no time zone called "Middle/Earth".',
      remedy: 'Choose a zone from the list, for example Europe/Berlin, and save the query again.',
    });
  });

  test('whose period ends before it starts says so', async () => {
    const query = await standing();
    edit((stored) => ({ ...stored, period: { kind: 'fixed', from: '2026-06-30', to: '2026-06-01' } }));
    expect(told(await ground.refusal(query))).toEqual({
      code: 'period-reversed',
      title: 'The period ends (2026-06-01) before it starts (2026-06-30).',
      remedy: 'Swap the two days and save the query again.',
    });
  });

  test('of a login that was deleted asks for another', async () => {
    const query = await standing();
    await ground.session.call('deleteLogin', { login: query.accounts[0].login });
    expect(told(await ground.refusal(query))).toEqual({
      code: 'login-unknown',
      title:
        'You have no such login here: it was deleted, is shared no more, or is private to somebody else.',
      remedy: 'Use a login of your own for the query, or ask whoever made it to share theirs.',
    });
  });

  test('is not sent to Clockify while it is wrong', async () => {
    const query = await standing();
    edit((stored) => ({ ...stored, zone: 'Middle/Earth' }));
    await ground.asked();
    await ground.refusal(query);
    expect(await ground.asked()).toEqual([]);
  });

  test('says in its refresh log that it failed', async () => {
    const query = await standing();
    edit((stored) => ({ ...stored, zone: 'Middle/Earth' }));
    await ground.refusal(query);
    const [newest] = await ground.session.call<{ outcome: string; problem: string }[]>('listRuns');
    expect(newest).toMatchObject({
      outcome: 'failed',
      problem: 'There is no time zone called "Middle/Earth".',
    });
  });
});

describe('saving', () => {
  test.each<[string, Wish, string]>([
    ['a reversed period', { days: ['2026-06-02', '2026-06-01'] }, 'period-reversed'],
    ['an unknown zone', { zone: 'Nowhere' }, 'zone-unknown'],
    ['an unknown field', { columns: ['date', 'mood'] }, 'field-unknown'],
    ['no column', { columns: [] }, 'query-damaged'],
    ['a name of nothing but spaces', { name: '   ' }, 'query-damaged'],
    ['a day that does not exist', { days: ['2026-06-31', '2026-07-01'] }, 'query-damaged'],
  ])('a query with %s is refused and keeps nothing', async (_, wish, code) => {
    const login = await ground.login();
    const problem = await problemIn(() => ground.session.saveQuery(queryOf(wish, login)));
    expect(problem.code).toBe(code);
    expect(await ground.session.call('listQueries')).toEqual([]);
  });

  test('an edit that is refused leaves the query as it was', async () => {
    const query = await standing();
    await problemIn(() => ground.session.saveQuery({ ...query, zone: 'Nowhere' }));
    expect((await ground.view(query)).query?.zone).toBe('Europe/Berlin');
  });
});

describe('a workspace that vanished', () => {
  test('is named; the table stands', async () => {
    const query = await standing();
    await ground.control.removeWorkspace('Quirks');
    expect(told(await ground.refusal(query))).toEqual({
      code: 'workspace-gone',
      title: "Account Quirks can't be found: it was deleted, or Mara Lindholt no longer belongs to it.",
      remedy: 'Choose another account for the query, or ask to be invited again.',
    });
  });

  test('is named when the list of workspaces no longer has it', async () => {
    const query = await standing();
    await ground.control.removeWorkspace('Quirks');
    await ground.session.call('readWorkspaces', { login: query.accounts[0].login });
    expect((await ground.refusal(query)).code).toBe('workspace-gone');
  });
});

describe('a full store', () => {
  /** Fills a store up to some bytes below its limit of 500 KB. */
  function fill(store: string, left: number): void {
    const properties = ground.session.platform.properties(store);
    const used = Object.entries(properties.all()).reduce(
      (sum, [key, value]) => sum + key.length + value.length,
      0,
    );
    let room = 500 * 1024 - used - left;
    for (let index = 0; room > 0; index += 1) {
      const key = `filler ${String(index).padStart(4, '0')}`;
      const length = Math.max(0, Math.min(room > 9100 && room < 9200 ? 4500 : 9000, room - key.length));
      properties.set({ [key]: 'x'.repeat(length) });
      room -= key.length + length;
    }
  }

  test('keeps a new login out with a word about it', async () => {
    fill('user user-1', 100);
    const problem = await problemIn(() => ground.login());
    expect(told(problem)).toEqual({
      code: 'store-full',
      title: "There is no room left in Google's store for this add-on's settings. Nothing was changed.",
      remedy: 'Delete logins or queries that you no longer use, then try again.',
    });
    expect(await ground.session.call('listLogins')).toEqual([]);
  });

  test('of the spreadsheet keeps a refresh from touching the table', async () => {
    const query = await standing();
    fill('document', 20);
    expect((await ground.refusal(query)).code).toBe('store-full');
  });

  test('of the spreadsheet does not make a refresh that is written look failed', async () => {
    const query = await ground.fill({ accounts: ['Quirks'], columns: ['date'] });
    // Room for the commit, and none for one more line of the refresh log.
    const onCall: OnCall = ({ name }) => {
      if (name === 'Lock.releaseLock') fill('document', 5);
    };
    expect((await ground.session.refresh(query.id, { onCall })).state).toBe('done');
    expect((await ground.view(query)).state.problem).toBeNull();
    expect(await ground.session.call('listRuns')).toHaveLength(1);
  });
});
