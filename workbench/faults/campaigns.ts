import { api } from './api';
import { interleavings } from './interleavings';
import { kill } from './kill';
import { million } from './million';

/** All campaigns, by the names under which `faults.json` has their figures. */
export const campaigns = { kill, api, interleavings, million };
