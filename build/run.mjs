import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildAddon, buildWorkbench, cache, root } from './bundle.mjs';
import { buildPage } from './page.mjs';

/** `node build/run.mjs NAME …`: builds the add-on and the workbench, then runs the workbench command NAME. */
const [name, ...words] = process.argv.slice(2);
await buildAddon();
await buildWorkbench(`${name}.ts`, 'gas/worker.ts', 'clockify/server.ts');
if (name === 'start' || name === 'bench') await buildPage();
process.env.CLOCKTABLE_ROOT ??= root;
const { main } = await import(pathToFileURL(join(cache, `${name}.mjs`)).href);
process.exitCode = await main(words);
