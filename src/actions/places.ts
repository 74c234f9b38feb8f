/** Where a table is: its tab by name and id, and its cells as people write them, `Aug!A5:G90`. */
export interface Place {
  tab: string;
  sheet: number;
  address: string;
}

/** Where things are in the spreadsheet. What it is asked first reads all tabs, once. */
export interface Places {
  /** The cells of a named range; null when there is none of this name, or its cells were deleted. */
  range(name: string): Place | null;
  /** A cell of a tab; null when the tab was deleted. */
  cell(sheet: number, row: number, column: number): Place | null;
}
