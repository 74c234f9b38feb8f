import type { Stage } from '../actions/refresh/stage';
import type { Row } from '../rows/row';
import type { TextCache } from '../store/textCache';
import { pack, unpack } from './packed';
import { refusing } from './refusal';

/** A cached value may have 100 KB; these characters are single bytes. */
const MOST_CHARACTERS = 100_000;
const SIX_HOURS = 21_600;
/** How many parts are removed of a text whose number of parts was evicted before them: two megabytes, packed. */
const PARTS_OF_UNKNOWN = 20;

/**
 * Texts of any length in the user's cache, cut into parts of the size that it takes: all of a text comes back or nothing,
 * since a part may be evicted at any time.
 */
export const userCache: TextCache = refusing({
  put(name: string, text: string) {
    const packed = pack(text);
    const parts: Record<string, string> = {};
    const number = Math.ceil(packed.length / MOST_CHARACTERS);
    for (let part = 0; part < number; part++) {
      parts[`${name}.${part}`] = packed.slice(part * MOST_CHARACTERS, (part + 1) * MOST_CHARACTERS);
    }
    CacheService.getUserCache().putAll({ ...parts, [name]: String(number) }, SIX_HOURS);
  },
  get(name: string) {
    const cache = CacheService.getUserCache();
    const number = Number(cache.get(name) ?? 0);
    if (number === 0) return null;
    const names = Array.from({ length: number }, (_, part) => `${name}.${part}`);
    const parts = cache.getAll(names) as Record<string, string | undefined>;
    const texts = names.map((part) => parts[part]);
    return texts.includes(undefined) ? null : unpack(texts.join(''));
  },
  remove(names: string[]) {
    const cache = CacheService.getUserCache();
    const numbers = cache.getAll(names) as Record<string, string | undefined>;
    const parts = names.flatMap((name) =>
      Array.from({ length: Number(numbers[name] ?? PARTS_OF_UNKNOWN) }, (_, part) => `${name}.${part}`),
    );
    cache.removeAll([...names, ...parts]);
  },
});

/** Rows in the user's cache, compressed. */
export const stage: Stage = {
  put: (name, rows) => userCache.put(`rows.${name}`, JSON.stringify(rows)),
  take(name) {
    const text = userCache.get(`rows.${name}`);
    return text === null ? null : (JSON.parse(text) as Row[]);
  },
  drop: (names) => userCache.remove(names.map((name) => `rows.${name}`)),
};
