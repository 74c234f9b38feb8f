import type { Problem } from '../../problems/problem';
import { REST } from '../../query/queries';
import { knownPerson } from '../../schedule/person';
import { schedulesIn } from '../../schedule/stored';
import { hindrances } from '../agreement';
import type { Effects } from '../effects';
import { recordProblem } from '../refresh/record';

/**
 * Ends the schedules of queries that are gone, and lets this person carry no more what they have no login for: the query says so.
 * Schedules that nobody carries stay, for somebody to take over.
 */
export function cleanUp(effects: Effects): void {
  const { lock, queries, scheduling, clock } = effects;
  const person = knownPerson(scheduling.user);
  const hindrance = hindrances(effects);
  const found = () => {
    const stored = queries.all();
    // Of those that were not looked at nothing is known.
    const whole = stored.every(({ id }) => id !== REST);
    return [...schedulesIn(scheduling.document.all())].flatMap(([id, schedule]) => {
      const entry = stored.find((candidate) => candidate.id === id);
      if (entry === undefined) return whole ? [{ id, gone: true, name: '', schedule }] : [];
      const mine = schedule.carriers.some((carrier) => carrier.person === person);
      const left = mine && entry.query !== null && hindrance(entry.query) === 'login';
      return left ? [{ id, gone: false, name: entry.name, schedule }] : [];
    });
  };
  if (found().length === 0) return;
  const ended = lock.hold(() => {
    queries.reload();
    const all = found();
    for (const { id, gone, schedule } of all) {
      if (gone) {
        scheduling.schedules.remove(id);
        scheduling.turns.remove(id);
      } else {
        const carriers = schedule.carriers.filter((carrier) => carrier.person !== person);
        scheduling.schedules.set(id, { ...schedule, carriers });
      }
    }
    return all;
  });
  for (const { id, gone, name } of ended) if (!gone) recordProblem(effects, id, loginGone(name), clock.now());
}

function loginGone(query: string): Problem {
  return {
    code: 'login-unknown',
    scope: { query },
    title: `The login that the schedule of ${query} ran with is gone: it was deleted, or is shared no more. Its table stays as it is.`,
    remedy: 'Take the schedule over with a login of your own, or ask whoever had it to share theirs again.',
    retry: 'never',
  };
}
