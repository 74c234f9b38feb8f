import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { entryPoints } from './entryPoints.mjs';
import { put } from './put.mjs';
import { buildSidebar } from './sidebar.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const dist = join(root, 'dist');
/** Where the workbench's own bundles go: generated, git-ignored, never pushed. */
export const cache = join(root, '.cache', 'workbench');

/** The names that `src/main.ts` exports, as esbuild sees them. */
async function exportedNames() {
  const { metafile } = await build({
    entryPoints: [join(root, 'src/main.ts')],
    bundle: true,
    format: 'esm',
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  return Object.values(metafile.outputs)[0].exports.toSorted?.() ?? [];
}

/** Builds `dist/`: exactly the files that clasp pushes. Fails when `src/main.ts` and the list of entry points differ. */
export async function buildAddon() {
  const exported = await exportedNames();
  const listed = [...entryPoints].sort();
  if (exported.join() !== listed.join()) {
    throw new Error(`src/main.ts exports [${exported}] but build/entryPoints.mjs lists [${listed}]`);
  }
  const { outputFiles } = await build({
    entryPoints: [join(root, 'src/main.ts')],
    bundle: true,
    format: 'iife',
    globalName: 'addon',
    target: 'es2019',
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    logLevel: 'error',
  });
  const stubs = entryPoints.map(
    (name) => `function ${name}() { return addon.${name}.apply(this, arguments); }`,
  );
  const files = {
    'Code.js': `${outputFiles[0].text}\n${stubs.join('\n')}\n`,
    'Sidebar.html': await buildSidebar(),
    'appsscript.json': readFileSync(join(root, 'appsscript.json')),
  };
  for (const [name, content] of Object.entries(files)) put(join(dist, name), content);
  for (const name of readdirSync(dist))
    if (!(name in files || name.endsWith('.new'))) rmSync(join(dist, name), { recursive: true, force: true });
}

/** Bundles the workbench: Node 20 runs no TypeScript, and a worker can't be handed any. */
export async function buildWorkbench(...entries) {
  const { outputFiles } = await build({
    entryPoints: entries.map((entry) => join(root, 'workbench', entry)),
    outdir: cache,
    outbase: join(root, 'workbench'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    packages: 'external',
    write: false,
    logLevel: 'error',
  });
  for (const { path, contents } of outputFiles) put(path, contents);
}
