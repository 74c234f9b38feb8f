import type { Query } from '../../src/query/query';
import { tabNames } from '../../workbench/faults/picture';
import type { OnCall } from '../../workbench/gas/gate';
import { newGround, problemIn, told } from './ground';

const ground = newGround();

const DAYS: [string, string] = ['2026-06-01', '2026-06-02'];

/** Lets something else happen once, when a refresh comes to a call for the first time. */
function at(name: string, work: () => Promise<unknown>): OnCall {
  let due = true;
  return async (call) => {
    if (!due || call.name !== name) return;
    due = false;
    await work();
  };
}

async function two(): Promise<[Query, Query]> {
  const first = await ground.query({ name: 'First', accounts: ['Quirks'], days: DAYS });
  const second = await ground.query({ name: 'Second', accounts: ['Harbour Works'], days: DAYS });
  return [first, second];
}

test('a refresh that meets another at its commit waits, gives up, and says so', async () => {
  const [first, second] = await two();
  let told2 = {};
  await ground.refresh(first, {
    onCall: at('Range.setValues', async () => {
      told2 = told(await ground.failure(second));
    }),
  });
  expect(told2).toEqual({
    code: 'busy',
    title: 'Another refresh is writing to this spreadsheet.',
    remedy: 'Try again in a minute. Nothing was changed.',
  });
  await ground.refresh(second);
  expect(tabNames(ground.sheet).sort()).toEqual(['Clocktable (queries)', 'First', 'Second', 'Sheet1']);
});

test('two refreshes of two queries side by side give two tables', async () => {
  const [first, second] = await two();
  await Promise.all([ground.refresh(first), ground.refresh(second)]);
  expect((await ground.table(first)).values).toHaveLength(9);
  expect((await ground.view(first)).state.problem).toBeNull();
  expect((await ground.view(second)).state.complete?.rows).toBeGreaterThan(0);
});

test('two refreshes of one query that has no table yet give one table', async () => {
  const [first] = await two();
  await ground.refresh(first, {
    onCall: at('LockService.getDocumentLock', () => ground.refresh(first)),
  });
  const tabs = ground.sheet.tabs().filter(({ hidden }) => !hidden);
  expect(tabs.map(({ name }) => name)).toEqual(['Sheet1', 'First']);
  expect((await ground.table(first)).values).toHaveLength(9);
});

test('a query that is saved while another is refreshed is not lost', async () => {
  const [first, second] = await two();
  await ground.refresh(first, {
    onCall: at('UrlFetchApp.fetch', () => ground.session.saveQuery({ ...second, name: 'Renamed' })),
  });
  expect((await ground.view(second)).name).toBe('Renamed');
  expect((await ground.view(first)).state.complete?.rows).toBe(8);
});

test('a query that is edited while it is refreshed keeps the edit', async () => {
  const [first] = await two();
  await ground.refresh(first, {
    onCall: at('UrlFetchApp.fetch', () => ground.session.saveQuery({ ...first, name: 'Renamed' })),
  });
  const { query, state } = await ground.view(first);
  expect(query).toMatchObject({ name: 'Renamed', target: { kind: 'placed' } });
  expect(state.complete?.rows).toBe(8);
});

test('a query that is edited while its table is refreshed again keeps the edit', async () => {
  const [first] = await two();
  await ground.refresh(first);
  const { query } = await ground.view(first);
  await ground.refresh(first, {
    onCall: at('UrlFetchApp.fetch', () => ground.session.saveQuery({ ...(query as Query), name: 'Renamed' })),
  });
  expect((await ground.view(first)).query?.name).toBe('Renamed');
});

test('a query that is deleted while it is refreshed stays deleted', async () => {
  const [first] = await two();
  const problem = await ground.failure(first, {
    onCall: at('UrlFetchApp.fetch', () => ground.session.call('deleteQuery', { query: first.id })),
  });
  expect(problem.code).toBe('query-unknown');
  await problemIn(() => ground.session.call('startRefresh', { query: first.id }));
  expect(ground.sheet.tabs().map(({ name }) => name)).not.toContain('First');
});

test('a query that is deleted while its table is refreshed again stays deleted, and its table stands', async () => {
  const [first] = await two();
  await ground.refresh(first);
  const before = ground.sheet.values('First');
  await ground.session
    .refresh(first.id, {
      onCall: at('UrlFetchApp.fetch', () => ground.session.call('deleteQuery', { query: first.id })),
    })
    .catch(() => undefined);
  const views = await ground.session.call<{ name: string }[]>('listQueries');
  expect(views.map(({ name }) => name)).toEqual(['Second']);
  expect(ground.sheet.values('First')).toEqual(before);
  expect(ground.sheet.names()).toEqual([]);
});

test('somebody who types into the table while it is read loses to the table, and beside it loses nothing', async () => {
  const [first] = await two();
  await ground.refresh(first);
  const before = ground.sheet.values('First');
  await ground.refresh(first, {
    onCall: at('UrlFetchApp.fetch', async () => {
      ground.sheet.type('First', 'A3', 'typed');
      ground.sheet.type('First', 'J3', 'mine');
    }),
  });
  expect(ground.sheet.values('First', 'A1:G9')).toEqual(before);
  expect(ground.sheet.values('First', 'J3')).toEqual([['mine']]);
});

test('a refresh of all from the menu refreshes each and names those that failed', async () => {
  const [first] = await two();
  await ground.control.removeWorkspace('Harbour Works');
  await ground.session.platform.run('refreshAll');
  expect(ground.session.platform.toasts.map(({ message }) => message)).toEqual([
    '1 of 2 refreshed. Not refreshed: Second. Their old data stands.',
  ]);
  expect((await ground.view(first)).state.complete?.rows).toBe(8);
});

test('a refresh of this tab from the menu refreshes the tables of this tab only', async () => {
  const [first, second] = await two();
  await ground.refresh(first);
  await ground.refresh(second);
  await ground.asked();
  ground.sheet.select('First', 'B2');
  await ground.session.platform.run('refreshThisTab');
  expect((await ground.control.requests()).map(({ workspace }) => workspace)).toEqual([
    first.accounts[0].workspace,
  ]);
});
