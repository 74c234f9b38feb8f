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

/** As many pages as may be asked for side by side, and as the hour of their account has room for. */
function asksOf(job: Job, now: number): Ask[] {
  const left = job.accounts.map(({ hourly }, index) => leftOf(job.hours[index], hourly, now));
  const asks: Ask[] = [];
  for (const list of job.lists) {
    if (isRead(list.pages) || !isWanted(job, list)) continue;
    const { account } = list.reading;
    for (const page of pagesToAsk(list.pages, Math.min(SIDE_BY_SIDE - asks.length, left[account]))) {
      asks.push({ list, page });
      left[account] -= 1;
    }
  }
  return asks;
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
