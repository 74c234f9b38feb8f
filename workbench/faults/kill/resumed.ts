import type { Progress } from '../../../src/job/progress';
import type { Query } from '../../../src/query/query';
import { latency, scaled } from '../../gas/latency';
import type { Ground } from '../ground';
import { type Act, endedOrRefused, type Way } from '../interrupt';
import { stateOf, tablesOf, witnessOf } from '../invariants';
import { cached, keep, putBack } from '../keep';
import { interruptEach, placesOf, type Sample, type Swept } from '../sweep';

/** So slow that a page takes longer than a slice of reading. */
const SLOW = scaled(latency, 20);

/** Interrupts the execution that resumes a refresh and ends it, at its calls. It goes on when it is resumed once more. */
export async function resumed(ground: Ground, ways: readonly Way[], sample: Sample): Promise<Swept> {
  const session = await ground.open({ prices: SLOW });
  const query = await shrunk(ground);
  const first = await session.call<Progress>('startRefresh', { query: query.id });
  if (first.state !== 'reading') throw new Error('nothing was left to resume');
  const [start, texts] = [keep(session), cached(session)];
  const begin = () => {
    putBack(session, start);
    texts();
  };
  const [old, before] = [tablesOf(session), stateOf(session, query)];
  const calls: string[] = [];
  await session.call('stepRefresh', { job: first.job }, { onCall: ({ name }) => void calls.push(name) });
  const done = tablesOf(session);
  const act: Act = {
    run: (onCall) =>
      endedOrRefused(() => session.call<Progress>('stepRefresh', { job: first.job }, { onCall })),
    repair: () => goOn(ground, query),
  };
  const witness = witnessOf(session, { query, old, done, before });
  return interruptEach(session, act, begin, witness, sample(placesOf(calls, 'every call', ways)), calls);
}

/** A table of two pages, changed so that it gets a smaller one, which is read in two slices as well. */
async function shrunk(ground: Ground): Promise<Query> {
  await ground.login('bench');
  const columns = ['date', 'duration', 'entry-id'];
  const query = await ground.fill({ accounts: ['Bench 10k'], days: ['2026-02-01', '2026-02-11'], columns });
  const { query: placed } = await ground.view(query);
  const period = { kind: 'fixed' as const, from: '2026-02-01', to: '2026-02-09' };
  return ground.session.saveQuery({ ...(placed as Query), period });
}

/** As the sidebar goes on when it is opened: with what waits, else from the beginning. */
async function goOn(ground: Ground, query: Query): Promise<void> {
  const { session } = ground;
  const [waiting] = await session.call<Progress[]>('listWaiting', {});
  let progress = waiting ?? null;
  while (progress && (progress.state === 'reading' || progress.state === 'waiting'))
    progress = await session.call<Progress>('stepRefresh', { job: progress.job });
  if (progress?.state !== 'done') await ground.refresh(query);
}
