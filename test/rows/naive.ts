import type { TimeEntry } from '../../src/datasets/timeEntry';
import type { Condition, FilterNode, FilterValue } from '../../src/query/filter';
import type { Query } from '../../src/query/query';
import { fieldOf, reportOf } from '../../src/reports';
import type { Dimension, Leaf, Metric, RowContext } from '../../src/reports/report';

/**
 * A second reading of what a query means, as plain as can be and slow: all records at hand, one filter after the other, sums
 * by adding up. It knows no names that are looked up, no split, no comparison.
 */
export interface NaiveRow {
  /** What tells the row apart, by dimension. */
  marks: string[];
  metrics: (number | null)[];
}

const report = reportOf('time-entries');

export function naiveRows(
  query: Query,
  dimensions: string[],
  metrics: string[],
  records: TimeEntry[],
  context: RowContext,
): NaiveRow[] {
  const nodes = query.filters ?? [];
  const isMetric = (node: FilterNode): boolean =>
    'and' in node
      ? node.and.some(isMetric)
      : 'or' in node
        ? node.or.some(isMetric)
        : fieldOf(report, node.field).role === 'metric';
  const counted = records.filter((record) =>
    nodes.filter((node) => !isMetric(node)).every((node) => holds(node, (id) => seen(id, record, context))),
  );
  const groups = new Map<string, { marks: string[]; records: TimeEntry[] }>();
  for (const record of counted) {
    const marks = dimensions.map((id) => markOf(id, record, context, [...metrics, ...having(nodes)]));
    const key = JSON.stringify(marks);
    const group = groups.get(key) ?? { marks, records: [] };
    group.records.push(record);
    groups.set(key, group);
  }
  return [...groups.values()]
    .filter((group) =>
      nodes.filter(isMetric).every((node) =>
        holds(node, (id) => {
          const value = metricOf(id, group.records);
          return { values: value === null ? [] : [value], ids: [] };
        }),
      ),
    )
    .map(({ marks, records: own }) => ({ marks, metrics: metrics.map((id) => metricOf(id, own)) }));
}

function having(nodes: FilterNode[]): string[] {
  return nodes.flatMap((node) =>
    'and' in node ? having(node.and) : 'or' in node ? having(node.or) : [node.field],
  );
}

/** The value of a metric over records. */
export function metricOf(id: string, records: TimeEntry[]): number | null {
  const { measure } = fieldOf(report, id) as Metric<TimeEntry>;
  if ('count' in measure) return records.length;
  if ('distinct' in measure) {
    return new Set(records.map((record) => measure.distinct(record)).filter((text) => text !== null)).size;
  }
  if ('sum' in measure) {
    const summands = records.map((record) => measure.sum(record)).filter((summand) => summand !== null);
    return summands.length === 0 ? null : summands.reduce((sum, summand) => sum + summand, 0);
  }
  const above = metricOf(measure.ratio.numerator, records);
  const below = metricOf(measure.ratio.denominator, records);
  return above === null || !below ? null : (above / below) * (measure.ratio.times ?? 1);
}

interface Seen {
  values: Leaf[];
  ids: string[];
}

function seen(id: string, record: TimeEntry, context: RowContext): Seen {
  const field = fieldOf(report, id) as Dimension<TimeEntry>;
  const leaves: Leaf[] = field.names ? field.names(record) : [field.read(record, context)];
  return {
    values: leaves.filter((leaf) => leaf !== null && (typeof leaf !== 'string' || leaf.trim() !== '')),
    ids: field.entity?.ids(record) ?? [],
  };
}

/** Amounts of a record without a currency are of none; what has no amount is of the account's own. */
function markOf(id: string, record: TimeEntry, context: RowContext, metrics: string[]): string {
  const field = fieldOf(report, id) as Dimension<TimeEntry>;
  const ids = field.entity?.ids(record) ?? [];
  if (ids.length > 0) return JSON.stringify([...ids].sort());
  const leaf = field.read(record, context);
  if (
    id === 'currency' &&
    leaf === null &&
    amountsIn(metrics).every((metric) => !metricOf(metric, [record]))
  ) {
    return String(context.currency);
  }
  return leaf === null || String(leaf).trim() === '' ? '' : String(leaf);
}

/** The sums of money that metrics are made of. */
function amountsIn(metrics: string[]): string[] {
  return metrics.flatMap((id) => {
    const field = fieldOf(report, id);
    if (field.role !== 'metric') return [];
    if ('ratio' in field.measure)
      return amountsIn([field.measure.ratio.numerator, field.measure.ratio.denominator]);
    return field.type === 'money' ? [id] : [];
  });
}

function holds(node: FilterNode, of: (field: string) => Seen): boolean {
  if ('and' in node) return node.and.every((member) => holds(member, of));
  if ('or' in node) return node.or.some((member) => holds(member, of));
  const { values, ids } = of(node.field);
  const some = (test: (value: Leaf, wanted: FilterValue) => boolean) =>
    values.some((value) => node.values.some((wanted) => test(value, wanted)));
  const is = () =>
    some((value, wanted) => equal(node, value, wanted)) ||
    node.values.some((wanted) => typeof wanted === 'object' && 'id' in wanted && ids.includes(wanted.id)) ||
    (node.values.includes('') && values.length === 0 && ids.length === 0);
  const text = (value: Leaf) => String(value).toLowerCase();
  switch (node.op) {
    case 'is':
      return is();
    case 'is-not':
      return !is();
    case 'contains':
      return some((value, wanted) => text(value).includes(text(wanted as string)));
    case 'not-contains':
      return !some((value, wanted) => text(value).includes(text(wanted as string)));
    case 'starts':
      return some((value, wanted) => text(value).startsWith(text(wanted as string)));
    case 'empty':
      return values.length === 0 && ids.length === 0;
    case 'not-empty':
      return !(values.length === 0 && ids.length === 0);
    case 'gt':
      return some((value, wanted) => Number(value) > inUnits(node, wanted));
    case 'lte':
      return some((value, wanted) => Number(value) <= inUnits(node, wanted));
    case 'between':
      return values.some(
        (value) =>
          Number(value) >= inUnits(node, node.values[0]) && Number(value) <= inUnits(node, node.values[1]),
      );
    default:
      throw new Error(`the naive reading knows no ${node.op}`);
  }
}

function equal(node: Condition, value: Leaf, wanted: FilterValue): boolean {
  if (typeof wanted === 'object') return false;
  if (typeof value === 'number') return value === inUnits(node, wanted);
  return String(value).toLowerCase() === String(wanted).toLowerCase();
}

function inUnits({ field }: Condition, wanted: FilterValue): number {
  const { type } = fieldOf(report, field);
  if (type === 'date') return Date.parse(String(wanted)) / 86_400_000 + 25_569;
  const number = Number(wanted);
  return type === 'hours' || type === 'duration' ? number * 3600 : type === 'money' ? number * 100 : number;
}
