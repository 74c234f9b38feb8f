import type { Requests } from '../../actions/previewRequests';
import { words } from '../words';

/** From how many requests on it takes long enough to be said, where no hourly limit says so earlier. */
const MANY = 100;

/** How many requests a refresh takes, in a sentence; null where nobody has to know. */
export function sayRequests({ requests, atLeast, hourly }: Omit<Requests, 'readings'>): string | null {
  if (hourly === null) return requests < MANY ? null : words.requestCount.many(requests, atLeast);
  const hours = Math.ceil(requests / hourly);
  return hours > 1
    ? words.requestCount.hours(requests, atLeast, hourly, hours - 1)
    : words.requestCount.within(requests, atLeast, hourly);
}
