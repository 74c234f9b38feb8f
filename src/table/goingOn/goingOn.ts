/** How a table goes on from the one that stands, instead of replacing it. Columns count from 0. */
export type GoingOn = {
  /** What the note says of it, once it is known what stays. */
  note(kept: Kept): string[];
  /** The column of the ids; null where the table shows none. */
  id: number | null;
} & (
  | { kind: 'by-id' }
  /** Rows of days from `from` on, a serial number, are replaced; `day` is their column. */
  | { kind: 'last-days'; from: number; day: number }
);

/** What stays of a table that is gone on from. */
export interface Kept {
  /** How many of its rows are not of the answer. */
  kept: number;
  /** How many rows it has then. */
  rows: number;
  /** The oldest day of those that stay, as a serial number; null where none does, or where days don't matter. */
  oldest: number | null;
}
