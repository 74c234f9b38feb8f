import type { IncomingMessage } from 'node:http';

const own = /^(127\.0\.0\.1|localhost)(:\d{1,5})?$/;

/** The name that a request calls this machine by, without the port; null when it calls it by any other. */
export function ownHost({ headers }: IncomingMessage): string | null {
  return own.exec(headers.host ?? '')?.[1] ?? null;
}

/**
 * Whether a request was sent by a page of this very server, by an address typed or clicked, or by no browser at all. Other
 * sites that a browser has open can send requests here too, and a name of theirs can lead to this address: they are told by
 * the `Host` that they name, the `Origin` they come from, and what the browser says of how the two are related.
 */
export function isOwn(request: IncomingMessage): boolean {
  const { host, origin, 'sec-fetch-site': site, 'sec-fetch-mode': mode } = request.headers;
  if (ownHost(request) === null) return false;
  if (origin !== undefined && origin !== `http://${host}`) return false;
  // A link on another site may lead here, and a frame of this page's is of another site: both get a document and nothing else.
  return site === undefined || site === 'same-origin' || site === 'none' || mode === 'navigate';
}

/** The address that a request asks for; null for what is no path of this server. */
export function addressOf({ url = '' }: IncomingMessage): URL | null {
  if (!url.startsWith('/')) return null;
  // A path that begins with two slashes would be taken for a host.
  const address = `http://page${url}`;
  return URL.canParse(address) ? new URL(address) : null;
}
