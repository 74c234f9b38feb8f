import { addedUp, type Control, differing, statedIn, sumsOf } from '../../src/datasets/control';

const cents: Control<{ cents: number }> = {
  name: 'cents',
  of: (record) => record.cents,
  stated: (body) => (body as { total?: number }).total ?? null,
  title: 'cents',
  describe: String,
};

test('a list states what it does, and nothing where it states nothing', () => {
  expect(statedIn([cents], { total: 5 })).toEqual({ cents: 5 });
  expect(statedIn([cents], {})).toEqual({});
});

test('sums of pages are the sum of all their records', () => {
  const [a, b] = [[{ cents: 1 }, { cents: 2 }], [{ cents: 4 }]];
  expect(addedUp(sumsOf([cents], a), sumsOf([cents], b))).toEqual(sumsOf([cents], [...a, ...b]));
});

test('sums differ where both are known and not alike', () => {
  expect(differing({ cents: 5, seconds: 1 }, { cents: 6 })).toBe('cents');
  expect(differing({ cents: 5 }, { cents: 5.2 })).toBeNull();
  expect(differing({ cents: 5 }, { seconds: 6 })).toBeNull();
});
