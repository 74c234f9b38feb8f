import { recordKey } from '../../src/rows/rowKey';
import { cells, entry, shape, table } from './books';

const ann = { userId: 'u1', userName: 'Ann' };
const bob = { userId: 'u2', userName: 'Bob' };
const records = () => [
  entry({ ...ann, id: 'a', clientId: 'c1', clientName: 'Acme' }),
  entry({ ...bob, id: 'b', clientId: 'c1', clientName: 'Acme', seconds: 60 }),
  entry({ ...bob, id: 'c', clientId: 'c2', clientName: 'Beta', seconds: 120 }),
];

test('a row of one record has the key of its record, in whatever order and beside whatever columns', () => {
  const keys = ['a', 'b', 'c'].map((id) => recordKey(0, id));
  const plain = table(shape({ fields: ['duration'], grain: 'each' }), records());
  const longest = shape({ fields: ['user', 'duration'], grain: 'each', sort: [['duration', 'asc']] });
  expect([...plain.keys].sort()).toEqual(keys);
  expect(table(longest, records()).keys).toEqual([keys[1], keys[2], keys[0]]);
});

test('a group has the key of what it is told apart by, whatever the order of the columns and the metrics', () => {
  const one = table(shape({ fields: ['client', 'user', 'hours'] }), records());
  const other = table(shape({ fields: ['entries', 'user', 'client'] }), records());
  expect(new Set(one.keys).size).toBe(3);
  expect([...other.keys].sort()).toEqual([...one.keys].sort());
});

test('each line of cells has one, those of totals and beyond a limit none', () => {
  const shaped = shape({
    fields: ['client', 'user', 'hours'],
    sort: [['hours', 'desc']],
    limit: 2,
    totals: true,
    subtotals: 'client',
  });
  const { keys } = table(shaped, records());
  expect(keys.map((key) => key !== '')).toEqual(
    cells(shaped, records()).map(([client]) => !/otal/.test(`${client}`)),
  );
});
