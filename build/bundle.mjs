import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { calledByGoogle, calledBySidebar, stubs } from './entryPoints.mjs';
import { makeFresh } from './fresh.mjs';
import { noticesOf, packagesIn } from './notices.mjs';
import { cache, dist, root } from './paths.mjs';
import { put } from './put.mjs';
import { bundleSidebar, pageOf } from './sidebar.mjs';

/** The names that `src/main.ts` exports and those of its table of endpoints. The bundle touches nothing when it is evaluated. */
function namesIn(code) {
  const context = createContext({});
  runInContext(code, context);
  const { sidebar, ...exported } = context.addon;
  return { byGoogle: Object.keys(exported), bySidebar: Object.keys(sidebar) };
}

function assertSame(what, found, listed) {
  const [own, expected] = [found, listed].map((names) => [...names].sort().join());
  if (own !== expected) throw new Error(`${what} has [${own}] but build/entryPoints.mjs lists [${expected}]`);
}

/**
 * Builds `dist/`: exactly the files that clasp pushes. Fails when the script's functions and the lists of entry points differ. Returns the
 * notices of the libraries in it.
 */
export async function buildAddon() {
  const [code, sidebar] = await Promise.all([bundleCode(), bundleSidebar()]);
  const packages = [...code.packages, ...sidebar.packages];
  const notices = noticesOf(packages);
  const files = {
    'Code.js': `${code.text}\n`,
    'Sidebar.html': pageOf(sidebar, notices),
    'appsscript.json': readFileSync(join(root, 'appsscript.json')),
  };
  for (const [name, content] of Object.entries(files)) put(join(dist, name), content);
  for (const name of readdirSync(dist))
    if (!(name in files || name.endsWith('.new'))) rmSync(join(dist, name), { recursive: true, force: true });
  return notices;
}

/**
 * The script of the add-on: its libraries named, its code, and a stub for each entry point. It is parsed at every execution, so
 * it goes without indentation and comments, and with short names. Lines stay short for whoever reads a stack trace, and a map that says
 * which line and name of the sources is meant, which Apps Script has no use for, is left in .cache.
 */
async function bundleCode() {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(root, 'src/main.ts')],
    absWorkingDir: root,
    bundle: true,
    format: 'iife',
    globalName: 'addon',
    target: 'es2019',
    minifyIdentifiers: true,
    minifySyntax: true,
    minifyWhitespace: true,
    lineLimit: 120,
    outfile: join(dist, 'Code.js'),
    sourcemap: 'external',
    sourcesContent: false,
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  const packages = packagesIn(metafile);
  const holds = packages.map(({ name, version, license }) => `${name} ${version} (${license})`).join(', ');
  const notice = `// Clocktable, with ${holds}: Sidebar.html has their licences' texts.`;
  const [map, script] = outputFiles;
  const code = script.text.trimEnd();
  put(join(root, '.cache/Code.js.map'), map.contents);
  const { byGoogle, bySidebar } = namesIn(code);
  assertSame('src/main.ts', byGoogle, calledByGoogle);
  assertSame('src/endpoints.ts', bySidebar, calledBySidebar);
  return { text: [code, notice, ...stubs()].join('\n'), packages };
}

/** Builds `dist/` unless it is as its sources would make it. */
export function refreshAddon() {
  return makeFresh('addon', ['src', 'appsscript.json'], async () => {
    await buildAddon();
    return readdirSync(dist).map((name) => join(dist, name));
  });
}

/** Bundles parts of the workbench, those that changed: Node 20 runs no TypeScript, and a worker can't be handed any. */
export async function refreshWorkbench(...entries) {
  await Promise.all(
    entries.map((entry) => makeFresh(entry, ['src', 'workbench'], () => bundleWorkbench(entry))),
  );
}

async function bundleWorkbench(entry) {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'workbench', entry)],
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
  return outputFiles.map(({ path }) => path);
}
