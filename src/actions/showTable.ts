import { raise } from '../problems/problem';
import { tabGone } from '../table/place';
import type { Effects } from './effects';

/** Shows the table of a query. Raises `query-unknown`, `tab-gone`. */
export function showTable({ queries, grid }: Effects, id: string): void {
  const { query } = queries.get(id);
  const area = query.target.kind === 'placed' ? grid.named(query.target.range) : null;
  grid.show(area ?? raise(tabGone(query.name)));
}
