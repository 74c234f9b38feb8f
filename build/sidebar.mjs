import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const source = join(dirname(dirname(fileURLToPath(import.meta.url))), 'src/sidebar');

/** Libraries of Zag's that bring far more than a list in a sidebar needs: 35 KB. */
const standIns = {
  '@zag-js/focus-visible': join(source, 'zag/focusVisible.ts'),
  '@zag-js/live-region': join(source, 'zag/liveRegion.ts'),
  '@zag-js/popper': join(source, 'zag/popper.ts'),
  'preact/compat': join(source, 'zag/compat.ts'),
};

/**
 * The sidebar as one minified HTML text. `HtmlService` serves one file; it strips what looks like a comment inside template
 * literals and reads `<?` as a scriptlet, so neither may be in it.
 */
export async function buildSidebar() {
  const [script, style] = await Promise.all([bundled('index.tsx', 'js'), bundled('style/index.css', 'css')]);
  const page = readFileSync(join(source, 'page.html'), 'utf8');
  const html = page
    .replace(/>\s+</g, '><')
    .trim()
    .replace('/*style*/', () => style.replace(/<\/(style)/gi, '<\\/$1'))
    .replace('/*script*/', () => inlined(script));
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
  const { outputFiles } = await build({
    entryPoints: [join(source, entry)],
    bundle: true,
    minify: true,
    format: kind === 'js' ? 'iife' : undefined,
    target: kind === 'js' ? 'es2020' : 'es2022',
    alias: standIns,
    supported: { 'template-literal': false },
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'process.env.NODE_ENV': '"production"' },
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0].text.trim();
}
