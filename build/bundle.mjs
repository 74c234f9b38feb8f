import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { editions } from './editions.mjs';
import { makeFresh } from './fresh.mjs';
import { bundleHtml, htmlOf } from './html.mjs';
import { noticesOf, packagesIn } from './notices.mjs';
import { cache, root } from './paths.mjs';
import { put } from './put.mjs';

/** What the bundle's entry exports. It touches nothing when it is evaluated. */
function exportsOf(code, globalName) {
  const context = createContext({});
  runInContext(code, context);
  return context[globalName];
}

function assertSame(what, found, listed) {
  const [own, expected] = [found, listed].map((names) => [...names].sort().join());
  if (own !== expected) throw new Error(`${what} has [${own}] but build/entryPoints.mjs lists [${expected}]`);
}

/**
 * Builds an edition: exactly the files that clasp pushes. Fails when the script's functions and the lists of entry points differ.
 * Returns the paths of the files, and the packages in them.
 */
export async function buildEdition(name) {
  const edition = editions[name];
  const [code, html] = await Promise.all([bundleCode(edition), bundleHtml(edition.page)]);
  const packages = [...code.packages, ...html.packages];
  const files = {
    'Code.js': `${code.text}\n`,
    [edition.page.file]: htmlOf(edition.page, html, noticesOf(packages)),
    'appsscript.json': readFileSync(join(root, edition.manifest)),
  };
  const { folder } = edition;
  for (const [file, content] of Object.entries(files)) put(join(folder, file), content);
  const others = Object.values(editions).map((other) => other.folder);
  for (const entry of readdirSync(folder)) {
    const path = join(folder, entry);
    if (!(entry in files || entry.endsWith('.new') || others.includes(path)))
      rmSync(path, { recursive: true, force: true });
  }
  return { paths: Object.keys(files).map((file) => join(folder, file)), packages };
}

/**
 * The script of an edition: its libraries named, its code, and a stub for each entry point. It is parsed at every execution, so
 * it goes without indentation and comments, and with short names. Lines stay short for whoever reads a stack trace, and a map that says
 * which line and name of the sources is meant, which Apps Script has no use for, is left in .cache.
 */
async function bundleCode({ entry, globalName, folder, map, page, listed, stubs }) {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(root, entry)],
    absWorkingDir: root,
    bundle: true,
    format: 'iife',
    globalName,
    target: 'es2019',
    minifyIdentifiers: true,
    minifySyntax: true,
    minifyWhitespace: true,
    lineLimit: 120,
    outfile: join(folder, 'Code.js'),
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
  const notice = `// Clocktable, with ${holds}: ${page.file} has their licences' texts.`;
  const [sources, script] = outputFiles;
  const code = script.text.trimEnd();
  put(join(root, '.cache', map), sources.contents);
  for (const { what, names, expected } of listed(exportsOf(code, globalName)))
    assertSame(what, names, expected);
  return { text: [code, notice, ...stubs()].join('\n'), packages };
}

/** Builds all editions unless they are as their sources would make them. */
export function refreshAddon() {
  return makeFresh('addon', ['src', 'appsscript.json'], async () => {
    const built = await Promise.all(Object.keys(editions).map(buildEdition));
    return built.flatMap(({ paths }) => paths);
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
