/** A Clockify API key. Printing, joining or serialising it gives a placeholder: only `reveal` gives the key itself. */
export interface ApiKey {
  reveal(): string;
  toString(): string;
  toJSON(): string;
}

const PLACEHOLDER = '[API key]';

/** Wraps the text of a key so that it can't be printed by accident. */
export function apiKey(text: string): ApiKey {
  return { reveal: () => text, toString: () => PLACEHOLDER, toJSON: () => PLACEHOLDER };
}
