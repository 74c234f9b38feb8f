import { type Condition, conditionsOf, type FilterNode } from '../query/filter';
import type { Query } from '../query/query';
import { fieldOf } from '../reports';
import type { AnyReport, Dimension, Leaf, Metric, RowContext } from '../reports/report';
import { leafOf } from './column';
import { testOf } from './condition';
import { pushable, requirements } from './push';
import { traitOf } from './trait';
import { judge, type Verdict } from './tree';
import { unanswerable } from './unfit';

/** The filters of a query, apart by when they can be asked. All of each list must hold. */
export interface Sieve {
  /** About dimensions whose values a record has. */
  early: FilterNode[];
  /** About dimensions of which a record may have ids only, whose names are read beside it. */
  late: FilterNode[];
  /** About metrics. */
  metrics: FilterNode[];
  /** Those of `early` that Clockify can't apply itself. */
  unpushed: FilterNode[];
}

/** Sorts the filters of a query. Raises `field-unknown`, `filter-invalid`. */
export function sieveOf(query: Query, report: AnyReport): Sieve {
  const sieve: Sieve = { early: [], late: [], metrics: [], unpushed: [] };
  const unpushed = new Set(pushable(query, report).rest);
  for (const node of requirements(query.filters ?? [])) {
    const conditions = conditionsOf([node]);
    if (conditions.length === 0) continue;
    const fields = conditions.map((condition) => fieldOf(report, condition.field));
    conditions.forEach((condition, index) => {
      testOf(condition, fields[index], query);
    });
    const metric = fields.find(({ role }) => role === 'metric');
    const dimension = fields.find(({ role }) => role === 'dimension');
    if (metric && dimension) {
      unanswerable(
        query,
        `One group of filters is about ${dimension.title} and about ${metric.title}`,
        'Put conditions on metrics into a group of their own: they are asked when all records are added up.',
      );
    }
    if (metric) sieve.metrics.push(node);
    else if (conditions.some((condition) => needsNames(condition, fieldOf(report, condition.field)))) {
      sieve.late.push(node);
    } else {
      sieve.early.push(node);
      if (unpushed.has(node)) sieve.unpushed.push(node);
    }
  }
  return sieve;
}

/** Whether a condition looks at what may have to be read beside the records: things by ids that records have need nothing. */
function needsNames({ op, values }: Condition, field: ReturnType<typeof fieldOf>): boolean {
  if (field.role !== 'dimension' || !field.lookup) return false;
  if (!field.entity || field.lookup.always) return true;
  if (op === 'empty' || op === 'not-empty') return false;
  return op !== 'is' && op !== 'is-not'
    ? true
    : !values.every((value) => typeof value === 'object' && 'id' in value);
}

/** Dimensions that nodes are about, each once. */
export function dimensionsIn(nodes: FilterNode[], report: AnyReport): Dimension<unknown>[] {
  const fields = [...new Set(conditionsOf(nodes).map(({ field }) => field))];
  return fields.map((id) => fieldOf(report, id) as Dimension<unknown>);
}

/** Whether a record of an account counts. */
export type Keeps = (record: unknown, context: RowContext) => boolean;

/** Asks nodes of single records; a metric of one record is its own sum. */
export function keeping(nodes: FilterNode[], query: Query, report: AnyReport): Keeps | null {
  if (nodes.length === 0) return null;
  let context: RowContext;
  const verdict = judge<unknown>(nodes, (condition) => {
    const field = fieldOf(report, condition.field);
    const test = testOf(condition, field, query);
    if (field.role === 'dimension') {
      const trait = traitOf(field);
      return (record) => test(trait.values(record, context), trait.ids(record));
    }
    const leaf = leafOf(field, report);
    return (record) => test(filled(leaf(record, context)), []);
  });
  return (record, from) => {
    context = from;
    return verdict(record) === true;
  };
}

/** Asks nodes about metrics of whatever `reckon` finds the metrics' values in. */
export function reckoning<S>(
  nodes: FilterNode[],
  query: Query,
  report: AnyReport,
  reckon: (metric: Metric<unknown>) => (subject: S) => Leaf,
): ((subject: S) => Verdict) | null {
  if (nodes.length === 0) return null;
  return judge<S>(nodes, (condition) => {
    const metric = fieldOf(report, condition.field) as Metric<unknown>;
    const test = testOf(condition, metric, query);
    const value = reckon(metric);
    return (subject) => {
      return test(filled(value(subject)), []);
    };
  });
}

function filled(leaf: Leaf): Leaf[] {
  return leaf === null ? [] : [leaf];
}
