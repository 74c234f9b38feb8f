/** A row of a table as it was written last, by digests of its key and of what its cells held. */
export interface KnownLine {
  /** 8 characters; empty for a row of totals, which has no key. */
  key: string;
  /** 6 characters. */
  print: string;
}

/**
 * The rows of each query's table as they were written last, in their order, kept in the spreadsheet itself: a copied file keeps
 * them. A hint and never the truth: everybody who may edit the spreadsheet can change them, and whoever uses them looks first
 * whether they fit what stands.
 */
export interface Lines {
  /** Null when nothing, or nothing that can be read, is kept. */
  get(query: string): KnownLine[] | null;
  /** Keeps the rows of a table; written with the next flush. */
  set(query: string, lines: KnownLine[]): void;
  /** Flushes, and forgets a table; where those cells are protected against whoever runs the script they stay. */
  forget(query: string): void;
  /** Removes the tab in which they are, if none is left. */
  removeTab(): void;
}

/** Where nothing is kept: for a commit that is refused because of what is kept. */
export const NO_LINES: Lines = { get: () => null, set() {}, forget() {}, removeTab() {} };
