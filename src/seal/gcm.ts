import { gcm } from '@noble/ciphers/aes.js';
import { bytesToHex, hexToBytes } from '@noble/ciphers/utils.js';

/** What a sealed text begins with: how it was sealed. */
const FORM = '1.';
/** In bytes, as GCM wants it. */
const NONCE = 12;

/**
 * Seals a text by AES-256-GCM: `secret` is 32 bytes in hexadecimal digits, `random` at least 12 bytes that were never used with it
 * before. Under another `name` than this one the sealed text can't be opened.
 */
export function sealText(secret: string, random: Uint8Array, name: string, text: string): string {
  const nonce = random.slice(0, NONCE);
  const sealed = gcm(hexToBytes(secret), nonce, bytesOf(name)).encrypt(bytesOf(text));
  return FORM + bytesToHex(nonce) + bytesToHex(sealed);
}

/** The text that was sealed under a name; null for one of another secret or name, and for one that was altered. */
export function openText(secret: string, name: string, sealed: string): string | null {
  if (!sealed.startsWith(FORM)) return null;
  try {
    const bytes = hexToBytes(sealed.slice(FORM.length));
    const opened = gcm(hexToBytes(secret), bytes.slice(0, NONCE), bytesOf(name)).decrypt(bytes.slice(NONCE));
    return textOf(opened);
  } catch {
    return null;
  }
}

/** Apps Script has no `TextEncoder`: a text becomes bytes as JSON whose every character is ASCII. */
function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(asciiOf(text), (character) => character.charCodeAt(0));
}

/** A text as JSON without any character beyond ASCII: what is sealed, here and in a browser. */
export function asciiOf(text: string): string {
  return JSON.stringify(text).replace(
    /[^ -~]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function textOf(bytes: Uint8Array): string {
  return String(JSON.parse(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')));
}
