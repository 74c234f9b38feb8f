import * as v from 'valibot';
import type { Store } from '../store/store';

/** A block of status cells as it was written last. */
export interface StatusBlock {
  /** Its named range. */
  range: string;
  /** The tab, by its id. */
  sheet: number;
  rows: number;
  columns: number;
}

const size = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000));
const schema = v.object({
  version: v.literal(1),
  range: v.string(),
  sheet: v.number(),
  rows: size,
  columns: size,
});

const PREFIX = 'status.';

/** The id of the block that tells of all queries; no query has it. */
export const ALL = '~all';

/** What named ranges of status cells begin with. */
export const STATUS_NAME = 'Clockify_Status_';

/**
 * Which blocks of status cells there are, by query, in a store of the spreadsheet: what isn't known here is nobody's but whoever
 * wrote it. An entry that can't be read is as good as none.
 */
export class StatusBlocks {
  constructor(private readonly store: Store) {}

  /** Reads the store once. */
  all(): Map<string, StatusBlock> {
    return new Map(
      Object.entries(this.store.all()).flatMap(([name, value]): [string, StatusBlock][] => {
        const block = name.startsWith(PREFIX) ? read(value) : null;
        return block ? [[name.slice(PREFIX.length), block]] : [];
      }),
    );
  }

  get(query: string): StatusBlock | null {
    return read(this.store.get(PREFIX + query));
  }

  /** Raises `store-full`. */
  set(query: string, block: StatusBlock): void {
    this.store.set(PREFIX + query, JSON.stringify({ version: 1, ...block }));
  }

  forget(query: string): void {
    this.store.delete(PREFIX + query);
  }
}

function read(value: string | null): StatusBlock | null {
  try {
    const result = v.safeParse(schema, JSON.parse(value ?? ''));
    return result.success && result.output.range.startsWith(STATUS_NAME) ? result.output : null;
  } catch {
    return null;
  }
}
