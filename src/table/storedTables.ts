import * as v from 'valibot';
import type { Store } from '../store/store';
import type { PlacedTable, PlacedTables } from './placed';

const schema = v.object({
  version: v.literal(1),
  range: v.string(),
  sheet: v.number(),
  rows: v.number(),
  last: v.string(),
  ownTab: v.boolean(),
  fields: v.array(v.string()),
  titles: v.array(v.string()),
  formats: v.string(),
  note: v.array(v.string()),
  columnNames: v.boolean(),
  beside: v.optional(
    v.object({
      gap: v.pipe(v.number(), v.integer(), v.minValue(0)),
      kept: v.nullable(v.object({ tab: v.number(), cells: v.number() })),
    }),
  ),
  lines: v.optional(v.string()),
});

const namesSchema = v.record(v.string(), v.string());

/**
 * What is known of placed tables, in a store of the spreadsheet: one entry a query, and another for the names of its columns,
 * since a value of the store holds 9 KB. An entry that can't be read is as good as none.
 */
export function storedTables(store: Store): PlacedTables {
  return {
    get: (query) => read(schema, store.get(TABLE + query)),
    all() {
      const found = Object.entries(store.all()).filter(
        ([name, value]) => name.startsWith(TABLE) && read(schema, value) !== null,
      );
      return new Set(found.map(([name]) => name.slice(TABLE.length)));
    },
    set: (query, table: PlacedTable) => store.set(TABLE + query, JSON.stringify({ version: 1, ...table })),
    columnNames: (query) => read(namesSchema, store.get(NAMES + query)) ?? {},
    setColumnNames: (query, names) => store.set(NAMES + query, JSON.stringify(names)),
    delete(query) {
      store.delete(TABLE + query);
      store.delete(NAMES + query);
    },
  };
}

const TABLE = 'table.';
const NAMES = 'names.';

function read<S extends v.GenericSchema>(schema: S, value: string | null): v.InferOutput<S> | null {
  if (value === null) return null;
  try {
    const result = v.safeParse(schema, JSON.parse(value));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}
