import { fieldOf } from '../reports';
import type { Leaf } from '../reports/report';
import { leafOfColumn } from './face';
import type { Line } from './line';
import { ascending, type Compare, descending, orderOf } from './order';
import type { Shape } from './shape';

/** A value that lines are put in order by, and how. */
interface Criterion {
  leaf(line: Line): Leaf;
  compare: Compare;
}

/**
 * Lines in the order of the query; where it says nothing, groups are in that of their dimensions from left to right, and rows
 * of one record each in the one that they come in.
 */
export function sorted(lines: Line[], shape: Shape): Line[] {
  const criteria = criteriaOf(shape);
  if (criteria.length === 0) return lines;
  const keyed = lines.map((line) => ({ line, keys: criteria.map(({ leaf }) => leaf(line)) }));
  keyed.sort((a, b) => {
    for (let index = 0; index < criteria.length; index++) {
      const order = criteria[index].compare(a.keys[index], b.keys[index]);
      if (order !== 0) return order;
    }
    return 0;
  });
  return keyed.map(({ line }) => line);
}

function criteriaOf(shape: Shape): Criterion[] {
  const { query, report, columns, grouped } = shape;
  const of = (id: string): Criterion => {
    const field = fieldOf(report, id);
    const base = columns.findIndex((column) => column.field === id);
    const leaf = leafOfColumn(base, shape);
    return { leaf, compare: field.role === 'dimension' ? orderOf(field) : ascending };
  };
  const asked = (query.sort ?? []).map(([id, direction]): Criterion => {
    const criterion = of(id);
    return direction === 'asc' ? criterion : { ...criterion, compare: descending(criterion.compare) };
  });
  if (!grouped) return asked;
  const dimensions = columns.filter(({ field }) => fieldOf(report, field).role === 'dimension');
  return [...asked, ...dimensions.map(({ field }) => of(field)), ...marks(shape)];
}

/** What tells two lines apart that look the same: that their order doesn't depend on how they were read. */
function marks({ visible }: Shape): Criterion[] {
  const places = Array.from({ length: visible }, (_, place) => place);
  return places.map((place) => ({
    leaf: ({ members }) => members[place].mark,
    compare: (a, b) => (String(a) < String(b) ? -1 : Number(String(a) > String(b))),
  }));
}
