import { testEachChange } from './changes';
import { FAILURES, failEverywhere } from './killing';

testEachChange(
  'can have every call fail, before, in the middle of and after it took effect',
  async (ground, prepare) => {
    const { ends, faults } = await failEverywhere(ground, await prepare(), 'every change', ...FAILURES);
    expect(faults).toEqual([]);
    expect(ends).toBeGreaterThan(20);
  },
);
