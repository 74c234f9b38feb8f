import type { Query } from '../../src/query/query';
import { newGround } from './ground';

const ground = newGround();

const wish = {
  accounts: ['Quirks'],
  days: ['2026-06-01', '2026-06-02'] as [string, string],
  columns: ['project', 'hours'],
};

/** A filter for one project by its id. */
const only = (id: string, name: string) => ({
  filters: [{ field: 'project', op: 'is' as const, values: [{ id, name }] }],
});

/** The query as it is stored, with its place, changed. */
async function edited(query: Query, change: Partial<Query>): Promise<Query> {
  const { query: stored } = await ground.view(query);
  return ground.session.saveQuery({ ...(stored as Query), ...change });
}

test('a filter by something that is gone is told, and the old table stands', async () => {
  const query = await ground.fill(wish);
  const before = (await ground.table(query)).values;
  const changed = await edited(query, only('64b000000000000000000000', 'Old site'));
  const problem = await ground.refusal(changed);
  expect(problem).toMatchObject({
    code: 'value-gone',
    title: 'A filter on Project asks for Old site, which is no longer in Quirks.',
  });
  expect((await ground.table(query)).values).toEqual(before);
});

test('a filter by something that is there and has no time gives a table without rows', async () => {
  const query = await ground.fill(wish);
  const { values } = await ground.session.call<{ values: { id: string; name: string }[] }>('listValues', {
    accounts: query.accounts.map(({ login, workspace }) => ({ login, workspace })),
    kind: 'project',
  });
  const used = new Set((await ground.table(query)).values.map(([project]) => project));
  const unused = values.find(({ name }) => !used.has(name));
  const changed = await edited(query, only(unused?.id ?? '', unused?.name ?? ''));
  await ground.refresh(changed);
  expect((await ground.table(changed)).values).toHaveLength(1);
});
