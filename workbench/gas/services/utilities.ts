import type { Handle } from '../wire';
import type { Kit, Local } from './host';

/** Utilities and blobs. Bytes are Java's: from -128 to 127. */
export function utilities(kit: Kit): Record<string, unknown> {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

  const signed = (bytes: Uint8Array): number[] =>
    Array.from(bytes, (byte) => (byte > 127 ? byte - 256 : byte));

  function bytesOf(value: unknown, name: string): Uint8Array {
    if (typeof value === 'string') return kit.host.bytesOf(value);
    const blob = kit.handleOf(value);
    if (blob?.$ === 'Blob') return blob.bytes as Uint8Array;
    if (!Array.isArray(value)) return kit.signature(name, [value]);
    for (const byte of value) {
      if (!Number.isInteger(byte) || byte < -128 || byte > 127) {
        kit.fail(`Cannot convert ${byte} to a byte: it is out of range.`);
      }
    }
    return Uint8Array.from(value as number[]);
  }

  function encode(bytes: Uint8Array): string {
    const parts: string[] = [];
    for (let at = 0; at < bytes.length; at += 3) {
      const word = (bytes[at] << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
      const left = bytes.length - at;
      parts.push(
        alphabet[word >> 18] +
          alphabet[(word >> 12) & 63] +
          (left > 1 ? alphabet[(word >> 6) & 63] : '=') +
          (left > 2 ? alphabet[word & 63] : '='),
      );
    }
    return parts.join('');
  }

  function decode(text: unknown, name: string): number[] {
    if (typeof text !== 'string') return kit.signature(name, [text]);
    const plain = text.replace(/-/g, '+').replace(/_/g, '/').replace(/=+$/, '');
    if (/[^A-Za-z0-9+/]/.test(plain)) kit.fail('Could not decode string.');
    const bytes: number[] = [];
    let word = 0;
    let bits = 0;
    for (const letter of plain) {
      word = ((word << 6) | alphabet.indexOf(letter)) & 0xffffff;
      bits += 6;
      if (bits >= 8) {
        bits -= 8;
        const byte = (word >> bits) & 255;
        bytes.push(byte > 127 ? byte - 256 : byte);
      }
    }
    return bytes;
  }

  const blob = (bytes: Uint8Array, contentType: string | null, name: string | null): object =>
    kit.make({ $: 'Blob', bytes, contentType, name });

  const webSafe = (text: string): string => text.replace(/\+/g, '-').replace(/\//g, '_');
  const own = (self: Handle): Uint8Array => self.bytes as Uint8Array;

  const formatDate: Local = ({ args }) => {
    const [date, zone, pattern] = args;
    if (!(date instanceof Date) || typeof zone !== 'string' || typeof pattern !== 'string') {
      return kit.signature('Utilities.formatDate', args);
    }
    return kit.host.formatDate(date.getTime(), zone, pattern);
  };

  kit.define('Utilities', {
    newBlob: ({ args }) =>
      blob(
        bytesOf(args[0], 'Utilities.newBlob'),
        args[1] ? String(args[1]) : null,
        args[2] ? String(args[2]) : null,
      ),
    gzip: ({ args }) => {
      const given = kit.handleOf(args[0]);
      if (given?.$ !== 'Blob') return kit.signature('Utilities.gzip', args);
      const name = args[1] ? String(args[1]) : given.name ? `${given.name}.gz` : 'archive.gz';
      return blob(kit.host.gzip(own(given)), 'application/x-gzip', name);
    },
    ungzip: ({ args }) => {
      const given = kit.handleOf(args[0]);
      if (given?.$ !== 'Blob') return kit.signature('Utilities.ungzip', args);
      // Google refuses a blob that doesn't say that it is compressed.
      if (given.contentType !== 'application/x-gzip') kit.fail('Blob object must have x-gzip content type.');
      try {
        return blob(kit.host.gunzip(own(given)), null, null);
      } catch {
        return kit.fail('Could not decompress gzip.');
      }
    },
    base64Encode: ({ args }) => encode(bytesOf(args[0], 'Utilities.base64Encode')),
    base64EncodeWebSafe: ({ args }) => webSafe(encode(bytesOf(args[0], 'Utilities.base64EncodeWebSafe'))),
    base64Decode: ({ args }) => decode(args[0], 'Utilities.base64Decode'),
    base64DecodeWebSafe: ({ args }) => decode(args[0], 'Utilities.base64DecodeWebSafe'),
    formatDate,
  });
  kit.define('Blob', {
    getBytes: ({ self }) => signed(own(self)),
    getDataAsString: ({ self }) => kit.host.textOf(own(self)),
    getContentType: ({ self }) => self.contentType,
    getName: ({ self }) => self.name,
  });
  return { Utilities: kit.make({ $: 'Utilities' }) };
}
