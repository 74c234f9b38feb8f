import type { Entries } from '../../src/sidebar/entries';
import { App } from '../../src/sidebar/state/app';
import { complete, HOUR, NOW, overview, view } from './views';

const HEALTHY = { carried: 2, wokeAt: NOW - HOUR, overdue: false, degraded: null };

/** A sidebar that has just been opened over a script that gives prepared answers. */
async function opened(answers: Partial<Record<keyof Entries, unknown>>) {
  const calls: [string, unknown][] = [];
  const call = async (entry: keyof Entries, payload: unknown) => {
    calls.push([entry, payload]);
    const answer = answers[entry] ?? null;
    return typeof answer === 'function' ? answer(payload) : answer;
  };
  const app = new App({ call: call as never, now: () => NOW, after: () => () => undefined });
  await app.load();
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
  return { app, payloadOf: (entry: string) => calls.find(([name]) => name === entry)?.[1] };
}

const queries = [view('Hours', { state: complete(NOW) }), view('Team', { state: complete(NOW) })];
const woken = { made: true, degraded: null, problem: null, due: ['Hours'] };
const done = {
  job: '+1',
  queries: [{ job: '+1', query: { id: 'Hours' }, state: 'done', rows: 3, warnings: [] }],
};

test('what runs by itself is left alone while it does', async () => {
  const { payloadOf } = await opened({ loadOverview: overview({ queries, schedules: HEALTHY }) });
  expect(payloadOf('wakeSchedules')).toBeUndefined();
});

test('when it is late, what is due is caught up with, and that is said in a line', async () => {
  const schedules = { ...HEALTHY, wokeAt: NOW - 30 * HOUR, overdue: true };
  const { app, payloadOf } = await opened({
    loadOverview: overview({ queries, schedules }),
    wakeSchedules: woken,
    startRefreshes: done,
  });
  expect(payloadOf('startRefreshes')).toEqual({ queries: ['Hours'], why: 'catch-up' });
  expect(app.state.woken).toMatch(/^Nothing ran by itself since .+: 1 query is refreshed now\. What wakes/);
});

test('where nothing can run by itself, opening the sidebar refreshes what is due', async () => {
  const schedules = { ...HEALTHY, degraded: 'Google doesn’t let the add-on run by itself here.' };
  const { app, payloadOf } = await opened({
    loadOverview: overview({ queries, schedules }),
    wakeSchedules: { ...woken, made: false, degraded: schedules.degraded },
    startRefreshes: done,
  });
  expect(payloadOf('startRefreshes')).toEqual({ queries: ['Hours'], why: 'catch-up' });
  expect(app.state.woken).toBe('1 query was due, and is refreshed now.');
});

const waiting = {
  job: 'Hours.1',
  query: { id: 'Hours', name: 'Hours' },
  state: 'waiting',
  rows: 18_000,
  requests: 18,
  requestsLeft: 23,
  startedAt: NOW,
  until: NOW + HOUR,
  warnings: [],
};

test.each([
  [null, true],
  ['Google doesn’t let the add-on run by itself here.', false],
])('a long wait goes on without the sidebar only where something wakes it: %s', async (degraded, wakes) => {
  const { app } = await opened({
    loadOverview: overview({ queries, schedules: { ...HEALTHY, carried: 0 } }),
    listWaiting: [waiting],
    wakeSchedules: { ...woken, degraded, due: [] },
  });
  expect(app.state.wakes).toBe(wakes);
});
