import type { LoginView } from '../../src/logins/manage';
import type { Query } from '../../src/query/query';
import { asked, type Question } from './answers';
import { newGround, type Wish } from './ground';

const ground = newGround();

/** A month of two pages. */
const JUNE: [from: string, to: string] = ['2026-06-01', '2026-06-30'];
const wish: Wish = { accounts: ['Lumen & Loom'], days: JUNE };

/** Five questions about one month, of which the first needs all that the others need. */
const FIVE: Question[] = [
  { ...wish, name: 'Entries', more: { grain: 'each' } },
  { ...wish, name: 'Tasks', columns: ['client', 'project', 'task', 'hours', 'entries'] },
  { ...wish, name: 'People', columns: ['user', 'days', 'hours-per-day'] },
  { ...wish, name: 'Second week', days: ['2026-06-08', '2026-06-14'], columns: ['description', 'hours'] },
  {
    ...wish,
    name: 'Tags',
    columns: ['tags', 'entries', 'hours'],
    more: { filters: [{ field: 'billable', op: 'is', values: [true] }] },
  },
];

async function saved(questions: Question[], login: LoginView): Promise<Query[]> {
  const queries: Query[] = [];
  for (const question of questions) queries.push(await ground.session.saveQuery(asked(question, login)));
  return queries;
}

async function valuesOf(queries: Query[]) {
  const tables: unknown[] = [];
  for (const query of queries) tables.push((await ground.table(query)).values);
  return tables;
}

test('five queries over one month cost the requests of one, and have the tables that each has alone', async () => {
  const queries = await saved(FIVE, await ground.login());
  await ground.asked();
  await ground.refresh(queries[0]);
  const alone = await ground.asked();
  const together = await ground.session.refreshTogether(queries.map(({ id }) => id));
  expect(together.queries.map(({ state }) => state)).toEqual(FIVE.map(() => 'done'));
  expect(await ground.asked()).toEqual(alone);
  expect(together.requests).toBe(alone.length);
  const shared = await valuesOf(queries);
  for (const query of queries.slice(1)) await ground.refresh(query);
  expect(shared).toEqual(await valuesOf(queries));
});

test('a list that fails fails only the queries that need it', async () => {
  const elsewhere: Question = { name: 'Elsewhere', accounts: ['Harbour Works'], days: JUNE };
  const both: Question = { ...elsewhere, name: 'Both', accounts: ['Lumen & Loom', 'Harbour Works'] };
  const queries = await saved([FIVE[1], elsewhere, both, FIVE[2]], await ground.login());
  await ground.session.refreshTogether(queries.map(({ id }) => id));
  const before = await valuesOf(queries);
  await ground.fault({
    path: '/reports/',
    workspace: 'Harbour Works',
    fault: { kind: 'status', status: 403 },
  });
  const { queries: ended } = await ground.session.refreshTogether(queries.map(({ id }) => id));
  expect(ended.map(({ query, state }) => [query.name, state])).toEqual([
    ['Tasks', 'done'],
    ['Elsewhere', 'failed'],
    ['Both', 'failed'],
    ['People', 'done'],
  ]);
  expect(ended[1].problem).toMatchObject({ code: 'forbidden', scope: { workspace: 'Harbour Works' } });
  expect(await valuesOf(queries)).toEqual(before);
});

test('a query that can’t be refreshed at all leaves the others alone', async () => {
  const login = await ground.login();
  const queries = await saved([FIVE[1], FIVE[2]], login);
  await ground.session.call('deleteQuery', { query: queries[0].id });
  const { queries: ended } = await ground.session.refreshTogether(queries.map(({ id }) => id));
  expect(ended.map(({ state }) => state).sort()).toEqual(['done', 'failed']);
  expect((await ground.view(queries[1])).state.complete).not.toBeNull();
});

test('queries through two zones share nothing, and each has its own days', async () => {
  const zones = ['Asia/Kathmandu', 'America/New_York'];
  const questions = zones.map((zone) => ({ ...wish, name: zone, zone, columns: ['date', 'entries'] }));
  const queries = await saved(questions, await ground.login());
  await ground.session.refreshTogether(queries.map(({ id }) => id));
  const together = await valuesOf(queries);
  for (const query of queries) await ground.refresh(query);
  expect(together).toEqual(await valuesOf(queries));
  expect(together[0]).not.toEqual(together[1]);
});
