import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import * as v from 'valibot';
import { addressOf, isOwn, ownHost } from '../local';
import { EditRefused } from '../page/edits';
import { failureOf } from '../page/executions';
import { bodyOf, bringsToken, sendJson, sendText, textIn } from '../page/http';
import { type Addresses, paths } from './addresses';
import { aroundPage, framePage } from './pages';
import type { WebApp } from './webApp';

const html = 'text/html; charset=utf-8';

/** How many pages and answers can still be read that were made for somebody. */
const KEPT = 50;

/** What was made for one visitor, under a name that nobody guesses; the oldest go first. */
class Kept<T> {
  private readonly held = new Map<string, T>();

  put(value: T): string {
    const name = randomUUID();
    this.held.set(name, value);
    for (const old of [...this.held.keys()].slice(0, -KEPT)) this.held.delete(old);
    return name;
  }

  get(name: string): T | undefined {
    return this.held.get(name);
  }
}

const runRequest = v.object({
  functionName: v.pipe(v.string(), v.maxLength(100)),
  args: v.pipe(v.array(v.unknown()), v.maxLength(20)),
});

/**
 * Serves a web app as Google does: its page in a frame of another origin, inside a page that alone sees the whole address; what is
 * posted to it is answered at another address. `assets` is the folder of the built client, `token` what the page around brings
 * when its frame calls the script.
 */
export function createLinkServer(
  app: WebApp,
  addresses: () => Addresses,
  assets: string,
  token: string,
): Server {
  const site = new Site(app, addresses, assets, token);
  return createServer((request, response) => {
    site.answer(request, response).catch((error: Error) => {
      if (!(error instanceof EditRefused)) console.error(error);
      if (!response.headersSent) sendJson(response, 400, { message: error.message });
      else response.end();
    });
  });
}

class Site {
  private readonly pages = new Kept<string>();
  private readonly answers = new Kept<{ text: string; type: string }>();

  constructor(
    private readonly app: WebApp,
    private readonly addresses: () => Addresses,
    private readonly assets: string,
    private readonly token: string,
  ) {}

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = addressOf(request);
    if (!isOwn(request) || url === null)
      return sendJson(response, 403, { message: 'Only for pages of this machine' });
    const inFrame = ownHost(request) === 'localhost';
    const asked = `${request.method} ${url.pathname}`;
    if (inFrame) {
      const name = url.pathname.startsWith(`${paths.frame}/`)
        ? url.pathname.slice(paths.frame.length + 1)
        : '';
      return this.frame(name, response);
    }
    if (asked === `GET ${paths.served}`) return this.open(response);
    if (asked === `POST ${paths.served}`) return this.post(request, response);
    if (asked === `GET ${paths.answers}`) return this.echo(url, response);
    if (asked === `GET ${paths.around}`)
      return sendText(response, 200, 'text/javascript; charset=utf-8', this.asset('around.js'));
    if (asked === `POST ${paths.run}`) return this.run(request, url, response);
    return sendJson(response, 404, { message: `Nothing at ${url.pathname}` });
  }

  /** The page around the script's own. No other site may frame it: the script asks for nothing else. */
  private async open(response: ServerResponse): Promise<void> {
    const { frames } = this.addresses();
    const served = await this.app.get();
    if ('failure' in served) return sendText(response, 200, html, served.failure);
    const source = `${frames}${paths.frame}/${this.pages.put(served.content)}`;
    return sendText(response, 200, html, aroundPage(served, source, this.token), {
      'Content-Security-Policy': [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'unsafe-inline'",
        "connect-src 'self'",
        `frame-src ${frames}`,
        "frame-ancestors 'self'",
        "base-uri 'none'",
        "form-action 'none'",
      ].join('; '),
      'X-Frame-Options': 'SAMEORIGIN',
    });
  }

  private frame(name: string, response: ServerResponse) {
    const content = this.pages.get(name);
    if (content === undefined) return sendJson(response, 404, { message: 'No such page' });
    const { origin } = this.addresses();
    const settings = { page: origin, functions: this.app.functions };
    const page = framePage(content, this.asset('link.js'), settings);
    return sendText(response, 200, html, page, {
      'Content-Security-Policy': `frame-ancestors ${origin}`,
      'Cross-Origin-Opener-Policy': null,
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'X-Frame-Options': null,
    });
  }

  private async post(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const answer = await this.app.post(await textIn(request), String(request.headers['content-type'] ?? ''));
    const Location = this.addresses().answer(this.answers.put(answer));
    return sendText(response, 302, html, '<html><body>Moved Temporarily</body></html>', { Location });
  }

  private echo(url: URL, response: ServerResponse) {
    const answer = this.answers.get(url.searchParams.get('user_content_key') ?? '');
    if (answer === undefined) return sendText(response, 404, html, '<html><body>Not Found</body></html>');
    return sendText(response, 200, answer.type, answer.text);
  }

  /** `google.script.run` of the page. */
  private async run(request: IncomingMessage, url: URL, response: ServerResponse): Promise<void> {
    if (!bringsToken(request, url, this.token))
      return sendJson(response, 403, { message: 'The workbench was started again: open the link again' });
    const { functionName, args } = await bodyOf(request, runRequest);
    if (!this.app.functions.includes(functionName))
      return sendJson(response, 200, { ok: false, message: `Script function not found: ${functionName}` });
    const finished = await this.app.run(functionName, args);
    return sendJson(
      response,
      200,
      finished.ok ? { ok: true, value: finished.value ?? null } : { ok: false, message: failureOf(finished) },
    );
  }

  private asset(name: string): string {
    return readFileSync(join(this.assets, name), 'utf8');
  }
}
