import * as v from 'valibot';
import type { Store } from '../store/store';
import { SLOT } from './slots';

/** The version of the stored form that this add-on writes. */
const HEARTBEAT_VERSION = 1;

/** What a run of the trigger could not do, and so everything waits for the sidebar. */
export const HINDRANCES = ['permission', 'no-spreadsheet', 'time-used-up', 'too-many', 'off'] as const;

export type Hindered = (typeof HINDRANCES)[number];

/** When the trigger ran last. Moments in milliseconds since 1970. */
export interface Heartbeat {
  /** Null while it hasn't. */
  wokeAt: number | null;
  /** When it was made, or made anew. */
  madeAt: number | null;
  /** Its id, by which it is known where Google doesn't say of which spreadsheet a trigger is. */
  trigger: string | null;
  /** What kept it from its work, since that was last done. */
  hindered: Hindered | null;
}

const heartbeatSchema = v.object({
  version: v.literal(HEARTBEAT_VERSION),
  wokeAt: v.nullable(v.number()),
  madeAt: v.nullable(v.number()),
  trigger: v.nullable(v.string()),
  hindered: v.nullable(v.picklist(HINDRANCES)),
});

const NONE: Heartbeat = { wokeAt: null, madeAt: null, trigger: null, hindered: null };

const PREFIX = 'heartbeat.';

/** Where a run without a spreadsheet says so: it doesn't know of which it is. */
const NOWHERE = `${PREFIX}-`;

/** Google runs an hourly trigger at a minute of its own choice: two runs may be almost two hours apart. In milliseconds. */
const LONGEST_PAUSE = 2 * SLOT + SLOT / 4;

/** The heartbeats of this person's triggers, one for each spreadsheet, in their own store. */
export class Heartbeats {
  constructor(
    private readonly store: Store,
    private readonly spreadsheet: () => string,
  ) {}

  here(): Heartbeat {
    return parsed(this.store.get(this.name())) ?? NONE;
  }

  /** What keeps triggers that don't know their spreadsheet, since when; null where none has said so. */
  nowhere(): Heartbeat {
    return parsed(this.store.get(NOWHERE)) ?? NONE;
  }

  set(heartbeat: Heartbeat): void {
    this.store.set(this.name(), textOf(heartbeat));
  }

  setNowhere(heartbeat: Heartbeat): void {
    this.store.set(NOWHERE, textOf(heartbeat));
  }

  /** Forgets it, with the trigger. */
  forget(): void {
    this.store.delete(this.name());
  }

  private name(): string {
    return PREFIX + this.spreadsheet();
  }
}

/** Whether the trigger should have run by `now` and hasn't; what lies ahead of the clock says nothing. */
export function isOverdue({ wokeAt, madeAt }: Heartbeat, now: number): boolean {
  const known = [wokeAt, madeAt].filter((moment) => moment !== null && moment <= now) as number[];
  return known.length === 0 || Math.max(...known) + LONGEST_PAUSE < now;
}

function textOf(heartbeat: Heartbeat): string {
  return JSON.stringify({ version: HEARTBEAT_VERSION, ...heartbeat });
}

function parsed(value: string | null): Heartbeat | null {
  try {
    const { version: _, ...heartbeat } = v.parse(heartbeatSchema, JSON.parse(value ?? ''));
    return heartbeat;
  } catch {
    return null;
  }
}
