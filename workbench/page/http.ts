import type { IncomingMessage, ServerResponse } from 'node:http';

const maxBody = 64 * 1024 * 1024;

/** The JSON of a request's body. Throws when it is none, or larger than a paste can be. */
export async function bodyOf<T>(request: IncomingMessage): Promise<T> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > maxBody) throw new Error('The request is too large');
    chunks.push(chunk as Buffer);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as T;
}

export function sendText(
  response: ServerResponse,
  status: number,
  type: string,
  text: string | Uint8Array,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store', ...headers });
  response.end(text);
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  sendText(response, status, 'application/json', JSON.stringify(value));
}

const own = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/**
 * Whether a request comes from this machine's own pages: other sites that a browser has open can send requests here too, and
 * a name of theirs can lead to this address.
 */
export function isOwn({ headers, method }: IncomingMessage): boolean {
  if (!own.test(headers.host ?? '')) return false;
  if (method === 'GET') return true;
  return headers.origin === undefined || headers.origin === `http://${headers.host}`;
}
