import type { Page } from './page';
import { goOn } from './regions';

/** The frame's origin is another than the page's, so that neither reaches into the other; the server holds to it. */
const frameOrigin = `http://localhost:${window.location.port}`;

type FromFrame =
  | { type: 'run'; id: number; functionName: string; args: string }
  | { type: 'close' }
  | { type: 'focus' }
  | { type: 'leave'; back: boolean }
  | { type: 'filled'; done: boolean };

/** Where the frame of a sidebar loads from. */
export function frameAddress(sidebar: string, ahead: number): string {
  return `${frameOrigin}/sidebar/${sidebar}?ahead=${ahead}`;
}

/** Says something to the frame. */
export function tellFrame(frame: HTMLIFrameElement | null, message: object): void {
  frame?.contentWindow?.postMessage(message, frameOrigin);
}

/** Answers what the frame asks of the page; returns a function that ends it. */
export function answerFrame(frame: () => HTMLIFrameElement | null, page: Page): () => void {
  const hear = async ({ source, origin: from, data }: MessageEvent<FromFrame>) => {
    const asking = frame();
    if (!asking || source !== asking.contentWindow || from !== frameOrigin) return;
    if (data.type === 'close') page.set({ sidebar: null });
    else if (data.type === 'focus') page.grid.focus();
    else if (data.type === 'leave') goOn(page, data.back);
    else if (data.type === 'filled') page.filled(data.done);
    else if (data.type === 'run') {
      const { id, functionName, args } = data;
      const answer = await page.server.run(functionName, JSON.parse(args)).catch(() => ({
        ok: false,
        message: 'NetworkError: Connection failure due to HTTP 0',
      }));
      tellFrame(asking, { type: 'answer', id, ...answer });
    }
  };
  window.addEventListener('message', hear);
  return () => window.removeEventListener('message', hear);
}
