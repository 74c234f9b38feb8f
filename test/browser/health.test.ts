import { complete, HOUR, NOW, overview, problem, view } from '../sidebar/views';
import { Alone } from './alone';
import { describeInBrowser } from './browser';

const schedules = { carried: 2, wokeAt: NOW - HOUR / 2, overdue: false, degraded: null };
const late = view('Hours', {
  state: complete(NOW - 26 * HOUR),
  standing: { kind: 'overdue', since: NOW - 2 * HOUR, text: '' },
});
const gone = problem('tab-gone', {
  title: 'The tab of Team was deleted.',
  remedy: 'Write the table into a new tab.',
});
const refused = view('Team', { state: { ...complete(NOW - HOUR), problem: gone } });
const done = {
  job: 'Hours.1',
  query: { id: 'Hours', name: 'Hours' },
  state: 'done',
  rows: 3,
  startedAt: NOW,
  warnings: [],
};
const health = {
  now: NOW,
  queries: [],
  zone: 'Europe/Berlin',
  requestsToday: 1240,
  requestsByAccount: [
    { account: 'Harbour Works', requests: 1200 },
    { account: 'Lumen & Loom', requests: 40 },
  ],
  triggerSecondsToday: 720,
  triggerSecondsLeft: 4680,
  next24: [
    { at: NOW + HOUR, query: 'Hours', name: 'Hours' },
    { at: NOW + HOUR, query: 'Team', name: 'Team' },
    { at: NOW + 20 * HOUR, query: 'Hours', name: 'Hours' },
  ],
};

describeInBrowser('the health of all queries', () => {
  let alone: Alone;

  beforeAll(async () => {
    alone = await Alone.begin();
  });

  afterAll(async () => {
    await alone.end();
    expect(alone.complaints).toEqual([]);
  });

  const payloadOf = (entry: string) => alone.calls.find((call) => call.entry === entry)?.payload;

  /** Nothing is cut off, and axe finds nothing. */
  async function expectSound(): Promise<void> {
    expect(await alone.findings()).toEqual([]);
    expect(await alone.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(300);
  }

  test('says what is late and mends it, what was used, what comes, and when it woke', async () => {
    await alone.open({
      loadOverview: overview({ queries: [late, refused], schedules }),
      loadHealth: health,
      startRefresh: done,
      placeStatus: { address: 'Sheet1!F1:G3' },
      listQueries: [late, refused],
    });
    await alone.text(/^Overdue since today/);
    await expectSound();
    await alone.button('Health').click();
    await alone.text(/^Last woke today/);
    await alone.text('1,240 requests');
    await alone.text('12 of 90 minutes');
    await alone.text('Hours, Team');
    await alone.button('Use new tab').waitFor();
    await expectSound();
    await alone.picture('health');
    await alone.button('Show status in cells').click();
    await alone.text('The status is in Sheet1!F1:G3.');
    expect(payloadOf('placeStatus')).toEqual({ all: true });
    await alone.button('Refresh now').click();
    await alone.page.locator('[data-query="Hours"]').waitFor({ state: 'detached' });
    expect(payloadOf('startRefresh')).toEqual({ query: 'Hours' });
  });

  test('says in plain words where nothing runs by itself, and what was caught up with', async () => {
    const degraded = 'Google doesn’t let the add-on run by itself here: it isn’t installed.';
    await alone.open({
      loadOverview: overview({ queries: [late], schedules: { ...schedules, overdue: true } }),
      loadHealth: { ...health, next24: [] },
      wakeSchedules: { made: false, degraded, problem: null, due: ['Hours'] },
      listQueries: [late],
    });
    await alone.text(/^Nothing ran by itself since today .*: 1 query is refreshed now\.$/);
    expect(payloadOf('startRefreshes')).toEqual({ queries: ['Hours'], why: 'catch-up' });
    await expectSound();
    await alone.button('Dismiss').click();
    await alone.button('Health').click();
    await alone.text('Refreshes when you open the sidebar');
    await alone.text(degraded);
    await alone.text('Nothing is refreshed by itself in the next 24 hours.');
    await expectSound();
  });
});
