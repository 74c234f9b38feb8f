/** A Clockify API key. Printing, joining or serialising it gives a placeholder: only `reveal` gives the key itself. */
export interface ApiKey {
  reveal(): string;
  /** A text without the key, and without any longer part of it: a text may have been cut before it got here. */
  hideIn(text: string): string;
  toString(): string;
  toJSON(): string;
}

const PLACEHOLDER = '[API key]';

/** A part of a key that is shorter tells nothing, and may stand in a text by chance. */
const SHORTEST_PART = 10;

/** Wraps the text of a key so that it can't be printed by accident. */
export function apiKey(text: string): ApiKey {
  return {
    reveal: () => text,
    hideIn: (other) => hidden(other, text),
    toString: () => PLACEHOLDER,
    toJSON: () => PLACEHOLDER,
  };
}

function hidden(text: string, key: string): string {
  const shortest = Math.min(SHORTEST_PART, key.length);
  if (shortest === 0) return text;
  let result = '';
  for (let index = 0; index < text.length; ) {
    const at = key.indexOf(text.slice(index, index + shortest));
    if (at < 0 || text.length - index < shortest) {
      result += text[index];
      index += 1;
    } else {
      let length = shortest;
      while (index + length < text.length && text[index + length] === key[at + length]) length += 1;
      result += PLACEHOLDER;
      index += length;
    }
  }
  return result;
}

/** Keys may look different one day, so no more is asked of them than HTTP does: printable and without spaces. */
export function isKeyShaped(text: string): boolean {
  return /^[\x21-\x7e]{1,500}$/.test(text);
}
