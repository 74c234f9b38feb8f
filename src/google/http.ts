import type { Http, HttpFailure, HttpRequest, HttpResponse } from '../clockify/http';
import { ProblemError } from '../problems/problem';
import { refusable } from './refusal';

/**
 * HTTP by `UrlFetchApp`. Statuses are muted, so that one refusal doesn't lose the answers beside it; network failures throw
 * all the same (Google's issue 64235231), and then each request of the batch is sent by itself.
 */
export const http: Http = {
  send(requests) {
    if (requests.length === 1) return [sendOne(requests[0])];
    try {
      return UrlFetchApp.fetchAll(requests.map(toFetch)).map(toResponse);
    } catch (error) {
      raiseRefusal(error);
      return requests.map(sendOne);
    }
  },
};

function sendOne(request: HttpRequest): HttpResponse | HttpFailure {
  try {
    const { url, ...options } = toFetch(request);
    return toResponse(UrlFetchApp.fetch(url, options));
  } catch (error) {
    raiseRefusal(error);
    return toFailure(error);
  }
}

function toFetch({ method, url, headers, body }: HttpRequest) {
  const { 'Content-Type': contentType, ...others } = headers;
  return {
    url,
    method,
    headers: others,
    muteHttpExceptions: true,
    followRedirects: false,
    ...(body === undefined ? {} : { contentType, payload: body }),
  };
}

function toResponse(response: GoogleAppsScript.URL_Fetch.HTTPResponse): HttpResponse {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(response.getHeaders()))
    headers[name.toLowerCase()] = String(value);
  return { status: response.getResponseCode(), headers, text: response.getContentText() };
}

function toFailure(error: unknown): HttpFailure {
  // Google's texts name the address: it holds no key, but may hold more than a log needs.
  const text = error instanceof Error ? error.message : String(error);
  return { failure: text.replace(/https?:\/\/\S+/g, 'Clockify').slice(0, 1000) };
}

/** Raises what Google itself refuses, a quota or a permission: no other try of ours can mend that. What passes is asked again. */
function raiseRefusal(error: unknown): void {
  try {
    refusable(() => {
      throw error;
    });
  } catch (refused) {
    if (refused instanceof ProblemError && refused.problem.retry !== 'now') throw refused;
  }
}
