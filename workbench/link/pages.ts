import type { Served } from './webApp';

/** What the script in the frame has to know. */
export interface LinkFrameSettings {
  /** Origin of the page around the frame: messages go to no other. */
  readonly page: string;
  /** The functions that the script has. */
  readonly functions: readonly string[];
}

/** What Google lets a script's page do in its frame. */
const SANDBOX = [
  'allow-same-origin',
  'allow-forms',
  'allow-scripts',
  'allow-popups',
  'allow-downloads',
  'allow-modals',
  'allow-popups-to-escape-sandbox',
].join(' ');

/** The page that a browser opens: its address has the fragment, and all it shows is the frame. */
export function aroundPage({ title, meta }: Served, source: string, token: string): string {
  const metas = Object.entries(meta).map(
    ([name, content]) => `<meta name="${escaped(name)}" content="${escaped(content)}">`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title>${metas.join('')}
<style>html,body{block-size:100%;margin:0}iframe{block-size:100%;border:0;display:block;inline-size:100%}</style></head>
<body><iframe title="${escaped(title)}" sandbox="${SANDBOX}" src="${escaped(source)}"></iframe>
<script src="/around.js" data-token="${escaped(token)}"></script></body></html>`;
}

/** The script's own page, with `google.script` before all else. */
export function framePage(content: string, shim: string, settings: LinkFrameSettings): string {
  const script = `<script>{ const linkSettings = ${JSON.stringify(settings)}; ${shim} }</script>`;
  const head = /<head[^>]*>/i.exec(content);
  const at = head ? head.index + head[0].length : 0;
  return content.slice(0, at) + script + content.slice(at);
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
