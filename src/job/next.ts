import { type Page, pagesToAsk } from '../plan/pages';
import type { Job, List } from './job';

/** The most requests that are sent side by side: more trips other people's limits (and Google's). */
export const SIDE_BY_SIDE = 10;

/** A page of a list. */
export interface Ask {
  list: List;
  page: Page;
}

/** What a job needs done next. */
export type Command =
  | { do: 'ask'; asks: Ask[] }
  | { do: 'wait'; until: number }
  | { do: 'commit' }
  | { do: 'end' };

/** The next thing to do for `job` at `now` (milliseconds since 1970). */
export function next(job: Job, now: number): Command {
  if (job.state === 'done' || job.state === 'failed') return { do: 'end' };
  if (job.state === 'committing') return { do: 'commit' };
  if (job.notBefore > now) return { do: 'wait', until: job.notBefore };
  const asks: Ask[] = [];
  for (const list of job.lists) {
    if (asks.length === SIDE_BY_SIDE) break;
    for (const page of pagesToAsk(list.pages, SIDE_BY_SIDE - asks.length)) asks.push({ list, page });
  }
  return { do: 'ask', asks };
}
