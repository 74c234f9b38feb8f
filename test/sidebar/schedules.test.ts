import {
  choicesOf,
  describeCarriers,
  describeNext,
  describeSlot,
  draftOf,
  privateLogin,
  type ScheduleView,
  scheduleOf,
} from '../../src/sidebar/model/schedules';
import { HOUR, login, NOW, view } from './views';

const zone = 'Europe/Berlin';
const me = { name: 'Mara', mine: true };
const ana = { name: 'Ana', mine: false };

const daily: ScheduleView = {
  schedule: { every: { unit: 'day' }, hour: 9, zone },
  sentence: 'Every day between 9:00 and 9:59 (Europe/Berlin)',
  lastSlot: null,
  newestSlot: null,
  nextAt: NOW + 2 * HOUR,
  overdueSince: null,
  carriers: [me],
  waits: null,
  job: null,
};

const shared = { ...login('a', ['w1']), sharedBy: { name: 'Ana', at: 0 } };

describe('a schedule that is chosen', () => {
  test('is every day at nine in the zone of the query, unless something else was', () => {
    expect(scheduleOf(draftOf(null, zone))).toEqual({ every: { unit: 'day' }, hour: 9, zone });
  });

  test.each([
    [{ unit: 'hours', number: 1 }],
    [{ unit: 'hours', number: 5 }],
    [{ unit: 'day' }],
    [{ unit: 'weekdays' }],
    [{ unit: 'week', weekday: 7 }],
    [{ unit: 'month', day: 31 }],
    [{ unit: 'month', day: 'last-working' }],
  ] as ScheduleView['schedule']['every'][][])('stays what it was: %j', (every) => {
    const schedule = { every, hour: 17, zone: 'Asia/Tokyo' };
    expect(scheduleOf(draftOf(schedule, zone))).toEqual(schedule);
  });
});

test.each([
  [2 * HOUR, /^today \d\d:\d\d$/],
  [24 * HOUR, /^tomorrow \d\d:\d\d$/],
  [24 * 5 * HOUR, /^9 Nov \d\d:\d\d$/],
])('a slot in %d ms is said by its day', (later, text) => {
  expect(describeSlot(NOW + later, NOW)).toMatch(text);
});

test.each([
  [[me], /^You carry it/],
  [[me, ana], /^You and Ana carry it; it runs once/],
  [[ana, { name: 'Somebody', mine: false }], 'Carried by Ana and a colleague.'],
  [[], /^Nobody carries it/],
])('who carries it is said: %j', (carriers, text) => {
  expect(describeCarriers(carriers)).toMatch(text);
});

describe('what may be done', () => {
  const of = (change: Partial<ScheduleView>, logins = [login('a', ['w1'])]) =>
    choicesOf(view('Hours'), { ...daily, ...change }, logins);

  test('over a shared login others may join, and nobody is replaced', () => {
    expect(of({ carriers: [ana] }, [shared])).toMatchObject({ change: true, carry: 'join', leave: false });
  });

  test('over a login that is private to somebody else it can be taken over, and not changed', () => {
    expect(of({ carriers: [ana] }, [])).toMatchObject({ change: false, carry: 'take-over' });
  });

  test('who carries it alone turns it off; who carries it with others may leave it to them', () => {
    expect(of({ carriers: [me] })).toMatchObject({ carry: null, leave: false, others: false });
    expect(of({ carriers: [me, ana] }, [shared])).toMatchObject({ carry: null, leave: true, others: true });
  });
});

test('only a private login of ours keeps others from carrying', () => {
  expect(privateLogin(view('Hours'), [login('a', ['w1'])])?.id).toBe('a');
  expect(privateLogin(view('Hours'), [shared])).toBeNull();
  expect(privateLogin(view('Hours'), [])).toBeNull();
});

test('a row says when it is refreshed next, or what that waits for', () => {
  expect(describeNext(daily, NOW)).toMatch(/^Next today/);
  expect(describeNext({ ...daily, waits: 'agreement' }, NOW)).toBe('Schedule waits for your agreement');
  expect(describeNext(null, NOW)).toBe('');
});
