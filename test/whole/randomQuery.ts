import type { FilterNode } from '../../src/query/filter';
import type { Query } from '../../src/query/query';
import { reportOf, reports } from '../../src/reports';
import type { AnyField, AnyReport, EntityKind } from '../../src/reports/report';

/** Things that conditions may name, by kind. */
export type Things = Partial<Record<EntityKind, { id: string; name: string }[]>>;

/** The parts of a random query that decide what is read for it. Many are impossible: then they say so. */
export type RandomQuery = Pick<
  Query,
  'report' | 'grain' | 'columns' | 'filters' | 'split' | 'compare' | 'fill' | 'totals' | 'limit'
>;

/** A random query: mostly grouped ones of time entries, as it is them that have several readings. */
export function randomQuery(chance: () => number, things: Things): RandomQuery {
  const report = chance() < 0.8 ? reportOf('time-entries') : pick(chance, reports);
  const dimensions = report.fields.filter(({ role }) => role === 'dimension');
  const grouping = dimensions.filter((field) => !(field.role === 'dimension' && field.each));
  const metrics = report.fields.filter(({ role }) => role === 'metric');
  if (report.sums && chance() < 0.4) return randomSums(chance, report, things);
  const grain = chance() < 0.75 ? 'grouped' : 'each';
  const columns = [
    ...some(chance, grain === 'grouped' ? grouping : dimensions, grain === 'grouped' ? 3 : 5),
    ...some(chance, metrics, 3),
  ].map(({ id }) => ({ field: id }));
  const filters = Array.from({ length: Math.floor(chance() * 2.5) }, () =>
    randomCondition(chance, dimensions, things),
  );
  return {
    report: report.id,
    grain,
    columns: columns.length > 0 ? columns : [{ field: metrics[0].id }],
    ...(filters.length > 0 && { filters }),
    ...(grain === 'grouped' &&
      chance() < 0.15 && { split: { field: pick(chance, grouping).id, most: 5, others: true } }),
    ...(grain === 'grouped' && chance() < 0.15 && { compare: { with: 'previous-period' as const } }),
    ...(grain === 'grouped' &&
      chance() < 0.1 && { fill: [pick(chance, ['dates', 'people', 'projects'] as const)] }),
    ...(chance() < 0.2 && { totals: true }),
    ...(chance() < 0.2 && { limit: 5 }),
  };
}

/** One that the report which adds up by itself may answer. */
function randomSums(chance: () => number, report: AnyReport, things: Things): RandomQuery {
  const summed = report.fields.filter(({ group }) => group !== undefined);
  const dimensions = summed.filter(({ role }) => role === 'dimension');
  const metrics = summed.filter(
    ({ role, type }) => role === 'metric' && (type !== 'money' || chance() < 0.3),
  );
  const pushed = dimensions.filter((field) => field.role === 'dimension' && field.pushes);
  const columns = [...some(chance, dimensions, 3), ...some(chance, metrics, 2), metrics[0]];
  return {
    report: report.id,
    grain: 'grouped',
    columns: [...new Set(columns)].map(({ id }) => ({ field: id })),
    ...(chance() < 0.5 && { filters: [randomCondition(chance, pushed, things)] }),
    ...(chance() < 0.2 && { compare: { with: 'previous-year' as const } }),
    ...(chance() < 0.2 && { totals: true }),
  };
}

function randomCondition(chance: () => number, dimensions: AnyField[], things: Things): FilterNode {
  const field = pick(chance, dimensions);
  const kind = field.role === 'dimension' ? field.entity?.kind : undefined;
  const known = (kind && things[kind]) ?? [];
  if (known.length > 0 && chance() < 0.8) {
    const { id, name } = pick(chance, known);
    return { field: field.id, op: chance() < 0.8 ? 'is' : 'is-not', values: [{ id, name }] };
  }
  if (field.type === 'boolean') return { field: field.id, op: 'is', values: [chance() < 0.5] };
  return { field: field.id, op: chance() < 0.5 ? 'not-empty' : 'empty', values: [] };
}

/** One of a list. */
export function pick<T>(chance: () => number, list: readonly T[]): T {
  return list[Math.floor(chance() * list.length)];
}

/** Up to so many of a list, each once, in a random order. */
function some<T>(chance: () => number, list: readonly T[], most: number): T[] {
  const count = Math.floor(chance() * (most + 1));
  const found = new Set<T>();
  for (let index = 0; index < count && list.length > 0; index++) found.add(pick(chance, list));
  return [...found];
}
