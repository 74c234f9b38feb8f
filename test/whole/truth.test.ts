import type { Query } from '../../src/query/query';
import type { Truth } from '../../workbench/clockify/control/truth';
import { type Ground, newGround, type Wish } from './ground';

/** A clock after the end of October's summer time, so that both changes of clocks have happened. */
const LATER = Date.parse('2026-11-10T09:00:00Z');

const ground = newGround({ now: LATER });

const COLUMNS = ['date', 'duration', 'amount', 'currency', 'entry-id'];

/** What a table adds up to, in the units of the truth: whole seconds, minor units by currency. */
interface Sums {
  entries: number;
  seconds: number;
  amounts: Record<string, number>;
  rowsOf: Record<string, number>;
  perDay: Truth['perDay'];
  ids: string[];
}

async function sumsOf(where: Ground, query: Pick<Query, 'id'>): Promise<Sums> {
  const { values } = await where.table(query);
  const sums: Sums = { entries: 0, seconds: 0, amounts: {}, rowsOf: {}, perDay: {}, ids: [] };
  for (const [date, duration, amount, currency, id] of values.slice(1)) {
    // Each duration is a whole number of seconds by itself, so sums of them are exact.
    const seconds = Math.round(Number(duration) * 86_400);
    expect(Math.abs(Number(duration) * 86_400 - seconds)).toBeLessThan(1e-6);
    sums.entries += 1;
    sums.seconds += seconds;
    sums.amounts[String(currency)] = (sums.amounts[String(currency)] ?? 0) + Number(amount) * 100;
    sums.rowsOf[String(currency)] = (sums.rowsOf[String(currency)] ?? 0) + 1;
    const day = new Date((Number(date) - 25_569) * 86_400_000).toISOString().slice(0, 10);
    sums.perDay[day] ??= { entries: 0, seconds: 0 };
    sums.perDay[day].entries += 1;
    sums.perDay[day].seconds += seconds;
    sums.ids.push(String(id));
  }
  return sums;
}

async function expectTruth(wish: Wish & { accounts: string[]; days: [string, string]; zone: string }) {
  const query = await ground.fill({ columns: COLUMNS, ...wish });
  const [from, to] = wish.days;
  const question = { workspace: wish.accounts[0], from, to, zone: wish.zone, now: LATER };
  const truth = await ground.control.truth(question);
  const sums = await sumsOf(ground, query);
  expect(sums.ids.sort()).toEqual(truth.ids.sort());
  expect({ entries: sums.entries, seconds: sums.seconds, perDay: sums.perDay }).toEqual({
    entries: truth.entries,
    seconds: truth.seconds,
    perDay: truth.perDay,
  });
  for (const [currency, minor] of Object.entries(truth.amounts)) {
    const rows = sums.rowsOf[currency];
    expect(rows).toBeGreaterThan(0);
    expect(Math.abs(sums.amounts[currency] - minor)).toBeLessThanOrEqual(rows / 2);
  }
  return truth;
}

const zones = ['Europe/Berlin', 'Asia/Kathmandu', 'America/New_York'];
const accounts = ['Lumen & Loom', 'Harbour Works', 'Quirks'];
const months: [name: string, days: [string, string]][] = [
  ['March, with both changes to summer time', ['2026-03-01', '2026-03-31']],
  ['October, with the change from summer time', ['2026-10-01', '2026-10-31']],
];

describe.each(accounts)('the table of %s', (account) => {
  describe.each(months)('in %s', (_, days) => {
    test.each(zones)('adds up to the truth in %s', async (zone) => {
      await expectTruth({ accounts: [account], days, zone });
    });
  });
});

test('a year with all changes of clocks adds up to the truth', async () => {
  const truth = await expectTruth({
    accounts: ['Quirks'],
    days: ['2026-01-01', '2026-11-09'],
    zone: 'America/New_York',
  });
  expect(truth.entries).toBeGreaterThan(60);
});

describe('the spreadsheet’s own locale and zone', () => {
  const wish: Wish = {
    accounts: ['Harbour Works'],
    days: ['2026-03-20', '2026-04-05'],
    zone: 'Asia/Kathmandu',
    columns: 'all',
  };

  async function valuesUnder(options: object) {
    await ground.open(options);
    const query = await ground.fill(wish);
    const { values, formats } = await ground.table(query);
    return { values, formats };
  }

  test('a German spreadsheet holds the same values in the same formats', async () => {
    const english = await valuesUnder({ locale: 'en_US' });
    const german = await valuesUnder({ locale: 'de_DE' });
    expect(english.values.length).toBeGreaterThan(20);
    expect(german).toEqual(english);
  });

  test('a spreadsheet in another zone holds the same values', async () => {
    const there = await valuesUnder({ timeZone: 'Asia/Kathmandu' });
    const elsewhere = await valuesUnder({ timeZone: 'America/Los_Angeles' });
    expect(elsewhere).toEqual(there);
  });

  test('a German spreadsheet shows a decimal comma', async () => {
    await ground.open({ locale: 'de_DE' });
    const query = await ground.fill({ ...wish, columns: ['hours'] });
    const { shown } = await ground.table(query);
    expect(shown[1][0]).toMatch(/^\d+,\d\d$/);
  });
});
