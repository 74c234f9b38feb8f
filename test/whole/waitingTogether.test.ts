import type { Progress, Together } from '../../src/job/progress';
import { keys } from '../../workbench/clockify/keys';
import { newGround } from './ground';

const ground = newGround();
const MINUTE = 60_000;

/** Three years in windows of a month: 36 requests, of an account that answers 30 an hour. */
const YEARS: [string, string] = ['2023-07-01', '2026-06-30'];

const start = (queries: { id: string }[]) =>
  ground.session.call<Together>('startRefreshes', { queries: queries.map(({ id }) => id) });
const step = ({ job }: { job: string }) => ground.session.call<Together>('stepRefreshes', { job });
const waiting = () => ground.session.call<Progress[]>('listWaiting', {});

/** Two queries that need the same 36 requests, after the hour has answered 30 of them. */
async function twoThatWait() {
  await ground.login('free');
  const first = await ground.query({ name: 'First', days: YEARS, columns: ['entry-id'] });
  const second = await ground.query({ name: 'Second', days: YEARS, columns: ['entry-id', 'duration'] });
  await ground.asked();
  let together = await start([first, second]);
  while (together.state === 'reading') together = await step(together);
  return { first, second, together };
}

const pass = () => ground.session.platform.clock.advance(62 * MINUTE);
const namesAndStates = ({ queries }: Together) => queries.map(({ query, state }) => [query.name, state]);

describe('a job of several queries that waits for the next hour', () => {
  test('is found by whoever comes back, by one id, and gone on with where it was', async () => {
    const { together } = await twoThatWait();
    expect(together).toMatchObject({ state: 'waiting', requests: 30 });
    const found = await waiting();
    expect(found.map(({ job, query, state }) => [job, query.name, state])).toEqual([
      [together.job, 'First', 'waiting'],
      [together.job, 'Second', 'waiting'],
    ]);
    expect(together.job).toMatch(/^\+/);
    pass();
    expect(await step(found[0])).toMatchObject({ state: 'done', requests: 36 });
    expect(await ground.asked()).toHaveLength(36);
    expect(await waiting()).toEqual([]);
  });

  test('goes on with the others when one of them is stopped', async () => {
    const { first, together } = await twoThatWait();
    await ground.session.call('stopRefresh', { query: first.id });
    expect((await waiting()).map(({ query }) => query.name)).toEqual(['Second']);
    pass();
    expect(namesAndStates(await step(together))).toEqual([
      ['First', 'stopped'],
      ['Second', 'done'],
    ]);
    expect((await ground.view(first)).state.complete).toBeNull();
  });

  test('goes on with the others when one of them is deleted', async () => {
    const { first, second, together } = await twoThatWait();
    await ground.session.call('deleteQuery', { query: first.id });
    expect((await waiting()).map(({ query }) => query.name)).toEqual(['Second']);
    pass();
    const done = await step(together);
    expect(done.state).toBe('done');
    expect(done.queries.find(({ query }) => query.name === 'First')?.state).not.toBe('done');
    expect((await ground.view(second)).state.complete).not.toBeNull();
    expect(await waiting()).toEqual([]);
  });

  test('is left behind when all of them are deleted', async () => {
    const { first, second } = await twoThatWait();
    for (const { id } of [first, second]) await ground.session.call('deleteQuery', { query: id });
    expect(await waiting()).toEqual([]);
  });
});

test('a key that is revoked fails the queries of its login and no others, and says whose it is', async () => {
  const free = await ground.login('free');
  const other = await ground.login('single');
  const days: [string, string] = ['2026-06-01', '2026-06-30'];
  const mine = await ground.query({ name: 'Mine', accounts: [{ name: 'Free Spirits', login: free }], days });
  const theirs = await ground.query({
    name: 'Theirs',
    accounts: [{ name: 'Solo Studio', login: other }],
    days,
  });
  await ground.control.revokeKey(keys.free);
  const together = await ground.session.refreshTogether([mine.id, theirs.id]);
  expect(namesAndStates(together)).toEqual([
    ['Mine', 'failed'],
    ['Theirs', 'done'],
  ]);
  expect(together.queries[0].problem).toMatchObject({ code: 'key-refused' });
  expect(together.queries[0].problem?.scope).toMatchObject({ login: free.name });
});

test('two that refresh all at the same moment leave each table complete', async () => {
  await ground.login('demo');
  const days: [string, string] = ['2026-06-01', '2026-06-30'];
  const queries = [
    await ground.query({ name: 'One', days, columns: ['client', 'hours'] }),
    await ground.query({ name: 'Two', days, columns: ['user', 'hours'] }),
  ];
  const ids = queries.map(({ id }) => id);
  const both = await Promise.all([ground.session.refreshTogether(ids), ground.session.refreshTogether(ids)]);
  const states = both.flatMap(({ queries: ended }) => ended.map(({ state }) => state));
  expect(states.filter((state) => state === 'done').length).toBeGreaterThanOrEqual(2);
  for (const query of queries) {
    expect((await ground.view(query)).state.complete).not.toBeNull();
    const table = await ground.table(query);
    expect(table.a1).toMatch(/^A1:/);
  }
  expect(ground.sheet.tabs().filter(({ name }) => /^(One|Two)/.test(name))).toHaveLength(2);
});
