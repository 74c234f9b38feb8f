import type { Problem } from '../problems/problem';
import type { Query } from '../query/query';
import type { Unfinished } from './journal';
import type { PlacedTable } from './placed';

/** What is known of a query's table besides what the spreadsheet shows. */
export interface Knowledge {
  query: Query;
  placed: PlacedTable | null;
  unfinished: Unfinished | null;
  /** How many columns it was written with, as its query's state says. */
  columns: number;
  /** Raised instead of placing it at a cell as for the first time. */
  foreignCell?: Problem;
}
