import type { Handle } from '../wire';
import type { Local, ServiceFactory } from './host';

/** UrlFetchApp and its responses. */
export function urlFetch(factory: ServiceFactory): Record<string, unknown> {
  const known = new Set([
    'url',
    'method',
    'headers',
    'contentType',
    'payload',
    'followRedirects',
    'muteHttpExceptions',
    'validateHttpsCertificates',
    'escaping',
    'timeoutSeconds',
  ]);

  function form(fields: Record<string, unknown>): string {
    const pairs = Object.entries(fields).map(([name, value]) => {
      if (factory.handleOf(value)) factory.fail('not emulated: a blob in a form payload', 'Error');
      return `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`;
    });
    return pairs.join('&');
  }

  function payload(value: unknown): { text?: string; bytes?: number[]; contentType?: string } {
    if (typeof value === 'string') return { text: value };
    if (Array.isArray(value)) return { bytes: value };
    const blob = factory.handleOf(value);
    if (blob?.$ === 'Blob')
      return { bytes: Array.from(blob.bytes as Uint8Array), contentType: blob.contentType as string };
    return { text: form(value as Record<string, unknown>) };
  }

  function request(url: unknown, params: unknown, name: string, args: readonly unknown[]): unknown {
    if (typeof url !== 'string') return factory.signature(name, args);
    if (params !== undefined && (params === null || typeof params !== 'object'))
      return factory.signature(name, args);
    const given = (params ?? {}) as Record<string, unknown>;
    for (const key of Object.keys(given))
      if (!known.has(key)) factory.fail(`not emulated: ${name} with ${key}`, 'Error');
    const sent = given.payload === undefined || given.payload === null ? undefined : payload(given.payload);
    const headers: Record<string, string> = {};
    for (const [header, value] of Object.entries(Object(given.headers))) headers[header] = String(value);
    return { ...given, url, headers, payload: sent };
  }

  const fetch: Local = ({ args, ask }) => ask([request(args[0], args[1], 'UrlFetchApp.fetch', args)]);
  const fetchAll: Local = ({ args, ask }) => {
    const [requests] = args;
    if (!Array.isArray(requests)) return factory.signature('UrlFetchApp.fetchAll', args);
    return ask([
      requests.map((one) =>
        typeof one === 'string'
          ? request(one, {}, 'UrlFetchApp.fetchAll', args)
          : request(Object(one).url, one, 'UrlFetchApp.fetchAll', args),
      ),
    ]);
  };
  factory.define('UrlFetchApp', { fetch, fetchAll });

  const bytesOf = (self: Handle): Uint8Array => self.bytes as Uint8Array;
  factory.define('HTTPResponse', {
    getResponseCode: ({ self }) => self.code,
    getContentText: ({ self }) => factory.host.textOf(bytesOf(self)),
    getContent: ({ self }) => Array.from(bytesOf(self), (byte) => (byte > 127 ? byte - 256 : byte)),
    getHeaders: ({ self }) => {
      const all = Object.entries(self.headers as Record<string, unknown>);
      return Object.fromEntries(
        all.map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
      );
    },
    getAllHeaders: ({ self }) => ({ ...(self.headers as object) }),
  });
  return { UrlFetchApp: factory.make({ $: 'UrlFetchApp' }) };
}
