import type { LoginView } from '../../src/logins/manage';
import type { Query } from '../../src/query/query';
import { type Answer, answerTo, rowsOf } from './answers';
import { entriesOf, type TruthEntry } from './entryTruth';
import { NOW, sharedGround } from './ground';
import { differences, dueRows } from './groupTruth';

const ZONE = 'Europe/Berlin';
const WEEK: [string, string] = ['2026-06-08', '2026-06-14'];
const WEEK_BEFORE: [string, string] = ['2026-06-01', '2026-06-07'];

let login: LoginView;
let week: TruthEntry[];
let before: TruthEntry[];
const ground = sharedGround(async (fresh) => {
  login = await fresh.login();
  const truth = ([from, to]: [string, string]) =>
    entriesOf(fresh.control, { workspace: 'Lumen & Loom', from, to, zone: ZONE, now: NOW });
  [week, before] = [await truth(WEEK), await truth(WEEK_BEFORE)];
});

function answer(columns: string[], more: Partial<Query>): Promise<Answer> {
  return answerTo(ground, { accounts: ['Lumen & Loom'], days: WEEK, zone: ZONE, columns, more }, login);
}

function hours(entries: TruthEntry[]): number {
  return entries.reduce((sum, { seconds }) => sum + seconds, 0) / 3600;
}

function inClient(entries: TruthEntry[], client: unknown): TruthEntry[] {
  return entries.filter(({ members }) => (members.client.names[0] ?? '') === client);
}

describe('a row with the totals', () => {
  test('is reckoned from entries, not from rows, and there is one for each currency', async () => {
    const metrics = ['hours', 'entries', 'people', 'days', 'billable-ratio', 'amount', 'effective-rate'];
    const table = await answer(['project', 'currency', ...metrics], { totals: true });
    const totals = rowsOf(table).filter(([label]) => label === 'Total');
    const due = dueRows(week, ['currency'], metrics);
    expect(due).toHaveLength(3);
    expect(
      differences(
        totals.map((row) => row.slice(1)),
        due,
        ['currency'],
        metrics,
      ),
    ).toEqual([]);
  });

  test('is over all rows where only some are shown', async () => {
    const table = await answer(['user', 'hours'], { totals: true, limit: 3, sort: [['hours', 'desc']] });
    const rows = rowsOf(table);
    expect(rows).toHaveLength(4);
    const due = dueRows(week, ['user'], ['hours']).map(({ dues }) => Number(dues[0].value));
    due.sort((a, b) => b - a);
    expect(rows.map(([, value]) => Number(value).toFixed(6))).toEqual(
      [...due.slice(0, 3), hours(week)].map((value) => value.toFixed(6)),
    );
  });
});

describe('a split', () => {
  test('has the largest values in their order, the rest in one column, and totals that are all of them', async () => {
    const table = await answer(['client', 'hours'], {
      split: { field: 'user', most: 4, others: true, totals: true },
    });
    const [titles, ...rows] = table.values;
    const people = dueRows(week, ['user'], ['hours'])
      .map(({ shown, dues }) => ({ name: String(shown[0]), hours: Number(dues[0].value) }))
      .sort((a, b) => b.hours - a.hours)
      .slice(0, 4)
      .map(({ name }) => name);
    expect(titles).toEqual(['Client', ...people.sort(), 'Others', 'Total']);
    for (const [client, ...cells] of rows) {
      const own = inClient(week, client);
      const due = [
        ...people.map((person) => hours(own.filter(({ members }) => members.user.names[0] === person))),
        hours(own.filter(({ members }) => !people.includes(members.user.names[0]))),
        hours(own),
      ];
      expect(cells.map((cell) => Number(cell).toFixed(6))).toEqual(due.map((value) => value.toFixed(6)));
    }
  });
});

test('a split into as many columns as there may be is written, and what is known of it stays', async () => {
  const columns = ['user', 'hours'];
  const split = { field: 'description', most: 200 };
  const days: [string, string] = ['2026-01-01', '2026-06-30'];
  const query = await ground.fill({
    accounts: ['Lumen & Loom'],
    days,
    columns,
    ask: { grain: 'grouped', split },
  });
  expect((await ground.table(query)).values[0]).toHaveLength(201);
  const { state } = await ground.view(query);
  expect(state.complete?.fields).toHaveLength(201);
  expect(state.complete?.split).toHaveLength(200);
  await ground.refresh(query);
});

describe('a comparison', () => {
  test('has what was before beside what is, with the change', async () => {
    const table = await answer(['client', 'hours'], { compare: { with: 'previous-period' } });
    const rows = rowsOf(table);
    expect(rows.length).toBeGreaterThan(5);
    for (const [client, now, then, change, percent] of rows) {
      const [due, was] = [hours(inClient(week, client)), hours(inClient(before, client))];
      expect(Number(now)).toBeCloseTo(due, 6);
      expect(Number(then)).toBeCloseTo(was, 6);
      expect(Number(change)).toBeCloseTo(due - was, 6);
      expect(Number(percent)).toBeCloseTo(due / was - 1, 6);
    }
  });

  test('calls new what was not there before, and gone what is there no more', async () => {
    const table = await answer(['description', 'hours'], { compare: { with: 'previous-period' } });
    const texts = (entries: TruthEntry[]) =>
      new Set(entries.flatMap(({ members }) => members.description.names));
    const [now, then] = [texts(week), texts(before)];
    const said = (word: string) =>
      rowsOf(table)
        .filter((row) => row[4] === word)
        .map(([text]) => text)
        .sort();
    expect(said('new')).toEqual([...now].filter((text) => !then.has(text)).sort());
    expect(said('gone')).toEqual([...then].filter((text) => !now.has(text)).sort());
    expect(said('new').length).toBeGreaterThan(0);
  });

  test('puts days beside days by their position', async () => {
    const table = await answer(['date', 'hours'], { compare: { with: 'previous-period' }, fill: ['dates'] });
    const onDay = (entries: TruthEntry[], day: number) =>
      hours(entries.filter(({ members }) => Number(members.date.names[0].slice(8)) === day));
    expect(rowsOf(table).map(([, now, then]) => [Number(now).toFixed(6), Number(then).toFixed(6)])).toEqual(
      [8, 9, 10, 11, 12, 13, 14].map((day) => [
        onDay(week, day).toFixed(6),
        onDay(before, day - 7).toFixed(6),
      ]),
    );
  });
});

describe('rows without time', () => {
  test('are there for every person, also for those who tracked nothing', async () => {
    const client = 'Heron Holdings';
    const table = await answer(['user', 'hours'], {
      fill: ['people'],
      filters: [{ field: 'client', op: 'is', values: [client] }],
    });
    // Twelve people work here, and one has left.
    expect(rowsOf(table)).toHaveLength(12);
    for (const [person, value] of rowsOf(table)) {
      const own = inClient(week, client).filter(({ members }) => members.user.names[0] === person);
      expect(Number(value)).toBeCloseTo(hours(own), 6);
    }
  });

  test('are there for every day of the period', async () => {
    const table = await answer(['date', 'hours'], { fill: ['dates'] });
    expect(rowsOf(table).map(([date]) => date)).toEqual([
      46_181, 46_182, 46_183, 46_184, 46_185, 46_186, 46_187,
    ]);
  });
});

test('two accounts have a column that says which, and the sums of each', async () => {
  const accounts = ['Lumen & Loom', 'Harbour Works'];
  const question = { accounts, days: WEEK, zone: ZONE, columns: ['client', 'currency', 'hours', 'entries'] };
  const table = await answerTo(ground, question, login);
  for (const workspace of accounts) {
    const [from, to] = WEEK;
    const own = await entriesOf(ground.control, { workspace, from, to, zone: ZONE, now: NOW });
    const rows = rowsOf(table).filter(([account]) => account === workspace);
    const due = dueRows(own, ['client', 'currency'], ['hours', 'entries']);
    expect(
      differences(
        rows.map((row) => row.slice(1)),
        due,
        ['client', 'currency'],
        ['hours', 'entries'],
      ),
    ).toEqual([]);
  }
});
