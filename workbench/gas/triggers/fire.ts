import type { Common } from '../common';
import type { OnCall } from '../gate';
import type { Platform } from '../platform';
import type { Finished, RunOptions } from '../run';
import { clockEvent } from './event';
import type { Trigger } from './trigger';

/** Why Google didn't start what was due. */
export type NotStarted =
  | 'disabled'
  | 'no access'
  | 'not authorized'
  | 'trigger time used up'
  | 'spreadsheet not open here';

/** One time that a trigger was due. */
export interface Firing {
  readonly trigger: Trigger;
  /** Epoch milliseconds at which it began, or would have. */
  readonly at: number;
  /** How the execution went; nothing when there was none. */
  readonly finished: Finished | null;
  readonly notStarted: NotStarted | null;
}

/** How triggers are fired. */
export interface FireOptions {
  /** Sees every service call of every execution. */
  readonly onCall?: OnCall;
  readonly onEnd?: RunOptions['onEnd'];
  /** Has the execution of a trigger run, and may watch it: `run` does, with a hook for its service calls in the place of `onCall`. */
  readonly around?: (trigger: Trigger, run: (onCall?: OnCall) => Promise<Finished>) => Promise<Finished>;
  /** Hears of each firing when it is over. */
  readonly onFired?: (firing: Firing) => void | Promise<void>;
  /** Lets those run beside each other that are due within an execution's longest time; each begins when it is due. */
  readonly overlap?: boolean;
}

/** The longest that an execution may take, in milliseconds. */
const longestMs = 360_000;

/** Fires all that is due by a moment (epoch milliseconds), in the order in which it is due; time passes until then. */
export async function fireBy(common: Common, moment: number, options: FireOptions): Promise<Firing[]> {
  const firings: Firing[] = [];
  for (;;) {
    const [next, ...others] = common.triggers.dueBy(moment);
    if (!next) return firings;
    common.clock.advance(Math.max(0, next.due - common.clock.now()));
    const beside = options.overlap ? others.filter(({ due }) => due <= next.due + longestMs) : [];
    const together = [next, ...beside];
    // What an execution takes is its trigger's affair; the next may be due already when it ends.
    for (const { id, due } of together) common.triggers.fired(id, Math.max(due, common.clock.now()));
    const batch = await Promise.all(
      together.map((trigger) => fire(common, trigger, options, beside.length > 0 ? trigger.due : undefined)),
    );
    for (const firing of batch) {
      firings.push(firing);
      await options.onFired?.(firing);
    }
  }
}

async function fire(
  common: Common,
  trigger: Trigger,
  { onCall, onEnd, around = (_trigger, run) => run() }: FireOptions,
  startsAt: number | undefined,
): Promise<Firing> {
  const at = startsAt ?? common.clock.now();
  const platform = common.open.get(trigger.spreadsheetId);
  const notStarted = obstacle(common, trigger, platform, at);
  if (notStarted !== null || !platform) return { trigger, at, finished: null, notStarted };
  const finished = await around(trigger, (watching) =>
    platform.run(trigger.handler, [clockEvent(trigger, at)], {
      user: trigger.user,
      via: 'trigger',
      startsAt,
      onCall: watching ?? onCall,
      onEnd,
    }),
  );
  common.triggerTime.add(trigger.user, at, finished.ledger.virtualMs);
  return { trigger, at, finished, notStarted: null };
}

function obstacle(
  { grants, left, triggerTime }: Common,
  { user, disabled }: Trigger,
  platform: Platform | undefined,
  now: number,
): NotStarted | null {
  if (!platform) return 'spreadsheet not open here';
  if (disabled) return 'disabled';
  if (left.has(user)) return 'no access';
  // Who withdrew all permissions has no executions; with a part of them a script runs and can ask what is missing.
  if (grants.get(user)?.size === 0) return 'not authorized';
  return triggerTime.isUsedUp(user, now) ? 'trigger time used up' : null;
}
