/**
 * Whether the whole of a text is as a pattern says: `*` stands for any text, `?` for one character, all else for itself.
 * Takes no more steps than both lengths multiplied, whatever the pattern: where a part doesn't match, only the last `*`
 * before it is asked to take one character more.
 */
export function wildcard(pattern: string): (text: string) => boolean {
  const parts = Array.from(pattern.replace(/\*+/g, '*'));
  return (text) => matches(parts, Array.from(text));
}

function matches(parts: string[], text: string[]): boolean {
  let part = 0;
  let at = 0;
  let star = -1;
  let resume = 0;
  while (at < text.length) {
    if (parts[part] === '*') {
      star = part++;
      resume = at;
    } else if (parts[part] === '?' || parts[part] === text[at]) {
      part += 1;
      at += 1;
    } else if (star >= 0) {
      part = star + 1;
      at = ++resume;
    } else return false;
  }
  return part === parts.length || (parts[part] === '*' && part === parts.length - 1);
}
