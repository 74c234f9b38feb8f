import type { Overview } from '../../src/actions/overview';
import type { Query } from '../../src/query/query';
import { newGround, problemIn, queryOf, told, type Wish } from './ground';

const ground = newGround();

const wish: Wish = { name: 'Hours', accounts: ['Quirks'], days: ['2026-06-01', '2026-06-02'] };
const overview = (user?: string) => ground.session.call<Overview>('loadOverview', {}, { user });

test('a second query of one name gets a number, and keeps it when it is saved again', async () => {
  await ground.query(wish);
  const second = await ground.query(wish);
  expect(second.name).toBe('Hours 2');
  expect((await ground.session.saveQuery(second)).name).toBe('Hours 2');
  expect((await ground.query({ ...wish, name: 'x'.repeat(100) })).name).toHaveLength(100);
  expect((await ground.query({ ...wish, name: 'x'.repeat(100) })).name).toBe(`${'x'.repeat(98)} 2`);
});

test('the accounts that a person chose last are remembered for them, and for nobody else', async () => {
  expect((await overview()).lastAccounts).toEqual([]);
  const { accounts } = await ground.query(wish);
  const [{ login, workspace }] = accounts;
  expect((await overview()).lastAccounts).toEqual([{ login, workspace }]);
  await ground.open();
  expect((await overview('user-2')).lastAccounts).toEqual([]);
});

test('accounts that a person’s logins no longer see are not suggested', async () => {
  const { accounts } = await ground.query(wish);
  await ground.session.call('deleteLogin', { login: accounts[0].login });
  expect((await overview()).lastAccounts).toEqual([]);
});

test('accounts are saved by the names that one’s own login knows', async () => {
  const login = await ground.login();
  const query = queryOf(wish, login);
  const renamed = (query.accounts as Query['accounts']).map((account) => ({ ...account, name: 'Acme' }));
  expect((await ground.session.saveQuery({ ...query, accounts: renamed })).accounts[0].name).toBe('Quirks');
});

test('a query that can’t be saved says which part of it and why', async () => {
  const login = await ground.login();
  const query = queryOf({ ...wish, days: ['0001-01-01', '2026-06-02'] }, login);
  expect(told(await problemIn(() => ground.session.saveQuery(query)))).toEqual({
    code: 'query-damaged',
    title: "Hours can't be saved (period.from: only days from 1970 to 2199 can be asked for).",
    remedy: 'Change that part and save again. Nothing was saved.',
  });
});

test('Clockify is not asked while the spreadsheet is locked', async () => {
  const login = await ground.login();
  const { platform } = ground.session;
  const store = platform.properties('user user-1');
  for (const name of store.keys()) if (name.startsWith('workspace.')) store.delete(name);
  const calls: string[] = [];
  const onCall = ({ name }: { name: string }) => void calls.push(name);
  await ground.session.call('saveQuery', { query: queryOf(wish, login) }, { onCall });
  const asked = calls.findIndex((name) => name.startsWith('UrlFetchApp'));
  expect(asked).toBeGreaterThan(-1);
  expect(asked).toBeLessThan(calls.indexOf('LockService.getDocumentLock'));
  expect(calls.lastIndexOf('UrlFetchApp.fetchAll')).toBeLessThan(
    calls.indexOf('LockService.getDocumentLock'),
  );
});

test.each([
  ['script.external_request', 'Connect to an external service'],
  ['spreadsheets.currentonly', 'View and manage spreadsheets that this application has been installed in'],
])('without the permission %s it is named in Google’s words', async (scope, name) => {
  const login = await ground.login();
  const { platform } = ground.session;
  platform.grant(
    'user-1',
    platform.scopes.filter((given) => !given.endsWith(scope)),
  );
  const entry = scope.startsWith('spread') ? 'loadOverview' : 'readWorkspaces';
  const problem = await problemIn(() => ground.session.call(entry, { login: login.id }));
  expect(told(problem)).toEqual({
    code: 'permission-missing',
    title: `The add-on lacks the permission “${name}”. Nothing was changed.`,
    remedy: 'Open it again from the Extensions menu and allow all of its permissions.',
  });
});
