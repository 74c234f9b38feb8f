import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { packagesIn } from './notices.mjs';
import { root } from './paths.mjs';

const source = join(root, 'src/sidebar');

/** The script and the style of the sidebar, and the packages in them. */
export async function bundleSidebar() {
  const [script, style] = await Promise.all([bundled('index.tsx', 'js'), bundled('style/index.css', 'css')]);
  return {
    script: script.text,
    style: style.text,
    packages: [...script.packages, ...style.packages],
  };
}

/**
 * The sidebar as one minified HTML text, with the notices of the libraries in it and in the code beside it. `HtmlService`
 * serves one file; it strips what looks like a comment inside template literals and reads `<?` as a scriptlet, so neither
 * may be in it.
 */
export function pageOf({ script, style }, notices) {
  const page = readFileSync(join(source, 'page.html'), 'utf8');
  const html = page
    .replace(/>\s+</g, '><')
    .trim()
    .replace('/*style*/', () => style.replace(/<\/(style)/gi, '<\\/$1'))
    .replace('/*script*/', () => inlined(script))
    .replace('/*notices*/', () => notices.replace(/<\/(script)/gi, '<\\/$1'));
  if (html.includes('<?')) throw new Error('The sidebar holds "<?", which HtmlService reads as a scriptlet');
  return html;
}

/** The script inside HTML. Without template literals a backtick stands in texts and expressions only, where it can be escaped. */
function inlined(script) {
  return script
    .replace(/<\/(script)/gi, '<\\/$1')
    .replace(/<!--/g, '<\\!--')
    .replace(/`/g, '\\x60');
}

async function bundled(entry, kind) {
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
