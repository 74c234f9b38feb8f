import type { Query } from '../../src/query/query';
import { newGround, problemIn, queryOf, type Wish } from './ground';

const ground = newGround();

/** What is told of a query before it is refreshed; holds that nothing is asked of Clockify for it. */
async function preview(query: Partial<Query>) {
  await ground.control.clearRequests();
  const told = await ground.session.call('previewRequests', { query });
  expect(await ground.control.requests()).toEqual([]);
  return told;
}

async function wished(wish: Wish): Promise<Partial<Query>> {
  return queryOf(wish, await ground.login('free'));
}

test('a year on a plan that reads a month at a time takes twelve requests of the thirty an hour', async () => {
  expect(await preview(await wished({ days: ['2025-09-01', '2026-08-31'] }))).toEqual({
    requests: 12,
    atLeast: true,
    hourly: 30,
    readings: [{ dataset: 'time-entries', account: 'Free Spirits', requests: 12 }],
  });
});

test('on a paid plan nothing is counted by the hour, and what was read before tells how much there is', async () => {
  await ground.login('bench');
  const query = await ground.fill({ accounts: ['Bench 10k'], days: ['2026-01-01', '2026-12-31'] });
  const { state } = await ground.view(query);
  const pages = Math.ceil((state.complete?.rows ?? 0) / 1000);
  expect(pages).toBeGreaterThan(1);
  expect(await preview(query)).toEqual({
    requests: pages,
    atLeast: true,
    hourly: null,
    readings: [{ dataset: 'time-entries', account: 'Bench 10k', requests: pages }],
  });
  const { id: _, ...unread } = query;
  expect(await preview(unread)).toMatchObject({ requests: 1 });
});

test('an account that is not known is not asked for', async () => {
  const query = await wished({});
  const accounts = (query.accounts ?? []).map((account) => ({ ...account, workspace: 'nowhere' }));
  expect(await preview({ ...query, accounts })).toBeNull();
});

test('what is wrong with a query is told instead', async () => {
  const query = await wished({ days: ['2026-08-31', '2026-08-01'] });
  expect((await problemIn(() => preview(query))).code).toBe('period-reversed');
});
