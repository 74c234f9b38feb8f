import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { csv } from '../csv';
import { formatA1 } from '../gas/a1';
import type { Book } from './book';
import { bodyOf, sendJson, sendText } from './http';
import {
  breakRequest,
  computedRequest,
  editRequest,
  menuRequest,
  nameRequest,
  runRequest,
  selectRequest,
} from './requests';
import { sidebarPage } from './sidebarPage';
import { userOf } from './users';

/** What a route gets. */
export interface RouteCall {
  readonly book: Book;
  readonly url: URL;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly assets: string;
  readonly token: string;
}

export interface Route {
  /** Whether it needs no token. */
  readonly open?: true;
  /** The name of this machine that it answers under. */
  readonly host?: 'localhost';
  answer(call: RouteCall): unknown;
}

export const types: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
};

/** What answers to which method and first part of a path. */
export const routes = new Map<string, Route>(
  Object.entries({
    'GET /': {
      open: true,
      answer({ request, response, assets, token }) {
        const html = readFileSync(join(assets, 'index.html'), 'utf8').replace('{{token}}', token);
        sendText(response, 200, types.html, html, { 'Content-Security-Policy': pagePolicy(request) });
      },
    },
    'GET /client': {
      open: true,
      answer({ url, response, assets }) {
        const name = /^\/client\/([\w-]+\.(js|css|svg|txt))$/.exec(url.pathname);
        if (!name) return sendJson(response, 404, { message: 'No such file' });
        return sendText(response, 200, types[name[2]], readFileSync(join(assets, name[1])));
      },
    },
    // The identifier of a sidebar that was opened is a secret of its own.
    'GET /sidebar': {
      open: true,
      host: 'localhost',
      answer({ book, url, request, response, assets }) {
        const opened = book.news.opened(partOf(url));
        if (!opened) return sendJson(response, 404, { message: 'No such sidebar' });
        const shim = readFileSync(join(assets, 'frame.js'), 'utf8');
        const page = pageOrigin(request);
        const settings = { page, ahead: Number(url.searchParams.get('ahead')), functions: book.functions };
        return sendText(response, 200, types.html, sidebarPage(opened.content, shim, settings), {
          'Content-Security-Policy': `frame-ancestors ${page}`,
          'Cross-Origin-Opener-Policy': null,
          'Cross-Origin-Resource-Policy': 'cross-origin',
          'X-Frame-Options': null,
        });
      },
    },
    'GET /state': { answer: ({ book, url }) => book.open(userIn(url)) },
    'GET /tab': {
      answer({ book, url, response }) {
        const bytes = book.tab(idIn(url));
        if (!bytes) return sendJson(response, 404, { message: 'The tab is gone' });
        return sendText(response, 200, 'application/octet-stream', bytes);
      },
    },
    'GET /events': {
      answer({ book, url, response }) {
        book.events.open(response, userIn(url));
        return new Promise((done) => response.on('close', done));
      },
    },
    'GET /csv': {
      answer({ book, url, response }) {
        const { spreadsheet, spreadsheetName } = book.platform;
        const tab = spreadsheet.tabs().find(({ id }) => id === idIn(url));
        if (!tab) return sendJson(response, 404, { message: 'The tab is gone' });
        const { lastRow, lastColumn, name } = tab;
        const rect = { row: 1, column: 1, rows: lastRow, columns: lastColumn };
        const values = lastRow === 0 ? [] : spreadsheet.values(name, formatA1(rect));
        const shown = lastRow === 0 ? [] : spreadsheet.displayed(name, formatA1(rect));
        const text = csv({ shown, values }, { raw: url.searchParams.get('raw') === '1' });
        // Half a character, which a name can hold, has no form in an address.
        const file = encodeURIComponent(Buffer.from(`${spreadsheetName} - ${name}.csv`).toString());
        return sendText(response, 200, 'text/csv; charset=utf-8', text, {
          'Content-Disposition': `attachment; filename*=UTF-8''${file}`,
        });
      },
    },
    'POST /select': {
      answer: async ({ book, url, request }) =>
        book.select(userIn(url), await bodyOf(request, selectRequest)),
    },
    'POST /edit': {
      async answer({ book, url, request }) {
        const { tab, edit } = await bodyOf(request, editRequest);
        book.edit(userIn(url), tab, edit);
      },
    },
    'POST /computed': {
      async answer({ book, request }) {
        const { tab, computed } = await bodyOf(request, computedRequest);
        book.computed(tab, computed);
      },
    },
    'POST /run': {
      async answer({ book, url, request }) {
        const { functionName, args } = await bodyOf(request, runRequest);
        return book.run(userIn(url), functionName, args);
      },
    },
    'POST /menu': {
      async answer({ book, url, request }) {
        const { functionName } = await bodyOf(request, menuRequest);
        return book.choose(userIn(url), functionName);
      },
    },
    'POST /name': {
      async answer({ book, request }) {
        book.rename((await bodyOf(request, nameRequest)).name);
      },
    },
    'POST /break': {
      async answer({ book, request }) {
        const { id, on, choice } = await bodyOf(request, breakRequest);
        return { said: await book.turn(id, on, choice) };
      },
    },
  } satisfies Record<string, Route>),
);

function userIn(url: URL) {
  return userOf(url.searchParams.get('user'));
}

/** The second part of the path. */
function partOf(url: URL): string {
  return url.pathname.split('/')[2] ?? '';
}

function idIn(url: URL): number {
  return Number(partOf(url));
}

/** Where the page of the server that is asked is. */
export function pageOrigin({ headers }: IncomingMessage): string {
  return `http://${String(headers.host).replace('localhost', '127.0.0.1')}`;
}

function pagePolicy(request: IncomingMessage): string {
  return [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `frame-src ${pageOrigin(request).replace('127.0.0.1', 'localhost')}`,
    "frame-ancestors 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
