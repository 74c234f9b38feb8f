import type { QueryView } from '../../src/actions/listQueries';
import type { Overview } from '../../src/actions/overview';
import type { Woken } from '../../src/actions/schedule/wake';
import type { Progress } from '../../src/job/progress';
import type { Query } from '../../src/query/query';
import type { Run } from '../../src/record/run';
import type { Schedule } from '../../src/schedule/schedule';
import type { CallOptions } from '../../workbench/session';
import { newGround, problemIn } from './ground';
import { COLLEAGUE, Sharing, WISH } from './sharing';

const ground = newGround();
const sharing = new Sharing(ground);

const HOUR = 3_600_000;
const HOURLY: Schedule = { every: { unit: 'hours', number: 1 }, hour: 0, zone: 'UTC' };
const DAILY: Schedule = { every: { unit: 'day' }, hour: 10, zone: 'UTC' };

function plan(query: Pick<Query, 'id'>, schedule: Schedule, options: CallOptions = {}): Promise<QueryView> {
  return ground.session.call<QueryView>('saveSchedule', { query: query.id, schedule }, options);
}

/** The runs of a query, oldest first. */
async function runs({ id }: Pick<Query, 'id'>): Promise<Run[]> {
  const all = await ground.session.call<Run[]>('listRuns');
  return all.filter(({ query }) => query === id).reverse();
}

async function begun(query: Pick<Query, 'id'>): Promise<number> {
  return (await ground.view(query)).state.complete?.begun ?? 0;
}

const overview = () => ground.session.call<Overview>('loadOverview');
const now = () => ground.session.platform.clock.now();
const standing = () => ground.session.platform.common.triggers.all;

/** Lets time pass, in which every trigger that fires has to end well. */
async function pass(hours: number) {
  const fired = await ground.session.passTime(hours * HOUR);
  for (const { finished } of fired) expect(finished?.error).toBeUndefined();
  return fired;
}

describe('a query with a schedule', () => {
  test('is refreshed by itself, by one trigger, once a slot', async () => {
    const query = await ground.fill(WISH);
    const view = await plan(query, HOURLY);
    expect(view.schedule).toMatchObject({ sentence: 'Every hour', waits: null, overdueSince: null });
    await plan(query, DAILY);
    await plan(query, HOURLY);
    expect(standing()).toHaveLength(1);
    await pass(4);
    expect((await runs(query)).map(({ why, outcome }) => `${why} ${outcome}`)).toEqual([
      'hand complete',
      'schedule complete',
      'schedule complete',
      'schedule complete',
    ]);
    const { schedules } = await overview();
    expect(schedules).toMatchObject({ carried: 1, overdue: false, degraded: null });
    expect(now() - (schedules.wokeAt ?? 0)).toBeLessThan(HOUR);
  });

  test('is carried by two who share its login, and runs once all the same; also when one leaves', async () => {
    const { query } = await sharing.filled();
    await plan(query, HOURLY);
    await plan(query, HOURLY, COLLEAGUE);
    expect((await ground.view(query)).schedule?.carriers).toHaveLength(2);
    await pass(4);
    expect(await runs(query)).toHaveLength(4);
    await ground.session.call('leaveSchedule', { query: query.id });
    expect(standing().map(({ user }) => user)).toEqual(['user-2']);
    await pass(2);
    expect(await runs(query)).toHaveLength(6);
  });

  test('over a private login is nobody else’s to change, and nobody else’s to run', async () => {
    const query = await ground.fill(WISH);
    await plan(query, HOURLY);
    expect((await problemIn(() => plan(query, DAILY, COLLEAGUE))).code).toBe('schedule-not-yours');
    const takeOver = () => ground.session.call('takeOverSchedule', { query: query.id }, COLLEAGUE);
    expect((await problemIn(takeOver)).code).toBe('login-unknown');
    expect((await ground.view(query)).schedule?.carriers).toEqual([{ name: 'Somebody', mine: true }]);
  });

  test('is made up for once after two days without a run, and until then said to be late', async () => {
    const query = await ground.fill(WISH);
    await plan(query, HOURLY);
    const { triggers } = ground.session.platform.common;
    triggers.disable();
    await pass(48);
    const { schedules, queries } = await overview();
    expect(schedules.overdue).toBe(true);
    expect(queries[0].schedule?.overdueSince).toBe(Date.parse('2026-07-01T10:00:00Z'));
    const woken = await ground.session.call<Woken>('wakeSchedules');
    expect(woken).toMatchObject({ made: true, due: [query.id], degraded: null });
    await ground.session.call('startRefreshes', { queries: woken.due, why: 'catch-up' });
    expect((await runs(query)).map(({ why }) => why)).toEqual(['hand', 'catch-up']);
    expect((await ground.view(query)).schedule?.overdueSince).toBeNull();
    await pass(3);
    expect(await runs(query)).toHaveLength(4);
  });

  test('that was deleted leaves neither schedule nor trigger', async () => {
    const query = await ground.fill(WISH);
    await plan(query, HOURLY);
    await ground.session.call('deleteQuery', { query: query.id });
    expect(standing()).toEqual([]);
    const { platform } = ground.session;
    const kept = [...platform.properties('document').keys(), ...platform.properties('user user-1').keys()];
    expect(kept.filter((name) => /^(schedule|turn|heartbeat)\./.test(name))).toEqual([]);
  });

  test('whose login is gone is carried no more, and says so', async () => {
    const { query, login } = await sharing.filled();
    await plan(query, HOURLY, COLLEAGUE);
    await ground.session.call('unshareLogin', { login: login.id });
    await pass(2);
    const view = await ground.view(query);
    expect(view.schedule).toMatchObject({ carriers: [], waits: 'nobody' });
    expect(view.state.problem).toMatchObject({ code: 'login-unknown' });
    await pass(1);
    expect(standing()).toEqual([]);
  });

  test('whose stored schedule is nonsense has none', async () => {
    const query = await ground.fill(WISH);
    await plan(query, HOURLY);
    ground.session.platform
      .properties('document')
      .set({ [`schedule.${query.id}`]: '{"version":1,"schedule":7}' }, false);
    expect((await ground.view(query)).schedule).toBeNull();
    await pass(2);
    expect(await runs(query)).toHaveLength(1);
  });
});

describe('schedules wait for the sidebar, and say why,', () => {
  test('in the 21st spreadsheet', async () => {
    const query = await ground.fill(WISH);
    ground.session.platform.common.triggers.addElsewhere('user-1', 20, now());
    expect((await problemIn(() => plan(query, HOURLY))).code).toBe('triggers-too-many');
    expect((await ground.view(query)).schedule).toMatchObject({ waits: 'trigger' });
    expect((await overview()).schedules.degraded).toContain('20 spreadsheets');
  });

  test('in a test deployment', async () => {
    await ground.open({ testDeployment: true });
    const query = await ground.fill(WISH);
    expect((await problemIn(() => plan(query, HOURLY))).code).toBe('triggers-off');
    const woken = await ground.session.call<Woken>('wakeSchedules');
    expect(woken).toMatchObject({ made: false, problem: { code: 'triggers-off' } });
  });

  test('where triggers have no spreadsheet', async () => {
    await ground.open({ triggers: { tiedTo: 'script', spreadsheetOpen: false } });
    const query = await ground.fill(WISH);
    await plan(query, HOURLY);
    await pass(3);
    expect(await runs(query)).toHaveLength(1);
    expect((await overview()).schedules.degraded).toContain('doesn’t let it reach this spreadsheet');
  });

  test('where the day’s time is used up', async () => {
    const query = await ground.fill(WISH);
    await plan(query, HOURLY);
    const taken = Array.from({ length: 40 }, (_, run) => ({ run: `${run}`, at: now() - run, took: 200_000 }));
    const ledger = { 'trigger-time': JSON.stringify({ version: 1, runs: taken }) };
    ground.session.platform.properties('user user-1').set(ledger, false);
    await pass(2);
    expect(await runs(query)).toHaveLength(1);
    expect((await overview()).schedules.degraded).toContain('used up for today');
    await pass(24);
    expect((await runs(query)).length).toBeGreaterThan(1);
  });

  test('but not because of a ledger from the future', async () => {
    const query = await ground.fill(WISH);
    await plan(query, HOURLY);
    const runsAhead = [{ run: 'a', at: now() + 90 * 24 * HOUR, took: 9e9 }];
    ground.session.platform
      .properties('user user-1')
      .set({ 'trigger-time': JSON.stringify({ version: 1, runs: runsAhead }) }, false);
    await pass(3);
    expect(await runs(query)).toHaveLength(3);
  });
});

test('where triggers belong to the script, each spreadsheet still has its own', async () => {
  await ground.open({ triggers: { tiedTo: 'script', spreadsheetOpen: true } });
  const query = await ground.fill(WISH);
  await plan(query, HOURLY);
  await ground.session.call('wakeSchedules');
  expect(standing()).toHaveLength(1);
  await pass(3);
  expect(await runs(query)).toHaveLength(3);
});

test('a huge query keeps no small one waiting, and is not called fresh before it is', async () => {
  await ground.login('free');
  const huge = await ground.query({
    name: 'Huge',
    days: ['2018-07-01', '2026-06-30'],
    columns: ['entry-id'],
  });
  const small = await ground.query({ name: 'Small', columns: ['entry-id'] });
  const other = await ground.query({ name: 'Other', columns: ['entry-id', 'date'] });
  for (const query of [huge, small, other]) await plan(query, HOURLY);
  await pass(1);
  let finished = 0;
  for (let hour = 10; hour <= 13; hour++) {
    await pass(1);
    const slot = Date.parse(`2026-07-01T${hour}:00:00Z`);
    for (const query of [small, other]) expect([hour, (await begun(query)) >= slot]).toEqual([hour, true]);
    const view = await ground.view(huge);
    if (view.state.complete === null) expect(view.schedule?.job).not.toBeNull();
    else finished += 1;
    // It is late for every slot after the one that it began for.
    if ((view.state.complete?.begun ?? 0) < slot && hour > 10)
      expect(view.schedule?.overdueSince).not.toBeNull();
  }
  expect(finished).toBeGreaterThan(0);
});

test('a refresh that waits for its account’s hour goes on by the trigger, which goes when nothing needs it', async () => {
  await ground.login('free');
  const query = await ground.query({ days: ['2023-07-01', '2026-06-30'], columns: ['entry-id'] });
  let progress = await ground.session.call<Progress>('startRefresh', { query: query.id });
  while (progress.state === 'reading')
    progress = await ground.session.call<Progress>('stepRefresh', { job: progress.job });
  expect(progress.state).toBe('waiting');
  expect(standing()).toHaveLength(1);
  await pass(2);
  expect((await ground.view(query)).state.complete?.rows).toBeGreaterThan(0);
  await pass(1);
  expect(standing()).toEqual([]);
});
