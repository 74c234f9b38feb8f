import * as v from 'valibot';
import { raise } from '../../problems/problem';
import type { Query } from '../../query/query';
import { personOf } from '../../schedule/person';
import { scheduleInvalid, scheduleNotYours } from '../../schedule/problems';
import { scheduleSchema } from '../../schedule/schedule';
import { type Carrier, MOST_CARRIERS, type StoredSchedule } from '../../schedule/stored';
import { agreedQuery, hindrances } from '../agreement';
import { checkQuery } from '../checkQuery';
import type { Effects } from '../effects';
import { listQueries, type QueryView } from '../listQueries';
import { lookAfterTrigger } from './trigger';

/**
 * Gives a query a schedule, or another, which this person carries from now on; whoever else carries it does so further, where they
 * can. The first slot is the next that begins. Raises `query-unknown`, `schedule-invalid`, `schedule-not-yours`, `agreement-needed`,
 * what is wrong with the query, and after it was kept why no trigger can be made.
 */
export function saveSchedule(effects: Effects, id: string, candidate: unknown): QueryView {
  const { clock, queries, scheduling } = effects;
  return changing(effects, id, () => {
    const { query } = queries.get(id);
    const parsed = v.safeParse(scheduleSchema, candidate);
    if (!parsed.success) return raise(scheduleInvalid(query.name));
    const stored = scheduling.schedules.get(id);
    requireOwn(effects, query, stored);
    checkQuery(query, clock.now());
    agreedQuery(effects, query);
    const same = stored !== null && JSON.stringify(stored.schedule) === JSON.stringify(parsed.output);
    const from = same ? stored.from : clock.now();
    const carriers = carriersWith(effects, query, stored?.carriers ?? []);
    scheduling.schedules.set(id, { schedule: parsed.output, from, carriers });
  });
}

/**
 * Lets this person carry a schedule, as it is: over logins that are shared beside whoever else does, over a private one alone.
 * Raises as `saveSchedule`.
 */
export function takeOverSchedule(effects: Effects, id: string): QueryView {
  const { queries, scheduling } = effects;
  return changing(effects, id, () => {
    const { query } = queries.get(id);
    const stored = scheduling.schedules.get(id) ?? raise(scheduleInvalid(query.name));
    agreedQuery(effects, query);
    scheduling.schedules.set(id, { ...stored, carriers: carriersWith(effects, query, stored.carriers) });
  });
}

/** Lets a schedule be carried by others alone: what nobody carries stays, and says so. Raises `query-unknown`. */
export function leaveSchedule(effects: Effects, id: string): QueryView {
  const { scheduling, newId } = effects;
  return changing(effects, id, () => {
    const stored = scheduling.schedules.get(id);
    if (stored === null) return;
    const person = personOf(scheduling.user, newId);
    const carriers = stored.carriers.filter((carrier) => carrier.person !== person);
    scheduling.schedules.set(id, { ...stored, carriers });
  });
}

/** Ends the schedule of a query, whoever carries it. Raises `query-unknown`. */
export function removeSchedule(effects: Effects, id: string): QueryView {
  const { schedules, turns } = effects.scheduling;
  return changing(effects, id, () => {
    schedules.remove(id);
    turns.remove(id);
  });
}

/** Changes the schedule of a query under the lock of the spreadsheet, and looks after the trigger that it needs, or needs no more. */
function changing(effects: Effects, id: string, change: () => void): QueryView {
  const { lock, queries } = effects;
  lock.hold(() => {
    queries.reload();
    if (queries.find(id) === null) queries.get(id);
    change();
  });
  lookAfterTrigger(effects);
  return listQueries(effects).find((view) => view.id === id) as QueryView;
}

/** Of a query over a login that isn't this person's others alone say when it runs. */
function requireOwn(effects: Effects, query: Query, stored: StoredSchedule | null): void {
  if (stored !== null && stored.carriers.length > 0 && hindrances(effects)(query) === 'login')
    raise(scheduleNotYours(query.name));
}

/** This person first; others can run with a login only where it is shared. */
function carriersWith(effects: Effects, query: Query, others: Carrier[]): Carrier[] {
  const person = personOf(effects.scheduling.user, effects.newId);
  const shared = query.accounts.every(({ login }) => effects.logins.get(login).sharedBy !== null);
  const kept = shared ? others.filter((carrier) => carrier.person !== person) : [];
  return [{ person, name: effects.who() ?? '' }, ...kept].slice(0, MOST_CARRIERS);
}
