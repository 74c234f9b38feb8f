import { momentsDay } from '../../record/moments';
import type { Standing } from '../../record/standing';
import { TIME_A_DAY } from '../../schedule/ledger';
import { nextSlot } from '../../schedule/slots';
import type { Effects } from '../effects';
import { type ListedQuery, listQueries } from '../listQueries';

/** How a query is, for whoever looks over all of them. */
export interface QueryHealth {
  id: string;
  name: string;
  standing: Standing;
  /** When its next refresh by schedule begins, in milliseconds since 1970; null where none is to come. */
  next: number | null;
  /** Why it isn't fresh, as far as there is a reason; else null. */
  why: string | null;
}

/** How all queries of the spreadsheet are, what refreshing them took today, and what is to come. Moments in milliseconds since 1970. */
export interface Health {
  now: number;
  queries: QueryHealth[];
  /** The zone of which today is. */
  zone: string;
  /** Requests of this spreadsheet's refreshes that ended today, as far as the refresh log goes back. */
  requestsToday: number;
  /** The same by the accounts that were read, as the log calls them. */
  requestsByAccount: { account: string; requests: number }[];
  /** What this person's triggers took in the last 24 hours, over all spreadsheets, and what is left, in seconds. */
  triggerSecondsToday: number;
  triggerSecondsLeft: number;
  /** The slots of schedules that begin in the next 24 hours. */
  next24: Coming[];
}

/** A slot that is to come. */
export interface Coming {
  at: number;
  query: string;
  name: string;
}

const A_DAY = 86_400_000;

/** Asks nothing of Clockify. */
export function loadHealth(effects: Effects): Health {
  const now = effects.clock.now();
  const views = listQueries(effects);
  const taken = effects.scheduling.time.taken(now);
  const zone = views.find(({ query }) => query !== null)?.query?.zone ?? 'UTC';
  const byAccount = requestsOf(effects, zone, now);
  return {
    now,
    queries: views.map((view) => ({
      id: view.id,
      name: view.name,
      standing: view.standing,
      next: view.schedule?.nextAt ?? null,
      why: reasonOf(view),
    })),
    zone,
    requestsToday: byAccount.reduce((sum, { requests }) => sum + requests, 0),
    requestsByAccount: byAccount,
    triggerSecondsToday: Math.round(taken / 1000),
    triggerSecondsLeft: Math.max(0, Math.round((TIME_A_DAY - taken) / 1000)),
    next24: views.flatMap((view) => comingOf(view, now)).sort((a, b) => a.at - b.at),
  };
}

/** The slots of a query in the next 24 hours. */
function comingOf({ id, name, schedule }: ListedQuery, now: number): Coming[] {
  const coming: Coming[] = [];
  let at = schedule?.nextAt ?? null;
  while (schedule && at !== null && at < now + A_DAY) {
    coming.push({ at, query: id, name });
    at = nextSlot(schedule.schedule, at);
  }
  return coming;
}

function reasonOf({ standing, state, problem }: ListedQuery): string | null {
  if (standing.kind === 'fresh') return null;
  return problem?.title ?? state.problem?.title ?? null;
}

function requestsOf(effects: Effects, zone: string, now: number): Health['requestsByAccount'] {
  const today = momentsDay(zone, now);
  const sums = new Map<string, number>();
  for (const { at, seconds, account, sent, requests } of effects.log.all()) {
    if (momentsDay(zone, at + seconds * 1000) !== today) continue;
    const name = account ?? '';
    sums.set(name, (sums.get(name) ?? 0) + (sent ?? requests));
  }
  return [...sums]
    .filter(([, requests]) => requests > 0)
    .map(([account, requests]) => ({ account, requests }))
    .sort((a, b) => b.requests - a.requests);
}
