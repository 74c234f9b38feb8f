import { dueOf } from '../../schedule/due';
import { knownPerson } from '../../schedule/person';
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
  const due = queries.all().flatMap(({ id, query, state }) => {
    const stored = schedules.get(id);
    if (!stored?.carriers.some((carrier) => carrier.person === person)) return [];
    if (query === null || hindrance(query) !== null) return [];
    const done = { from: stored.from, slot: turn(id).done, begun: state.complete?.begun ?? null };
    const { dueSlot, overdueSince } = dueOf(stored.schedule, done, now);
    if (dueSlot === null || isTaken(turn(id), dueSlot, person, now)) return [];
    return [{ id, slot: dueSlot, since: overdueSince ?? dueSlot }];
  });
  return due.sort((a, b) => a.since - b.since).map(({ id, slot }) => ({ id, slot }));
}
