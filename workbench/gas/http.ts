import http from 'node:http';
import https from 'node:https';
import zlib from 'node:zlib';

/** A request as it leaves the machine. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

/** Its answer; header names are in lower case, one that came several times is a list. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Buffer;
}

/** Google refuses answers above this many bytes. */
export const maxBody = 50 * 1024 * 1024;

const agents = {
  'http:': new http.Agent({ keepAlive: true, maxSockets: 64 }),
  'https:': new https.Agent({ keepAlive: true, maxSockets: 64 }),
};

/** Why there is no answer. */
export class NetworkFailure extends Error {
  constructor(readonly kind: 'address' | 'dns' | 'timeout' | 'too large') {
    super(kind);
  }
}

function failure(error: NodeJS.ErrnoException): NetworkFailure {
  if (error instanceof NetworkFailure) return error;
  if (error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN') return new NetworkFailure('dns');
  return new NetworkFailure(error.code === 'ETIMEDOUT' ? 'timeout' : 'address');
}

/** Sends one request; rejects with a {@link NetworkFailure} when no whole answer came within the time. */
export function send(request: HttpRequest, timeoutMs: number): Promise<HttpResponse> {
  return new Promise((resolve, reject) => {
    const url = new URL(request.url);
    const protocol = url.protocol as keyof typeof agents;
    const client = protocol === 'https:' ? https : http;
    const fail = (error: NodeJS.ErrnoException): void => reject(failure(error));
    const sent = client.request(
      url,
      {
        method: request.method,
        agent: agents[protocol],
        timeout: timeoutMs,
        headers: {
          ...request.headers,
          ...(request.body ? { 'content-length': String(request.body.byteLength) } : {}),
          'accept-encoding': 'gzip',
        },
      },
      (response) => {
        const packed = response.headers['content-encoding'] === 'gzip';
        const stream = packed ? response.pipe(zlib.createGunzip()) : response;
        const chunks: Buffer[] = [];
        let size = 0;
        response.on('error', fail);
        response.on('aborted', () => fail(new NetworkFailure('address')));
        stream.on('error', fail);
        stream.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > maxBody) sent.destroy(new NetworkFailure('too large'));
          else chunks.push(chunk);
        });
        stream.on('end', () => {
          if (!response.complete) return fail(new NetworkFailure('address'));
          resolve({
            status: response.statusCode ?? 0,
            headers: { ...response.headers } as Record<string, string | string[]>,
            body: Buffer.concat(chunks),
          });
        });
      },
    );
    sent.on('timeout', () => sent.destroy(new NetworkFailure('timeout')));
    sent.on('error', fail);
    sent.end(request.body);
  });
}

/** Lets connections that nobody uses any more go. */
export function closeConnections(): void {
  agents['http:'].destroy();
  agents['https:'].destroy();
}
