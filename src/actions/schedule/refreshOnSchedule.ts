import type { Effects } from '../effects';

/**
 * What the trigger does each hour: brings this person's schedules in this spreadsheet up to date, as far as its share of the day's
 * time goes. Permissions are looked at first, since without them nothing else can be.
 */
export function refreshOnSchedule({ clock, scheduling }: Effects): void {
  const { heartbeats, triggers } = scheduling;
  const now = clock.now();
  if (!triggers.hasSpreadsheet()) {
    heartbeats.setNowhere({ wokeAt: now, madeAt: null, trigger: null, hindered: 'no-spreadsheet' });
    return;
  }
  const heartbeat = heartbeats.here();
  heartbeats.set({ ...heartbeat, wokeAt: now, hindered: triggers.authorized() ? null : 'permission' });
}
