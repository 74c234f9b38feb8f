import type { Leaf, ValueType } from '../reports/report';
import type { Line } from './line';
import type { Shape } from './shape';

/** A column of the finished table. */
export interface TableColumn {
  /** What it is, the same from refresh to refresh: a field's id, and what of it is shown. */
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
  leaf(line: Line): Leaf;
}

/** The columns of the finished table. */
export function facesOf(shape: Shape): Face[] {
  const { columns, places, reckons } = shape;
  return columns.map(({ field, title, type, format, long, show }, base) => ({
    column: { field: show === null ? field : `${field}:${show}`, title, type, format, long },
    base,
    leaf({ leaves, members, sums }) {
      if (leaves !== null) return leaves[base];
      if (places[base] >= 0) return members[places[base]].leaf;
      return reckons[base]?.(sums.current ?? shape.ledger.nothing) ?? null;
    },
  }));
}
