import { type Access, type ApiOutcome, type ApiRequest, ask, failed } from './client';
import { passing } from './failure';
import type { Http } from './http';
import { FOR_A_DIALOG, retryWait } from './retry';

/** What asking takes. */
export interface Asking {
  http: Http;
  clock: { now(): number; sleep(milliseconds: number): void };
  chance(): number;
}

/** Asks side by side for somebody who waits; what failed and may pass is asked again, a few times and with waits. */
export function askPatiently(asking: Asking, access: Access, requests: ApiRequest[]): ApiOutcome[] {
  return askEachPatiently(
    asking,
    requests.map((request) => ({ access, request })),
  );
}

/** The same for requests of several logins. */
export function askEachPatiently(
  asking: Asking,
  requests: { access: Access; request: ApiRequest }[],
): ApiOutcome[] {
  const outcomes = ask(asking.http, requests);
  for (let count = 1; ; count++) {
    const open = outcomes.flatMap((outcome, index) => (failed(outcome) && passing(outcome) ? [index] : []));
    const failures = outcomes.filter(failed).filter(passing);
    if (open.length === 0) return outcomes;
    const wait = retryWait(failures, count, asking.chance(), FOR_A_DIALOG);
    if (wait === null) return outcomes;
    asking.clock.sleep(wait);
    const again = ask(
      asking.http,
      open.map((index) => requests[index]),
    );
    open.forEach((index, position) => {
      outcomes[index] = again[position];
    });
  }
}
