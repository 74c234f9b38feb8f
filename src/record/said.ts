import * as v from 'valibot';
import type { Store } from '../store/store';

/** What the note of a table was told last. */
export interface SaidLine {
  /** As of when the table was, in milliseconds since 1970: the note of another one doesn't have the line any more. */
  of: number | null;
  /** The line; null where there is none; nothing while it is being written. */
  line?: string | null;
}

const schema = v.object({
  version: v.literal(1),
  of: v.nullable(v.number()),
  line: v.optional(v.nullable(v.string())),
});

const PREFIX = 'said.';

/**
 * What was said in the notes of tables, by query, in a store of the spreadsheet: so that whoever looks whether all of it is still
 * true reads no cell. A hint: an entry that can't be read is as good as one of which nothing is known.
 */
export class Said {
  constructor(private readonly store: Store) {}

  /** Reads the store once. */
  all(): Map<string, SaidLine> {
    return new Map(
      Object.entries(this.store.all()).flatMap(([name, value]): [string, SaidLine][] =>
        name.startsWith(PREFIX) ? [[name.slice(PREFIX.length), read(value)]] : [],
      ),
    );
  }

  /** Keeps several by one call; one without a line, of a note that has none, takes no room. Raises `store-full`. */
  keep(lines: Map<string, SaidLine>): void {
    const kept = [...lines].filter(([, { line }]) => line !== null);
    const texts = kept.map(([query, line]) => [PREFIX + query, JSON.stringify({ version: 1, ...line })]);
    if (texts.length > 0) this.store.setAll(Object.fromEntries(texts));
    for (const [query, { line }] of lines) if (line === null) this.forget(query);
  }

  forget(query: string): void {
    this.store.delete(PREFIX + query);
  }
}

function read(value: string): SaidLine {
  try {
    const result = v.safeParse(schema, JSON.parse(value));
    if (result.success) return result.output;
  } catch {
    // As good as none.
  }
  return { of: null };
}
