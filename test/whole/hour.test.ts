import type { Progress } from '../../src/job/job';
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
