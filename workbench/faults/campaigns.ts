import { api } from './api';
import { endurance } from './endurance';
import { interleavings } from './interleavings';
import { kill } from './kill';
import { million } from './million';
import { platform } from './platform';

/** All campaigns, by the names under which `faults.json` has their figures. */
export const campaigns = { kill, api, platform, interleavings, endurance, million };
