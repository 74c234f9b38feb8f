import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { makeFresh } from './fresh.mjs';
import { noticesOf, packagesIn } from './notices.mjs';
import { cache, root } from './paths.mjs';
import { put } from './put.mjs';

const source = join(root, 'workbench/page');
const linkFrame = join(root, 'workbench/link/frame');
const out = join(cache, 'page');
/** The add-on's own, as its listing shows it. */
const icon = 'docs/pictures/listing/icon.svg';

/** Bundles the page's client and the scripts of the frames, of the sidebar and of the link's page, when something that goes into them changed: ten megabytes. */
export function refreshPage() {
  return makeFresh('page', ['workbench', icon], bundlePage);
}

async function bundlePage() {
  const { outputFiles, metafile } = await build({
    entryPoints: {
      app: join(source, 'client/index.tsx'),
      frame: join(source, 'frame/index.ts'),
      link: join(linkFrame, 'index.ts'),
      around: join(linkFrame, 'around.ts'),
    },
    absWorkingDir: root,
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
    banner: { js: '/* The licences of the libraries in here: /client/notices.txt */' },
    legalComments: 'none',
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  const files = [
    ...outputFiles.map(({ path, contents }) => [path, contents]),
    [join(out, 'index.html'), readFileSync(join(source, 'client/index.html'))],
    [join(out, 'icon.svg'), readFileSync(join(root, icon))],
    [join(out, 'notices.txt'), noticesOf(packagesIn(metafile))],
  ];
  for (const [path, content] of files) put(path, content);
  return files.map(([path]) => path);
}
