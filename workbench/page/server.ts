import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { formatA1 } from '../gas/a1';
import { csv } from '../print';
import type { Book } from './book';
import { EditRefused } from './edits';
import { bodyOf, isOwn, sendJson, sendText } from './http';
import type { Computed, Edit, Selection } from './protocol';
import { functionsOf, sidebarPage } from './sidebarPage';
import { userOf } from './users';

/** What a route gets. */
interface Asked {
  readonly book: Book;
  readonly url: URL;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly assets: string;
}

type Route = (asked: Asked) => unknown;

const types: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  svg: 'image/svg+xml',
};

/** Serves the page and all that it asks for. `assets` is the folder of the built client. Not yet listening. */
export function createPageServer(book: Book, assets: string): Server {
  return createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://page');
    const route = routes[`${request.method} ${url.pathname.split('/').slice(0, 2).join('/')}`];
    if (!isOwn(request)) return sendJson(response, 403, { message: 'Only for pages of this machine' });
    if (!route) return sendJson(response, 404, { message: `Nothing at ${url.pathname}` });
    Promise.resolve({ book, url, request, response, assets })
      .then(route)
      .then((value) => {
        if (!response.headersSent) sendJson(response, 200, value ?? { ok: true });
      })
      .catch((error: Error) => {
        if (!(error instanceof EditRefused) && error.name !== 'Exception') console.error(error);
        if (!response.headersSent) sendJson(response, 400, { message: error.message });
        else response.end();
      });
  });
}

const routes: Record<string, Route> = {
  'GET /': ({ response, assets }) =>
    sendText(response, 200, types.html, readFileSync(join(assets, 'index.html'))),
  'GET /client': ({ url, response, assets }) => {
    const name = /^\/client\/([\w-]+\.(js|css|svg))$/.exec(url.pathname);
    if (!name) return sendJson(response, 404, { message: 'No such file' });
    return sendText(response, 200, types[name[2]], readFileSync(join(assets, name[1])));
  },
  'GET /state': ({ book, url }) => book.open(userIn(url)),
  'GET /tab': ({ book, url, response }) => {
    const bytes = book.tab(idIn(url));
    if (!bytes) return sendJson(response, 404, { message: 'The tab is gone' });
    return sendText(response, 200, 'application/octet-stream', bytes);
  },
  'GET /events': ({ book, url, response }) => {
    book.events.open(response, userIn(url));
    return new Promise((done) => response.on('close', done));
  },
  'GET /csv': ({ book, url, response }) => {
    const { spreadsheet, spreadsheetName } = book.platform;
    const tab = spreadsheet.tabs().find(({ id }) => id === idIn(url));
    if (!tab) return sendJson(response, 404, { message: 'The tab is gone' });
    const { lastRow, lastColumn, name } = tab;
    const rect = { row: 1, column: 1, rows: lastRow, columns: lastColumn };
    const lines = lastRow === 0 ? [] : spreadsheet.displayed(name, formatA1(rect));
    const file = encodeURIComponent(`${spreadsheetName} - ${name}.csv`);
    return sendText(response, 200, 'text/csv; charset=utf-8', lines.length === 0 ? '' : csv(lines), {
      'Content-Disposition': `attachment; filename*=UTF-8''${file}`,
    });
  },
  'GET /sidebar': ({ book, url, response, assets }) => {
    const opened = book.news.opened(idIn(url));
    if (!opened) return sendJson(response, 404, { message: 'No such sidebar' });
    const shim = readFileSync(join(assets, 'frame.js'), 'utf8');
    const page = url.searchParams.get('page') ?? '';
    // It ends up in a script: an origin of this machine, or nothing.
    if (!/^http:\/\/(127\.0\.0\.1|localhost):\d+$/.test(page))
      throw new EditRefused('Not a page of this machine');
    const functions = functionsOf(readFileSync(join(book.platform.distDir, 'Code.js'), 'utf8'));
    const settings = { page, ahead: Number(url.searchParams.get('ahead')), functions };
    return sendText(response, 200, types.html, sidebarPage(opened.content, shim, settings));
  },
  'POST /select': async ({ book, url, request }) =>
    book.select(userIn(url), await bodyOf<Selection>(request)),
  'POST /edit': async ({ book, url, request }) => {
    const { tab, edit } = await bodyOf<{ tab: number; edit: Edit }>(request);
    book.edit(userIn(url), tab, edit);
  },
  'POST /computed': async ({ book, request }) => {
    const { tab, computed } = await bodyOf<{ tab: number; computed: Computed[] }>(request);
    book.formulas.learn(tab, computed);
  },
  'POST /run': async ({ book, url, request }) => {
    const { functionName, args } = await bodyOf<{ functionName: string; args: unknown[] }>(request);
    return book.run(userIn(url), functionName, args);
  },
  'POST /menu': async ({ book, url, request }) => {
    const { functionName } = await bodyOf<{ functionName: string }>(request);
    return book.choose(userIn(url), functionName);
  },
  'POST /name': async ({ book, request }) => {
    const { name } = await bodyOf<{ name: string }>(request);
    book.rename(name);
  },
  'POST /break': async ({ book, request }) => {
    const { id, on, choice } = await bodyOf<{ id: string; on: boolean; choice?: string }>(request);
    return { said: await book.turn(id, on, choice) };
  },
};

function userIn(url: URL) {
  return userOf(url.searchParams.get('user'));
}

function idIn(url: URL): number {
  return Number(url.pathname.split('/')[2]);
}
