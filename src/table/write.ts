import type { Cell as Value } from '../rows/cell';
import type { Size } from './extent';
import type { Area } from './grid';
import type { Look } from './looks';

/** One thing that a commit does to the spreadsheet. */
export type Write = { undo?: Write[] } & (
  | Look
  | { do: 'note'; area: Area; note: string }
  /** Keeps what the query's state says of the new table, or brings back what it said before. */
  | { do: 'record' }
  | { do: 'restore' }
  /** Keeps which rows were written, or brings back which were before. */
  | { do: 'lines' }
  | { do: 'restore-lines' }
  | { do: 'grow'; sheet: number; from: Size; to: Size }
  | { do: 'name'; name: string; area: Area }
  | { do: 'unname'; name: string }
  | { do: 'formats'; area: Area; formats: string[][] }
  | { do: 'format'; areas: Area[]; format: string }
  /** Makes sure that rows that were inserted have the looks of the row above them, as Sheets gives them. */
  | { do: 'inherit'; from: Area; below: Area; formats: string[] }
  | { do: 'values'; area: Area; cells: Value[][] }
  | { do: 'empty'; area: Area }
  /** Brings what people have beside the table along with its rows, once these stand. */
  | { do: 'beside' }
  | { do: 'settle' }
);
