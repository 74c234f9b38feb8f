/** What the script in a sidebar's frame has to know. */
export interface FrameSettings {
  /** Origin of the page around the frame: messages go to no other. */
  readonly page: string;
  /** Milliseconds that the workbench's clock is ahead of the machine's. */
  readonly ahead: number;
  /** The functions that the script has. */
  readonly functions: readonly string[];
}

/** The HTML that a sidebar's frame loads: what the script showed, with `google.script` before all else. */
export function sidebarPage(content: string, shim: string, settings: FrameSettings): string {
  const script = `<script>{ const frameSettings = ${JSON.stringify(settings)}; ${shim} }</script>`;
  const head = /<head[^>]*>/i.exec(content);
  if (!head) return script + content;
  const at = head.index + head[0].length;
  return content.slice(0, at) + script + content.slice(at);
}

/** The functions at the top level of a bundle: those that a page can name. */
export function functionsOf(code: string): string[] {
  return [...code.matchAll(/^function (\w+)\s*\(/gm)].map(([, name]) => name);
}
