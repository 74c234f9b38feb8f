import { type IncomingHttpHeaders, request } from 'node:http';
import type { OpenPage } from '../../../workbench/page/open';

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface Sent {
  readonly method?: string;
  /** The target as it stands in the request's first line. */
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** Sends a request as it stands, also one that no browser would send. Rejects when there is no answer. */
export function ask(url: string, { method = 'GET', path, headers = {}, body }: Sent): Promise<Reply> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request(
      { hostname, port, method, path, headers: { connection: 'close', ...headers } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Asks as the page itself does, and gives the JSON of the answer. */
export async function askAsPage<T>(page: OpenPage, path: string, body?: unknown): Promise<T> {
  const { text } = await ask(page.url, {
    method: body === undefined ? 'GET' : 'POST',
    path: `/${path}`,
    headers: { 'x-workbench-token': page.token },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return JSON.parse(text) as T;
}
