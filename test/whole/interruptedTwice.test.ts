import { chances } from './baton';
import { testEachChange } from './changes';
import { interruptTwice } from './killing';

testEachChange('can be interrupted twice running, anywhere', async (ground, prepare) => {
  expect(await interruptTwice(ground, await prepare(), chances(1), 12)).toEqual([]);
});
