import * as v from 'valibot';
import type { Store } from '../store/store';
import type { Journal } from './journal';

const schema = v.object({
  at: v.number(),
  tab: v.nullable(v.string()),
  range: v.string(),
  fields: v.array(v.string()),
});

/** A journal in a store of the spreadsheet, one entry a query. A store takes effect at once, before any cell does. */
export function storedJournal(store: Store): Journal {
  return {
    unfinished(query) {
      const value = store.get(nameOf(query));
      const result = v.safeParse(schema, value === null ? null : JSON.parse(value));
      return result.success ? result.output : null;
    },
    all() {
      const names = Object.keys(store.all()).filter((name) => name.startsWith(PREFIX));
      return new Set(names.map((name) => name.slice(PREFIX.length)));
    },
    begin: (query, unfinished) => store.set(nameOf(query), JSON.stringify(unfinished)),
    end: (query) => store.delete(nameOf(query)),
  };
}

const PREFIX = 'commit.';

function nameOf(query: string): string {
  return PREFIX + query;
}
