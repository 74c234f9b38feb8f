import { accountOptions, accountsOf, firstAccounts } from '../../src/sidebar/model/accounts';
import { failedFor, foreignQueries, refusedLogins } from '../../src/sidebar/model/banners';
import { complete, login, NOW, problem, query, view } from './views';

const a = login('a', ['w1', 'w2'], 'Agency key');
const b = login('b', ['w3'], 'Own key');

test('accounts stand by login where there are several, the current one first after "all"', () => {
  expect(accountOptions([a]).map(({ value, group }) => [value, group])).toEqual([
    ['a/all', undefined],
    ['a/w2', undefined],
    ['a/w1', undefined],
  ]);
  expect(accountOptions([a, b]).map(({ group }) => group)).toEqual([
    'Agency key',
    'Agency key',
    'Agency key',
    'Own key',
  ]);
});

test('"all" stands for each account of its login, once', () => {
  expect(accountsOf(['a/w1', 'a/all'], [a, b], []).map(({ workspace }) => workspace)).toEqual(['w1', 'w2']);
});

test('an account that no login of ours sees stays until it is taken away', () => {
  const before = [{ login: 'theirs', workspace: 'w9', name: 'Nine' }];
  expect(accountsOf(['theirs/w9', 'b/w3'], [b], before)).toEqual([
    ...before,
    { login: 'b', workspace: 'w3', name: 'Workspace w3' },
  ]);
});

test('the account current in Clockify is preselected, else the only one there is', () => {
  expect(firstAccounts([a], [])).toEqual([{ login: 'a', workspace: 'w2', name: 'Workspace w2' }]);
  expect(firstAccounts([b], [])).toEqual([{ login: 'b', workspace: 'w3', name: 'Workspace w3' }]);
  expect(firstAccounts([{ ...a, activeWorkspace: null }, b], [])).toEqual(firstAccounts([b], []));
  expect(firstAccounts([{ ...a, activeWorkspace: null }], [])).toEqual([]);
  expect(firstAccounts([], [])).toEqual([]);
});

test('the accounts chosen last come before it, as far as they are still seen', () => {
  const last = [
    { login: 'a', workspace: 'w1' },
    { login: 'gone', workspace: 'w1' },
    { login: 'b', workspace: 'w3' },
  ];
  expect(firstAccounts([a, b], last).map(({ workspace }) => workspace)).toEqual(['w1', 'w3']);
  expect(firstAccounts([a], [{ login: 'a', workspace: 'w9' }])).toEqual(firstAccounts([a], []));
});

test('the queries that need a login which is not ours are told', () => {
  const theirs = query({ accounts: [{ login: 'theirs', workspace: 'w2', name: 'Two' }] });
  const views = [view('Theirs', { query: theirs }), view('Ours'), view('Damaged', { query: null })];
  expect(foreignQueries(views, [a]).map(({ name }) => name)).toEqual(['Theirs']);
});

test('a refused key is one banner with all its queries and their oldest data', () => {
  const other = query({ accounts: [{ login: 'b', workspace: 'w3', name: 'Three' }] });
  const views = [
    view('One', { state: complete(NOW - 5) }),
    view('Two', { state: complete(NOW - 9) }),
    view('Three', { query: other }),
  ];
  const [banner, ...others] = refusedLogins(views, [b, { ...a, refusedAt: NOW }]);
  expect(others).toEqual([]);
  expect(banner).toMatchObject({ login: { name: 'Agency key' }, since: NOW - 9 });
  expect(banner.queries.map(({ name }) => name)).toEqual(['One', 'Two']);
});

test('a refused key of which no query here reads is no banner', () => {
  expect(refusedLogins([view('One')], [a, { ...b, refusedAt: NOW }])).toEqual([]);
});

test('what failed for a key is all that reads with it while it is refused, then what has not been refreshed since', () => {
  const failed = { ...complete(NOW), problem: problem('key-refused') };
  const views = [view('One', { state: failed }), view('Two', { state: complete(NOW) })];
  const names = (refusedAt: number | null) => failedFor({ ...a, refusedAt }, views).map(({ name }) => name);
  expect(names(NOW)).toEqual(['One', 'Two']);
  expect(names(null)).toEqual(['One']);
});
