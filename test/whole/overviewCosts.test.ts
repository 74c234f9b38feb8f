import type { Health } from '../../src/actions/record/health';
import { latency } from '../../workbench/gas/latency';
import { newGround } from './ground';
import { WISH } from './sharing';

const ground = newGround({ prices: latency });

jest.setTimeout(120_000);

/** What a call takes on the clock that service calls move, in milliseconds. */
async function timeOf(entry: string): Promise<number> {
  const { clock } = ground.session.platform;
  const before = clock.now();
  await ground.session.call(entry, {});
  return clock.now() - before;
}

test('twenty queries with schedules are listed within a second, and their health is told in as little', async () => {
  await ground.login();
  for (let number = 1; number <= 20; number += 1) {
    const query = await ground.fill({ ...WISH, name: `Hours ${number}` });
    const schedule = { every: { unit: 'hours', number: 1 }, hour: 0, zone: 'Europe/Berlin' };
    await ground.session.call('saveSchedule', { query: query.id, schedule });
  }
  expect(await timeOf('loadOverview')).toBeLessThanOrEqual(1000);
  expect(await timeOf('loadHealth')).toBeLessThanOrEqual(1000);
  const { next24, queries } = await ground.session.call<Health>('loadHealth', {});
  expect(next24).toHaveLength(24 * 20);
  expect(queries.map(({ standing }) => standing.kind)).toEqual(Array(20).fill('fresh'));
});
