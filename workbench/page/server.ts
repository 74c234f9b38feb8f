import { createServer, type Server } from 'node:http';
import { addressOf, isOwn, ownHost } from '../local';
import type { Book } from './book';
import { EditRefused } from './edits';
import { bringsToken, sendJson, sendText } from './http';
import { pageOrigin, type RouteCall, routes, types } from './routes';

/**
 * Serves the page and all that it asks for; not yet listening. `assets` is the folder of the built client, `token` what a request
 * has to bring that reads or changes anything: the page gets it with its HTML, and no frame and no other site does.
 *
 * The page is at 127.0.0.1 and the frames of sidebars at localhost, which to a browser is another site: what a sidebar runs can
 * ask this server for nothing.
 */
export function createPageServer(book: Book, assets: string, token: string): Server {
  return createServer((request, response) => {
    answer({ book, request, response, assets, token }).catch((error: Error) => {
      if (!(error instanceof EditRefused) && error.name !== 'Exception') console.error(error);
      if (!response.headersSent) sendJson(response, 400, { message: error.message });
      else response.end();
    });
  });
}

async function answer(call: Omit<RouteCall, 'url'>): Promise<void> {
  const { request, response, token } = call;
  if (!isOwn(request)) return sendJson(response, 403, { message: 'Only for pages of this machine' });
  const url = addressOf(request);
  if (!url) return sendJson(response, 400, { message: 'That is no address of this page' });
  const first = /^\/([^/]+|$)/.exec(url.pathname);
  const route = first ? routes.get(`${request.method} ${first[0]}`) : undefined;
  if (!route) return sendJson(response, 404, { message: `Nothing at ${url.pathname}` });
  if ((ownHost(request) === 'localhost') !== (route.host === 'localhost')) return elsewhere(call, url);
  if (!route.open && !bringsToken(request, url, token))
    return sendJson(response, 403, { message: 'The workbench was started again: load the page again' });
  const value = await route.answer({ ...call, url });
  if (!response.headersSent) sendJson(response, 200, value ?? { ok: true });
}

/** The page is at one address, however it was typed; what else is asked for under the wrong name isn't there. */
function elsewhere({ request, response }: Omit<RouteCall, 'url'>, url: URL): void {
  if (request.method !== 'GET' || url.pathname !== '/')
    sendJson(response, 404, { message: `Nothing at ${url.pathname}` });
  else sendText(response, 302, types.html, '', { Location: `${pageOrigin(request)}/${url.search}` });
}
