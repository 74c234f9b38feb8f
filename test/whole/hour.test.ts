import type { Progress } from '../../src/job/progress';
import { newGround } from './ground';

const ground = newGround();
const MINUTE = 60_000;

/** Three years in windows of a month: 36 requests, of an account that answers 30 an hour. */
const YEARS: [string, string] = ['2023-07-01', '2026-06-30'];

async function threeYears() {
  await ground.login('free');
  return ground.query({ days: YEARS, columns: ['entry-id'] });
}

test('a refresh of more requests than an hour has waits for the next one, and asks for nothing twice', async () => {
  const query = await threeYears();
  await ground.asked();
  const { session } = ground;
  const { clock } = session.platform;
  const began = clock.now();
  let progress = await session.call<Progress>('startRefresh', { query: query.id });
  while (progress.state === 'reading') {
    progress = await session.call<Progress>('stepRefresh', { job: progress.job });
  }
  expect(progress).toMatchObject({ state: 'waiting', requests: 30, requestsLeft: null });
  expect(Number(progress.until) - began).toBeGreaterThan(59 * MINUTE);
  expect(Number(progress.until) - began).toBeLessThan(62 * MINUTE);
  clock.advance(Number(progress.until) - clock.now());
  const done = await session.call<Progress>('stepRefresh', { job: progress.job });
  expect(done).toMatchObject({ state: 'done', requests: 36 });
  expect(await ground.asked()).toHaveLength(36);
});

test('the number of requests is known beforehand, and nothing is sent for it', async () => {
  const query = await threeYears();
  await ground.asked();
  expect(await ground.session.call('previewRequests', { query })).toEqual({
    requests: 36,
    atLeast: true,
    hourly: 30,
    readings: [{ dataset: 'time-entries', account: expect.any(String), requests: 36 }],
  });
  expect(await ground.asked()).toEqual([]);
});

test('while it waits, how far it is can be read; when it has ended, nothing is left of it', async () => {
  const query = await threeYears();
  const { session } = ground;
  await ground.fault({ path: 'reports/detailed', fault: { kind: 'delay', ms: 900, virtual: true } });
  let progress = await session.call<Progress>('startRefresh', { query: query.id });
  const seen = await session.call<Progress | null>('readProgress', { query: query.id });
  expect(seen).toMatchObject({ job: progress.job, query: { id: query.id } });
  session.platform.clock.advance(62 * MINUTE);
  while (progress.state !== 'done') {
    progress = await session.call<Progress>('stepRefresh', { job: progress.job });
  }
  expect(await session.call('readProgress', { query: query.id })).toBeNull();
});

describe('a refresh that waits', () => {
  /** Begins the refresh and reads as much of it as the hour has room for. */
  async function waiting() {
    const query = await threeYears();
    let progress = await ground.session.call<Progress>('startRefresh', { query: query.id });
    while (progress.state === 'reading') {
      progress = await ground.session.call<Progress>('stepRefresh', { job: progress.job });
    }
    await ground.asked();
    return { query, progress };
  }

  test('is found by whoever comes back, and gone on with where it was', async () => {
    const { query, progress } = await waiting();
    expect(await ground.session.call('listWaiting', {})).toMatchObject([
      { job: progress.job, state: 'waiting', until: progress.until },
    ]);
    ground.session.platform.clock.advance(62 * MINUTE);
    const done = await ground.session.call<Progress>('startRefresh', { query: query.id, resume: true });
    expect(done).toMatchObject({ job: progress.job, state: 'done', requests: 36 });
    expect(await ground.asked()).toHaveLength(6);
    expect(await ground.session.call('listWaiting', {})).toEqual([]);
    expect(await ground.session.call('listRuns', {})).toMatchObject([{ why: 'resume' }]);
  });

  test.each([
    ['the query asks for something else by now', { columns: [{ field: 'date' }] }],
    ['its period was changed', { period: { kind: 'fixed' as const, from: '2026-06-01', to: '2026-06-02' } }],
  ])('is begun anew where %s', async (_, change) => {
    const { query, progress } = await waiting();
    await ground.session.saveQuery({ ...query, ...change });
    ground.session.platform.clock.advance(62 * MINUTE);
    const begun = await ground.session.call<Progress>('startRefresh', { query: query.id, resume: true });
    expect(begun.job).not.toBe(progress.job);
  });

  test('is begun anew by a refresh that does not ask to go on', async () => {
    const { query, progress } = await waiting();
    ground.session.platform.clock.advance(62 * MINUTE);
    const begun = await ground.session.call<Progress>('startRefresh', { query: query.id });
    expect(begun.job).not.toBe(progress.job);
  });

  test('is overtaken by a refresh that is complete since', async () => {
    const { query } = await waiting();
    ground.session.platform.clock.advance(62 * MINUTE);
    await ground.session.saveQuery({
      ...query,
      period: { kind: 'fixed', from: '2026-06-01', to: '2026-06-02' },
    });
    await ground.refresh(query);
    expect(await ground.session.call('listWaiting', {})).toEqual([]);
  });

  test('for longer than the cache keeps things asks for nothing twice', async () => {
    await ground.login('free');
    const query = await ground.query({ days: ['2006-07-01', '2026-06-30'], columns: ['entry-id'] });
    const { clock } = ground.session.platform;
    const start = clock.now();
    expect(await ground.refresh(query)).toMatchObject({ state: 'done', requests: 236 });
    expect(clock.now() - start).toBeGreaterThan(6 * 60 * MINUTE);
  });

  test('is of no other spreadsheet', async () => {
    await waiting();
    ground.session.platform.spreadsheetId = 'a copy';
    expect(await ground.session.call('listWaiting', {})).toEqual([]);
  });
});
