import type { Effects } from '../effects';
import { tellStandings } from '../record/tellStandings';
import { cleanUp } from './cleanUp';
import { workOff } from './queue';
import { isTriggerWanted, removeTrigger } from './trigger';

/** With less than this a run isn't begun, in milliseconds. */
const LEAST = 45_000;

/**
 * What the trigger does each hour: brings this person's schedules in this spreadsheet up to date, and goes on with refreshes of
 * theirs that wait, as far as its share of the day's time goes. Permissions are looked at first, since without them nothing else
 * can be.
 */
export function refreshOnSchedule(effects: Effects): void {
  const { clock, scheduling, newId } = effects;
  const { heartbeats, triggers, time } = scheduling;
  const now = clock.now();
  const authorized = triggers.authorized();
  if (!triggers.hasSpreadsheet()) {
    heartbeats.setNowhere({ wokeAt: now, madeAt: null, trigger: null, hindered: 'no-spreadsheet' });
    return;
  }
  const heartbeat = { ...heartbeats.here(), wokeAt: now };
  if (!authorized) {
    heartbeats.set({ ...heartbeat, hindered: 'permission' });
    return;
  }
  if (!isTriggerWanted(effects)) {
    removeTrigger(effects);
    return;
  }
  const run = newId();
  const share = time.reserve(run, now, LEAST);
  if (share === 0) {
    heartbeats.set({ ...heartbeat, hindered: time.isUsedUp(now, LEAST) ? 'time-used-up' : null });
    return;
  }
  heartbeats.set({ ...heartbeat, hindered: null });
  try {
    cleanUp(effects);
    workOff(effects, { endsBy: now + share, share });
    tellStandings(effects);
  } finally {
    time.settle(run, clock.now() - now, clock.now());
  }
}
