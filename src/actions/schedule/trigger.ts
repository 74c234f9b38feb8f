import { type Problem, ProblemError, problemOf } from '../../problems/problem';
import { type Hindered, isOverdue } from '../../schedule/heartbeat';
import { knownPerson } from '../../schedule/person';
import { schedulesIn } from '../../schedule/stored';
import type { Effects } from '../effects';

/** How many schedules of the spreadsheet this person carries. */
export function carried({ scheduling }: Effects): number {
  const person = knownPerson(scheduling.user);
  if (person === null) return 0;
  const schedules = [...schedulesIn(scheduling.document.all()).values()];
  return schedules.filter(({ carriers }) => carriers.some((carrier) => carrier.person === person)).length;
}

/** Whether this person needs a trigger here: they carry a schedule, or a refresh of theirs waits to go on. */
export function isTriggerWanted(effects: Effects): boolean {
  return carried(effects) > 0 || effects.jobs.isAnyPending();
}

/**
 * Makes the one trigger where it is wanted and doesn't stand, or should have run and hasn't; removes it where it isn't wanted.
 * Whether one was made. For executions that a person began alone: what a trigger makes never runs. Raises why none can be made,
 * which is kept too.
 */
export function lookAfterTrigger(effects: Effects): boolean {
  const { clock, scheduling } = effects;
  const { heartbeats, triggers } = scheduling;
  const wanted = isTriggerWanted(effects);
  const heartbeat = heartbeats.here();
  if (!wanted && heartbeat.trigger === null) return false;
  const standing = triggers.standing(heartbeat.trigger);
  if (!wanted) {
    for (const id of standing) triggers.remove(id);
    heartbeats.forget();
    return false;
  }
  const now = clock.now();
  if (standing.length > 0 && heartbeat.trigger !== null && !isOverdue(heartbeat, now)) return false;
  try {
    for (const id of standing) triggers.remove(id);
    const trigger = triggers.make();
    heartbeats.set({ ...heartbeat, trigger, madeAt: now, hindered: null });
    return true;
  } catch (error) {
    const problem = problemOf(error);
    heartbeats.set({ ...heartbeat, trigger: null, madeAt: now, hindered: hinderedBy(problem) });
    throw new ProblemError(problem);
  }
}

function hinderedBy({ code }: Problem): Hindered {
  if (code === 'triggers-too-many') return 'too-many';
  return code === 'permission-missing' ? 'permission' : 'off';
}
