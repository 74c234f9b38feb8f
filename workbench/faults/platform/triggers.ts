import type { Woken } from '../../../src/actions/schedule/wake';
import type { Run } from '../../../src/record/run';
import type { Schedule } from '../../../src/schedule/schedule';
import type { Session } from '../../session';
import { type Ground, problemIn } from '../ground';
import type { Trouble } from '../platform';
import { fresh, type Stand, stand } from '../stand';

const hourMs = 3_600_000;
const HOURLY: Schedule = { every: { unit: 'hours', number: 1 }, hour: 0, zone: 'Europe/Berlin' };
const daily = (hour: number): Schedule => ({ every: { unit: 'day' }, hour, zone: 'Europe/Berlin' });

const plan = (ground: Ground, { query }: Stand, schedule: Schedule) =>
  ground.session.call('saveSchedule', { query: query.id, schedule });
const pass = ({ session }: Ground, hours: number) => session.passTime(hours * hourMs);

/** A table that is refreshed on a schedule. */
async function scheduled(ground: Ground, schedule = HOURLY): Promise<Stand> {
  const stood = await stand(ground);
  await ground.refresh(stood.query);
  await plan(ground, stood, schedule);
  return stood;
}

/** The runs of a query that its schedule began, oldest first. */
async function runs({ session }: Ground, { query }: Stand): Promise<Run[]> {
  const all = await session.call<Run[]>('listRuns');
  return all.filter((run) => run.query === query.id && run.why === 'schedule').reverse();
}

/** What is wrong unless it is said since when the query is late. */
async function late(ground: Ground, { query }: Stand): Promise<string[]> {
  const { schedule } = await ground.view(query);
  return schedule?.overdueSince ? [] : ['it is late, and that is not said'];
}

/** What is wrong with what an open sidebar does about triggers that don't run: it sees to them, and refreshes what is due. */
async function woken({ session }: Ground): Promise<string[]> {
  const { due } = await session.call<Woken>('wakeSchedules');
  if (due.length > 0) await session.refreshTogether(due);
  const standing = session.platform.common.triggers.of('user-1').filter(({ disabled }) => !disabled);
  return standing.length === 1 ? [] : [`${standing.length} triggers stand`];
}

/** Nothing is started for some hours, until it is put right; then one look at the sidebar, or the next hour, makes it good. */
function stopped(
  what: string,
  stop: (session: Session) => void,
  repair: (session: Session) => void,
): Trouble {
  return {
    what,
    async run(ground) {
      const stood = await scheduled(ground);
      stop(ground.session);
      await pass(ground, 5);
      repair(ground.session);
      const faults = await late(ground, stood);
      faults.push(...(await woken(ground)), ...(await fresh(ground, stood)));
      await pass(ground, 3);
      const began = await runs(ground, stood);
      if (began.length > 3) faults.push(`${began.length} runs in three hours`);
      return { cases: 1, faults: [...faults, ...(await fresh(ground, stood))] };
    },
  };
}

/** An hour of a day on which clocks change: it runs once in the day that begins in the evening before. */
function clocksChange(what: string, evening: string, hour: number): Trouble {
  return {
    what,
    async run(ground) {
      const { clock } = ground.session.platform;
      const stood = await stand(ground);
      await ground.refresh(stood.query);
      clock.advance(Date.parse(evening) - clock.now());
      await plan(ground, stood, daily(hour));
      await pass(ground, 24);
      const { length } = await runs(ground, stood);
      const faults = length === 1 ? [] : [`${length} runs in a day`];
      return { cases: 1, faults: [...faults, ...(await fresh(ground, stood))] };
    },
  };
}

const tooMany: Trouble = {
  what: 'A 21st trigger',
  async run(ground) {
    const { platform } = ground.session;
    const { triggers } = platform.common;
    const stood = await stand(ground);
    await ground.refresh(stood.query);
    triggers.addElsewhere('user-1', 20, platform.clock.now());
    const { code } = await problemIn(() => plan(ground, stood, HOURLY));
    const faults = code === 'triggers-too-many' ? [] : [`its problem is ${code}`];
    await pass(ground, 3);
    faults.push(...(await late(ground, stood)));
    triggers.remove(({ handler }) => handler === 'elsewhere');
    return { cases: 1, faults: [...faults, ...(await woken(ground)), ...(await fresh(ground, stood))] };
  },
};

const zoneChanged: Trouble = {
  what: 'The spreadsheet’s zone changed beneath a schedule',
  async run(ground) {
    const stood = await scheduled(ground, daily(15));
    ground.session.platform.timeZone = 'America/New_York';
    await pass(ground, 24);
    const began = (await runs(ground, stood)).map(({ at }) => new Date(at).getUTCHours());
    const faults = began.join() === '13' ? [] : [`it ran at ${began.join() || 'no hour'} UTC instead of 13`];
    return { cases: 1, faults: [...faults, ...(await fresh(ground, stood))] };
  },
};

const copied: Trouble = {
  what: 'A spreadsheet copied beneath a schedule',
  async run(ground) {
    const stood = await scheduled(ground);
    const original = ground.copy();
    const copy = ground.session;
    const before = JSON.stringify(copy.platform.spreadsheet.snapshot());
    const fired = await pass(ground, 3);
    const same = JSON.stringify(copy.platform.spreadsheet.snapshot()) === before;
    const faults = same ? [] : ['the copy was written into'];
    if ((await ground.view(stood.query)).schedule) faults.push('the copy has the schedule');
    if (fired.length !== 3) faults.push(`${fired.length} runs in three hours`);
    ground.turnTo(original);
    return { cases: 1, faults: [...faults, ...(await fresh(ground, stood))] };
  },
};

/** Clock triggers that stop, are refused or meet another clock; late is said to be late, and all is made good once. */
export const triggers: readonly Trouble[] = [
  stopped(
    'Triggers disabled, and enabled again',
    ({ platform }) => platform.common.triggers.disable(),
    ({ platform }) => platform.common.triggers.disable(undefined, false),
  ),
  stopped(
    'Triggers gone',
    ({ platform }) => platform.common.triggers.remove(() => true),
    () => undefined,
  ),
  stopped(
    'All permissions withdrawn, and given again',
    ({ platform }) => platform.grant('user-1', []),
    ({ platform }) => platform.grant('user-1', undefined),
  ),
  stopped(
    'Trigger time used up',
    ({ platform }) => platform.common.triggerTime.add('user-1', platform.clock.now(), 90 * 60_000),
    ({ platform }) => platform.common.triggerTime.clear('user-1'),
  ),
  clocksChange('A scheduled hour that doesn’t exist that day', '2027-03-27T20:00:00Z', 2),
  clocksChange('A scheduled hour that comes twice', '2026-10-24T20:00:00Z', 2),
  tooMany,
  zoneChanged,
  copied,
];
