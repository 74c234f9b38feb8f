import type { Query } from '../../src/query/query';
import { reportOf } from '../../src/reports';
import { newGround } from './ground';

const ground = newGround();

/** Fifteen columns, as the bench measures. */
const COLUMNS = reportOf('time-entries')
  .fields.slice(0, 15)
  .map(({ id }) => id);

/** 116 entries a day. */
const DAYS: Record<'one' | 'ten', [from: string, to: string]> = {
  one: ['2026-02-01', '2026-02-01'],
  ten: ['2026-02-01', '2026-02-10'],
};

async function placed(days: [string, string]): Promise<Query> {
  await ground.login('bench');
  return ground.fill({ accounts: ['Bench 10k'], days, columns: COLUMNS });
}

/** Sheet calls and requests of one refresh. */
async function costOf(query: Query): Promise<{ sheetCalls: number; requests: number }> {
  ground.session.reset();
  await ground.refresh(query);
  const { sheetCalls, requests } = ground.session.used;
  return { sheetCalls, requests };
}

async function costWith(query: Query, [from, to]: [string, string]) {
  const { query: stored } = await ground.view(query);
  await ground.session.saveQuery({ ...(stored as Query), period: { kind: 'fixed', from, to } });
  return costOf(query);
}

/*
 * Since what was written last is read back and kept by rows, a refresh looks at what stands (values, formulas, what is beside it) and
 * writes the hidden tab of the rows: three to five calls more, for cells that aren't written (docs/decisions/what-a-refresh-writes.md).
 */
const FIRST = { accounts: ['Bench 10k'], columns: 'all' as const };

test('the first placement of a table with all columns takes at most 23 sheet calls', async () => {
  await ground.login('bench');
  expect((await costOf(await ground.query({ ...FIRST, days: DAYS.one }))).sheetCalls).toBeLessThanOrEqual(23);
});

test('the first placement of a table that makes its tab longer takes one more', async () => {
  await ground.login('bench');
  expect((await costOf(await ground.query({ ...FIRST, days: DAYS.ten }))).sheetCalls).toBeLessThanOrEqual(24);
});

test('the first placement at a cell takes at most 19 sheet calls', async () => {
  await ground.login('bench');
  const target = { kind: 'cell' as const, sheet: ground.sheet.tabs()[0].id, row: 2, column: 3 };
  const query = await ground.query({ accounts: ['Bench 10k'], days: DAYS.one, columns: COLUMNS, target });
  expect((await costOf(query)).sheetCalls).toBeLessThanOrEqual(19);
});

test('a refresh of a table that stays as long takes at most 11 sheet calls', async () => {
  expect((await costOf(await placed(DAYS.one))).sheetCalls).toBeLessThanOrEqual(11);
});

test('a refresh of a table that grows takes at most 18 sheet calls', async () => {
  expect((await costWith(await placed(DAYS.one), DAYS.ten)).sheetCalls).toBeLessThanOrEqual(18);
});

test('a refresh of a table that shrinks takes at most 15 sheet calls', async () => {
  expect((await costWith(await placed(DAYS.ten), DAYS.one)).sheetCalls).toBeLessThanOrEqual(15);
});

test.each([
  ['Bench 1k', 1],
  ['Bench 10k', 10],
])('%s takes %d requests once the workspaces are known', async (account, requests) => {
  await ground.login('bench');
  const days: [string, string] = ['2026-01-01', '2026-03-31'];
  const query = await ground.query({ accounts: [account], days, columns: ['duration'] });
  expect((await costOf(query)).requests).toBe(requests);
});

test('a table without rows takes one request', async () => {
  const query = await ground.query({ accounts: ['Quirks'], days: ['2026-06-20', '2026-06-21'] });
  expect((await costOf(query)).requests).toBe(1);
});

test('a log-in takes six requests', async () => {
  await ground.login('bench');
  expect(ground.session.used.requests).toBe(6);
});

test('opening the sidebar takes none', async () => {
  await ground.fill({ accounts: ['Quirks'] });
  ground.session.reset();
  await ground.session.call('loadOverview');
  expect(ground.session.used.requests).toBe(0);
});

test('no second has more than ten requests', async () => {
  await ground.login('bench');
  await ground.control.clearRequests();
  await ground.fill({ accounts: ['Bench 100k'], days: ['2026-01-01', '2026-01-31'], columns: ['duration'] });
  const moments = (await ground.control.requests()).map(({ at }) => at).sort((a, b) => a - b);
  expect(moments.length).toBeGreaterThan(30);
  moments.forEach((moment, index) => {
    const tenLater = moments[index + 10];
    if (tenLater !== undefined) expect(tenLater - moment).toBeGreaterThanOrEqual(1000);
  });
});
