import { PlatformError, texts } from '../errors';
import { type HttpResponse, NetworkFailure, send } from '../http';
import { batchMs } from '../latency';
import type { Platform } from '../platform';
import { rowsOf } from '../rows';
import { Answer, type Call, type Handler } from './call';

interface Asked {
  readonly url: string;
  readonly method?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly contentType?: string;
  readonly payload?: {
    readonly text?: string;
    readonly bytes?: readonly number[];
    readonly contentType?: string;
  };
  readonly muteHttpExceptions?: boolean;
  readonly followRedirects?: boolean;
  readonly timeoutSeconds?: number;
}

interface Sent {
  readonly response: HttpResponse;
  readonly rows: number;
}

const maxUrl = 2082;
const maxHeaders = 100;
const maxHeaderBytes = 8 * 1024;
const userAgent =
  'Mozilla/5.0 (compatible; Google-Apps-Script; beanserver; +https://script.google.com; id: workbench)';
const methods = new Set(['get', 'post', 'put', 'delete', 'patch', 'head', 'options']);
/** Headers that Google doesn't let a script set. */
const refusedHeaders = /^(host|content-length|x-forwarded-.*|via|connection)$/i;

/** Whether a URL is under one of the manifest's prefixes; one leading `*.` stands for any sub-domain. */
export function whitelisted(url: string, prefixes: readonly string[] | undefined): boolean {
  if (!prefixes) return true;
  return prefixes.some((prefix) => {
    const wildcard = /^https:\/\/\*\.([^/]+)(\/.*)$/.exec(prefix);
    if (!wildcard) return url.startsWith(prefix);
    const parsed = new URL(url);
    const path = parsed.pathname + parsed.search;
    return (
      parsed.protocol === 'https:' &&
      parsed.hostname.endsWith(`.${wildcard[1]}`) &&
      path.startsWith(wildcard[2])
    );
  });
}

function refuse(asked: Asked, platform: Platform): void {
  const { url } = asked;
  if (url.length > maxUrl) {
    throw new PlatformError(`Limit Exceeded: URLFetch URL Length. ${url.slice(0, 100)}`);
  }
  if (!/^https?:\/\/[^/]/.test(url) || !URL.canParse(url))
    throw new PlatformError(`Invalid argument: ${url}`);
  if (!whitelisted(url, platform.manifest.urlFetchWhitelist)) {
    throw new PlatformError(
      `The URL ${url} is not allowed: it does not match the urlFetchWhitelist of the manifest.`,
    );
  }
  if (asked.method !== undefined && !methods.has(asked.method.toLowerCase())) {
    throw new PlatformError(`Attribute provided with invalid value: method`);
  }
  const names = Object.keys(asked.headers);
  const bytes = Object.entries(asked.headers).reduce(
    (sum, [name, value]) => sum + name.length + value.length,
    0,
  );
  if (names.length > maxHeaders || bytes > maxHeaderBytes) {
    throw new PlatformError('Limit Exceeded: URLFetch Header Size.');
  }
  for (const [name, value] of Object.entries(asked.headers)) {
    // Control characters would split the header; Google refuses them too.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
    if (refusedHeaders.test(name) || /[\u0000-\u001f\u007f]/.test(value) || /[^\u0000-\u00ff]/.test(value)) {
      throw new PlatformError(`Attribute provided with invalid value: Header:${name}`);
    }
  }
}

async function exchange(asked: Asked, platform: Platform, now: number, redirects = 0): Promise<HttpResponse> {
  const { payload } = asked;
  const body = payload && (payload.bytes ? Uint8Array.from(payload.bytes) : Buffer.from(payload.text ?? ''));
  const method = (asked.method ?? (body ? 'post' : 'get')).toUpperCase();
  if (body && method === 'GET') throw new PlatformError('not emulated: a GET with a payload');
  const type = asked.contentType ?? payload?.contentType ?? 'application/x-www-form-urlencoded';
  const route = platform.route(asked.url, now);
  if (!route) throw new NetworkFailure('address');
  const headers = {
    'user-agent': userAgent,
    ...(body ? { 'content-type': type } : {}),
    ...lower(asked.headers),
    ...route.headers,
  };
  const entry = {
    method,
    url: asked.url,
    headers: asked.headers,
    body: body && Buffer.from(body).toString(),
  };
  let response: HttpResponse;
  try {
    response = await send({ method, url: route.url, headers, body }, (asked.timeoutSeconds ?? 360) * 1000);
  } catch (error) {
    platform.http.push({ ...entry, status: 0 });
    throw error;
  }
  platform.http.push({ ...entry, status: response.status });
  const { location } = response.headers;
  if (response.status < 300 || response.status > 399 || !location || asked.followRedirects === false)
    return response;
  if (redirects >= 10) throw new PlatformError(`Too many redirects: ${asked.url}`);
  const next = {
    ...asked,
    url: new URL(String(location), asked.url).href,
    method: 'get',
    payload: undefined,
  };
  refuse(next, platform);
  return exchange(next, platform, now, redirects + 1);
}

function lower(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

async function sent(asked: Asked, platform: Platform, now: number): Promise<Sent> {
  try {
    const response = await exchange(asked, platform, now);
    return { response, rows: rowsOf(response) };
  } catch (error) {
    if (!(error instanceof NetworkFailure)) throw error;
    if (error.kind === 'dns') throw new PlatformError(texts.dns(asked.url));
    if (error.kind === 'timeout') throw new PlatformError(texts.timeout(asked.url));
    if (error.kind === 'too large')
      throw new PlatformError(`Limit Exceeded: URLFetch Response Size. ${asked.url}`);
    throw new PlatformError(texts.addressUnavailable(asked.url));
  }
}

function complain(asked: Asked, { status, body }: HttpResponse): void {
  if (status < 400 || asked.muteHttpExceptions) return;
  const host = new URL(asked.url).origin;
  throw new PlatformError(
    `Request failed for ${host} returned code ${status}. Truncated server response: ${body.toString('utf8', 0, 200)} (use muteHttpExceptions option to examine full response)`,
  );
}

/** Sends all, at most `parallel` at a time; the first that can't be answered fails the whole batch. */
async function perform(call: Call, requests: readonly Asked[]): Promise<HttpResponse[]> {
  const { platform, execution } = call;
  for (const asked of requests) refuse(asked, platform);
  execution.ledger.requests += requests.length;
  const done: Sent[] = [];
  const rows: number[] = [];
  try {
    for (let start = 0; start < requests.length; start += platform.prices.parallel) {
      const group = requests.slice(start, start + platform.prices.parallel);
      const results = await Promise.allSettled(group.map((asked) => sent(asked, platform, execution.time)));
      for (const result of results) rows.push(result.status === 'fulfilled' ? result.value.rows : 0);
      for (const result of results) {
        if (result.status === 'rejected') throw result.reason;
        done.push(result.value);
      }
    }
  } finally {
    execution.spend(batchMs(platform.prices, rows));
    platform.locks.stir();
  }
  requests.forEach((asked, index) => {
    complain(asked, done[index].response);
  });
  return done.map(({ response }) => response);
}

function answered(responses: readonly HttpResponse[]) {
  return responses.map(({ status, headers }, body) => ({ $: 'HTTPResponse', code: status, headers, body }));
}

/** UrlFetchApp. */
export const fetchCalls: Record<string, Handler> = {
  'UrlFetchApp.fetch': async (call) => {
    const responses = await perform(call, [call.args[0] as Asked]);
    return new Answer(answered(responses)[0], { bytes: responses.map(({ body }) => body) });
  },
  'UrlFetchApp.fetchAll': async (call) => {
    const responses = await perform(call, call.args[0] as Asked[]);
    return new Answer(answered(responses), { bytes: responses.map(({ body }) => body) });
  },
};
