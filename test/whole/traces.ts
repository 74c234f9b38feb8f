import { gunzipSync } from 'node:zlib';
import type { Finished } from '../../workbench/gas/run';
import type { Session } from '../../workbench/session';

/** Keeps what every execution from now on gives back, logs and fails with. */
export function overhear({ platform }: Session): Finished[] {
  const heard: Finished[] = [];
  const run = platform.run.bind(platform);
  platform.run = async (...call) => {
    const finished = await run(...call);
    heard.push(finished);
    return finished;
  };
  return heard;
}

/**
 * Where a text is found, each place once: in every store, cache and cell (notes, names and hidden tabs included), in what
 * was sent over the network and shown, and in what was overheard. What is compressed is looked into.
 */
export function tracesOf(text: string, { platform }: Session, heard: Finished[]): string[] {
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
  const found = places.filter(([, content]) => JSON.stringify(content ?? null).includes(text));
  return [...new Set(found.map(([place]) => place))].sort();
}

/** The text in a compressed value; nothing for a value that is none, or a part of one. */
function unpacked(value: string | null): string {
  try {
    return gunzipSync(Buffer.from(value ?? '', 'base64')).toString();
  } catch {
    return '';
  }
}
