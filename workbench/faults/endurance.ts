import type { Together } from '../../src/job/progress';
import type { Query } from '../../src/query/query';
import type { Run } from '../../src/record/run';
import { chances } from './baton';
import { type Campaign, Tally } from './campaign';
import { twenty } from './endurance/queries';
import { breakAnswers, breakCall, editClockify, editSheet } from './endurance/troubles';
import { differencesToAnew } from './endurance/truth';
import { Ground } from './ground';

const HOUR = 3_600_000;
const DAYS = { short: 1, full: 30 };
/** How many hours of a day are lived through. */
const HOURS = { short: 10, full: 24 };
/** What Google gives a consumer account in a day. */
const TRIGGER_TIME = 90 * 60_000;
const REQUESTS = 20_000;
/** Characters that stores may hold at the end beyond what they held after the first day. */
const GROWTH = 100_000;

/**
 * Days of hourly runs of twenty queries, with failures, edits in Clockify and edits in the sheet at random; each morning somebody opens
 * the sidebar; the last day is a quiet one. At the end every table equals the same question asked anew, no store has grown without bound, and trigger time and
 * requests were within a day's quota on each day.
 */
export const endurance: Campaign<{ days: number; wrong: number }> = {
  async run({ seed, short }, tell) {
    const tally = new Tally(tell);
    const ground = new Ground();
    await ground.begin();
    const days = short ? DAYS.short : DAYS.full;
    try {
      await ground.renew();
      const queries = await twenty(ground);
      const faults = await lived(ground, queries, days, short ? HOURS.short : HOURS.full, chances(seed));
      tally.note(`Days of hourly runs of ${queries.length} queries`, days, faults);
      tally.note(
        'A day without trouble: what is late or never ran by its trigger',
        1,
        await quietDay(ground, queries),
      );
      const different: string[] = [];
      for (const query of queries) different.push(...(await differencesToAnew(ground, query)));
      tally.note('Tables against the same question asked anew', queries.length, different);
      await ground.settle();
    } finally {
      await ground.end();
    }
    return { days, wrong: tally.faults };
  },
};

async function lived(
  ground: Ground,
  queries: Query[],
  days: number,
  hours: number,
  chance: () => number,
): Promise<string[]> {
  const { platform } = ground.session;
  const faults: string[] = [];
  const own: string[] = [];
  let held = 0;
  for (let day = 1; day <= days; day++) {
    const asked = platform.http.length;
    for (let hour = 0; hour < hours; hour++) {
      if (chance() < 0.5) await editClockify(ground, own, chance);
      if (chance() < 0.1) await editSheet(ground, queries, chance);
      if (chance() < 0.2) await breakAnswers(ground, chance);
      const onCall = chance() < 0.2 ? breakCall(chance) : undefined;
      await ground.session.passTime(HOUR, { onCall });
      await ground.control.clearFaults();
      if (hour === 8) await opened(ground);
      const used = platform.common.triggerTime.used('user-1', platform.clock.now());
      if (used > TRIGGER_TIME) faults.push(`day ${day}: triggers ran ${Math.round(used / 60_000)} minutes`);
    }
    const requests = platform.http.length - asked;
    if (requests > REQUESTS) faults.push(`day ${day}: ${requests} requests`);
    if (day === 1) held = heldBy(ground);
  }
  const grown = heldBy(ground) - held;
  if (grown > GROWTH) faults.push(`stores have grown by ${grown} characters since the first day`);
  return faults;
}

/** A day in which nobody does anything: triggers alone bring every table up to date. */
async function quietDay(ground: Ground, queries: readonly Query[]): Promise<string[]> {
  const { session } = ground;
  await ground.control.clearFaults();
  await session.passTime(26 * HOUR);
  const runs = await session.call<Run[]>('listRuns');
  const faults: string[] = [];
  for (const { id, name } of queries) {
    const { schedule, state } = await ground.view({ id });
    if (schedule?.overdueSince) faults.push(`${name} is overdue`);
    if (state.problem) faults.push(`${name} has the problem ${state.problem.code}`);
    if (!runs.some(({ query, why, outcome }) => query === id && why === 'schedule' && outcome === 'complete'))
      faults.push(`${name} never ran by its trigger`);
  }
  return faults;
}

/** Somebody opens the sidebar, which catches up with what is due. */
async function opened(ground: Ground): Promise<void> {
  const { due } = await ground.session.call<{ due: string[] }>('wakeSchedules', {});
  if (due.length > 0) await together(ground, due, 'catch-up');
}

async function together({ session }: Ground, queries: string[], why?: 'catch-up'): Promise<void> {
  let { state, job, until } = await session.call<Together>('startRefreshes', {
    queries,
    ...(why ? { why } : {}),
  });
  while (state !== 'done') {
    const { clock } = session.platform;
    if (until !== null && until > clock.now()) clock.advance(until - clock.now());
    ({ state, job, until } = await session.call<Together>('stepRefreshes', { job }));
  }
}

/** Characters in all stores of properties. */
function heldBy({ session }: Ground): number {
  return ['user user-1', 'document', 'script']
    .flatMap((store) => Object.entries(session.platform.properties(store).all()))
    .reduce((sum, [key, value]) => sum + key.length + value.length, 0);
}
