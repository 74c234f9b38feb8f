import { isRead, type Page, pagesToAsk } from '../plan/pages';
import { leftOf } from './hour';
import { isEnded, isWanted, type Job, type List, type Sent } from './job';
import { waitsUntil } from './progress';

/** The most requests that are sent side by side: more trips other people's limits (and Google's). */
export const SIDE_BY_SIDE = 10;

/** A page of a list. */
export interface Ask {
  list: List;
  page: Page;
}

/** What a job needs done next. `query` is an index in its queries. */
export type Command =
  | { do: 'ask'; asks: Ask[] }
  | { do: 'wait'; until: number }
  | { do: 'commit'; query: number }
  | { do: 'end' };

/** The next thing to do for `job` at `now` (milliseconds since 1970). Tables that have been read are written at once. */
export function next(job: Job, now: number): Command {
  const committing = job.queries.findIndex(({ state }) => state === 'committing');
  if (committing >= 0) return { do: 'commit', query: committing };
  if (job.queries.every(isEnded)) return { do: 'end' };
  const asks = asksOf(job, now);
  const until = Math.max(waitsUntil(job, now), roomFor(asks.length, job.sent));
  return until > now ? { do: 'wait', until } : { do: 'ask', asks };
}

/**
 * As many pages as may be asked for side by side, and as the hour of their account has room for. The query with the fewest lists
 * left comes first, and each list gets as many as the others, while it has any: so what is short doesn't wait for what is long.
 */
function asksOf(job: Job, now: number): Ask[] {
  const left = job.accounts.map(({ hourly }, index) => leftOf(job.hours[index], hourly, now));
  const open = shortestFirst(
    job,
    job.lists.filter((list) => !isRead(list.pages) && isWanted(job, list)),
  );
  const given = open.map(() => 0);
  let all = 0;
  for (let more = true; more && all < SIDE_BY_SIDE; ) {
    more = false;
    for (const [index, { pages, reading }] of open.entries()) {
      if (all === SIDE_BY_SIDE || left[reading.account] <= 0) continue;
      if (pagesToAsk(pages, given[index] + 1).length <= given[index]) continue;
      given[index] += 1;
      left[reading.account] -= 1;
      all += 1;
      more = true;
    }
  }
  return open.flatMap((list, index) => pagesToAsk(list.pages, given[index]).map((page) => ({ list, page })));
}

/** Lists by how many of them the least of those who take of them still needs. */
function shortestFirst(job: Job, open: List[]): List[] {
  const needed = job.queries.map(() => 0);
  const takers = open.map(({ reading }) => [
    ...new Set(reading.takes.map(({ query }) => query).filter((query) => !isEnded(job.queries[query]))),
  ]);
  for (const query of takers.flat()) needed[query] += 1;
  const least = new Map(
    open.map((list, index) => [list, Math.min(...takers[index].map((query) => needed[query]))]),
  );
  return [...open].sort((a, b) => (least.get(a) ?? 0) - (least.get(b) ?? 0));
}

/** Clockify answers so many requests in any second. */
const A_SECOND = 1000;
const MOST_A_SECOND = 10;

/** From when on so many requests may be sent, after those that were. A batch waits for room for all of it. */
function roomFor(number: number, sent: Sent[]): number {
  let before = number;
  for (const { at, requests } of [...sent].reverse()) {
    before += requests;
    if (before > MOST_A_SECOND) return at + A_SECOND;
  }
  return 0;
}

/** What was sent, with this batch; as much of it as the pace goes by. */
export function withSent(sent: Sent[], batch: Sent): Sent[] {
  return [...sent.filter(({ at }) => at > batch.at - A_SECOND), batch];
}
