import { type QueryFacts, type StandingKind, standingOf } from '../../src/record/standing';

const NOW = Date.parse('2026-09-10T14:30:00Z');
const hours = (number: number) => number * 3_600_000;

const complete = (at: number) => ({ at, rows: 3, days: null, zone: 'Asia/Kathmandu', fields: [] });
const problem = { code: 'unreachable', scope: {}, title: 'Away.', remedy: 'Wait.', retry: 'later' } as const;

const facts = (more: Partial<QueryFacts> = {}): QueryFacts => ({
  readable: true,
  zone: 'Asia/Kathmandu',
  state: { complete: complete(Date.parse('2026-09-09T04:15:00Z')), problem: null },
  placed: true,
  repairing: false,
  needsLogin: false,
  needsAgreement: false,
  schedule: null,
  waiting: null,
  ...more,
});

const said = (more: Partial<QueryFacts> = {}) => standingOf(facts(more), NOW).text;

const slots = (newest: number | null, due: number | null, late: number | null, next: number) => ({
  newestSlot: newest === null ? null : NOW - hours(newest),
  dueSlot: due === null ? null : NOW - hours(due),
  overdueSince: late === null ? null : NOW - hours(late),
  nextAt: NOW + hours(next),
});

const schedules: QueryFacts['schedule'][] = [
  null,
  slots(null, null, null, 1),
  slots(0.5, 0.5, null, 23.5),
  slots(0.5, null, null, 23.5),
  slots(40, null, null, 1),
  slots(3, 3, 2, 1),
];

const waits: QueryFacts['waiting'][] = [
  null,
  { until: NOW + hours(1), requests: 18, requestsLeft: 23 },
  { until: null, requests: 1, requestsLeft: null },
];

const every: QueryFacts[] = [true, false].flatMap((readable) =>
  [true, false].flatMap((repairing) =>
    [true, false].flatMap((needsLogin) =>
      [true, false].flatMap((needsAgreement) =>
        [true, false].flatMap((placed) =>
          [null, complete(NOW - hours(20)), complete(NOW)].flatMap((table) =>
            [null, problem].flatMap((failed) =>
              schedules.flatMap((schedule) =>
                waits.map((waiting) =>
                  facts({
                    readable,
                    repairing,
                    needsLogin,
                    needsAgreement,
                    placed,
                    state: { complete: table, problem: failed },
                    schedule,
                    waiting,
                  }),
                ),
              ),
            ),
          ),
        ),
      ),
    ),
  ),
);

/** What may be said of facts, as a list of rules in the order in which they count. */
function expected(known: QueryFacts): StandingKind {
  const { state, schedule } = known;
  if (!known.readable) return 'unreadable';
  if (known.repairing) return 'repairing';
  if (known.needsAgreement) return 'needs-agreement';
  if (known.needsLogin) return 'needs-login';
  if (known.waiting) return 'paused';
  if (schedule?.overdueSince) return 'overdue';
  if (state.complete === null || !known.placed) return 'never';
  if (state.problem || schedule?.dueSlot) return 'showing';
  if (schedule?.newestSlot && state.complete.at < schedule.newestSlot) return 'showing';
  return 'fresh';
}

test('every combination stands as the first rule that applies says', () => {
  const wrong = every.filter((known) => standingOf(known, NOW).kind !== expected(known));
  expect(every.length).toBeGreaterThan(1000);
  expect(wrong).toEqual([]);
});

test('the word fresh is used of what is fresh and of nothing else', () => {
  const wrong = every
    .map((known) => standingOf(known, NOW))
    .filter(({ kind, text }) => (kind === 'fresh') !== /fresh as of/.test(text));
  expect(wrong).toEqual([]);
});

test('of a table that may be half written no data is named', () => {
  const repaired = every.filter(({ repairing, readable }) => repairing && readable);
  expect(repaired.filter((known) => /\d/.test(standingOf(known, NOW).text))).toEqual([]);
});

test('moments are those of a clock in the zone of the query', () => {
  expect(said()).toBe('fresh as of 9 Sep 10:00');
  expect(said({ zone: 'America/New_York' })).toBe('fresh as of 9 Sep 00:15');
});

test('a moment of another year has its year', () => {
  expect(said({ state: { complete: complete(Date.parse('2025-12-31T18:20:00Z')), problem: null } })).toBe(
    'fresh as of 1 Jan 00:05',
  );
  expect(said({ state: { complete: complete(Date.parse('2025-12-31T18:10:00Z')), problem: null } })).toBe(
    'fresh as of 31 Dec 2025 23:55',
  );
});

test('a zone that nobody knows is no reason to say nothing', () => {
  expect(said({ zone: 'Mars/Olympus' })).toBe('fresh as of 9 Sep 04:15');
});

test('what is fresh by a schedule says until when', () => {
  const schedule = slots(40, null, null, 0.25);
  expect(standingOf(facts({ schedule }), NOW)).toEqual({
    kind: 'fresh',
    since: Date.parse('2026-09-09T04:15:00Z'),
    until: NOW + hours(0.25),
    text: 'fresh as of 9 Sep 10:00; next refresh by 10 Sep 21:29',
  });
});

test('what is late says since when, and what is shown meanwhile', () => {
  const schedule = slots(3, 3, 2, 1);
  expect(said({ schedule })).toBe('overdue since 10 Sep 18:15; showing data from 9 Sep 10:00');
});

test('a slot that has begun and isn’t done is due, and what was fresh is so no more', () => {
  const schedule = slots(0.25, 0.25, null, 23.75);
  expect(standingOf(facts({ schedule }), NOW)).toMatchObject({
    kind: 'showing',
    until: NOW + hours(0.75),
    text: 'showing data from 9 Sep 10:00; refresh due by 20:59',
  });
});

test('what waits says until when and how much is done', () => {
  const waiting = { until: NOW + hours(1), requests: 18, requestsLeft: 23 };
  expect(said({ waiting })).toBe('paused until 21:15, 18 of 41 requests done; showing data from 9 Sep 10:00');
  expect(said({ waiting: { until: NOW + hours(6), requests: 1, requestsLeft: null } })).toBe(
    'paused until 11 Sep 02:15, 1 request done; showing data from 9 Sep 10:00',
  );
});

test('a query that was never complete shows no data', () => {
  const state = { complete: null, problem };
  expect(said({ state })).toBe('never refreshed');
  expect(said({ state, needsLogin: true })).toBe('needs login');
  expect(said({ state, needsAgreement: true })).toBe('needs your agreement');
});

test('a table that was deleted is not what is shown', () => {
  expect(said({ placed: false })).toBe('its table is gone');
  expect(said({ placed: false, needsLogin: true })).toBe('needs login; its table is gone');
});

test('a slot whose refresh somebody stopped is not fresh, and none is promised before the next', () => {
  expect(standingOf(facts({ schedule: slots(0.5, null, null, 23.5) }), NOW)).toMatchObject({
    kind: 'showing',
    text: 'showing data from 9 Sep 10:00',
  });
});
