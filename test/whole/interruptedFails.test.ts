import { CHANGES } from '../../workbench/faults/changes';
import { FAILURES } from '../../workbench/faults/interrupt';
import { failEverywhere } from '../../workbench/faults/sweep';
import { newGround } from './ground';

const ground = newGround();

/** Hundreds of executions: a machine that is busy with other things takes its time for them. */
jest.setTimeout(600_000);

// Every other way in which a table changes: `npm run faults -- --only kill`.
test.each([
  'is first placed at a cell',
  'gets more columns and fewer rows, around cells of others in the corner',
] as const)(
  'a refresh whose table %s can have every call fail, before, in the middle of and after it took effect',
  async (change) => {
    const query = await CHANGES[change](ground);
    const { ends, faults } = await failEverywhere(ground, query, 'every change', ...FAILURES);
    expect(faults).toEqual([]);
    expect(ends).toBeGreaterThan(20);
  },
);
