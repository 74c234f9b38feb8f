/** What was sent to an account since its hour began, as far as this refresh knows. */
export interface Hour {
  /** When the first request was sent, in milliseconds since 1970. */
  since: number;
  requests: number;
}

const AN_HOUR = 3_600_000;
/** Clockify's clock and ours differ, and requests of an hour aren't all sent in its first second. */
const MARGIN = 15_000;

/** When an hour is over in which nothing more may be sent. */
export function renewalOf(hour: Hour): number {
  return hour.since + AN_HOUR + MARGIN;
}

/** How many requests may still be sent at `now`; without a limit any number. */
export function leftOf(hour: Hour | undefined, hourly: number | null, now: number): number {
  if (hourly === null) return Number.POSITIVE_INFINITY;
  return hour === undefined || now >= renewalOf(hour) ? hourly : Math.max(0, hourly - hour.requests);
}

/** The hour after requests were sent at `at`. */
export function withRequests(hour: Hour | undefined, at: number, requests: number): Hour {
  if (hour === undefined || at >= renewalOf(hour)) return { since: at, requests };
  return { ...hour, requests: hour.requests + requests };
}

/** The hour after Clockify has said at `at` that nothing is left of it, and perhaps how long to wait, in milliseconds. */
export function usedUp(hour: Hour, hourly: number, at: number, retryAfter: number | null): Hour {
  const since = retryAfter === null ? hour.since : at + retryAfter - AN_HOUR;
  return { since, requests: Math.max(hourly, hour.requests) };
}
