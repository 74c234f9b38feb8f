import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { addressOf, isOwn } from '../local';
import { answerControl } from './control/control';
import { serve } from './http/serve';
import type { LoggedRequest } from './log';
import { DemoState } from './state';

/** The demo Clockify over one state: `/api/v1`, `/report/v1`, and `/_demo/` for whoever runs it. Not yet listening. */
export function createServer(state = new DemoState()): Server {
  return createHttpServer((request, response) => {
    handle(state, request, response).catch((error: unknown) => {
      console.error(error);
      send(response, 500, JSON.stringify({ message: 'The demo itself failed', code: 500 }), {});
    });
  });
}

async function handle(state: DemoState, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = addressOf(request);
  if (!url) return send(response, 400, JSON.stringify({ message: 'Bad address', code: 400 }), {});
  const isControl = url.pathname.startsWith('/_demo/');
  // Whoever reaches the control door sees all keys and can change everything: no page of a browser may.
  if (isControl && (!isOwn(request) || request.headers.origin !== undefined))
    return send(response, 403, JSON.stringify({ message: 'Only for programs of this machine' }), {});
  const method = request.method ?? 'GET';
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  if (isControl) {
    const { status, body } = answerControl(state, method, url, text);
    send(response, status, JSON.stringify(body), {});
    return;
  }
  const entry: LoggedRequest = {
    method,
    host: headerOf(request, 'x-forwarded-host'),
    path: url.pathname,
    query: queryText(url),
    body: undefined,
    status: null,
    workspace: null,
    operation: null,
    at: Number(headerOf(request, 'x-workbench-now')) || Date.now(),
    rows: 0,
  };
  const served = serve(state, { method, url, headers: request.headers, text }, entry);
  entry.status = served.status;
  entry.rows = served.rows;
  state.log.add(entry);
  if (served.delay) await sleep(served.delay);
  if (served.status === null) request.socket.destroy();
  else send(response, served.status, served.text, served.headers);
}

function queryText(url: URL): Record<string, string | string[]> {
  const names = [...new Set(url.searchParams.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = url.searchParams.getAll(name);
      return [name, values.length > 1 ? values : values[0]!];
    }),
  );
}

function headerOf(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name];
  return value === undefined ? null : String(value);
}

function send(response: ServerResponse, status: number, text: string, headers: Record<string, string>): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(text);
}
