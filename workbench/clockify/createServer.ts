import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { answerControl } from './control/control';
import { serve } from './http/serve';
import type { LoggedRequest } from './log';
import { DemoState } from './state';

/** The demo Clockify over one state: `/api/v1`, `/report/v1`, and `/_demo/` for whoever runs it. Not yet listening. */
export function createServer(state = new DemoState()): Server {
  return createHttpServer((request, response) => {
    handle(state, request, response).catch((error: unknown) => {
      console.error(error);
      send(response, 500, { message: 'The demo itself failed', code: 500 });
    });
  });
}

async function handle(state: DemoState, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://demo');
  const method = request.method ?? 'GET';
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  if (url.pathname.startsWith('/_demo/')) {
    const { status, body } = answerControl(state, method, url, text);
    send(response, status, body);
    return;
  }
  const entry: LoggedRequest = {
    method,
    host: headerOf(request, 'x-forwarded-host'),
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    body: undefined,
    status: null,
    workspace: null,
    operation: null,
    at: Number(headerOf(request, 'x-workbench-now') ?? Date.now()),
    rows: 0,
  };
  const { status, body, headers, rows } = serve(
    state,
    { method, url, headers: request.headers, text },
    entry,
  );
  entry.status = status;
  entry.rows = rows;
  state.log.add(entry);
  send(response, status, body, headers);
}

function headerOf(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name];
  return value === undefined ? null : String(value);
}

function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  const text = body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(text);
}
