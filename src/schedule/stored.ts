import * as v from 'valibot';
import { plainText } from '../query/plainText';
import type { Store } from '../store/store';
import { type Schedule, scheduleSchema } from './schedule';

/** The version of the stored form that this add-on writes. */
const SCHEDULE_VERSION = 1;

const PREFIX = 'schedule.';

/** Who runs a schedule, with what is theirs. */
export interface Carrier {
  /** A random id, which says nothing of who it is. */
  person: string;
  /** The name under which they share; empty while they have given none. */
  name: string;
}

/** A schedule as it is stored. */
export interface StoredSchedule {
  schedule: Schedule;
  /** When it was set, in milliseconds since 1970. */
  from: number;
  carriers: Carrier[];
}

/** More people than this carry no schedule. */
export const MOST_CARRIERS = 20;

const storedSchema = v.object({
  version: v.literal(SCHEDULE_VERSION),
  schedule: scheduleSchema,
  from: v.number(),
  carriers: v.pipe(
    v.array(
      v.object({
        person: v.pipe(v.string(), v.maxLength(64)),
        name: v.pipe(
          v.string(),
          v.transform((name) => plainText(name, 100)),
        ),
      }),
    ),
    v.maxLength(MOST_CARRIERS),
  ),
});

/**
 * The schedules of a spreadsheet by their queries, in document properties: whoever edits the sheet can't write there, and a copy
 * of the file brings none. Changed under the lock of the spreadsheet alone.
 */
export class Schedules {
  constructor(private readonly store: Store) {}

  /** Null when there is none; what can't be read is as good as none. */
  get(query: string): StoredSchedule | null {
    return parsed(this.store.get(PREFIX + query));
  }

  /** By query. Reads the store once. */
  all(): Map<string, StoredSchedule> {
    return schedulesIn(this.store.all());
  }

  /** Raises `store-full`. */
  set(query: string, stored: StoredSchedule): void {
    this.store.set(PREFIX + query, JSON.stringify({ version: SCHEDULE_VERSION, ...stored }));
  }

  remove(query: string): void {
    this.store.delete(PREFIX + query);
  }
}

/** The schedules in what a store holds, by query. */
export function schedulesIn(values: Record<string, string>): Map<string, StoredSchedule> {
  const found = Object.entries(values).flatMap(([name, value]): [string, StoredSchedule][] => {
    const stored = name.startsWith(PREFIX) ? parsed(value) : null;
    return stored ? [[name.slice(PREFIX.length), stored]] : [];
  });
  return new Map(found);
}

function parsed(value: string | null): StoredSchedule | null {
  try {
    const { version: _, ...stored } = v.parse(storedSchema, JSON.parse(value ?? ''));
    return stored;
  } catch {
    return null;
  }
}
