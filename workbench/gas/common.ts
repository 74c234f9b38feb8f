import { createHash, randomUUID } from 'node:crypto';
import type { Cache } from './cache';
import { Clock } from './clock';
import { Locks } from './lock';
import type { Platform } from './platform';
import type { Properties } from './properties';
import { Triggers } from './triggers/triggers';
import { TriggerTime } from './triggers/triggerTime';

/** What a spreadsheet has in common with its copies: the time, what belongs to users and to the script, and identifiers. */
export class Common {
  readonly clock: Clock;
  /** All locks, also those of the single spreadsheets. */
  readonly locks = new Locks();
  /** Spreadsheets that are open here, by their ids. */
  readonly open = new Map<string, Platform>();
  readonly triggers = new Triggers();
  readonly triggerTime = new TriggerTime();
  /** Users who have no access any more; their triggers stand, and run no more. */
  readonly left = new Set<string>();
  readonly grants = new Map<string, ReadonlySet<string>>();
  readonly stores = new Map<string, Properties>();
  readonly caches = new Map<string, Cache>();
  private sheetIds = 0;
  private uuids = 0;
  private seeds = 0;
  private copies = 0;

  /** `now`: epoch milliseconds at which the clock is pinned; undefined for the machine's. `clock`: another script's, if any. */
  constructor(
    private readonly now: number | undefined,
    clock = new Clock(now),
  ) {
    this.clock = clock;
  }

  /** Identifiers that look random and come in the same order every time. */
  nextSheetId(): number {
    const digest = createHash('sha256')
      .update(`sheet ${++this.sheetIds}`)
      .digest();
    return digest.readUInt32BE(0) & 0x7fffffff;
  }

  /** What an execution's `Math.random` begins with; nothing while the clock isn't pinned. */
  nextSeed(): number | undefined {
    return this.now === undefined ? undefined : ++this.seeds;
  }

  nextUuid(): string {
    // Without a pinned clock nothing has to come out the same, and a spreadsheet from a file has identifiers already.
    if (this.now === undefined) return randomUUID();
    const hex = createHash('sha256')
      .update(`uuid ${++this.uuids}`)
      .digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  }

  /** The id of the next copy of a spreadsheet. */
  nextCopy(spreadsheet: string): string {
    return `${spreadsheet}-copy-${++this.copies}`;
  }
}

/** What a map holds under a key, made when there is nothing yet. */
export function held<T>(map: Map<string, T>, key: string, make: () => T): T {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
