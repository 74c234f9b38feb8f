import type { Schedule } from './schedule';
import { newestSlot, nextSlot, SLOT } from './slots';

/** What is known of what a schedule did. Moments in milliseconds since 1970; what lies ahead of the clock is no fact. */
export interface Done {
  /** Since when the schedule is as it is: what began before asks for nothing. */
  from: number;
  /** The slot of the last turn that was done, well or with no hope. */
  slot: number | null;
  /** When the refresh began that wrote the table that stands. */
  begun: number | null;
}

/** How a schedule stands. */
export interface DueFacts {
  /** When the newest slot began that has begun by now since it was set; null while none has. */
  newestSlot: number | null;
  /** The slot that is to be run now; null when none is. */
  dueSlot: number | null;
  /** When the first slot began that is late; null while none is. */
  overdueSince: number | null;
  /** When the next slot begins. */
  nextAt: number;
}

/**
 * What a schedule asks for at `now`: however many slots were missed, the newest alone. A slot is done by its turn, and by every
 * refresh that began since, but by none that began before, however late it ended. It is late an hour after it began.
 */
export function dueOf(schedule: Schedule, done: Done, now: number): DueFacts {
  const newest = newestSlot(schedule, now);
  const begun = newest > within(done.from, now) ? newest : null;
  const through = doneThrough(done, now);
  const due = newest > through ? newest : null;
  const first = due === null ? null : nextSlot(schedule, Math.max(through, now - LONGEST_BACK));
  return {
    newestSlot: begun,
    dueSlot: due,
    overdueSince: first !== null && now >= first + SLOT ? first : null,
    nextAt: nextSlot(schedule, now),
  };
}

/** Up to when nothing more is asked for. */
export function doneThrough({ from, slot, begun }: Done, now: number): number {
  return Math.max(within(from, now), within(slot, now), within(begun, now));
}

/** How long ago a slot is still told of by its date, in milliseconds. */
const LONGEST_BACK = 366 * 86_400_000;

/** A moment, where it isn't ahead of the clock: a clock may be put back, and what is stored may be anybody's. */
function within(moment: number | null, now: number): number {
  return moment !== null && moment <= now ? moment : Number.NEGATIVE_INFINITY;
}
