import * as v from 'valibot';
import type { Store } from '../store/store';

/** Where the refresh log was exported to last. */
export interface Exported {
  range: string;
  /** The tab, by its id. */
  sheet: number;
}

const schema = v.object({ version: v.literal(1), range: v.string(), sheet: v.number() });

const NAME = 'log-tab';

/** What the named range of the exported log begins with. */
export const LOG_NAME = 'Clockify_Refresh_log';

/** Remembers the tab of the exported log in a store of the spreadsheet. An entry that can't be read is as good as none. */
export class ExportedLog {
  constructor(private readonly store: Store) {}

  get(): Exported | null {
    try {
      const result = v.safeParse(schema, JSON.parse(this.store.get(NAME) ?? ''));
      return result.success && result.output.range.startsWith(LOG_NAME) ? result.output : null;
    } catch {
      return null;
    }
  }

  /** Raises `store-full`. */
  set(exported: Exported): void {
    this.store.set(NAME, JSON.stringify({ version: 1, ...exported }));
  }
}
