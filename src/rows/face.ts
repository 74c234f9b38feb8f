import type { Query } from '../query/query';
import { fieldOf } from '../reports';
import type { Leaf, ValueType } from '../reports/report';
import { FORMATS } from './cell';
import { changeOf, percentOf } from './change';
import type { Column } from './column';
import type { Reckon } from './ledger';
import type { Line, Sides } from './line';
import type { Shape } from './shape';
import type { SplitColumn } from './split';
import { tooManyColumns } from './unfit';

/** A column of the finished table. */
export interface TableColumn {
  /**
   * What it is, the same from refresh to refresh: a field's id, `@` and the key of a split value, and after `:` what of it is
   * shown (`running`, `share`, `previous`, `change`, `percent`).
   */
  field: string;
  title: string;
  type: ValueType;
  format: string;
  long: boolean;
}

/** A column of the finished table with what it shows of a line. */
export interface Face {
  column: TableColumn;
  /** Its place among the columns of the query. */
  base: number;
  /** The field that it is about. */
  field: string;
  isMetric: boolean;
  /** What of all lines it shows; null for its own value. */
  show: Column['show'];
  leaf(line: Line): Leaf;
}

/** Metric columns of a table that is split: more are nothing that anybody reads. */
const MOST_SPLIT = 200;

/**
 * The columns of the finished table: those of the query, each metric once for each value of a split, and followed by its
 * comparison. Split ones stand where the first metric does. Raises `columns-too-many`.
 */
export function facesOf(shape: Shape, split: SplitColumn[]): Face[] {
  const { columns, reckons, grouped, query } = shape;
  if (!query.split || !grouped) return columns.flatMap((_, base) => ofColumn(base, null, shape));
  const metrics = columns.flatMap((_, base) => (reckons[base] ? [base] : []));
  const faces = columns.flatMap((_, base) => {
    if (!reckons[base]) return ofColumn(base, null, shape);
    if (base !== metrics[0]) return [];
    return split.flatMap((column) => metrics.flatMap((metric) => ofColumn(metric, column, shape)));
  });
  const width = faces.length - (columns.length - metrics.length);
  if (width > MOST_SPLIT) tooManyColumns(query, width, MOST_SPLIT);
  return faces;
}

/** A column of the query, or of one value that it is split into, with its comparison. */
function ofColumn(base: number, split: SplitColumn | null, shape: Shape): Face[] {
  const { query, reckons, columns, grouped } = shape;
  const value = valueFace(base, split, shape);
  const reckon = reckons[base];
  if (!query.compare || !grouped || !reckon || columns[base].show !== null) return [value];
  const shown = query.compare.show ?? ['value', 'change', 'percent'];
  return [
    value,
    ...compared(value, reckon, sidesOf(split), query.compare, shape).filter((_, at) =>
      shown.includes(ASPECTS[at]),
    ),
  ];
}

const ASPECTS = ['value', 'change', 'percent'] as const;

function valueFace(base: number, split: SplitColumn | null, shape: Shape): Face {
  const { columns, places, reckons } = shape;
  const { field, title, type, format, long, show } = columns[base];
  const reckon = reckons[base];
  const sides = sidesOf(split);
  const several = columns.filter((_, at) => reckons[at]).length > 1;
  const id = split === null ? field : `${field}@${split.key}`;
  return {
    column: {
      field: show === null ? id : `${id}:${show}`,
      title: split === null ? title : several ? `${split.title} · ${title}` : split.title,
      type,
      format,
      long,
    },
    base,
    field,
    isMetric: fieldOf(shape.report, field).role === 'metric',
    show,
    leaf(line) {
      if (line.leaves !== null) return line.leaves[base];
      if (places[base] >= 0) return line.members[places[base]].leaf;
      return amountOf(sides(line).current, line, reckon, shape);
    },
  };
}

/** What a column of the query shows of a line, before it is split. */
export function leafOfColumn(base: number, shape: Shape): Face['leaf'] {
  return valueFace(base, null, shape).leaf;
}

/** What was added up of a line, or of the part of it that is a column. */
function sidesOf(split: SplitColumn | null): (line: Line) => Sides {
  if (split === null || split.mark === null) return ({ sums }) => sums;
  const { mark } = split;
  return ({ parts }) => parts?.get(mark) ?? NOTHING;
}

const NOTHING: Sides = { current: null, compared: null };

/** What sums come to; of none, 0 in a row that is there though nothing was recorded, and else nothing. */
function amountOf(sums: Sides['current'], { filled }: Line, reckon: Reckon | null, { ledger }: Shape): Leaf {
  return reckon?.(sums ?? (filled ? ledger.zero() : ledger.nothing)) ?? null;
}

function compared(
  { column, base, field }: Face,
  reckon: Reckon,
  sides: (line: Line) => Sides,
  compare: NonNullable<Query['compare']>,
  shape: Shape,
): Face[] {
  const before = compare.with === 'previous-year' ? 'previous year' : 'previous';
  const now = (line: Line) => amountOf(sides(line).current, line, reckon, shape);
  const then = (line: Line) => amountOf(sides(line).compared, line, reckon, shape);
  const face = (aspect: string, title: string, type: ValueType, leaf: Face['leaf']): Face => ({
    column: { ...column, field: `${column.field}:${aspect}`, title, type, format: FORMATS[type] },
    base,
    field,
    isMetric: true,
    show: null,
    leaf,
  });
  const { title, type } = column;
  const metric = fieldOf(shape.report, field);
  const isRatio = metric.role === 'metric' && 'ratio' in metric.measure;
  return [
    face('previous', `${title} (${before})`, type, then),
    face('change', `${title} change`, type, (line) => changeOf(now(line), then(line), isRatio)),
    face('percent', `${title} change %`, 'percent', (line) => percentOf(now(line), then(line))),
  ];
}
