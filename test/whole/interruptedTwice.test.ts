import { chances } from '../../workbench/faults/baton';
import { CHANGES } from '../../workbench/faults/changes';
import { interruptTwice } from '../../workbench/faults/sweep';
import { newGround } from './ground';

const ground = newGround();

jest.setTimeout(600_000);

test.each(['is first placed at a cell', 'gets more columns and fewer rows'] as const)(
  'a refresh whose table %s can be interrupted twice running, anywhere',
  async (change) => {
    expect(await interruptTwice(ground, await CHANGES[change](ground), chances(1), 12)).toEqual([]);
  },
);
