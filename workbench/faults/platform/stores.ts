import type { Progress } from '../../../src/job/progress';
import { latency, scaled } from '../../gas/latency';
import type { Ground } from '../ground';
import { keep, putBack } from '../keep';
import type { Trouble } from '../platform';
import { refreshed, stand } from '../stand';
import { differenceToTruth } from '../whole';
import { faultsOfRefresh } from './ending';

/** Fills a store of properties to the last byte. */
function fill(ground: Ground, name: string): void {
  const store = ground.session.platform.properties(name);
  for (let left = 9000, count = 0; left > 0; count++) {
    try {
      store.set({ [`filler ${count}`]: 'x'.repeat(left) });
    } catch {
      left = Math.floor(left / 2);
    }
  }
}

/** Stores that have no room for anything more, until somebody makes some. */
export const stores: readonly Trouble[] = ['user user-1', 'document'].map((name) => ({
  what: `No room in the properties of the ${name.split(' ')[0]}`,
  async run(ground) {
    const stood = await stand(ground);
    fill(ground, name);
    const faults = await faultsOfRefresh(ground, stood, undefined, ['store-full']);
    const store = ground.session.platform.properties(name);
    const left = Object.entries(store.all()).filter(([key]) => !key.startsWith('filler'));
    store.set(Object.fromEntries(left), true);
    return { cases: 1, faults: [...faults, ...(await refreshed(ground, stood))] };
  },
}));

/** Somebody else's execution holds the lock for as long as ours waits for it. */
export const lockHeld: Trouble = {
  what: 'The document’s lock held by another',
  async run(ground) {
    const { session } = ground;
    const stood = await stand(ground);
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    let reached = () => {};
    const standing = new Promise<void>((done) => {
      reached = done;
    });
    let locked = false;
    const other = session.call(
      'saveQuery',
      { query: { ...stood.query, name: 'Renamed' } },
      {
        user: 'user-2',
        onCall({ name }) {
          if (!locked) {
            locked = name === 'Lock.tryLock';
            return undefined;
          }
          reached();
          return held;
        },
      },
    );
    await standing;
    const faults = await faultsOfRefresh(ground, stood, undefined, ['busy']);
    release();
    await other;
    return { cases: 1, faults: [...faults, ...(await refreshed(ground, stood))] };
  },
};

const BENCH = 'Bench 10k';
const DAYS: [string, string] = ['2026-02-01', '2026-02-21'];
const TIMES = { short: 2, full: 20 };

/** What the cache forgets between two executions of a refresh is read again, or is said to be lost again and again. */
export const evictions: Trouble = {
  what: 'The cache forgets at random while a refresh waits',
  async run(ground, chance, short) {
    // So slow that a page takes longer than a slice of reading.
    const session = await ground.open({ prices: scaled(latency, 20) });
    await ground.login('bench');
    const query = await ground.query({ accounts: [BENCH], days: DAYS, columns: ['entry-id', 'duration'] });
    const start = keep(session);
    const times = short ? TIMES.short : TIMES.full;
    const faults: string[] = [];
    for (let time = 0; time < times; time++) {
      putBack(session, start);
      let progress = await session.call<Progress>('startRefresh', { query: query.id });
      while (progress.state === 'reading' || progress.state === 'waiting') {
        session.platform.evict(() => chance() < 0.2);
        progress = await session.call<Progress>('stepRefresh', { job: progress.job });
      }
      if (progress.state === 'done')
        faults.push(...(await differenceToTruth(ground, query, { account: BENCH, days: DAYS })));
      else if (progress.problem?.code !== 'cache-losing')
        faults.push(`it ended with ${progress.problem?.code}`);
    }
    return { cases: times, faults };
  },
};
