import type { Progress } from '../../src/job/progress';
import type { Query } from '../../src/query/query';
import { latency, scaled } from '../../workbench/gas/latency';
import { newGround, problemIn, QUERY_TAB } from './ground';

/** So slow that a page takes longer than a slice of reading: a refresh waits between executions. */
const ground = newGround({ prices: scaled(latency, 20) });

jest.setTimeout(300_000);

/** A query with a refresh that waits for its next execution, and rows of it in the cache. */
async function waiting(): Promise<Query> {
  await ground.login('bench');
  const query = await ground.query({ accounts: ['Bench 10k'], days: ['2026-02-01', '2026-02-21'] });
  const progress = await ground.session.call<Progress>('startRefresh', { query: query.id });
  expect(progress.state).toBe('reading');
  return query;
}

const cached = () => ground.session.platform.cache('user user-1').keys();
const kept = (store: string) => ground.session.platform.properties(store).keys();

describe.each([
  ['with everything in the cache', () => false],
  ['that the cache has lost', (key: string) => key.startsWith('job.')],
  [
    'whose rows the cache has lost in part',
    (key: string) => /^rows\..*\.\d+$/.test(key) && !/\.0$/.test(key),
  ],
])('a waiting refresh %s', (_, lost) => {
  test('is gone without a trace when everything is forgotten', async () => {
    await waiting();
    ground.session.platform.evict(lost);
    await ground.session.call('forgetAll');
    expect(cached()).toEqual([]);
    expect(kept('user user-1')).toEqual([]);
    expect(kept('document')).toEqual([]);
  });

  test('is gone without a trace when its query is deleted', async () => {
    const query = await waiting();
    ground.session.platform.evict(lost);
    await ground.session.call('deleteQuery', { query: query.id });
    expect(cached()).toEqual([]);
    expect(kept('user user-1').filter((name) => name.includes(query.id))).toEqual([]);
    expect(kept('document').filter((name) => name.includes(query.id))).toEqual([]);
  });
});

test('a refresh that was stopped and a query that failed leave nothing when the query is deleted', async () => {
  const query = await waiting();
  await ground.session.call('stopRefresh', { query: query.id });
  await ground.session.call('deleteQuery', { query: query.id });
  expect(cached()).toEqual([]);
});

test('a waiting refresh of another spreadsheet is forgotten with everything', async () => {
  await waiting();
  ground.session.platform.spreadsheetId = 'another';
  await ground.session.call('forgetAll');
  expect(cached()).toEqual([]);
  expect(kept('user user-1')).toEqual([]);
});

test('a copy of the spreadsheet neither stops nor goes on with a refresh of the original', async () => {
  const query = await waiting();
  ground.session.platform.spreadsheetId = 'copy';
  await ground.session.call('stopRefresh', { query: query.id });
  await ground.session.call('deleteQuery', { query: query.id }).catch(() => undefined);
  ground.session.platform.spreadsheetId = 'workbench-spreadsheet';
  expect(kept('user user-1').filter((name) => name.startsWith('job.'))).toEqual([
    `job.workbench-spreadsheet.${query.id}`,
  ]);
});

test('a person whose queries are protected against them has forgotten what is their own all the same', async () => {
  const login = await ground.login();
  await ground.query({ accounts: ['Quirks'] });
  await ground.session.call('shareLogin', { login: login.id, displayName: 'Mara' });
  ground.session.platform.protect(QUERY_TAB, 'A1:D100', { editors: [] });
  expect((await problemIn(() => ground.session.call('forgetAll'))).code).toBe('target-protected');
  expect(kept('user user-1')).toEqual([]);
  expect(kept('document').filter((name) => name.includes(login.id))).toEqual([]);
});
