import * as v from 'valibot';
import type { Lock } from '../store/lock';
import type { Store } from '../store/store';
import { SLOT } from './slots';

/** The version of the stored form that this add-on writes. */
const LEDGER_VERSION = 1;

const NAME = 'trigger-time';

/** What Google lets all triggers of a person on a consumer account run in a day together; some is left for starting them. */
const A_DAY = 24 * SLOT;
export const TIME_A_DAY = 90 * 60_000;
const RESERVE = 4 * 60_000;

/** What a run in an hour may take beside others of that hour, and what any may: Google ends an execution after six minutes. */
const TIME_AN_HOUR = 225_000;
const LONGEST_RUN = 270_000;

const entrySchema = v.object({ run: v.string(), at: v.number(), took: v.number() });

const ledgerSchema = v.object({ version: v.literal(LEDGER_VERSION), runs: v.array(entrySchema) });

/** A run of a trigger, and what it took or may still take. In milliseconds (since 1970, and long). */
type Entry = v.InferOutput<typeof entrySchema>;

/**
 * What the triggers of this person took in all of their spreadsheets, under their lock. A run reserves its share before it
 * begins: one that ends without a word has taken all of it.
 */
export class TriggerTime {
  constructor(
    private readonly store: Store,
    private readonly lock: Lock,
  ) {}

  /** What was taken in the 24 hours until `now`. */
  taken(now: number): number {
    return total(this.entries(now));
  }

  /** Reserves what a run may take, and gives it; 0 where less than `least` is left. Raises `busy`. */
  reserve(run: string, now: number, least: number): number {
    return this.lock.hold(() => {
      const entries = this.entries(now);
      const left = shareOf(entries, now);
      const share = left < least ? 0 : left;
      if (share > 0) this.write([...entries, { run, at: now, took: share }]);
      return share;
    });
  }

  /** Notes what a run really took. */
  settle(run: string, took: number, now: number): void {
    this.lock.hold(() => {
      const settled = this.entries(now).map((entry) => (entry.run === run ? { ...entry, took } : entry));
      this.write(settled);
    });
  }

  /** Whether nothing is left of the day, whatever is of the hour. */
  isUsedUp(now: number, least: number): boolean {
    return TIME_A_DAY - RESERVE - this.taken(now) < least;
  }

  private entries(now: number): Entry[] {
    return parsed(this.store.get(NAME)).filter(
      ({ at, took }) => at > now - A_DAY && at <= now && took >= 0 && took <= 2 * LONGEST_RUN,
    );
  }

  private write(runs: Entry[]): void {
    this.store.set(NAME, JSON.stringify({ version: LEDGER_VERSION, runs: runs.slice(-MOST_RUNS) }));
  }
}

/** Twenty spreadsheets make 480 runs a day. */
const MOST_RUNS = 600;

/** The time for a run that begins now: of its hour, of its day, and of its execution. */
function shareOf(entries: Entry[], now: number): number {
  const hour = total(entries.filter(({ at }) => at > now - SLOT));
  const share = Math.min(TIME_AN_HOUR - hour, TIME_A_DAY - RESERVE - total(entries), LONGEST_RUN);
  return Math.max(0, share);
}

function total(entries: Entry[]): number {
  return entries.reduce((sum, { took }) => sum + took, 0);
}

function parsed(value: string | null): Entry[] {
  try {
    return v.parse(ledgerSchema, JSON.parse(value ?? '')).runs;
  } catch {
    return [];
  }
}
