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
  if (!wanted) {
    removeTrigger(effects);
    return false;
  }
  const standing = triggers.standing(heartbeat.trigger);
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

/** Has a trigger stand for a refresh that waits, so that it goes on when nobody watches; without one it waits for somebody who does. */
export function goOnByTrigger(effects: Effects): void {
  try {
    lookAfterTrigger(effects);
  } catch (error) {
    if (problemOf(error).code === 'unexpected') throw error;
  }
}

/** Removes the trigger where nothing needs it any more; where that fails, it does so itself when it runs next. */
export function letTriggerGo(effects: Effects): void {
  if (effects.scheduling.heartbeats.here().trigger === null || isTriggerWanted(effects)) return;
  removeTrigger(effects);
}

/** Removes this person's trigger in this spreadsheet. One that stays finds nothing to do. */
export function removeTrigger({ scheduling: { heartbeats, triggers } }: Effects): void {
  try {
    for (const id of triggers.standing(heartbeats.here().trigger)) triggers.remove(id);
  } catch (error) {
    // Whoever may not list triggers has none that could run.
    if (problemOf(error).code === 'unexpected') throw error;
  }
  heartbeats.forget();
}

function hinderedBy({ code }: Problem): Hindered {
  if (code === 'triggers-too-many') return 'too-many';
  return code === 'permission-missing' ? 'permission' : 'off';
}
