/** What a sealed text begins with: how it was sealed. After it come the nonce and what was sealed, in hexadecimal digits. */
export const FORM = '1.';
/** In bytes, as GCM wants it. */
export const NONCE = 12;

/**
 * A text as JSON without any character beyond ASCII, one byte each: what is sealed. Apps Script has no `TextEncoder`, and a
 * browser has to seal the same.
 */
export function asciiOf(text: string): string {
  return JSON.stringify(text).replace(
    /[^ -~]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The text that was made into such bytes. Throws for any others. */
export function textOfAscii(bytes: Uint8Array): string {
  return String(JSON.parse(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')));
}
