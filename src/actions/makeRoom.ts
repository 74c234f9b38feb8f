import { insertRoom } from '../table/room';
import type { Effects } from './effects';

/** Inserts columns right of a query's table, so that it can grow. Raises `query-unknown`, `cells-in-the-way`. */
export function makeRoom({ queries, grid, lock }: Effects, id: string, columns: number): void {
  const { query } = queries.get(id);
  const { target } = query;
  if (target.kind === 'placed') lock.hold(() => insertRoom(grid, target.range, columns, query.name));
}
