import * as v from 'valibot';
import type { Store } from '../store/store';

/** The version of the stored form that this add-on writes. */
const TURN_VERSION = 1;

const PREFIX = 'turn.';

/** A slot that somebody has taken. Moments in milliseconds since 1970. */
export interface Claim {
  slot: number;
  /** The id of who took it. */
  by: string;
  /** Until when nobody else takes it: it may have ended without a word. */
  until: number;
}

/** What became of the slots of a schedule. */
export interface Turn {
  /** The slot of the last turn that was done. */
  done: number | null;
  claim: Claim | null;
}

const NONE: Turn = { done: null, claim: null };

const turnSchema = v.object({
  version: v.literal(TURN_VERSION),
  done: v.nullable(v.number()),
  claim: v.nullable(v.object({ slot: v.number(), by: v.string(), until: v.number() })),
});

/**
 * The turns of a spreadsheet's schedules by their queries, in document properties: by them a slot is run once, whoever carries it.
 * Changed under the lock of the spreadsheet alone.
 */
export class Turns {
  constructor(private readonly store: Store) {}

  get(query: string): Turn {
    return parsed(this.store.get(PREFIX + query)) ?? NONE;
  }

  /** Raises `store-full`. */
  set(query: string, turn: Turn): void {
    this.store.set(PREFIX + query, JSON.stringify({ version: TURN_VERSION, ...turn }));
  }

  remove(query: string): void {
    this.store.delete(PREFIX + query);
  }
}

/** The turns in what a store holds, by query; of a query that has none it is as if nothing was ever done. */
export function turnsIn(values: Record<string, string>): (query: string) => Turn {
  return (query) => parsed(values[PREFIX + query] ?? null) ?? NONE;
}

/** How long a slot may stay taken at most, in milliseconds: a claim of a clock that was ahead is none. */
const LONGEST_CLAIM = 86_400_000;

/** Whether somebody has taken a slot and may still be at it: what they do is as new as it gets. */
export function isTaken({ claim }: Turn, now: number): boolean {
  return claim !== null && claim.until > now && claim.until <= now + LONGEST_CLAIM;
}

function parsed(value: string | null): Turn | null {
  try {
    const { version: _, ...turn } = v.parse(turnSchema, JSON.parse(value ?? ''));
    return turn;
  } catch {
    return null;
  }
}
