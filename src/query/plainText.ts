/** Characters that can't be seen, end a line, or turn the direction of others. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;

/** A text in one line of what can be seen, without spaces around it; one of more than `most` characters is cut. */
export function plainText(text: string, most: number): string {
  const line = text
    .slice(0, most * 4)
    .replace(UNSEEN, ' ')
    .trim();
  if (line.length <= most) return line;
  // No half of a pair of surrogates is left behind.
  return `${line.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
