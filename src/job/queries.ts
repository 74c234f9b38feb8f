import { planQuery } from '../plan/plan';
import { type Problem, raise } from '../problems/problem';
import { type Query, readQuery } from '../query/query';
import type { QueryState } from '../query/state';
import type { Grid } from '../table/grid';
import { tabGone } from '../table/place';
import { insertRoom } from '../table/room';
import { factsOf, type Refreshing } from './refresh';

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
export function listQueries({ queries, journal, grid }: Refreshing): QueryView[] {
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

/**
 * Saves a query and gives it back: a new one when it has no id yet. Raises what is wrong with it before anything is kept.
 * The place of a table that is there already is kept, whatever the caller believes.
 */
export function saveQuery(effects: Refreshing, candidate: unknown): Query {
  const given = candidate as Partial<Query>;
  const query = readQuery({ ...given, id: given.id ?? effects.newId() }, given.name ?? 'the query');
  // May ask Clockify, for which nobody else is made to wait.
  planQuery(query, factsOf(effects, query), effects.clock.now());
  return effects.lock.hold(() => {
    effects.queries.reload();
    const known = effects.queries.find(query.id)?.query;
    const placed = known?.target.kind === 'placed' ? known.target : null;
    const saved = placed && query.target.kind === 'placed' ? { ...query, target: placed } : query;
    // A table that is to go elsewhere stays behind as plain cells.
    if (placed && saved.target.kind !== 'placed') effects.grid.unname(placed.range);
    effects.queries.save(saved);
    return saved;
  });
}

/** Shows the table of a query. Raises `query-unknown`, `tab-gone`. */
export function showTable({ queries, grid }: Refreshing, id: string): void {
  const { query } = queries.get(id);
  const area = query.target.kind === 'placed' ? grid.named(query.target.range) : null;
  grid.show(area ?? raise(tabGone(query.name)));
}

/** Inserts columns right of a query's table, so that it can grow. Raises `query-unknown`, `cells-in-the-way`. */
export function makeRoom({ queries, grid, lock }: Refreshing, id: string, columns: number): void {
  const { query } = queries.get(id);
  const { target } = query;
  if (target.kind === 'placed') lock.hold(() => insertRoom(grid, target.range, columns, query.name));
}

/** Deletes a query; its table stays as plain cells. Raises `query-unknown`. */
export function deleteQuery(effects: Refreshing, id: string): void {
  effects.lock.hold(() => {
    effects.queries.reload();
    const target = effects.queries.find(id)?.query?.target;
    effects.queries.remove(id);
    if (target?.kind === 'placed') effects.grid.unname(target.range);
    effects.journal.end(id);
  });
}
