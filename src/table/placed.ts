/**
 * A table as this add-on placed and wrote it last, kept where editors of the spreadsheet can't write. What the spreadsheet
 * itself says of a table (a named range, a row of the hidden sheet) is believed as far as it agrees with this.
 */
export interface PlacedTable {
  /** The named range that is the table. */
  range: string;
  /** The tab, by its id. */
  sheet: number;
  /** How many rows it has, its header counted, and a fingerprint of the texts in the last of them. */
  rows: number;
  last: string;
  /** Whether the tab was made for the table: its widths are the table's then. */
  ownTab: boolean;
  /** What each column holds, as `field:type`. */
  fields: string[];
  /** A fingerprint of each title. */
  titles: string[];
  /** A fingerprint of the number formats that its columns had. */
  formats: string;
  /** Fingerprints of those of its own lines in the note of the first cell that last from one refresh to the next. */
  note: string[];
  /** Whether its columns have named ranges. */
  columnNames: boolean;
  /** A fingerprint of what is kept of its rows in the spreadsheet; nothing where nothing is. */
  lines?: string;
  /** What is beside it; nothing is remembered by earlier releases. */
  beside?: BesideKnown;
}

/** What is remembered of what people have beside a table. */
export interface BesideKnown {
  /** Blank columns between the table and those beside it. */
  gap: number;
  /** The tab with what was typed beside rows that are gone, and how many cells are on it; null where there is none. */
  kept: { tab: number; cells: number } | null;
}

export interface PlacedTables {
  get(query: string): PlacedTable | null;
  /** The queries whose tables are known. Reads the store once. */
  all(): Set<string>;
  set(query: string, table: PlacedTable): void;
  /** Named ranges of a table's columns, by field: those that this add-on gave. */
  columnNames(query: string): Record<string, string>;
  setColumnNames(query: string, names: Record<string, string>): void;
  /** Forgets a table and the names of its columns. */
  delete(query: string): void;
}

/** Whether what is known of a table is so already. */
export function sameTable(known: PlacedTable | null, table: PlacedTable): boolean {
  if (known === null) return false;
  const names = Object.keys({ ...known, ...table }) as (keyof PlacedTable)[];
  return names.every((name) => JSON.stringify(known[name]) === JSON.stringify(table[name]));
}

/** What a named range of this add-on begins with. */
export const OWN_NAME = 'Clockify_';

/** A short text that tells one text from another; equal texts have equal ones. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash.toString(36);
}
