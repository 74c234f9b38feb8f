import { type Problem, problemOf } from '../../problems/problem';
import { isOverdue } from '../../schedule/heartbeat';
import type { Effects } from '../effects';
import { degradedIn } from './degraded';
import { dueQueries } from './due';
import { carried, isTriggerWanted, lookAfterTrigger } from './trigger';

/** What became of the trigger when the sidebar looked after it. */
export interface Woken {
  /** Whether it was made, or made anew. */
  made: boolean;
  /** Why schedules wait for the sidebar, in plain words; null when they don't. */
  degraded: string | null;
  /** Why no trigger can be made, with what to do about it; null where it stands. */
  problem: Problem | null;
  /** Queries that this person's schedules ask for now, the oldest due first. */
  due: string[];
}

/** How the schedules of this person stand in this spreadsheet. */
export interface SchedulesView {
  /** How many of them this person carries. */
  carried: number;
  /** When their trigger ran last, in milliseconds since 1970; null while it hasn't. */
  wokeAt: number | null;
  /** Whether it should have run since and hasn't. */
  overdue: boolean;
  /** Why schedules wait for the sidebar, in plain words; null when they don't. */
  degraded: string | null;
}

export function schedulesView(effects: Effects): SchedulesView {
  const { clock, scheduling } = effects;
  const heartbeat = scheduling.heartbeats.here();
  const number = carried(effects);
  const wanted = number > 0 || effects.jobs.isAnyPending();
  return {
    carried: number,
    wokeAt: heartbeat.wokeAt,
    overdue: wanted && isOverdue(heartbeat, clock.now()),
    degraded: wanted ? degraded(effects) : null,
  };
}

/** Looks after the trigger, and says what is due: for whoever has just opened the sidebar. Asks nothing of Clockify. */
export function wakeSchedules(effects: Effects): Woken {
  let made = false;
  let problem: Problem | null = null;
  try {
    made = lookAfterTrigger(effects);
  } catch (error) {
    problem = problemOf(error);
  }
  return {
    made,
    degraded: isTriggerWanted(effects) ? degraded(effects) : null,
    problem,
    due: dueQueries(effects).map(({ id }) => id),
  };
}

/** Where runs don't know of which spreadsheet they are, and this one's are late, that is taken to be why. */
function degraded({ clock, scheduling: { heartbeats } }: Effects): string | null {
  const here = heartbeats.here();
  const nowhere = heartbeats.nowhere();
  const lost = nowhere.hindered !== null && (nowhere.wokeAt ?? 0) > (here.wokeAt ?? here.madeAt ?? 0);
  return degradedIn(
    here.hindered ??
      (lost && nowhere.wokeAt !== null && nowhere.wokeAt <= clock.now() ? nowhere.hindered : null),
  );
}
