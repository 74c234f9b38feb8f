import type { Handle } from '../wire';
import type { Local, ServiceFactory } from './host';

/** Utilities and blobs. Bytes are Java's: from -128 to 127. */
export function utilities(factory: ServiceFactory): Record<string, unknown> {
  function signed(bytes: Uint8Array): number[] {
    const java: number[] = [];
    for (let at = 0; at < bytes.length; at++) java.push((bytes[at] << 24) >> 24);
    return java;
  }

  function bytesOf(value: unknown, name: string): Uint8Array {
    if (typeof value === 'string') return factory.host.bytesOf(value);
    const blob = factory.handleOf(value);
    if (blob?.$ === 'Blob') return blob.bytes as Uint8Array;
    if (!Array.isArray(value)) return factory.signature(name, [value]);
    for (const byte of value) {
      if (!Number.isInteger(byte) || byte < -128 || byte > 127) {
        factory.fail(`Cannot convert ${byte} to a byte: it is out of range.`);
      }
    }
    return Uint8Array.from(value as number[]);
  }

  function decode(text: unknown, name: string): number[] {
    if (typeof text !== 'string') return factory.signature(name, [text]);
    if (/[^A-Za-z0-9+/_=-]/.test(text)) factory.fail('Could not decode string.');
    return signed(factory.host.fromBase64(text));
  }

  const blob = (bytes: Uint8Array, contentType: string | null, name: string | null): object =>
    factory.make({ $: 'Blob', bytes, contentType, name });

  const webSafe = (text: string): string => text.replace(/\+/g, '-').replace(/\//g, '_');
  const own = (self: Handle): Uint8Array => self.bytes as Uint8Array;

  const enumerations = {
    DigestAlgorithm: factory.enumeration('DigestAlgorithm', [
      'MD2',
      'MD5',
      'SHA_1',
      'SHA_256',
      'SHA_384',
      'SHA_512',
    ]),
    Charset: factory.enumeration('Charset', ['US_ASCII', 'UTF_8']),
  };
  const methods: Record<string, Local> = {
    newBlob: ({ args }) =>
      blob(
        bytesOf(args[0], 'Utilities.newBlob'),
        args[1] ? String(args[1]) : null,
        args[2] ? String(args[2]) : null,
      ),
    gzip: ({ args }) => {
      const given = factory.handleOf(args[0]);
      if (given?.$ !== 'Blob') return factory.signature('Utilities.gzip', args);
      const name = args[1] ? String(args[1]) : given.name ? `${given.name}.gz` : 'archive.gz';
      return blob(factory.host.gzip(own(given)), 'application/x-gzip', name);
    },
    ungzip: ({ args }) => {
      const given = factory.handleOf(args[0]);
      if (given?.$ !== 'Blob') return factory.signature('Utilities.ungzip', args);
      // Google refuses a blob that doesn't say that it is compressed.
      if (given.contentType !== 'application/x-gzip')
        factory.fail('Blob object must have x-gzip content type.');
      try {
        return blob(factory.host.gunzip(own(given)), null, null);
      } catch {
        return factory.fail('Could not decompress gzip.');
      }
    },
    base64Encode: ({ args }) => factory.host.toBase64(bytesOf(args[0], 'Utilities.base64Encode')),
    base64EncodeWebSafe: ({ args }) =>
      webSafe(factory.host.toBase64(bytesOf(args[0], 'Utilities.base64EncodeWebSafe'))),
    base64Decode: ({ args }) => decode(args[0], 'Utilities.base64Decode'),
    base64DecodeWebSafe: ({ args }) => decode(args[0], 'Utilities.base64DecodeWebSafe'),
  };
  factory.define('Utilities', methods, enumerations);
  factory.define('Blob', {
    getBytes: ({ self }) => signed(own(self)),
    getDataAsString: ({ self }) => factory.host.textOf(own(self)),
    getContentType: ({ self }) => self.contentType,
    getName: ({ self }) => self.name,
  });
  return { Utilities: factory.make({ $: 'Utilities' }) };
}
