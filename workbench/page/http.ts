import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as v from 'valibot';
import { EditRefused } from './edits';

/** As much as a paste of a large table is. */
const maxBody = 16 * 1024 * 1024;

/** The JSON of a request's body. Throws `EditRefused` when it is none, too large, or of another shape than the schema's. */
export async function bodyOf<Schema extends v.GenericSchema>(
  request: IncomingMessage,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  const parsed = v.safeParse(schema, jsonOf(await textIn(request)), { abortEarly: true });
  if (parsed.success) return parsed.output;
  const [{ message, path }] = parsed.issues;
  const place = path?.map(({ key }) => String(key)).join('.');
  throw new EditRefused(place ? `${place}: ${message}.` : `${message}.`);
}

/** The text of a request's body. Throws `EditRefused` when it is too large. */
export async function textIn(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > maxBody) throw new EditRefused('That is more than can be changed at once.');
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new EditRefused('The request is no JSON.');
  }
}

/** What every answer says: that it is what its type says, is framed by nobody, read by no other site, and kept nowhere. */
const always: Record<string, string> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

/** Sends an answer; a header of null leaves out one that every answer has. */
export function sendText(
  response: ServerResponse,
  status: number,
  type: string,
  text: string | Uint8Array,
  headers: Record<string, string | null> = {},
): void {
  for (const [name, value] of Object.entries({ ...always, ...headers, 'Content-Type': type })) {
    if (value !== null) response.setHeader(name, value);
  }
  response.writeHead(status);
  response.end(text);
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  sendText(response, status, 'application/json', JSON.stringify(value));
}

/**
 * Whether a request brings the token that this start of the server gave to its page: in a header, or in the address where a
 * browser sends no header (events, downloads).
 */
export function bringsToken({ headers }: IncomingMessage, url: URL, token: string): boolean {
  const brought = String(headers['x-workbench-token'] ?? url.searchParams.get('token') ?? '');
  const [a, b] = [Buffer.from(brought), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
