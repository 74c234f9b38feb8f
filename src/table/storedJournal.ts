import * as v from 'valibot';
import type { Store } from '../store/store';
import type { Journal, Unfinished } from './journal';

const size = v.object({ rows: v.number(), columns: v.number() });
const cell = { sheet: v.number(), row: v.number(), column: v.number() };

const staged = v.object({
  tab: v.union([v.number(), v.string()]),
  ready: v.boolean(),
  row: v.number(),
  rows: v.number(),
  column: v.number(),
  columns: v.number(),
  kinds: v.array(v.picklist(['formula', 'typed', 'spilled'])),
  titles: v.optional(v.array(v.string()), []),
  offset: v.number(),
});

const current = v.object({
  version: v.literal(2),
  at: v.number(),
  mode: v.literal('replace'),
  range: v.string(),
  tab: v.nullable(v.object({ name: v.string(), id: v.nullable(v.number()) })),
  cell: v.nullable(v.object(cell)),
  named: v.nullable(v.object({ ...cell, ...size.entries })),
  tabSizes: v.array(size),
  extents: v.array(size),
  fields: v.array(v.string()),
  titles: v.array(v.string()),
  building: v.nullable(v.union([v.number(), v.string()])),
  // Of a release that knew of nothing beside a table.
  beside: v.fallback(v.optional(v.array(staged), []), []),
});

/** As the first release wrote it: the named range covered all that was written, and a tab was known by its name only. */
const first = v.pipe(
  v.object({
    version: v.optional(v.literal(1)),
    at: v.number(),
    tab: v.nullable(v.string()),
    range: v.string(),
    fields: v.array(v.string()),
  }),
  v.transform(
    ({ at, tab, range, fields }): Unfinished => ({
      at,
      mode: 'replace',
      range,
      tab: tab === null ? null : { name: tab, id: null },
      cell: null,
      named: null,
      tabSizes: [],
      extents: [],
      fields,
      titles: [],
      building: null,
      beside: [],
    }),
  ),
);

/**
 * A journal in a store of the spreadsheet, one entry a query. A store takes effect at once, before any cell does. An entry
 * that can't be read says at least that a commit was begun.
 */
export function storedJournal(store: Store): Journal {
  return {
    unfinished(query) {
      const value = store.get(nameOf(query));
      return value === null ? null : read(value);
    },
    all() {
      const names = Object.keys(store.all()).filter((name) => name.startsWith(PREFIX));
      return new Set(names.map((name) => name.slice(PREFIX.length)));
    },
    begin: (query, unfinished) => store.set(nameOf(query), JSON.stringify({ version: 2, ...unfinished })),
    end: (query) => store.delete(nameOf(query)),
  };
}

function read(value: string): Unfinished | null {
  const result = v.safeParse(v.union([current, first]), parsed(value));
  return result.success ? result.output : null;
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}

const PREFIX = 'commit.';

function nameOf(query: string): string {
  return PREFIX + query;
}
