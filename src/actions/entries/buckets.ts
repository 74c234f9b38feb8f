import { serialOfWallTime } from '../../datasets/wallTime';
import type { Condition } from '../../query/filter';
import type { Days } from '../../query/period';
import type { AnyReport, Dimension, Leaf, RowContext } from '../../reports/report';
import { conditionsFor } from './conditions';
import { type Held, heldOf } from './held';

/** Two periods that are compared, of a report, as an account sees them. */
export interface Compared {
  report: AnyReport;
  days: Days;
  compared: Days;
  context: RowContext;
}

/**
 * The condition for what is compared with a value of a dimension of time: the n-th month of one period with the n-th of the
 * other. What the shorter one has no counterpart for is compared with no time at all. Null for dimensions that are not joined
 * by position.
 */
export function counterpart(field: Dimension<unknown>, held: Held, periods: Compared): Condition | null {
  const { time } = field;
  if (time === undefined || time === 'weekday' || time === 'hour' || !periods.report.onDay) return null;
  const now = bucketsOf(field, periods.days, periods);
  const then = bucketsOf(field, periods.compared, periods);
  const look = lookOf(field, held);
  const place = now.findIndex((leaf) => lookOf(field, heldOf(field, leaf)) === look);
  const found = held === '' ? then.slice(now.length) : place < 0 ? [] : then.slice(place, place + 1);
  const values = found.flatMap((leaf) =>
    conditionsOf(field, heldOf(field, leaf)).flatMap((condition) => condition.values),
  );
  // What is compared with nothing has no records: none is without time.
  return values.length > 0
    ? { field: field.id, op: 'is', values }
    : { field: field.id, op: 'empty', values: [] };
}

/** What days are in, each once, in order. */
function bucketsOf(field: Dimension<unknown>, days: Days, { report, context }: Compared): Leaf[] {
  const buckets = new Set<Leaf>();
  const last = serialOf(days.to);
  for (let day = serialOf(days.from); day <= last; day++)
    buckets.add(field.read(report.onDay?.(day), context));
  return [...buckets];
}

function serialOf(day: string): number {
  return serialOfWallTime(`${day}T00:00:00`);
}

function lookOf(field: Dimension<unknown>, held: Held): string {
  return JSON.stringify(conditionsOf(field, held));
}

function conditionsOf(field: Dimension<unknown>, held: Held): Condition[] {
  return conditionsFor(field, held, () => null) ?? [];
}
