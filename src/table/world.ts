import type { Problem } from '../problems/problem';
import type { PlacedTarget } from '../query/query';
import type { Grid } from './grid';
import type { Journal } from './journal';
import type { Lines } from './lines';
import type { PlacedTables } from './placed';

/** What a commit needs of the spreadsheet and of what is kept about it. */
export interface World {
  grid: Grid;
  journal: Journal;
  tables: PlacedTables;
  lines: Lines;
}

/** What a query's state says of its table: written with the table, so that both are in the spreadsheet or neither. */
export interface Recording {
  /** What each column held when the table was written last; nothing when it never was. */
  fields: string[];
  record(target: PlacedTarget): void;
  /** Brings back what was recorded before. */
  restore(): void;
  /** Adds something that a person should know of the new table. */
  warn(text: string): void;
  /** Raised instead of placing the table at a cell as for the first time: somebody else chose that cell. */
  foreignCell?: Problem;
}
