import type { Requests } from '../../actions/previewRequests';
import type { SidebarProblem } from '../problem';
import { words } from '../words';

/** From how many requests on it is said, and from how many that it takes long, where no hourly limit says so earlier. */
const SOME = 21;
const MANY = 100;

/** How many requests a refresh takes, in a sentence; null where nobody has to know. */
export function sayRequests({ requests, atLeast, hourly }: Omit<Requests, 'readings'>): string | null {
  if (hourly === null)
    return requests < SOME ? null : words.requestCount.many(requests, atLeast, requests >= MANY);
  const hours = Math.ceil(requests / hourly);
  return hours > 1
    ? words.requestCount.hours(requests, atLeast, hourly, hours - 1)
    : words.requestCount.within(requests, atLeast, hourly);
}

/** How many of the requests each account takes, in a line; empty where there is one account only. */
export function sayReadings({ readings }: Pick<Requests, 'readings'>): string {
  const byAccount = new Map<string, number>();
  for (const { account, requests } of readings ?? [])
    byAccount.set(account, (byAccount.get(account) ?? 0) + requests);
  if (byAccount.size < 2) return '';
  return words.requestCount.each(
    [...byAccount].map(([account, requests]) => `${account} ${words.count(requests)}`),
  );
}

/** Problems that a query itself has, whatever its accounts: they are shown where it is made. */
const OF_QUERIES = [
  'period-too-long',
  'period-reversed',
  'field-unknown',
  'field-misplaced',
  'title-taken',
  'filter-invalid',
  'filter-too-large',
  'value-gone',
  'parameter-invalid',
  'columns-too-many',
  'zone-unknown',
];

/** Whether a problem is one that the query itself has. */
export function isOfQuery({ code }: Pick<SidebarProblem, 'code'>): boolean {
  return OF_QUERIES.includes(code);
}
