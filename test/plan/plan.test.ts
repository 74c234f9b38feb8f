import { type AccountFacts, planQueries, shorterLimit } from '../../src/plan/plan';
import type { Query } from '../../src/query/query';

const account: AccountFacts = {
  login: 'l1',
  workspace: 'w1',
  name: 'Acme',
  region: 'global',
  weekStart: 'MONDAY',
  mostDays: null,
  hasCost: true,
  hourly: null,
  currencies: ['EUR'],
  currency: 'EUR',
};

function plan(query: Partial<Query>, ...facts: Partial<AccountFacts>[]) {
  const whole: Query = {
    version: 2,
    grain: 'each',
    id: 'q1',
    name: 'Hours',
    report: 'time-entries',
    accounts: [{ login: 'l1', workspace: 'w1', name: 'Acme' }],
    period: { kind: 'fixed', from: '2026-01-01', to: '2026-03-31' },
    zone: 'Europe/Berlin',
    columns: [{ field: 'date' }],
    options: { durations: 'duration' },
    target: { kind: 'new-tab' },
    ...query,
  };
  const accounts = facts.length > 0 ? facts : [{}];
  const asked = { query: whole, facts: accounts.map((other) => ({ ...account, ...other })) };
  return planQueries([asked], Date.parse('2026-06-15T12:00:00Z'));
}

test('an account without a limit is read in one window', () => {
  expect(plan({}).readings).toHaveLength(1);
});

test('an account with a limit is read in windows of that length', () => {
  const { readings } = plan({}, { mostDays: 31 });
  expect(readings.map(({ days }) => days?.from)).toEqual(['2026-01-01', '2026-02-01', '2026-03-04']);
});

test('several accounts are read each by its own limit', () => {
  const { readings } = plan({}, { mostDays: 31 }, { workspace: 'w2', mostDays: null });
  expect(readings.map((reading) => reading.account)).toEqual([0, 0, 0, 1]);
});

test('a list without dates has no windows', () => {
  const { readings, queries } = plan(
    { report: 'projects', columns: [{ field: 'project' }] },
    { mostDays: 31 },
  );
  expect(readings).toHaveLength(1);
  expect(queries[0].days).toBeNull();
});

test.each([
  ['no amounts', ['date'], 'hidden'],
  ['amounts', ['amount'], 'earned'],
  ['costs', ['cost'], 'earned-and-cost'],
])('columns with %s decide what is asked for', (_, fields, amounts) => {
  expect(plan({ columns: fields.map((field) => ({ field })) }).readings[0].amounts).toBe(amounts);
});

test('costs are not asked of a plan that has none, and that is said', () => {
  const { accounts, queries } = plan({ columns: [{ field: 'profit' }] }, { hasCost: false });
  expect(accounts[0].amounts).toBe('earned');
  expect(queries[0].warnings).toEqual([
    'The plan of account Acme has no labour cost: cost and profit are empty.',
  ]);
});

test.each([
  ['an unknown report', { report: 'moons' }, 'There is no report type "moons".'],
  ['an unknown field', { columns: [{ field: 'moon' }] }, 'The report type Time entries has no field "moon".'],
  ['an unknown zone', { zone: 'Moon/Base' }, 'There is no time zone called "Moon/Base".'],
])('%s is said before anything is asked', (_, query, title) => {
  expect(() => plan(query)).toThrow(title);
});

test.each([
  ['2025-01-01', '2026-12-31', 366],
  ['2026-01-01', '2026-12-31', 31],
  ['2026-01-01', '2026-01-31', null],
])('a refused window from %s to %s is tried in %p days', (from, to, days) => {
  expect(shorterLimit({ from, to })).toBe(days);
});
