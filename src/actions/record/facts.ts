import { isEnded, type Job } from '../../job/job';
import { progressOf } from '../../job/progress';
import type { StoredQuery } from '../../query/queries';
import {
  type QueryFacts,
  type ScheduleFacts,
  type Standing,
  standingOf,
  type WaitingFacts,
} from '../../record/standing';
import { dueOf } from '../../schedule/due';
import { schedulesIn } from '../../schedule/stored';
import { turnsIn } from '../../schedule/turns';

import type { Effects, Looked } from '../effects';

type Known = Pick<StoredQuery, 'id' | 'query' | 'state'>;

/** What schedules and refreshes that wait say of queries at a moment, in milliseconds since 1970. */
export interface Timing {
  now: number;
  /** Null where a query has no schedule. */
  schedule(query: Known): ScheduleFacts | null;
  /** Null where no refresh of it waits, of those that this person began. */
  waiting(query: string): WaitingFacts | null;
}

/** What schedules say by the store of the spreadsheet, whose values these are, and which refreshes of this person wait (`jobs`). */
export function timing(now: number, values: Record<string, string>, jobs: Job[]): Timing {
  const schedules = schedulesIn(values);
  const turn = turnsIn(values);
  const waiting = new Map(jobs.flatMap((job) => waitingIn(job, now)));
  return {
    now,
    schedule({ id, state }) {
      const stored = schedules.get(id);
      if (stored === undefined) return null;
      const done = { from: stored.from, slot: turn(id).done, begun: state.complete?.begun ?? null };
      return dueOf(stored.schedule, done, now);
    },
    waiting: (query) => waiting.get(query) ?? null,
  };
}

/** The same at this moment. */
export function timingNow({ clock, jobs }: Pick<Effects, 'clock' | 'jobs'>, { values }: Looked): Timing {
  const now = clock.now();
  return timing(now, values, jobs.waiting(now));
}

function waitingIn(job: Job, now: number): [string, WaitingFacts][] {
  return job.queries.flatMap((asked, index): [string, WaitingFacts][] => {
    if (isEnded(asked)) return [];
    const { until, requests, requestsLeft } = progressOf(job, now, index);
    return [[asked.query.id, { until, requests, requestsLeft }]];
  });
}

/** A wait from which on everybody is told of it, in milliseconds: what goes on at once is over before a note is read. */
const LONG_WAIT = 120_000;

/** The same without refreshes that go on in a moment. */
export function withoutShortWaits(time: Timing): Timing {
  return {
    ...time,
    waiting(query) {
      const known = time.waiting(query);
      return (known?.until ?? 0) > time.now + LONG_WAIT ? known : null;
    },
  };
}

/** What is known of a query in the eyes of one who looks, or of everybody who may see its note. */
export type Eyes = Pick<QueryFacts, 'placed' | 'repairing' | 'needsLogin' | 'needsAgreement'>;

/** How a stored query stands in somebody's eyes. */
export function standingIn(known: Known, eyes: Eyes, time: Timing): Standing {
  const { query, state, id } = known;
  const readable = query !== null;
  const zone = query?.zone ?? state.complete?.zone ?? 'UTC';
  const [schedule, waiting] = [time.schedule(known), time.waiting(id)];
  return standingOf({ readable, zone, state, ...eyes, schedule, waiting }, time.now);
}
