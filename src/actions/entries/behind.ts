import { type Condition, conditionsOf, type FilterNode } from '../../query/filter';
import type { Days } from '../../query/period';
import { plainText } from '../../query/plainText';
import type { Query, QueryAccount, QueryColumn } from '../../query/query';
import { fieldOf } from '../../reports';
import type { AnyReport } from '../../reports/report';

/** What is behind a number: whose records, of which days, under which conditions besides those of its query. */
export interface Behind {
  accounts: QueryAccount[];
  /** Null for a report without dates. */
  days: Days | null;
  filters: FilterNode[];
  /** The row in words. */
  words: string[];
  /** The dimensions by which the number was told apart. */
  dimensions: string[];
}

/**
 * The query, not saved yet, whose table has one row for each record behind a number of a grouped one. Conditions on metrics
 * chose among rows: of a row that is there every record counts.
 */
export function queryBehind(query: Query, report: AnyReport, behind: Behind): Partial<Query> {
  const { accounts, days, filters, words, dimensions } = behind;
  const metrics = query.columns.filter(({ field }) => isMetric(report, field));
  const columns = eachOnce([
    ...[...report.defaults, ...dimensions].map((field) => ({ field })),
    ...metrics.map(({ field, title }) => ({ field, ...(title === undefined ? {} : { title }) })),
  ]);
  const all = [...aboutRecords(query.filters ?? [], report), ...filters];
  return {
    version: query.version,
    name: plainText(`${capitalised(report.rows)} behind ${words.join(', ')}`, 100),
    report: query.report,
    accounts,
    period: days === null ? query.period : { kind: 'fixed', ...days },
    zone: query.zone,
    grain: 'each',
    columns,
    ...(all.length > 0 ? { filters: all } : {}),
    options: { durations: query.options.durations },
    target: { kind: 'new-tab' },
  };
}

/** Those of a list of filters that decide which records count. */
function aboutRecords(nodes: FilterNode[], report: AnyReport): FilterNode[] {
  return nodes.flatMap((node) => {
    if ('and' in node) return aboutRecords(node.and, report);
    const conditions: Condition[] = conditionsOf([node]);
    return conditions.length > 0 && conditions.every(({ field }) => !isMetric(report, field)) ? [node] : [];
  });
}

function isMetric(report: AnyReport, field: string): boolean {
  return fieldOf(report, field).role === 'metric';
}

function eachOnce(columns: QueryColumn[]): QueryColumn[] {
  const fields = columns.map(({ field }) => field);
  return columns.filter((_, index) => fields.indexOf(fields[index]) === index);
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
