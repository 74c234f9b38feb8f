import type { Cell } from '../rows/cell';
import { allAdded, changesOf, type TableChanges } from './changes';
import { type Comparison, compare } from './comparison';
import { sameSize } from './extent';
import type { Standing } from './formats';
import type { Grid } from './grid';
import type { Knowledge } from './knowledge';
import type { KnownLine } from './lines';
import type { Place } from './place';
import type { PlacedTable } from './placed';
import { fingerprintOf } from './print';
import type { Table } from './table';

/** A table to come, where one may stand. */
interface Coming {
  table: Table;
  header: Cell[];
  lines: KnownLine[];
  /** What is kept of the rows that were written last. */
  linesBefore: KnownLine[] | null;
}

/** What is found out about the table that stands before another is written over it. */
export interface Found {
  /** How many of its rows needn't be written. */
  standing: Pick<Comparison, 'above' | 'below'>;
  /** What the new one changes; null where that can't be told. */
  changes: TableChanges | null;
  /** What is to be said of cells that somebody typed over. */
  typedOver: string | null;
}

/** What is kept of the rows that were written last, if it is what this add-on kept of all of them. */
export function trusted(lines: KnownLine[] | null, placed: PlacedTable | null): KnownLine[] | null {
  if (lines === null || placed === null || lines.length !== placed.rows - 1) return null;
  return fingerprintOf(lines) === placed.lines ? lines : null;
}

const NOTHING: Found = { standing: { above: 0, below: 0 }, changes: null, typedOver: null };

/**
 * Compares the table that stands with the one to come. Where anything about it is uncertain (a commit was cut short, it has
 * other columns, its range isn't what is known of it) nothing is found, and all of it is written.
 */
export function lookAtStanding(
  grid: Grid,
  { named, own }: Pick<Place, 'named' | 'own'>,
  { placed, unfinished }: Pick<Knowledge, 'placed' | 'unfinished'>,
  standing: Standing | null,
  { table, header, lines, linesBefore }: Coming,
): Found {
  if (unfinished !== null) return NOTHING;
  if (named === null) return { ...NOTHING, changes: placed === null ? allAdded(table) : null };
  const fields = table.columns.map(({ field }) => field).join();
  const sameColumns = [standing?.fields, placed?.fields].every((known) => known?.join() === fields);
  if (placed === null || !sameColumns || own.length !== 1 || !sameSize(own[0], named)) return NOTHING;
  if (named.columns !== table.columns.length) return NOTHING;
  const before = trusted(linesBefore, placed);
  const asHigh = before?.length === named.rows - 1;
  const titles = placed.titles;
  const comparison = compare(grid, named, { table, header, lines, before: asHigh ? before : null, titles });
  if (comparison === null) return NOTHING;
  return {
    standing: comparison,
    changes: before && changesOf(table, lines, before, comparison),
    typedOver: comparison.typedOver?.text() ?? null,
  };
}
