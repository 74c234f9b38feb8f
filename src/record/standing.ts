import type { QueryState } from '../query/state';
import { comingIn, momentIn } from './moments';
import { words } from './words';

/** What is known of a query's schedule, as far as its standing depends on it. All in milliseconds since 1970. */
export interface ScheduleFacts {
  /** When the newest slot began that has begun by now, done or not; null when none has since it was set. */
  newestSlot: number | null;
  /** When the slot began that is to be run; null when none is: a failure that nothing helps against counts as done. */
  dueSlot: number | null;
  /** Since when a slot is late; null while none is. */
  overdueSince: number | null;
  /** When the next slot begins; null when there is none. */
  nextAt: number | null;
}

/** What is known of a refresh of a query that waits to go on. */
export interface WaitingFacts {
  /** Milliseconds since 1970; null when it goes on with the next execution. */
  until: number | null;
  requests: number;
  /** Null while nobody knows. */
  requestsLeft: number | null;
}

/** All that decides how a query stands. */
export interface QueryFacts {
  /** Whether the query can be read. */
  readable: boolean;
  /** The zone in which its moments are said. */
  zone: string;
  state: Pick<QueryState, 'complete' | 'problem'>;
  /** Whether its table is where it can be found. */
  placed: boolean;
  /** Whether an execution ended while it was writing the table. */
  repairing: boolean;
  needsLogin: boolean;
  /** Whether whoever is to refresh it has to agree to it first; `somebody` where that is told to everybody. */
  needsAgreement: boolean | 'somebody';
  /** Null when it has none. */
  schedule: ScheduleFacts | null;
  /** Null when no refresh of it waits. */
  waiting: WaitingFacts | null;
}

export type StandingKind =
  | 'unreadable'
  | 'repairing'
  | 'needs-agreement'
  | 'needs-login'
  | 'paused'
  | 'overdue'
  | 'showing'
  | 'never'
  | 'fresh';

/** How a query stands, so that it is true wherever it is said. Moments in milliseconds since 1970. */
export interface Standing {
  kind: StandingKind;
  /** As of when its table is (`fresh`, `showing`), or since when it is late (`overdue`). */
  since?: number;
  /** Until when this holds if nothing is done: the next slot of its schedule, or the end of its wait. */
  until?: number;
  /** One line, without what it is called. */
  text: string;
}

/** A slot lasts so long, in milliseconds: 9 means 9:00 to 9:59. */
const SLOT = 3_600_000;
/** From the beginning of a slot to its last minute, in milliseconds. */
export const LAST_MINUTE = SLOT - 60_000;

/**
 * How a query stands at `now`. It is called fresh only when its newest refresh was complete, its table stands, and no slot of its
 * schedule has begun since; while its table may be half written, nothing is said of the data at all.
 */
export function standingOf(facts: QueryFacts, now: number): Standing {
  if (!facts.readable) return { kind: 'unreadable', text: words.unreadable };
  if (facts.repairing) return { kind: 'repairing', text: words.repairing };
  const late = facts.schedule?.overdueSince ?? null;
  const after = [
    ...(late === null ? [] : [words.overdue(momentIn(facts.zone, late, now))]),
    ...shown(facts, now),
  ];
  const held = heldUp(facts, now);
  if (held) return { ...held, text: [held.text, ...after].join('; ') };
  if (late !== null) return { kind: 'overdue', since: late, text: after.join('; ') };
  return current(facts, now);
}

/** What keeps the query from being refreshed now; null when nothing does. */
function heldUp({ needsAgreement, needsLogin, waiting, zone }: QueryFacts, now: number): Standing | null {
  if (needsAgreement) {
    const text = needsAgreement === 'somebody' ? words.needsSomebody : words.needsAgreement;
    return { kind: 'needs-agreement', text };
  }
  if (needsLogin) return { kind: 'needs-login', text: words.needsLogin };
  if (waiting === null) return null;
  const { until, requests, requestsLeft } = waiting;
  const done = requestsLeft === null ? words.sent(requests) : words.done(requests, requests + requestsLeft);
  if (until === null || until <= now) return { kind: 'paused', text: `${words.paused}, ${done}` };
  return { kind: 'paused', until, text: `${words.pausedUntil(comingIn(zone, until, now))}, ${done}` };
}

/** What is seen in the sheet, of a query that isn't fresh. */
function shown({ state: { complete }, placed, zone }: QueryFacts, now: number): string[] {
  if (complete === null) return [];
  return [placed ? words.showing(momentIn(zone, complete.at, now)) : words.gone];
}

function current(facts: QueryFacts, now: number): Standing {
  const { state, placed, schedule, zone } = facts;
  const { complete, problem } = state;
  const [begun, newest] = [schedule?.dueSlot ?? null, schedule?.newestSlot ?? null];
  const due = begun === null ? [] : [words.due(comingIn(zone, begun + LAST_MINUTE, now))];
  if (complete === null) return { kind: 'never', text: [words.never, ...due].join('; ') };
  if (!placed) return { kind: 'never', text: [words.gone, ...due].join('; ') };
  const since = complete.at;
  // A turn may have ended without a table and without a problem: somebody stopped it.
  const missed = newest !== null && (complete.begun ?? complete.at) < newest;
  if (problem !== null || begun !== null || missed) {
    const until = begun === null ? {} : { until: begun + SLOT };
    return { kind: 'showing', since, ...until, text: [...shown(facts, now), ...due].join('; ') };
  }
  const fresh = words.fresh(momentIn(zone, since, now));
  const next = schedule?.nextAt ?? null;
  if (next === null) return { kind: 'fresh', since, text: fresh };
  const by = words.next(momentIn(zone, next + LAST_MINUTE, now));
  return { kind: 'fresh', since, until: next, text: `${fresh}; ${by}` };
}
