import type { Query } from '../../../src/query/query';
import type { OnCall } from '../../gas/gate';
import type { Ground } from '../ground';
import type { Act, Way } from '../interrupt';
import { stateOf, tablesOf, witnessOf } from '../invariants';
import { keep, putBack } from '../keep';
import { stand } from '../stand';
import { interruptEach, placesOf, type Sample, type Swept } from '../sweep';

const HOUR = 3_600_000;
const HOURLY = { every: { unit: 'hours' as const, number: 1 }, hour: 0, zone: 'UTC' };

/** Has a query refreshed each hour by whoever saves that, and lets it be due. */
export async function due(ground: Ground, { id }: Pick<Query, 'id'>, users = ['user-1']): Promise<void> {
  for (const user of users)
    await ground.session.call('saveSchedule', { query: id, schedule: HOURLY }, { user });
  ground.session.platform.clock.advance(HOUR);
}

/** Runs what a trigger of somebody runs. Throws unless it ends well. */
export async function triggerRun(ground: Ground, onCall?: OnCall, user = 'user-1'): Promise<void> {
  const finished = await ground.session.platform.run('refreshOnSchedule', [{}], {
    user,
    via: 'trigger',
    onCall,
  });
  if (!finished.ok) throw new Error(finished.error?.message ?? `the execution was ended (${finished.ended})`);
}

/** Interrupts the hourly run of a trigger at its calls; the one of the next hour makes it good. */
export async function triggered(ground: Ground, ways: readonly Way[], sample: Sample): Promise<Swept> {
  const { session } = ground;
  const { query } = await stand(ground);
  await due(ground, query);
  const start = keep(session);
  const [old, before] = [tablesOf(session), stateOf(session, query)];
  const calls: string[] = [];
  await triggerRun(ground, ({ name }) => void calls.push(name));
  const done = tablesOf(session);
  const act: Act = {
    async run(onCall) {
      await session.platform.run('refreshOnSchedule', [{}], { via: 'trigger', onCall });
      return null;
    },
    async repair() {
      session.platform.clock.advance(HOUR);
      await triggerRun(ground);
    },
  };
  const witness = witnessOf(session, { query, old, done, before });
  const places = sample(placesOf(calls, 'every change', ways));
  return interruptEach(session, act, () => putBack(session, start), witness, places, calls);
}
