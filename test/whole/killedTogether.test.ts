import { tenTables, together } from '../../workbench/faults/kill/together';
import { newGround } from './ground';

const ground = newGround();

jest.setTimeout(300_000);

// Ten queries, in every way: `npm run faults -- --only kill`.
test('a refresh of several queries can be ended at every call that does something: every table is the old or the new one', async () => {
  const queries = await tenTables(ground, 3);
  const { ends, faults } = await together(ground, queries, [{ end: 'before' }]);
  expect(faults).toEqual([]);
  expect(ends).toBeGreaterThan(30);
});
