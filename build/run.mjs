import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { refreshAddon, refreshWorkbench } from './bundle.mjs';
import { refreshPage } from './page.mjs';
import { cache, root } from './paths.mjs';

/** `node build/run.mjs NAME …`: builds the add-on and the workbench, then runs the workbench command NAME. */
const [name, ...words] = process.argv.slice(2);
await refreshAddon();
await refreshWorkbench(`${name}.ts`, 'gas/worker.ts', 'clockify/server.ts');
if (name === 'start' || name === 'bench') await refreshPage();
process.env.CLOCKTABLE_ROOT ??= root;
const { main } = await import(pathToFileURL(join(cache, `${name}.mjs`)).href);
process.exitCode = await main(words);
