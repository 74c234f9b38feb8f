import type { HttpResponse } from './http';

/**
 * How many rows an answer has, which is what its price depends on: as `x-demo-rows` says, else the elements of its
 * JSON list, of its `timeentries` or `timeEntries`. Anything else has none.
 */
export function rowsOf({ headers, body }: HttpResponse): number {
  const told = headers['x-demo-rows'];
  if (told !== undefined) return Number(told);
  if (!String(headers['content-type'] ?? '').includes('json')) return 0;
  try {
    const json = JSON.parse(body.toString());
    const list = Array.isArray(json) ? json : (json?.timeentries ?? json?.timeEntries);
    return Array.isArray(list) ? list.length : 0;
  } catch {
    return 0;
  }
}
