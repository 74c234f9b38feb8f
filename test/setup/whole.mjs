import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { refreshAddon, refreshWorkbench } from '../../build/bundle.mjs';
import { root } from '../../build/paths.mjs';
import unit from './unit.mjs';

/** Builds the add-on and the two parts of the workbench that are threads or processes of their own. */
export default async function setup() {
  unit();
  process.env.CLOCKTABLE_ROOT = root;
  // What the tests of the whole send to Clockify is kept for `npm run contract`.
  process.env.DEMO_REQUEST_LOG = join(root, '.cache/requests.jsonl');
  rmSync(process.env.DEMO_REQUEST_LOG, { force: true });
  await refreshAddon();
  await refreshWorkbench('gas/worker.ts', 'clockify/server.ts');
}
