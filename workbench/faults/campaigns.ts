import { interleavings } from './interleavings';
import { kill } from './kill';

/** All campaigns, by the names under which `faults.json` has their figures. */
export const campaigns = { kill, interleavings };
