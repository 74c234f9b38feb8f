import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Route } from './gas/platform';

/** What somebody wrote into a chat by its webhook. */
export interface ChatMessage {
  readonly host: string;
  readonly path: string;
  /** The JSON that was sent. */
  readonly body: unknown;
}

const HOSTS =
  /^(hooks\.slack\.com|chat\.googleapis\.com|.+\.(logic\.azure\.com|api\.powerplatform\.com|webhook\.office\.com))$/;

/** A stand-in for the chats: it takes what is posted to any of their webhooks, until it is told to answer otherwise. */
export class DemoChat {
  readonly messages: ChatMessage[] = [];
  /** The status that it answers with. */
  status = 200;
  private readonly listeners = new Set<(message: ChatMessage) => void>();

  private constructor(private readonly server: Server) {}

  static async open(): Promise<DemoChat> {
    const server = createServer();
    const chat = new DemoChat(server);
    server.on('request', (request, response) => {
      let text = '';
      request.on('data', (part) => {
        text += part;
      });
      request.on('end', () => {
        response.writeHead(chat.status).end(chat.status === 200 ? 'ok' : 'no_service');
        if (chat.status !== 200) return;
        const host = String(request.headers['x-forwarded-host']);
        chat.take({ host, path: request.url ?? '', body: parsed(text) });
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return chat;
  }

  /** Where a request for one of the chats' hosts goes; undefined for any other. */
  route(url: string): Route | undefined {
    const { hostname, pathname, search } = new URL(url);
    if (!HOSTS.test(hostname)) return undefined;
    const { port } = this.server.address() as AddressInfo;
    return { url: `http://127.0.0.1:${port}${pathname}${search}`, headers: { 'X-Forwarded-Host': hostname } };
  }

  /** Tells of each message as it comes. */
  listen(listener: (message: ChatMessage) => void): void {
    this.listeners.add(listener);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private take(message: ChatMessage): void {
    this.messages.push(message);
    for (const listener of this.listeners) listener(message);
  }
}

/** All texts in what was sent, one a line, as a person would read them there; a link by its name. */
export function readable({ body }: ChatMessage): string[] {
  return textsIn(body).map((text) => text.replace(/<[^|>]+\|([^>]+)>/g, '$1'));
}

function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (value === null || typeof value !== 'object') return [];
  const { blocks, text, ...others } = value as { blocks?: unknown; text?: unknown };
  // Slack shows the blocks; the text beside them is for notifications.
  if (Array.isArray(blocks)) return textsIn(blocks);
  return [
    ...(typeof text === 'string' ? text.split('\n') : textsIn(text)),
    ...textsIn(Object.values(others)),
  ];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
