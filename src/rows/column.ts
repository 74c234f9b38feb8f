import type { Query } from '../query/query';
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
  lookup: Lookup<unknown> | null;
  read(record: unknown): StagedCell;
}

/** The columns of a query, in its order. Raises `field-unknown`. */
export function columnsOf(query: Pick<Query, 'columns' | 'options'>, report: AnyReport): Column[] {
  return query.columns.map(({ field: id, title }) => {
    const field = fieldOf(report, id);
    const decimal = field.type === 'duration' && query.options.durations === 'decimal';
    const type = decimal ? 'hours' : field.type;
    const lookup = (field.role === 'dimension' && field.lookup) || null;
    const leaf = leafOf(field, report);
    const plain = (record: unknown): Cell => toCell(type, leaf(record));
    return {
      field: id,
      title: title ?? field.title,
      type,
      format: FORMATS[type],
      lookup,
      read: lookup === null ? plain : (record) => lookedUp(lookup.ids(record)) ?? plain(record),
    };
  });
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
