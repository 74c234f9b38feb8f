import { findPlace } from '../table/place';
import { insertRoom, type Room } from '../table/room';
import type { Effects } from './effects';

/**
 * Inserts columns right of a query's table, or rows below it, so that it can grow. Does nothing where what the spreadsheet
 * says is its table isn't known to be that. Raises `query-unknown`, `cells-in-the-way` and what `findPlace` does.
 */
export function makeRoom({ queries, grid, lock, tables, journal }: Effects, id: string, room: Room): void {
  lock.hold(() => {
    queries.reload();
    const { query, state } = queries.get(id);
    if (query.target.kind !== 'placed') return;
    const columns = state.complete?.fields.length ?? 0;
    const knowledge = { query, placed: tables.get(id), unfinished: journal.unfinished(id), columns };
    const { named } = findPlace(grid, knowledge);
    if (named) insertRoom(grid, named, room, query.name);
  });
}
