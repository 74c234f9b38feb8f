import * as v from 'valibot';
import type { Store } from '../store/store';
import type { LinkState } from './protocol';

/** The version of the stored form that this project writes. */
const RECORD_VERSION = 1;

const recordSchema = v.object({
  version: v.literal(RECORD_VERSION),
  state: v.picklist(['open', 'answered', 'used', 'withdrawn']),
  /** Stands for who asks. */
  person: v.string(),
  /** When it stops being open, and when nothing of it is kept any more. Milliseconds since 1970. */
  expiresAt: v.number(),
  keptUntil: v.number(),
  /** Who asks for what, while it is open; what was answered, until it is picked up. Both sealed. */
  ask: v.nullable(v.string()),
  answer: v.nullable(v.string()),
});

/** A link as the project keeps it: when its work is done, only that it was. */
export type LinkRecord = Omit<v.InferOutput<typeof recordSchema>, 'version'>;

const PREFIX = 'link.';

/** The links that are kept, one property each. */
export class LinkRecords {
  constructor(private readonly store: Store) {}

  find(id: string): LinkRecord | null {
    return read(this.store.get(PREFIX + id));
  }

  /** All of them by id, the oldest first. */
  all(): [id: string, record: LinkRecord][] {
    return Object.entries(this.store.all())
      .flatMap(([name, value]): [string, LinkRecord][] => {
        const record = name.startsWith(PREFIX) ? read(value) : null;
        return record ? [[name.slice(PREFIX.length), record]] : [];
      })
      .sort(([, a], [, b]) => a.expiresAt - b.expiresAt);
  }

  /** Raises `store-full`. */
  save(id: string, record: LinkRecord): void {
    this.store.set(PREFIX + id, JSON.stringify({ version: RECORD_VERSION, ...record }));
  }

  remove(id: string): void {
    this.store.delete(PREFIX + id);
  }
}

/** How a link is at a moment: one that nobody answered in time is expired, one that was answered waits to be picked up. */
export function stateOf(record: LinkRecord | null, now: number): LinkState {
  if (record === null || record.keptUntil <= now) return 'unknown';
  return record.state === 'open' && record.expiresAt <= now ? 'expired' : record.state;
}

/** About how many characters of the store a link takes. */
export function sizeOf(record: LinkRecord): number {
  return JSON.stringify(record).length + 60;
}

function read(value: string | null): LinkRecord | null {
  if (value === null) return null;
  try {
    const { version: _, ...record } = v.parse(recordSchema, JSON.parse(value));
    return record;
  } catch {
    return null;
  }
}
