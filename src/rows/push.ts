import type { Pushed } from '../datasets/dataset';
import type { Condition, FilterNode } from '../query/filter';
import type { Query } from '../query/query';
import { fieldsOf } from '../reports';
import type { AnyReport } from '../reports/report';

/** Filters of a query in two parts: what Clockify can apply itself, and the nodes that are left. */
export interface Pushing {
  filters: Pushed;
  rest: FilterNode[];
}

/**
 * What of a query's filters Clockify can apply itself with exactly the same meaning: conditions that must hold whatever else
 * does, that compare a thing with things by their ids, or `billable` with yes or no. Of several about the same only the first.
 */
export function pushable({ filters = [] }: Pick<Query, 'filters'>, report: AnyReport): Pushing {
  const pushes = new Map(
    fieldsOf(report).flatMap((field) =>
      field.role === 'dimension' && field.pushes ? [[field.id, field.pushes] as const] : [],
    ),
  );
  const pushing: Pushing = { filters: {}, rest: [] };
  for (const node of requirements(filters)) {
    const key = 'op' in node ? pushes.get(node.field) : undefined;
    if (key === undefined || key in pushing.filters || !push(node as Condition, key, pushing.filters)) {
      pushing.rest.push(node);
    }
  }
  return pushing;
}

/** The nodes that must all hold, those of an `and` one by one. */
export function requirements(nodes: readonly FilterNode[]): FilterNode[] {
  return nodes.flatMap((node) => {
    if ('and' in node) return requirements(node.and);
    if ('or' in node && node.or.length === 1) return requirements(node.or);
    return [node];
  });
}

function push({ op, values }: Condition, key: keyof Pushed, into: Pushed): boolean {
  if (op !== 'is' || values.length === 0) return false;
  if (key === 'billable') {
    if (values.length > 1 || typeof values[0] !== 'boolean') return false;
    into.billable = values[0];
    return true;
  }
  const ids = values.flatMap((value) => (typeof value === 'object' && 'id' in value ? [value.id] : []));
  if (ids.length < values.length) return false;
  into[key] = [...new Set(ids)];
  return true;
}
