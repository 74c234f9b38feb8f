import { gcm } from '@noble/ciphers/aes.js';
import { bytesToHex, hexToBytes } from '@noble/ciphers/utils.js';
import { asciiOf, FORM, NONCE, textOfAscii } from './form';

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
    return textOfAscii(opened);
  } catch {
    return null;
  }
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(asciiOf(text), (character) => character.charCodeAt(0));
}
