import type { Progress } from '../../src/job/progress';
import type { Query } from '../../src/query/query';
import { effectful } from '../../workbench/faults/interrupt';
import { keep, putBack } from '../../workbench/faults/keep';
import { latency, scaled } from '../../workbench/gas/latency';
import { newGround, problemIn } from './ground';

/** So slow that a page takes longer than a slice of reading: a refresh of three pages takes several executions. */
const ground = newGround({ prices: scaled(latency, 20) });

/** Many executions: a machine that is busy with other things takes its time for them. */
jest.setTimeout(300_000);

/** 116 entries a day: three pages. */
const DAYS: [string, string] = ['2026-02-01', '2026-02-21'];
/** Two pages. */
const SHORT: [string, string] = ['2026-02-01', '2026-02-09'];
const COLUMNS = ['date', 'duration', 'entry-id'];

async function slow(columns = COLUMNS, days = DAYS): Promise<Query> {
  await ground.login('bench');
  return ground.query({ accounts: ['Bench 10k'], days, columns });
}

const start = ({ id }: Query) => ground.session.call<Progress>('startRefresh', { query: id });
const step = ({ job }: Progress) => ground.session.call<Progress>('stepRefresh', { job });

/** Goes on until it ends; lets time pass where there is nothing to do. */
async function finish(progress: Progress): Promise<Progress> {
  let now = progress;
  for (let steps = 0; now.state === 'reading' || now.state === 'waiting'; steps += 1) {
    expect(steps).toBeLessThan(20);
    const { clock } = ground.session.platform;
    if (now.until !== null && now.until > clock.now()) clock.advance(now.until - clock.now());
    now = await step(now);
  }
  return now;
}

/** Entries that the table should have. */
async function due([from, to] = DAYS): Promise<string[]> {
  const question = { workspace: 'Bench 10k', from, to, zone: 'Europe/Berlin' };
  const { ids } = await ground.control.truth(question);
  return ids.sort();
}

async function entries(query: Query): Promise<unknown[]> {
  const { values } = await ground.table(query);
  return values
    .slice(1)
    .map((line) => line[2])
    .sort();
}

/** Pages that were asked for, in order. */
function pages(): number[] {
  return ground.session.platform.http
    .filter(({ url }) => url.includes('/reports/detailed'))
    .map(({ body }) => (JSON.parse(body ?? '') as { detailedFilter: { page: number } }).detailedFilter.page);
}

/** What waits for another execution: names of properties and of cached texts. */
function waiting(): string[] {
  const { platform } = ground.session;
  const properties = platform
    .properties('user user-1')
    .keys()
    .filter((name) => name.startsWith('job.'));
  return [...properties, ...platform.cache('user user-1').keys()];
}

test('a refresh that takes longer than a slice says how far it is and goes on when stepped', async () => {
  const query = await slow();
  const first = await start(query);
  expect(first).toMatchObject({ state: 'reading', rows: 1000, requests: 1, requestsLeft: 2 });
  expect(first.rowsExpected).toBe((await due()).length);
  const last = await finish(first);
  expect(last).toMatchObject({ state: 'done', requests: 3, requestsLeft: 0 });
  expect(await entries(query)).toEqual(await due());
  expect(pages()).toEqual([1, 2, 3]);
});

test('nothing waits any more when it is done', async () => {
  const query = await slow();
  const first = await start(query);
  expect(waiting()).not.toEqual([]);
  await finish(first);
  expect(waiting()).toEqual([]);
});

test('nothing waits any more when it failed', async () => {
  const first = await start(await slow());
  await ground.control.revokeKey('bench');
  expect((await finish(first)).state).toBe('failed');
  expect(waiting()).toEqual([]);
});

test('nothing is put away of a refresh that ends in one execution', async () => {
  await ground.open({ prices: latency });
  await ground.refresh(await slow());
  expect(waiting()).toEqual([]);
});

test('until it is done the old table stands', async () => {
  const query = await slow();
  await finish(await start(query));
  const before = await ground.standing(query);
  await start(query);
  expect(await ground.standing(query)).toEqual(before);
});

describe('what the cache has lost', () => {
  test('of the rows is read again, and no more', async () => {
    const query = await slow();
    const first = await start(query);
    ground.session.platform.evict((name) => name.startsWith('rows.') && !name.endsWith('.0'));
    expect((await finish(first)).state).toBe('done');
    expect(pages().sort()).toEqual([1, 1, 2, 3]);
    expect(await entries(query)).toEqual(await due());
  });

  test('of one part of the rows is read again', async () => {
    const query = await slow([...COLUMNS, 'description', 'user-id', 'project-id', 'task-id', 'tag-ids']);
    const first = await start(query);
    const parts = waiting().filter((name) => /^rows\..*\.\d+\.\d+\.\d+$/.test(name));
    expect(parts.length).toBeGreaterThan(0);
    ground.session.platform.evict((name) => name === parts[0]);
    expect((await finish(first)).state).toBe('done');
    expect(await entries(query)).toEqual(await due());
  });

  test('of everything begins again, with the same days', async () => {
    await ground.login('bench');
    const query = await ground.query({
      accounts: ['Bench 10k'],
      period: { kind: 'last-days', days: 150, today: false },
      columns: ['duration'],
    });
    const first = await start(query);
    ground.session.platform.evict();
    // The day after: yesterday would be another day by now.
    ground.session.platform.clock.advance(20 * 3_600_000);
    expect((await finish(first)).state).toBe('done');
    expect((await ground.view(query)).state.complete?.days).toEqual({ from: '2026-02-01', to: '2026-06-30' });
  });

  test.each([
    ['everything', () => true],
    ['the rows', (name: string) => name.startsWith('rows.')],
  ])('of %s again and again ends it, in words, and the table stands', async (_, lost) => {
    const query = await slow(COLUMNS, SHORT);
    await finish(await start(query));
    const { query: placed } = await ground.view(query);
    await ground.session.saveQuery({
      ...(placed as Query),
      period: { kind: 'fixed', from: DAYS[0], to: DAYS[1] },
    });
    const before = await ground.standing(query);
    let progress = await start(query);
    for (let steps = 0; progress.state === 'reading' || progress.state === 'waiting'; steps += 1) {
      expect(steps).toBeLessThan(30);
      ground.session.platform.evict(lost);
      progress = await step(progress);
    }
    expect(progress.problem).toMatchObject({ code: 'cache-losing', retry: 'later' });
    expect(await ground.standing(query)).toEqual(before);
  });
});

describe('a refresh that waits', () => {
  test('is given up when another begins', async () => {
    const query = await slow();
    const first = await start(query);
    const second = await start(query);
    expect((await problemIn(() => step(first))).code).toBe('job-unknown');
    expect((await finish(second)).state).toBe('done');
    expect(await entries(query)).toEqual(await due());
  });

  test('is over when its query is deleted, and the deleted query stays deleted', async () => {
    const query = await slow();
    const first = await start(query);
    await ground.session.call('deleteQuery', { query: query.id });
    // Nothing of it is left, so there is nothing to go on with.
    expect((await problemIn(() => finish(first))).code).toBe('job-unknown');
    expect(await ground.session.call('listQueries')).toEqual([]);
    expect(ground.sheet.tabs().map(({ name }) => name)).not.toContain('Time entries');
  });

  test('keeps the columns that it began with when the query is edited, and loses no edit', async () => {
    const query = await slow();
    const first = await start(query);
    await ground.session.saveQuery({ ...query, name: 'Renamed', columns: [{ field: 'user' }] });
    await finish(first);
    expect((await ground.table(query)).values[0]).toEqual(['Date', 'Duration', 'Entry ID']);
    expect((await ground.view(query)).query).toMatchObject({ name: 'Renamed', columns: [{ field: 'user' }] });
  });

  test('is one user’s own: another can’t step it', async () => {
    const first = await start(await slow());
    const others = ground.session.call('stepRefresh', { job: first.job }, { user: 'user-2' });
    expect((await problemIn(() => others)).code).toBe('job-unknown');
  });

  test('has no room to wait in a full store, and says so', async () => {
    const query = await slow();
    const store = ground.session.platform.properties('user user-1');
    for (let left = 9000; left > 10; ) {
      try {
        store.set({ [`filler ${store.keys().length}`]: 'x'.repeat(left) });
      } catch {
        left = Math.floor(left / 2);
      }
    }
    const { state, problem } = await start(query);
    expect([state, problem?.code]).toEqual(['failed', 'store-full']);
  });
});

test('a step can be ended at every call that does something, and goes on when stepped again', async () => {
  const query = await slow(COLUMNS, SHORT);
  const first = await start(query);
  const { platform } = ground.session;
  const before = keep(ground.session);
  const cached = platform.cache('user user-1');
  const texts = cached.keys().map((name) => [name, String(cached.get(name, 0))]);
  const calls: string[] = [];
  const onCall = ({ name }: { name: string }) => void calls.push(name);
  const second = await ground.session.call<Progress>('stepRefresh', { job: first.job }, { onCall });
  expect(second.state).toBe('done');
  const ids = await due(SHORT);
  const ends = [...calls.keys()].filter((at) => effectful(calls[at]));
  expect(ends.length).toBeGreaterThan(15);
  for (const at of ends) {
    putBack(ground.session, before);
    for (const [name, text] of texts) cached.put(name, text, 21_600, platform.clock.now());
    await platform.run('stepRefresh', [JSON.stringify({ job: first.job })], {
      via: 'client',
      onCall: ({ index }) => (index === at ? 'end' : undefined),
    });
    // A step that had forgotten the job by then had written the table.
    const ended = platform
      .properties('user user-1')
      .keys()
      .every((name) => !name.startsWith('job.'));
    if (!ended) expect([at, (await finish(first)).state]).toEqual([at, 'done']);
    expect([at, await entries(query)]).toEqual([at, ids]);
    expect([at, (await ground.view(query)).repairing]).toEqual([at, false]);
  }
});
