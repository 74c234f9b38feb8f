import type { HttpFailure, HttpResponse } from './http';

/**
 * Why a request gave no data, by what the caller can do about it. `rate-limited`, `server`, `unreachable` and `unreadable`
 * may pass by themselves; the others don't.
 */
export interface Failure {
  kind:
    | 'rate-limited'
    | 'server'
    | 'unreachable'
    | 'unreadable'
    | 'key-refused'
    | 'forbidden'
    | 'not-found'
    | 'refused';
  /** HTTP status; 0 when no answer came. */
  status: number;
  /** Clockify's own words, or ours where it had none. */
  message: string;
  /** How long Clockify asks to wait (`Retry-After`), in milliseconds. */
  retryAfter?: number;
}

/** Whether trying the same again can help. */
export function passing(failure: Failure): boolean {
  return ['rate-limited', 'server', 'unreachable', 'unreadable'].includes(failure.kind);
}

/** The failure that a response is; null when it has status 200. */
export function failureOf(response: HttpResponse | HttpFailure): Failure | null {
  if ('failure' in response) return { kind: 'unreachable', status: 0, message: response.failure };
  const { status } = response;
  if (status === 200) return null;
  // Followed, it would take the key to wherever it leads.
  if (status >= 300 && status < 400)
    return { kind: 'unreadable', status, message: 'it leads to another address' };
  const message = messageOf(response.text);
  const failure = { status, message };
  if (status === 429) {
    return { kind: 'rate-limited', ...failure, retryAfter: retryAfter(response.headers['retry-after']) };
  }
  if (status >= 500 || status === 408) {
    return { kind: 'server', ...failure, retryAfter: retryAfter(response.headers['retry-after']) };
  }
  if (status === 401) return { kind: 'key-refused', ...failure };
  if (status === 403) return { kind: 'forbidden', ...failure };
  // A workspace that is gone is a 400 with these words (and code 501), not a 404.
  if (status === 404 || /doesn't belong to workspace|workspace.*not found/i.test(message)) {
    return { kind: 'not-found', ...failure };
  }
  return { kind: 'refused', ...failure };
}

/** `Retry-After` in milliseconds: seconds are documented; a date is passed over, since our clock may differ from theirs. */
function retryAfter(value: string | undefined): number | undefined {
  return value !== undefined && /^\d+(\.\d+)?$/.test(value.trim()) ? Number(value) * 1000 : undefined;
}

function messageOf(text: string): string {
  try {
    const { message } = JSON.parse(text) as { message?: unknown };
    // As long as a page of text: what is shown of it is cut once the key is out of it.
    if (typeof message === 'string') return message.slice(0, 5000);
  } catch {
    // Not JSON: a proxy's page, say. Its text is of no use to anyone.
  }
  return 'no reason given';
}
