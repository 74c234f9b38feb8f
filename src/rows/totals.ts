import { fieldOf } from '../reports';
import type { Leaf } from '../reports/report';
import { CURRENCY } from './column';
import { currencyIn, isMoney } from './currency';
import { leafOfColumn } from './face';
import { type Line, mergeSides } from './line';
import { ascending } from './order';
import type { Shape } from './shape';
import { wordFor } from './words';

/** A line of totals: what lines add up to, and what its dimensions say instead of values. */
export interface Total {
  line: Line;
  /** By column; null for an empty cell. */
  labels: Leaf[];
}

/**
 * What lines add up to, one for each currency where there is money: counts of different things and ratios from all records of
 * them, never from rows. Nothing where no dimension tells rows apart: such a row is its own total.
 */
export function totalsOf(lines: Line[], label: string, place: number, shape: Shape): Total[] {
  const { columns, ledger } = shape;
  const currency = currencyIn(shape);
  const perCurrency = columns.some(({ field }) => isMoney(field, shape));
  const byCurrency = new Map<Leaf, Line>();
  for (const line of lines) {
    const key = perCurrency ? currency(line) : null;
    let total = byCurrency.get(key);
    if (total === undefined) {
      total = {
        ...line,
        leaves: null,
        sums: { current: null, compared: null },
        parts: line.parts && new Map(),
        filled: false,
      };
      byCurrency.set(key, total);
    }
    mergeSides(total.sums, line.sums, ledger);
    for (const [mark, sides] of line.parts ?? []) {
      const part = total.parts?.get(mark) ?? { current: null, compared: null };
      mergeSides(part, sides, ledger);
      total.parts?.set(mark, part);
    }
    total.filled ||= line.filled;
  }
  const at = columns.findIndex(({ field }) => field === CURRENCY);
  return [...byCurrency]
    .sort(([a], [b]) => ascending(a, b))
    .map(([key, line]) => {
      const labels: Leaf[] = columns.map(() => null);
      if (perCurrency && at >= 0) labels[at] = key;
      labels[place] = place === at && key !== null ? `${label} ${key}` : label;
      return { line, labels };
    });
}

/** The column in which a total says that it is one: the first dimension, but for the currency where there is another. */
export function labelPlace({ columns, report }: Shape): number {
  const dimensions = columns.flatMap(({ field }, place) =>
    fieldOf(report, field).role === 'dimension' ? [place] : [],
  );
  return dimensions.find((place) => columns[place].field !== CURRENCY) ?? dimensions[0] ?? -1;
}

/** Lines of one value of the dimension that there are subtotals by. */
export interface Block {
  label: string;
  lines: Line[];
}

/** Lines put together by what subtotals are made by, in the order in which their values come first. */
export function blocksOf(lines: Line[], shape: Shape): Block[] {
  const { subtotals, traits, columns } = shape;
  const { field } = traits[subtotals];
  const leaf = leafOfColumn(
    columns.findIndex((column) => column.field === field.id),
    shape,
  );
  const blocks = new Map<string, Block>();
  for (const line of lines) {
    const { mark } = line.members[subtotals];
    const block = blocks.get(mark) ?? { label: `${wordFor(leaf(line), field.type)} total`, lines: [] };
    block.lines.push(line);
    blocks.set(mark, block);
  }
  return [...blocks.values()];
}
