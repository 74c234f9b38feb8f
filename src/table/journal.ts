import type { Staged } from './beside/stage';
import type { Cell, Size } from './extent';
import type { Area } from './grid';

/**
 * What a commit was about to do, kept from before its first write until all of them are in the spreadsheet. Found
 * afterwards, it means that this isn't known: the table is "repairing" until a refresh has replaced it as a whole.
 */
export interface Unfinished {
  /** Milliseconds since 1970. */
  at: number;
  /** How the table was being written: as a whole. */
  mode: 'replace';
  /** The named range of the table. */
  range: string;
  /** The tab that was being made for the table; null when it had a place. Its id is null until it is known to be made. */
  tab: { name: string; id: number | null } | null;
  /** Where the table's first cell was to be; null while its tab was being made. */
  cell: Cell | null;
  /** What the named range covered before; null when there was none. */
  named: Area | null;
  /** Sizes of the tab before and after it was made large enough. */
  tabSizes: Size[];
  /** Every size of which cells may stand from the first cell on: of the old table, and of each that was begun since. */
  extents: Size[];
  /** What each column of the new table holds, as `field:type`. */
  fields: string[];
  /** Fingerprints of the new table's titles. */
  titles: string[];
  /** The hidden tab on which the table was being built: its id, or its name while that wasn't known; else null. */
  building: number | string | null;
  /** What stands beside the table, kept aside while it is moved; the newest last. */
  beside: Staged[];
}

export interface Journal {
  unfinished(query: string): Unfinished | null;
  /** Ids of all queries with an unfinished commit. */
  all(): Set<string>;
  begin(query: string, unfinished: Unfinished): void;
  end(query: string): void;
}
