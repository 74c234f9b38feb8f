import { gunzipSync } from 'node:zlib';
import type { Finished } from '../../workbench/gas/run';
import type { Session } from '../../workbench/session';
import { formsOf } from './formsOf';

/** An execution as it went, with what it was called with. */
export interface Heard extends Finished {
  functionName: string;
  args: readonly unknown[];
}

/** Keeps what every execution from now on is called with, gives back, logs and fails with. */
export function overhear({ platform }: Session): Heard[] {
  const heard: Heard[] = [];
  const run = platform.run.bind(platform);
  platform.run = async (functionName, args = [], options) => {
    const finished = await run(functionName, args, options);
    heard.push({ ...finished, functionName, args });
    return finished;
  };
  return heard;
}

/**
 * Where a text is found, each place once: in every store, cache and cell (notes, names and hidden tabs included), in what
 * was sent over the network and shown, and in what was overheard. It is known in any of its forms (`formsOf`), and what is
 * compressed is looked into.
 */
export function tracesOf(text: string, session: Session, heard: Heard[]): string[] {
  return tracesOfAll([text], session, heard);
}

/** Where any of these texts is found. */
export function tracesOfAll(searched: string[], { platform }: Session, heard: Heard[]): string[] {
  const forms = searched.flatMap((text) => formsOf(text).map(([, written]) => written));
  const stores = ['user user-1', 'user user-2', 'document', 'script'];
  const places: [place: string, content: unknown][] = [
    ...stores.flatMap((store) =>
      Object.entries(platform.properties(store).all()).map(([name, value]): [string, unknown] => [
        `property ${name} of ${store}`,
        value,
      ]),
    ),
    ...stores.map((store): [string, unknown] => {
      const cache = platform.cache(store);
      const held = cache.keys().map((name) => [name, cache.get(name, platform.clock.now())]);
      return [`cache of ${store}`, [held, held.map(([, value]) => unpacked(value))]];
    }),
    ['spreadsheet', platform.spreadsheet.snapshot()],
    ['menu, messages and sidebar', [platform.menu, platform.toasts, platform.sidebar]],
    ...platform.http.flatMap(({ url, body, headers }): [string, unknown][] => [
      ['address of a request', url],
      ['body of a request', body],
      ...Object.entries(headers).map(([name, value]): [string, unknown] => [`header ${name}`, value]),
    ]),
    ...heard.flatMap(({ value, error, logs }): [string, unknown][] => [
      ['answer', value],
      ['failure', error],
      ['log', logs],
    ]),
  ];
  const found = places.filter(([, content]) => {
    const written = typeof content === 'string' ? content : JSON.stringify(content ?? null);
    const whole = `${written}\n${unpacked(written)}`;
    return forms.some((form) => whole.includes(form));
  });
  return [...new Set(found.map(([place]) => place))].sort();
}

/** The text in a compressed value; nothing for a value that is none, or a part of one. */
function unpacked(value: string | null): string {
  try {
    return gunzipSync(Buffer.from((value ?? '').replace(/^packed:/, ''), 'base64')).toString();
  } catch {
    return '';
  }
}
