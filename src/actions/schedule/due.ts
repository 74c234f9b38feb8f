import { dueOf } from '../../schedule/due';
import { knownPerson, personOf } from '../../schedule/person';
import { schedulesIn } from '../../schedule/stored';
import { isTaken, turnsIn } from '../../schedule/turns';
import { hindrances } from '../agreement';
import type { Effects } from '../effects';

/** A slot that asks to be run. */
export interface DueQuery {
  id: string;
  slot: number;
}

/** The queries whose schedules ask this person to be run now, the oldest due first; without those that wait for the person. */
export function dueQueries(effects: Effects): DueQuery[] {
  const { clock, queries, scheduling } = effects;
  const person = knownPerson(scheduling.user);
  if (person === null) return [];
  const values = scheduling.document.all();
  const schedules = schedulesIn(values);
  if (schedules.size === 0) return [];
  const now = clock.now();
  const turn = turnsIn(values);
  const hindrance = hindrances(effects);
  const waiting = new Set(effects.jobs.pending().flatMap((job) => job.queries));
  const due = queries.all().flatMap(({ id, query, state }) => {
    const stored = schedules.get(id);
    if (!stored?.carriers.some((carrier) => carrier.person === person)) return [];
    // One that waits goes on first, for the slot that it began for.
    if (waiting.has(id)) return [];
    if (query === null || hindrance(query) !== null) return [];
    const done = { from: stored.from, slot: turn(id).done, begun: state.complete?.begun ?? null };
    const { dueSlot, overdueSince } = dueOf(stored.schedule, done, now);
    if (dueSlot === null || isTaken(turn(id), now)) return [];
    return [{ id, slot: dueSlot, since: overdueSince ?? dueSlot }];
  });
  return due.sort((a, b) => a.since - b.since).map(({ id, slot }) => ({ id, slot }));
}

/** Takes the slots that are due, under the lock of the spreadsheet, so that nobody else does until a moment. Raises `busy`. */
export function claimDue(
  effects: Effects,
  until: number,
  only: (id: string) => boolean = () => true,
): DueQuery[] {
  const { lock, queries, scheduling, newId } = effects;
  // Most runs find nothing to do, and keep nobody waiting.
  if (dueQueries(effects).length === 0) return [];
  return lock.hold(() => {
    queries.reload();
    const by = personOf(scheduling.user, newId);
    const due = dueQueries(effects).filter(({ id }) => only(id));
    for (const { id, slot } of due)
      scheduling.turns.set(id, { done: scheduling.turns.get(id).done, claim: { slot, by, until } });
    return due;
  });
}
