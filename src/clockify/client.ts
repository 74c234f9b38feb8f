import { plainText } from '../query/plainText';
import type { ApiKey } from './apiKey';
import { type Failure, failureOf } from './failure';
import type { Hosts } from './hosts';
import type { Http, HttpRequest } from './http';

/** The most characters of Clockify's own words that are kept. */
const LONGEST_MESSAGE = 300;

/** Whose eyes the request is made with, and where. */
export interface Access {
  hosts: Hosts;
  key: ApiKey;
}

/** A read of Clockify's API: the path as in its documentation, without the version. */
export interface ApiRequest {
  host: keyof Hosts;
  path: string;
  query?: Record<string, string | number | boolean>;
  /** Sent as JSON by POST when present. */
  body?: unknown;
}

/** A readable answer: parsed JSON, with what its headers say about paging. */
export interface ApiAnswer {
  body: unknown;
  /** The header `Last-Page`; null when the answer doesn't have it. */
  lastPage: boolean | null;
  /** The header `total-count`, which only some lists send. */
  totalCount: number | null;
}

export type ApiOutcome = ApiAnswer | Failure;

/** Whether an outcome is a failure. */
export function failed(outcome: ApiOutcome): outcome is Failure {
  return 'kind' in outcome;
}

/** Asks Clockify, side by side; one outcome a request, in order. Never throws for what Clockify or the network does. */
export function ask(http: Http, requests: { access: Access; request: ApiRequest }[]): ApiOutcome[] {
  const responses = http.send(requests.map(({ access, request }) => httpRequest(access, request)));
  return responses.map((response, index) => {
    const failure = failureOf(response);
    if (failure) return { ...failure, message: shownOf(failure.message, requests[index].access.key) };
    const { headers, text } = response as { headers: Record<string, string>; text: string };
    const body = parse(text);
    if (body === undefined) return { kind: 'unreadable', status: 200, message: looksOf(text) };
    return { body, lastPage: flag(headers['last-page']), totalCount: count(headers['total-count']) };
  });
}

/** Clockify's words as they are shown, kept and logged: they may hold what was sent, and be of any length. Cut last. */
export function shownOf(message: string, key: ApiKey): string {
  return plainText(key.hideIn(message), LONGEST_MESSAGE);
}

function httpRequest(access: Access, request: ApiRequest): HttpRequest {
  const query = Object.entries(request.query ?? {})
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join('&');
  const url = `${access.hosts[request.host]}${request.path}${query && `?${query}`}`;
  const headers: Record<string, string> = { 'X-Api-Key': access.key.reveal() };
  if (request.body === undefined) return { method: 'get', url, headers };
  headers['Content-Type'] = 'application/json';
  return { method: 'post', url, headers, body: JSON.stringify(request.body) };
}

/** The JSON in `text`; undefined for whatever isn't an object or an array, so that HTML or a cut-off body is no data. */
function parse(text: string): unknown {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? body : undefined;
  } catch {
    return undefined;
  }
}

function looksOf(text: string): string {
  if (text.trim() === '') return 'an empty answer';
  return /^\s*</.test(text) ? 'a web page instead of data' : 'an answer that is cut off or not JSON';
}

function flag(value: string | undefined): boolean | null {
  return value === undefined ? null : value.toLowerCase() === 'true';
}

function count(value: string | undefined): number | null {
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : null;
}
