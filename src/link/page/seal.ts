import { plainText } from '../../query/plainText';
import { asciiOf, FORM, NONCE, textOfAscii } from '../../seal/form';
import { answerName, askName, LONGEST_ASKER, LONGEST_PURPOSE } from '../names';
import type { OpenedLink } from './openedLink';

/** Who asks for what. */
export interface Ask {
  asker: string;
  purpose: string;
}

/** What is handed over; without a region all are tried. */
export interface Given {
  key: string;
  region?: string;
}

/** Who asks for what; null when the link's secret doesn't open it: part of the address is missing then. */
export async function openAsk({ id, secret }: OpenedLink, sealed: string): Promise<Ask | null> {
  try {
    const bytes = bytesOfHex(sealed.slice(FORM.length));
    const opened = await crypto.subtle.decrypt(
      parameters(bytes.slice(0, NONCE), askName(id)),
      await keyOf(secret),
      bytes.slice(NONCE),
    );
    const { asker, purpose } = JSON.parse(textOfAscii(new Uint8Array(opened))) as Partial<Ask>;
    return { asker: said(asker, LONGEST_ASKER), purpose: said(purpose, LONGEST_PURPOSE) };
  } catch {
    return null;
  }
}

/** Seals what is handed over so that nothing but the add-on of whoever asks can open it: no server has the secret. */
export async function sealAnswer({ id, secret }: OpenedLink, given: Given): Promise<string> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
  const sealed = await crypto.subtle.encrypt(
    parameters(nonce, answerName(id)),
    await keyOf(secret),
    bytesOf(JSON.stringify(given)),
  );
  return FORM + hexOf(nonce) + hexOf(new Uint8Array(sealed));
}

/** The words of somebody else, in one line of what can be seen. */
function said(text: unknown, most: number): string {
  return plainText(String(text), most);
}

function parameters(iv: Uint8Array<ArrayBuffer>, name: string) {
  return { name: 'AES-GCM', iv, additionalData: bytesOf(name) };
}

function keyOf(secret: string) {
  return crypto.subtle.importKey('raw', bytesOfHex(secret), 'AES-GCM', false, ['encrypt', 'decrypt']);
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(asciiOf(text), (character) => character.charCodeAt(0));
}

function bytesOfHex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
