import type { Imported } from '../../src/actions/importQuery';
import type { Query } from '../../src/query/query';
import { newGround, problemIn, queryOf, type Wish } from './ground';

const ground = newGround();

const wish: Wish = { name: 'Hours', accounts: ['Quirks'], columns: ['date', 'duration'] };

const exported = async ({ id }: Pick<Query, 'id'>) =>
  (await ground.session.call<{ json: string }>('exportQuery', { query: id })).json;
const imported = (json: string) => ground.session.call<Imported>('importQuery', { json });

test('a query that is exported and imported gives the same table, in a tab of its own', async () => {
  const login = await ground.login();
  const query = await ground.session.saveQuery({
    ...queryOf(wish, login),
    filters: [{ field: 'billable', op: 'is', values: [true] }],
    sort: [['duration', 'desc']],
    limit: 5,
  });
  await ground.refresh(query);
  const json = await exported(query);
  expect(json).not.toContain(login.id);
  expect(json).not.toContain(query.id);
  await ground.control.clearRequests();
  const { query: draft, problems } = await imported(json);
  expect(problems).toEqual([]);
  expect(await ground.control.requests()).toEqual([]);
  expect(await ground.session.call('listQueries', {})).toHaveLength(1);
  const again = await ground.session.saveQuery(draft);
  expect(again.name).toBe('Hours 2');
  await ground.refresh(again);
  expect((await ground.table(again)).values).toEqual((await ground.table(query)).values);
});

test('somebody else’s query finds the accounts that my login sees, by workspace and by name', async () => {
  const json = await exported(await ground.query(wish));
  await ground.open();
  expect((await imported(json)).problems).toMatchObject([
    {
      code: 'workspace-gone',
      title: 'None of your logins sees the account Quirks, which this query was made for.',
    },
  ]);
  const login = await ground.login();
  const wanted = queryOf(wish, login).accounts;
  expect((await imported(json)).query.accounts).toEqual(wanted);
  const byName = JSON.stringify({ ...JSON.parse(json), accounts: [{ name: ' quirks ' }] });
  expect((await imported(byName)).query.accounts).toEqual(wanted);
});

test('what can’t be a table is named, and nothing of it is left out', async () => {
  const json = await exported(await ground.query(wish));
  const filters = [{ field: 'mood', op: 'is', values: ['good'] }];
  const changed = JSON.stringify({ ...JSON.parse(json), filters, sort: [['mood', 'asc']] });
  const { query, problems } = await imported(changed);
  expect(query.filters).toEqual(filters);
  expect(problems).toMatchObject([
    { code: 'field-unknown', title: 'The report type Time entries has no field "mood".' },
  ]);
  const mixed = [
    { field: 'duration', op: 'gt', values: [8] },
    { field: 'project', op: 'is', values: ['Website'] },
  ];
  const { problems: others } = await imported(
    JSON.stringify({ ...JSON.parse(json), grain: 'grouped', filters: [{ or: mixed }] }),
  );
  expect(others).toHaveLength(1);
});

test('a report that there isn’t is refused', async () => {
  const json = await exported(await ground.query(wish));
  const problem = await problemIn(() => imported(JSON.stringify({ ...JSON.parse(json), report: 'moods' })));
  expect(problem.code).toBe('report-unknown');
});
