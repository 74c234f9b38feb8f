import { testEachChange } from './changes';
import { ENDINGS, endEverywhere } from './killing';

testEachChange(
  'can be ended before and in the middle of every call, whatever becomes of unflushed writes',
  async (ground, prepare) => {
    const { ends, faults } = await endEverywhere(ground, await prepare(), 'every change', ...ENDINGS);
    expect(faults).toEqual([]);
    expect(ends).toBeGreaterThan(30);
  },
);
