/** What a terminal obeys instead of showing it, and what turns the direction of a text around. */
const controls = /(?![\t\n])[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu;

/** A text for a terminal: as it is, but with nothing in it that moves the cursor, colours, rings, or writes backwards. */
export function printable(text: string): string {
  return text.replace(controls, '');
}

/** JSON of one line in which all of those are escaped. It means the same. */
export function jsonLine(value: unknown): string {
  const escaped = (found: string) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value).replace(controls, escaped);
}
