import type { Leaf } from '../reports/report';
import type { Member } from './trait';

/** Longer keys are hashes: a column's identity has a length that a spreadsheet's properties hold. */
const LONGEST = 60;

/**
 * What tells a column that a value was split into from its neighbours, from refresh to refresh: letters, digits, `_`, `-` and
 * `.` only. `i` and ids for things; `t` and a text, `n` and a number, `b1`, `b0`, or `e` for nothing.
 */
export function keyOf({ ids, leaf, mark }: Pick<Member, 'ids' | 'leaf' | 'mark'>): string {
  const key =
    ids.length > 0
      ? `i${[...ids].sort().map(escaped).join('.')}`
      : leaf === null
        ? 'e'
        : typeof leaf === 'boolean'
          ? `b${Number(leaf)}`
          : `${typeof leaf === 'number' ? 'n' : 't'}${escaped(String(leaf))}`;
  return key.length <= LONGEST ? key : `h${hash(mark, 5381)}${hash(mark, 52711)}`;
}

/** What a key stands for; null for one that is a hash, or none. */
export function valueOfKey(key: string): { ids: string[] } | { leaf: Leaf } | null {
  const rest = key.slice(1);
  switch (key[0]) {
    case 'i':
      return { ids: rest.split(/\.(?![0-9A-F]{2}_)/).map(unescaped) };
    case 'e':
      return { leaf: null };
    case 'b':
      return { leaf: rest === '1' };
    case 'n': {
      const leaf = Number(unescaped(rest));
      return Number.isFinite(leaf) ? { leaf } : null;
    }
    case 't':
      return { leaf: unescaped(rest) };
    default:
      return null;
  }
}

/** `.XX_` for each byte of what is no letter, digit or `-`. */
function escaped(text: string): string {
  const whole = text.replace(
    /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    '\ufffd',
  );
  return encodeURIComponent(whole).replace(
    /%([0-9A-F]{2})|[^A-Za-z0-9-]/g,
    (found, byte?: string) => `.${byte ?? found.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}_`,
  );
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\.([0-9A-F]{2})_/g, '%$1'));
  } catch {
    return text;
  }
}

function hash(text: string, seed: number): string {
  let value = seed;
  for (let at = 0; at < text.length; at++) value = (Math.imul(value, 33) ^ text.charCodeAt(at)) >>> 0;
  return value.toString(36);
}
