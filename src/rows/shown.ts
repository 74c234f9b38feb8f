import type { Leaf } from '../reports/report';
import { currencyIn, isMoney } from './currency';
import type { Face } from './face';
import type { Line } from './line';
import type { Shape } from './shape';

/** What a column shows of lines in the order of the table. Money adds up by currency, never across. */
export type Shown = (line: Line, total: boolean) => Leaf;

/** What a column shows: its value, or what of all lines the query asks for. `lines` are all of them, in the table's order. */
export function shownOf(face: Face, lines: Line[], shape: Shape): Shown {
  if (face.show === null) return face.leaf;
  const money = isMoney(face.field, shape);
  const currency = currencyIn(shape);
  const keyOf = money ? currency : () => null;
  return face.show === 'running' ? running(face, lines, keyOf) : share(face, lines, keyOf);
}

/** The sum of all values down to a line. There is none in a row of totals. */
function running({ leaf }: Face, lines: Line[], keyOf: (line: Line) => Leaf): Shown {
  const totals = new Map<Leaf, number>();
  const reached = new Map<Line, Leaf>();
  for (const line of lines) {
    const key = keyOf(line);
    const value = leaf(line);
    if (typeof value === 'number') totals.set(key, (totals.get(key) ?? 0) + value);
    reached.set(line, totals.get(key) ?? null);
  }
  return (line, total) => (total ? null : (reached.get(line) ?? null));
}

/** The part that a value has of the sum of all. */
function share({ leaf }: Face, lines: Line[], keyOf: (line: Line) => Leaf): Shown {
  const totals = new Map<Leaf, number>();
  for (const line of lines) {
    const value = leaf(line);
    if (typeof value === 'number') totals.set(keyOf(line), (totals.get(keyOf(line)) ?? 0) + value);
  }
  return (line) => {
    const value = leaf(line);
    const all = totals.get(keyOf(line));
    return typeof value === 'number' && all ? value / all : null;
  };
}
