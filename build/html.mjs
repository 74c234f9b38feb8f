import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { packagesIn } from './notices.mjs';
import { root } from './paths.mjs';

/** The script and the style of a page of the script's, whose sources are in a folder, and the packages in them. */
export async function bundleHtml({ source, style }) {
  const [script, css] = await Promise.all([
    bundled(join(root, source), 'index.tsx', 'js'),
    bundled(join(root, source), style, 'css'),
  ]);
  return { script: script.text, style: css.text, packages: [...script.packages, ...css.packages] };
}

/**
 * A page as one minified HTML text, with the notices of the libraries in it and in the code beside it. `HtmlService`
 * serves one file; it strips what looks like a comment inside template literals and reads `<?` as a scriptlet, so neither
 * may be in it.
 */
export function htmlOf({ source }, { script, style }, notices) {
  const page = readFileSync(join(root, source, 'page.html'), 'utf8');
  const html = page
    .replace(/>\s+</g, '><')
    .trim()
    .replace('/*style*/', () => style.replace(/<\/(style)/gi, '<\\/$1'))
    .replace('/*script*/', () => inlined(script))
    .replace('/*notices*/', () => notices.replace(/<\/(script)/gi, '<\\/$1'));
  if (html.includes('<?')) throw new Error('The page holds "<?", which HtmlService reads as a scriptlet');
  return html;
}

/** The script inside HTML. Without template literals a backtick stands in texts and expressions only, where it can be escaped. */
function inlined(script) {
  return script
    .replace(/<\/(script)/gi, '<\\/$1')
    .replace(/<!--/g, '<\\!--')
    .replace(/`/g, '\\x60');
}

async function bundled(source, entry, kind) {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(source, entry)],
    absWorkingDir: root,
    outdir: source,
    bundle: true,
    minify: true,
    format: kind === 'js' ? 'iife' : undefined,
    target: kind === 'js' ? 'es2020' : 'es2022',
    supported: { 'template-literal': false },
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'process.env.NODE_ENV': '"production"' },
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  return { text: outputFiles[0].text.trim(), packages: packagesIn(metafile) };
}
