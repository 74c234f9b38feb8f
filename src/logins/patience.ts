import { type Access, type ApiOutcome, type ApiRequest, ask, failed } from '../clockify/client';
import { passing } from '../clockify/failure';
import type { Http } from '../clockify/http';
import { waitAfter } from '../clockify/refusal';

/** What asking takes. */
export interface Asking {
  http: Http;
  clock: { now(): number; sleep(milliseconds: number): void };
  chance(): number;
}

/** Somebody is looking at a spinner: three tries, no wait above ten seconds. */
const TRIES = 3;
const LONGEST_WAIT = 10_000;

/** Asks side by side; what failed and may pass is asked again, a few times and with waits. */
export function askPatiently(asking: Asking, access: Access, requests: ApiRequest[]): ApiOutcome[] {
  const outcomes = ask(
    asking.http,
    requests.map((request) => ({ access, request })),
  );
  for (let count = 1; count < TRIES; count++) {
    const open = outcomes.flatMap((outcome, index) => (failed(outcome) && passing(outcome) ? [index] : []));
    const failures = outcomes.filter(failed).filter(passing);
    if (open.length === 0) break;
    const wait = waitAfter(failures, count, asking.chance());
    if (wait > LONGEST_WAIT) break;
    asking.clock.sleep(wait);
    const again = ask(
      asking.http,
      open.map((index) => ({ access, request: requests[index] })),
    );
    open.forEach((index, position) => {
      outcomes[index] = again[position];
    });
  }
  return outcomes;
}
