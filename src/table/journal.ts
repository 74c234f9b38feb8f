/**
 * What a commit was about to do, kept from before its first write until after its last. Found afterwards, it means that an
 * execution ended in between: the table is "repairing" until a refresh has replaced it as a whole.
 */
export interface Unfinished {
  /** Milliseconds since 1970. */
  at: number;
  /** The tab that was being made for the table; null when the table had a place. */
  tab: string | null;
  /** The named range of the table. */
  range: string;
  /** What each column of the new table holds, as `field:type`. */
  fields: string[];
}

export interface Journal {
  unfinished(query: string): Unfinished | null;
  /** Ids of all queries with an unfinished commit. */
  all(): Set<string>;
  begin(query: string, unfinished: Unfinished): void;
  end(query: string): void;
}
