import { fieldOf } from '../reports';
import type { Leaf } from '../reports/report';
import { CURRENCY } from './column';
import { leafOfColumn } from './face';
import type { Line } from './line';
import { namesMoney } from './money';
import type { Shape } from './shape';

/** The currency of a line; null where a table has none, or a line's isn't known. */
export function currencyIn(shape: Shape): (line: Line) => Leaf {
  const base = shape.columns.findIndex(({ field }) => field === CURRENCY);
  return base < 0 ? () => null : leafOfColumn(base, shape);
}

/** Whether a field of a table is an amount, or reckoned from amounts. */
export function isMoney(field: string, { report }: Shape): boolean {
  return namesMoney(fieldOf(report, field), report);
}
