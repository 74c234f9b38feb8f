import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildAddon, buildWorkbench, root } from '../build/bundle.mjs';
import { buildPage } from '../build/page.mjs';

/** Builds what the tests run: the add-on and the two parts of the workbench that are threads or processes of their own. */
export default async function setup() {
  // A script's own zone is that of its process; the manifest says which. Pure tests run again in another.
  process.env.TZ = process.env.TEST_ZONE ?? 'Etc/UTC';
  process.env.CLOCKTABLE_ROOT = root;
  // What the tests of the whole send to Clockify is kept for `npm run contract`. The second run sends nothing.
  if (process.env.TEST_ZONE === undefined) {
    process.env.DEMO_REQUEST_LOG = join(root, '.cache/requests.jsonl');
    rmSync(process.env.DEMO_REQUEST_LOG, { force: true });
  }
  await buildAddon();
  await buildWorkbench('gas/worker.ts', 'clockify/server.ts');
  await buildPage();
}
