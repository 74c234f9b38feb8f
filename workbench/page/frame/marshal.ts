/**
 * Where a value holds something that can't cross to the script, or nothing when all of it can: numbers, booleans, texts, null,
 * plain objects and lists do; dates, functions, other objects and cycles don't.
 */
export function illegalAt(args: readonly unknown[]): string | undefined {
  for (const [index, argument] of args.entries()) {
    const at = illegal(argument, String(index), []);
    if (at !== undefined) return at;
  }
  return undefined;
}

function illegal(value: unknown, path: string, above: readonly unknown[]): string | undefined {
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') return path;
  if (value === null || typeof value !== 'object') return undefined;
  const plain = Array.isArray(value) || Object.prototype.toString.call(value) === '[object Object]';
  if (!plain || above.includes(value)) return path;
  for (const [key, inner] of Object.entries(value)) {
    const found = illegal(inner, key, [...above, value]);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The text in which arguments cross: what is undefined arrives as null. */
export function crossing(args: readonly unknown[]): string {
  return JSON.stringify(args, (_key, value) => (value === undefined ? null : value));
}
