import type { RowContext } from '../reports/report';
import { looksUp, type Row, rowsOf } from './row';
import type { Shape } from './shape';

export interface Taking {
  context: RowContext;
  days: { from: number; to: number } | null;
  pushed: boolean;
  side: 'current' | 'compared';
  fills?: 'people' | 'projects';
}
export function takeRows(records: unknown[], shape: Shape, taking: Taking): Row[] {
  return rowsOf(records, shape.report, shape.columns, taking.context);
}
export function mergeRows(rows: Row[], _: Shape): Row[] {
  return rows;
}
export function idsToLookUp(rows: Row[], shape: Shape, dataset: string): boolean {
  return looksUp(rows, shape.columns, dataset);
}
