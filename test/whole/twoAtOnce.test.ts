import type { QueryView } from '../../src/actions/listQueries';
import type { LoginView } from '../../src/logins/manage';
import type { Query } from '../../src/query/query';
import { LINES_TAB } from '../../src/table/names';
import { keys } from '../../workbench/clockify/keys';
import { Baton, chances } from '../../workbench/faults/baton';
import { tabNames } from '../../workbench/faults/picture';
import type { OnCall } from '../../workbench/gas/gate';
import { Refused } from '../../workbench/session';
import { newGround, QUERY_TAB, queryOf, type Wish } from './ground';

const ground = newGround();

const ACCOUNT = 'Quirks';
/** Eight entries of two days, and one of the first. */
const DAYS: [string, string] = ['2026-06-01', '2026-06-02'];
const DAY: [string, string] = ['2026-06-01', '2026-06-01'];
const COLUMNS = ['entry-id', 'duration'];
const MORE = ['duration', 'entry-id', 'date', 'billable'];

const wish: Wish = { accounts: [ACCOUNT], days: DAYS, columns: COLUMNS };
const period = ([from, to]: [string, string]) => ({ period: { kind: 'fixed' as const, from, to } });
const columns = (fields: string[]) => ({ columns: fields.map((field) => ({ field })) });

/** Schedules by seed; half of them let one wait for the lock of the other, half let it give up. */
const SCHEDULES = Array.from(
  { length: 8 },
  (_, seed) => [seed, seed % 2 === 0 ? 'waits' : 'gives up'] as const,
);

/** Runs two works at once; gives what they ended with: `done`, or the code of a problem. */
async function atOnce(
  seed: number,
  meeting: 'waits' | 'gives up',
  works: [(onCall: OnCall) => Promise<unknown>, (onCall: OnCall) => Promise<unknown>],
): Promise<string[]> {
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

/** How two may end: both done, or one of them busy when it doesn't wait for the lock. */
function expectFair(ends: string[], meeting: 'waits' | 'gives up'): void {
  const fair = meeting === 'waits' ? ['done'] : ['done', 'busy'];
  expect(ends.map((end) => (fair.includes(end) ? 'fair' : end))).toEqual(ends.map(() => 'fair'));
}

/** All queries, as the sidebar lists them. */
function views(): Promise<QueryView[]> {
  return ground.session.call('listQueries');
}

/** The stored form of a query, as it is now. */
async function placed(query: Pick<Query, 'id'>): Promise<Query> {
  return (await ground.view(query)).query as Query;
}

/** The ids of the demo's entries in two days. */
async function due(): Promise<string[]> {
  const now = ground.session.platform.clock.now();
  const question = { workspace: ACCOUNT, from: DAYS[0], to: DAYS[1], zone: 'Europe/Berlin', now };
  const { ids } = await ground.control.truth(question);
  return ids.sort();
}

/** That a table is whole: as wide as its header, as its query's state says, and with each entry once. */
async function expectWhole(query: Query): Promise<void> {
  const { values } = await ground.table(query);
  const { state } = await ground.view(query);
  const header = values[0].map(String);
  const fields = state.complete?.fields.map((field) => field.split(':')[0]);
  const titles: Record<string, string> = {
    'Entry ID': 'entry-id',
    Duration: 'duration',
    Date: 'date',
    Billable: 'billable',
  };
  expect(fields).toEqual(header.map((title) => titles[title]));
  const ids = values.slice(1).map((row) => String(row[header.indexOf('Entry ID')]));
  expect(ids.sort()).toEqual(await due());
  expect(state.complete?.rows).toBe(ids.length);
}

/** How many cells hold something, but for the hidden sheet. */
function filled(): number {
  const tabs = ground.sheet.tabs().filter(({ name }) => name !== QUERY_TAB && name !== LINES_TAB);
  return tabs.flatMap(({ name }) => ground.sheet.values(name).flat()).filter((value) => value !== '').length;
}

/** How many cells tables with all entries have. */
async function filledBy(...queries: Query[]): Promise<number> {
  const sizes = await Promise.all(queries.map(async (query) => (await ground.table(query)).values.flat()));
  return sizes.flat().filter((value) => value !== '').length;
}

describe.each(SCHEDULES)('in schedule %i, in which who meets a lock %s,', (seed, meeting) => {
  const refresh = (query: Query, options: { user?: string } = {}) => {
    return (onCall: OnCall) => ground.refresh(query, { onCall, ...options });
  };
  const call = (entry: string, payload: unknown, user?: string) => {
    return (onCall: OnCall) => ground.session.call(entry, payload, { onCall, user });
  };

  /** Refreshes again what was busy. */
  async function again(queries: Query[], ends: string[]): Promise<void> {
    expectFair(ends, meeting);
    for (const [index, query] of queries.entries()) if (ends[index] === 'busy') await ground.refresh(query);
  }

  test('two refreshes of one query whose table grows leave it whole', async () => {
    const query = await ground.fill({ ...wish, days: DAY });
    await ground.session.saveQuery({ ...(await placed(query)), ...period(DAYS) });
    const ends = await atOnce(seed, meeting, [refresh(query), refresh(query)]);
    await again([query, query], ends);
    await expectWhole(query);
    expect(filled()).toBe(await filledBy(query));
  });

  test('two refreshes of one query whose columns were changed leave it whole', async () => {
    const query = await ground.fill(wish);
    await ground.session.saveQuery({ ...(await placed(query)), ...columns(MORE) });
    const ends = await atOnce(seed, meeting, [refresh(query), refresh(query)]);
    await again([query, query], ends);
    await expectWhole(query);
  });

  test('two refreshes of one query without a table make one table', async () => {
    const query = await ground.query(wish);
    const ends = await atOnce(seed, meeting, [refresh(query), refresh(query)]);
    await again([query, query], ends);
    await expectWhole(query);
    expect(tabNames(ground.sheet)).toEqual(['Sheet1', QUERY_TAB, 'Time entries']);
  });

  test('two queries on one tab grow beside each other', async () => {
    const sheet = ground.sheet.tabs()[0].id;
    const at = (column: number): Wish['target'] => ({ kind: 'cell', sheet, row: 1, column });
    const first = await ground.fill({ ...wish, name: 'First', days: DAY, target: at(1) });
    const second = await ground.fill({ ...wish, name: 'Second', days: DAY, target: at(4) });
    for (const query of [first, second])
      await ground.session.saveQuery({ ...(await placed(query)), ...period(DAYS) });
    const ends = await atOnce(seed, meeting, [refresh(first), refresh(second)]);
    await again([first, second], ends);
    await expectWhole(first);
    await expectWhole(second);
    expect(filled()).toBe(await filledBy(first, second));
  });

  test('a query whose columns are changed while it is refreshed has a whole table, and the new columns next', async () => {
    const query = await ground.fill(wish);
    const changed = { ...(await placed(query)), ...columns(MORE) };
    const ends = await atOnce(seed, meeting, [
      refresh(query),
      async (onCall) => {
        await ground.session.call('saveQuery', { query: changed }, { onCall });
        await ground.refresh(query, { onCall });
      },
    ]);
    expectFair(ends, meeting);
    await expectWhole(query);
    if (ends[1] === 'busy') await ground.session.saveQuery(changed);
    await ground.refresh(query);
    expect((await ground.table(query)).values[0]).toEqual(['Duration', 'Entry ID', 'Date', 'Billable']);
    expect(filled()).toBe(await filledBy(query));
  });

  test('a query whose table is sent to a new tab while it is refreshed has one there', async () => {
    const query = await ground.fill(wish);
    const moved = { ...(await placed(query)), target: { kind: 'new-tab' } };
    const ends = await atOnce(seed, meeting, [refresh(query), call('saveQuery', { query: moved })]);
    expectFair(ends, meeting);
    if (ends[1] === 'busy') await ground.session.call('saveQuery', { query: moved });
    await ground.refresh(query);
    await expectWhole(query);
    expect((await ground.view(query)).place?.tab).toBe('Time entries 2');
  });

  test('two who save a new query each both have it', async () => {
    const login = await ground.login();
    const named = (name: string) => ({ query: queryOf({ ...wish, name }, login) });
    const works = [call('saveQuery', named('First')), call('saveQuery', named('Second'))] as const;
    const ends = await atOnce(seed, meeting, [...works]);
    expectFair(ends, meeting);
    const saved = ['First', 'Second'].filter((_, index) => ends[index] === 'done');
    expect((await views()).map(({ name }) => name).sort()).toEqual(saved);
  });

  test('a query that is renamed while it is refreshed loses neither the name nor the table', async () => {
    const query = await ground.fill(wish);
    const renamed = { ...(await placed(query)), name: 'Renamed' };
    const ends = await atOnce(seed, meeting, [refresh(query), call('saveQuery', { query: renamed })]);
    expectFair(ends, meeting);
    expect((await ground.view(query)).name).toBe(ends[1] === 'done' ? 'Renamed' : 'Time entries');
    await expectWhole(query);
  });

  test('a query that is forgotten with all others while it gets its table stays forgotten', async () => {
    const query = await ground.query(wish);
    const ends = await atOnce(seed, meeting, [refresh(query), call('forgetAll', {})]);
    expect(await views()).toHaveLength(ends[1] === 'done' ? 0 : 1);
    expect(ground.sheet.names()).toHaveLength(ends[1] === 'done' ? 0 : 1);
  });

  describe('another user', () => {
    let theirs: LoginView;

    beforeEach(async () => {
      theirs = await ground.session.call('addLogin', { key: keys.demo }, { user: 'user-2' });
    });

    const save = (query: object, onCall: OnCall) =>
      ground.session.call('saveQuery', { query }, { onCall, user: 'user-2' });

    test('who deletes a query that is refreshed, and makes one in its row, has one that never ran', async () => {
      const query = await ground.fill(wish);
      const ends = await atOnce(seed, meeting, [
        refresh(query),
        async (onCall) => {
          await ground.session.call('deleteQuery', { query: query.id }, { onCall, user: 'user-2' });
          await save(queryOf({ ...wish, name: 'New' }, theirs), onCall);
        },
      ]);
      for (const { name, state } of await views()) {
        if (name === 'New') expect(state).toMatchObject({ complete: null, problem: null });
        else expect(ends[1]).toBe('busy');
      }
      if (ends[1] === 'done') expect((await views()).map(({ name }) => name)).toEqual(['New']);
    });

    test('who refreshes a query of their own on the same tab keeps both tables whole', async () => {
      const sheet = ground.sheet.tabs()[0].id;
      const mine = await ground.query({ ...wish, target: { kind: 'cell', sheet, row: 1, column: 1 } });
      const target = { kind: 'cell' as const, sheet, row: 1, column: 5 };
      const query = queryOf({ ...wish, name: 'Theirs', target }, theirs);
      const other = await ground.session.call<Query>('saveQuery', { query }, { user: 'user-2' });
      const ends = await atOnce(seed, meeting, [refresh(mine), refresh(other, { user: 'user-2' })]);
      expectFair(ends, meeting);
      if (ends[0] === 'busy') await ground.refresh(mine);
      if (ends[1] === 'busy') await ground.refresh(other, { user: 'user-2' });
      await expectWhole(mine);
      await expectWhole(other);
      expect(filled()).toBe(await filledBy(mine, other));
    });
  });
});

test('schedules in which nobody waits for the lock do meet it', async () => {
  const query = await ground.fill(wish);
  const ends: string[] = [];
  for (const seed of [1, 3, 5, 7])
    ends.push(
      ...(await atOnce(seed, 'gives up', [
        (onCall) => ground.refresh(query, { onCall }),
        (onCall) => ground.refresh(query, { onCall }),
      ])),
    );
  expect(ends).toContain('busy');
});

test('a refresh that fails after its query was deleted says nothing of the one that is in its row now', async () => {
  const query = await ground.fill(wish);
  await ground.fault({ path: 'detailed', fault: { kind: 'status', status: 418 } });
  const login = (await ground.session.call<LoginView[]>('listLogins'))[0];
  await ground.failure(query, {
    onCall: async ({ name }) => {
      if (name !== 'UrlFetchApp.fetch') return;
      await ground.session.call('deleteQuery', { query: query.id });
      await ground.session.saveQuery(queryOf({ ...wish, name: 'New' }, login));
    },
  });
  expect((await views()).map(({ name, state }) => [name, state.problem])).toEqual([['New', null]]);
});
