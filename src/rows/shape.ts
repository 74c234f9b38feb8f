import type { Query } from '../query/query';
import type { AnyReport, Lookup } from '../reports/report';
import { type Column, columnsOf } from './column';

export interface Shape {
  query: Query;
  report: AnyReport;
  columns: Column[];
  grouped: boolean;
  lookups: Lookup<unknown>[];
}

export function shapeOf(query: Query, report: AnyReport): Shape {
  const columns = columnsOf(query, report);
  return { query, report, columns, grouped: false, lookups: columns.flatMap(({ lookup }) => lookup ?? []) };
}
