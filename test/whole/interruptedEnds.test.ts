import { CHANGES } from '../../workbench/faults/changes';
import { ENDINGS } from '../../workbench/faults/interrupt';
import { endEverywhere } from '../../workbench/faults/sweep';
import { newGround } from './ground';

const ground = newGround();

/** Hundreds of executions: a machine that is busy with other things takes its time for them. */
jest.setTimeout(600_000);

// Every other way in which a table changes: `npm run faults -- --only kill`.
test.each([
  'first gets a tab of its own',
  'gets fewer columns and more rows, around cells of others in the corner',
] as const)(
  'a refresh whose table %s can be ended before and in the middle of every call, whatever becomes of unflushed writes',
  async (change) => {
    const query = await CHANGES[change](ground);
    const { ends, faults } = await endEverywhere(ground, query, 'every change', ...ENDINGS);
    expect(faults).toEqual([]);
    expect(ends).toBeGreaterThan(30);
  },
);
