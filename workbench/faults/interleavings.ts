import type { OnCall } from '../gas/gate';
import { Refused } from '../session';
import { Baton, chances } from './baton';
import { type Campaign, isWanted, Tally } from './campaign';
import { Ground } from './ground';
import { PAIRS, type Pair, type Work } from './interleavings/pairs';
import { repairing, tablesOf } from './invariants';
import { keep, putBack } from './keep';
import { type Stand, stand } from './stand';

/** How many orders of their service calls each two are run in. */
const ORDERS = { short: 3, full: 48 };

/**
 * Two executions at once, in orders of their service calls that seeds decide; half of the time one waits for the other's lock,
 * half of the time it gives up. In between and afterwards the table is the old or the new one, and nobody else's cell is touched.
 */
export const interleavings: Campaign<{ schedules: number; wrong: number }> = {
  async run(settings, tell) {
    const { seed, short } = settings;
    const tally = new Tally(tell);
    const ground = new Ground();
    await ground.begin();
    try {
      for (const [index, pair] of PAIRS.entries()) {
        if (!isWanted(settings, pair.what)) continue;
        await ground.renew();
        const orders = short ? ORDERS.short : ORDERS.full;
        const first = seed * 10_000 + index * 1000;
        const faults = await inOrders(ground, pair, first, orders);
        const violations = await ground.settle();
        if (violations.length > 0) faults.push('requests against the contract');
        tally.note(pair.what, orders, faults);
      }
    } finally {
      await ground.end();
    }
    return { schedules: tally.cases, wrong: tally.faults };
  },
};

async function inOrders(ground: Ground, pair: Pair, first: number, orders: number): Promise<string[]> {
  const stood = await stand(ground);
  await pair.prepare?.(ground, stood);
  const start = keep(ground.session);
  const faults: string[] = [];
  for (let order = first; order < first + orders; order++) {
    putBack(ground.session, start);
    const found = await inOrder(ground, pair, stood, order);
    faults.push(...found.map((fault) => `order ${order}: ${fault}`));
  }
  return faults;
}

async function inOrder(ground: Ground, pair: Pair, stood: Stand, order: number): Promise<string[]> {
  const { session, sheet } = ground;
  const old = tablesOf(session);
  const ends = await atOnce(order, pair.works(ground, stood));
  const fair = [...FAIR, ...(pair.fair ?? [])];
  const found = ends
    .filter((end) => !fair.includes(end))
    .map((end) => `one of them ended with ${end} of ${fair.join(', ')}`);
  const [tab] = sheet.tabs();
  const foreign = () =>
    sheet
      .values(tab.name)
      .flat()
      .filter((value) => value === 'mine').length;
  if (foreign() !== stood.mine) found.push(`${foreign()} of ${stood.mine} foreign cells are left`);
  const same = JSON.stringify(tablesOf(session)) === JSON.stringify(old);
  if (!same && !repairing(session)) found.push(...(await pair.standing(ground, stood, ends)));
  return [...found, ...(await pair.afterwards(ground, stood, ends))];
}

const FAIR = ['done', 'busy'];

/** Runs two at once; gives what each ended with: `done`, or the code of a problem. */
async function atOnce(order: number, works: readonly [Work, Work]): Promise<string[]> {
  const ends: string[] = [];
  const ending = (index: number) => async (onCall: OnCall) => {
    try {
      await works[index](onCall);
      ends[index] = 'done';
    } catch (error) {
      ends[index] = error instanceof Refused ? error.problem.code : (error as Error).message;
    }
  };
  await new Baton(chances(order), order % 2 === 0 ? 'waits' : 'gives up').run([ending(0), ending(1)]);
  return ends;
}
