import { isEnded, type Job } from '../../job/job';
import { progressOf } from '../../job/progress';
import type { Query } from '../../query/query';
import type { QueryState } from '../../query/state';
import { dueOf } from '../../schedule/due';
import { knownPerson } from '../../schedule/person';
import type { Schedule } from '../../schedule/schedule';
import { sentenceOf } from '../../schedule/sentence';
import { schedulesIn } from '../../schedule/stored';
import { turnsIn } from '../../schedule/turns';
import { hindrances } from '../agreement';
import type { Effects, Looked } from '../effects';

/** A refresh that waits to go on. */
export interface WaitingJob {
  /** Milliseconds since 1970; null when it goes on with the next execution. */
  until: number | null;
  requests: number;
  /** Null while nobody knows. */
  requestsLeft: number | null;
}

/** The schedule of a query, as somebody sees it who may carry it. Moments in milliseconds since 1970. */
export interface ScheduleView {
  schedule: Schedule;
  sentence: string;
  /** When the last slot began that is done; null while none is. */
  lastSlot: number | null;
  /** When the newest slot began that has begun since it was set, done or not; null while none has. */
  newestSlot: number | null;
  nextAt: number | null;
  /** When the first slot began that is late; null while none is. */
  overdueSince: number | null;
  /** Who runs it. */
  carriers: { name: string; mine: boolean }[];
  /** What it waits for before it can run; null when for nothing but its hour. */
  waits: null | 'agreement' | 'login' | 'nobody' | 'trigger';
  /** This person's refresh of it that waits to go on. */
  job: WaitingJob | null;
}

/** What of a query its schedule is seen by. */
interface Scheduled {
  id: string;
  query: Query | null;
  state: QueryState;
}

/** Says of each query what its schedule is, by what was seen of the spreadsheet's store; null where it has none. */
export function scheduleViews(
  effects: Effects,
  { values, placed }: Pick<Looked, 'values' | 'placed'>,
  jobs: Job[],
): (query: Scheduled) => ScheduleView | null {
  const { scheduling, clock } = effects;
  const schedules = schedulesIn(values);
  if (schedules.size === 0) return () => null;
  const now = clock.now();
  const turn = turnsIn(values);
  const person = knownPerson(scheduling.user);
  const hindrance = hindrances(effects, placed);
  const { hindered } = scheduling.heartbeats.here();
  return ({ id, query, state }) => {
    const stored = schedules.get(id);
    if (stored === undefined) return null;
    const { schedule, from } = stored;
    const { done } = turn(id);
    const due = dueOf(schedule, { from, slot: done, begun: state.complete?.begun ?? null }, now);
    const carriers = stored.carriers.map((carrier) => ({
      name: carrier.name || 'Somebody',
      mine: carrier.person === person,
    }));
    const mine = carriers.some((carrier) => carrier.mine);
    const alone = mine && carriers.length === 1;
    const hinders = query && mine ? hindrance(query) : null;
    return {
      schedule,
      sentence: sentenceOf(schedule),
      lastSlot: done !== null && done <= now ? done : null,
      newestSlot: due.newestSlot,
      nextAt: due.nextAt,
      overdueSince: due.overdueSince,
      carriers,
      waits: carriers.length === 0 ? 'nobody' : (hinders ?? (alone && hindered !== null ? 'trigger' : null)),
      job: waitingOf(jobs, id, now),
    };
  };
}

function waitingOf(jobs: Job[], query: string, now: number): WaitingJob | null {
  for (const job of jobs) {
    const index = job.queries.findIndex((asked) => asked.query.id === query && !isEnded(asked));
    if (index < 0) continue;
    const { until, requests, requestsLeft } = progressOf(job, now, index);
    return { until, requests, requestsLeft };
  }
  return null;
}
