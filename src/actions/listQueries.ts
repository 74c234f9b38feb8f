import type { Problem } from '../problems/problem';
import type { Query } from '../query/query';
import type { QueryState } from '../query/state';
import type { Grid } from '../table/grid';
import type { Effects } from './effects';

/** A query of the spreadsheet with what is known of its table. */
export interface QueryView {
  id: string;
  name: string;
  /** Null when it can't be read; `problem` says why. */
  query: Query | null;
  problem: Problem | null;
  state: QueryState;
  /** Where its table is now, as `Aug!A5:G90`, and in which tab; null when it has none. */
  place: { tab: string; sheet: number; address: string } | null;
  /** Whether an execution ended while it was writing the table: until the next refresh nothing can be said of it. */
  repairing: boolean;
}

/** The queries of the spreadsheet, in the order in which they were made. */
export function listQueries({ queries, journal, grid }: Effects): QueryView[] {
  const unfinished = journal.all();
  return queries.all().map((entry) => ({
    ...entry,
    place: placeOf(grid, entry.query),
    repairing: unfinished.has(entry.id),
  }));
}

function placeOf(grid: Grid, query: Query | null): QueryView['place'] {
  if (query?.target.kind !== 'placed') return null;
  const area = grid.named(query.target.range);
  const tab = area && grid.tabName(area.sheet);
  return area && tab !== null ? { tab, sheet: area.sheet, address: grid.address(area) } : null;
}
