import { cells, entry, namesOf, shape } from './books';

const ann = { userId: 'u1', userName: 'Ann' };
const bob = { userId: 'u2', userName: 'Bob' };

test('groups are in the order of their dimensions, what is empty last, with the sums of their records', () => {
  const records = [
    entry({ ...bob, clientId: 'c1', clientName: 'zeta' }),
    entry({ ...ann, clientId: null, clientName: null }),
    entry({ ...ann, clientId: 'c2', clientName: 'Alpha', seconds: 1800 }),
    entry({ ...bob, clientId: 'c1', clientName: 'zeta' }),
  ];
  expect(cells(shape({ fields: ['client', 'user', 'hours', 'entries'] }), records)).toEqual([
    ['Alpha', 'Ann', 0.5, 1],
    ['zeta', 'Bob', 2, 2],
    ['', 'Ann', 1, 1],
  ]);
});

test('a condition on names that are looked up waits for them, and tells no rows apart', () => {
  const tagged = (...ids: string[]) => entry({ tagIds: ids, tagNames: ids });
  const shaped = shape({
    fields: ['user', 'hours'],
    filters: [{ field: 'tags', op: 'contains', values: ['call'] }],
  });
  // The dataset knows no names where both lists are one.
  const same = (record: ReturnType<typeof entry>) => ({ ...record, tagNames: record.tagIds });
  const names = namesOf('tags', { t1: 'Call', t2: 'Phone CALLS', t3: 'Other' });
  expect(
    cells(shaped, [tagged('t1'), tagged('t2', 't3'), tagged('t3'), tagged()].map(same), { names }),
  ).toEqual([['Ann', 2]]);
});
