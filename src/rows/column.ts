import type { Query, QueryColumn } from '../query/query';
import { fieldOf } from '../reports';
import type { AnyField, AnyReport, Leaf, Lookup, ValueType } from '../reports/report';
import { type Cell, FORMATS, toCell } from './cell';

/** Ids whose names another dataset holds; turned into text before the table is written. */
export interface LookUp {
  lookUp: string[];
}

/** A cell before lookups. Plain JSON, so that it can wait between two executions. */
export type StagedCell = Cell | LookUp;

/** A column of the table: its title, how it is shown, and what it holds for a record. */
export interface Column {
  field: string;
  title: string;
  type: ValueType;
  format: string;
  /** Whether its texts are long. */
  long: boolean;
  lookup: Lookup<unknown> | null;
  read(record: unknown): StagedCell;
}

/**
 * The columns of a query, in its order. Amounts never go without their currency: where it wasn't chosen it follows the last
 * of them. Raises `field-unknown`.
 */
export function columnsOf(query: Pick<Query, 'columns' | 'options'>, report: AnyReport): Column[] {
  const columns = query.columns.map((chosen) => columnOf(chosen, query.options, report));
  const money = columns.map(({ type }) => type).lastIndexOf('money');
  if (money < 0 || columns.some(({ field }) => field === CURRENCY)) return columns;
  const currency = columnOf({ field: CURRENCY }, query.options, report);
  return [...columns.slice(0, money + 1), currency, ...columns.slice(money + 1)];
}

/** The field that every report with amounts has. */
const CURRENCY = 'currency';

function columnOf({ field: id, title }: QueryColumn, options: Query['options'], report: AnyReport): Column {
  const field = fieldOf(report, id);
  const type = field.type === 'duration' && options.durations === 'decimal' ? 'hours' : field.type;
  const lookup = (field.role === 'dimension' && field.lookup) || null;
  const leaf = leafOf(field, report);
  const plain = (record: unknown): Cell => toCell(type, leaf(record));
  return {
    field: id,
    title: title ?? field.title,
    type,
    format: FORMATS[type],
    long: field.long ?? false,
    lookup,
    read: lookup === null ? plain : (record) => lookedUp(lookup.ids(record)) ?? plain(record),
  };
}

function lookedUp(ids: string[]): LookUp | null {
  return ids.length > 0 ? { lookUp: ids } : null;
}

/** What a field gives for one record. A metric of one record is its own sum. */
function leafOf(field: AnyField, report: AnyReport): (record: unknown) => Leaf {
  if (field.role === 'dimension') return (record) => field.read(record);
  const { measure } = field;
  if ('sum' in measure) return (record) => measure.sum(record);
  if ('count' in measure) return () => 1;
  const numerator = leafOf(fieldOf(report, measure.ratio.numerator), report);
  const denominator = leafOf(fieldOf(report, measure.ratio.denominator), report);
  return (record) => {
    const [above, below] = [numerator(record), denominator(record)];
    return typeof above === 'number' && typeof below === 'number' && below !== 0 ? above / below : null;
  };
}
