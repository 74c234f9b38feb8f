import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { cache, root } from './bundle.mjs';
import { put } from './put.mjs';

const source = join(root, 'workbench/page');
const out = join(cache, 'page');

/**
 * Bundles the page's client and the script of the sidebar's frame. The grid is ten megabytes, so this is done again only
 * when something that goes into it changed.
 */
export async function buildPage() {
  const stamp = join(out, 'stamp');
  const wanted = contentOf();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const { outputFiles } = await build({
    entryPoints: { app: join(source, 'client/index.tsx'), frame: join(source, 'frame/index.ts') },
    outdir: out,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.woff2': 'dataurl', '.ttf': 'dataurl', '.svg': 'text' },
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    logLevel: 'error',
  });
  for (const { path, contents } of outputFiles) put(path, contents);
  put(join(out, 'index.html'), readFileSync(join(source, 'client/index.html')));
  put(stamp, wanted);
}

/** A name for all that the bundle is made of: the sources, and the lock file for what they import. */
function contentOf() {
  const hash = createHash('sha256');
  const folders = [source, join(root, 'workbench/gas')];
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true })
      .filter((name) => /\.(tsx?|css|html)$/.test(name))
      .map((name) => join(folder, name)),
  );
  for (const file of [...files.sort(), join(root, 'package-lock.json'), join(root, 'build/page.mjs')])
    hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest('hex');
}
