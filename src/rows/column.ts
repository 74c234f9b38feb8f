import { conditionsOf } from '../query/filter';
import type { Query, QueryColumn } from '../query/query';
import { fieldOf } from '../reports';
import { account } from '../reports/account';
import type { AnyField, AnyReport, Leaf, Lookup, RowContext, ValueType } from '../reports/report';
import { FORMATS } from './cell';
import { namesMoney } from './money';
import type { Value } from './value';

/** A column of the table: its title, how it is shown, and what it holds for a record. */
export interface Column {
  field: string;
  title: string;
  type: ValueType;
  format: string;
  /** Whether its texts are long. */
  long: boolean;
  /** What of a metric it shows instead of its value. */
  show: QueryColumn['show'] | null;
  lookup: Lookup<unknown> | null;
  /** The value for a record of an account, by the account's name. */
  read(record: unknown, context: RowContext): Value;
}

/** What of a query decides about its columns. */
type Asked = Pick<Query, 'columns' | 'options' | 'accounts'> & Partial<Pick<Query, 'grain' | 'filters'>>;

/**
 * The columns of a query, in its order. Amounts never go without their currency: where it wasn't chosen it follows the last
 * of them, and where only a condition is about sums of amounts it comes last. Rows of several accounts never go without the
 * account: where it wasn't chosen it comes first. Raises `field-unknown`.
 */
export function columnsOf(query: Asked, report: AnyReport): Column[] {
  const { columns: chosen, options, accounts } = query;
  const of = (column: QueryColumn) => columnOf(column, options, report);
  const columns = chosen.map(of);
  const has = (id: string) => columns.some(({ field }) => field === id);
  const money = columns.map(({ field }) => namesMoney(fieldOf(report, field), report)).lastIndexOf(true);
  if (money >= 0 && !has(CURRENCY)) columns.splice(money + 1, 0, of({ field: CURRENCY }));
  if (asksForAmounts(query, report) && !has(CURRENCY)) columns.push(of({ field: CURRENCY }));
  if (accounts.length > 1 && !has(account.id)) columns.unshift(of({ field: account.id }));
  return columns;
}

/** Whether conditions are about amounts that were added up. */
function asksForAmounts({ grain, filters = [] }: Asked, report: AnyReport): boolean {
  return (
    grain === 'grouped' &&
    conditionsOf(filters).some(({ field: id }) => {
      const field = fieldOf(report, id);
      return field.role === 'metric' && namesMoney(field, report);
    })
  );
}

/** The field that every report with amounts has. */
export const CURRENCY = 'currency';

/** What stands behind the title of a metric that shows something else of itself. */
const SHOWN = { running: 'running total', share: 'share' };

function columnOf(
  { field: id, title, show }: QueryColumn,
  options: Query['options'],
  report: AnyReport,
): Column {
  const field = fieldOf(report, id);
  const type = show === 'share' ? 'percent' : typeOf(field, options);
  const lookup = (field.role === 'dimension' && field.lookup) || null;
  const leaf = leafOf(field, report);
  return {
    field: id,
    title: title ?? (show ? `${field.title} (${SHOWN[show]})` : field.title),
    type,
    format: FORMATS[type],
    long: field.long ?? false,
    show: show ?? null,
    lookup,
    read: lookup === null ? leaf : (record, context) => lookedUp(lookup.ids(record)) ?? leaf(record, context),
  };
}

/** How values of a field are shown: durations as decimal hours where that was chosen. */
export function typeOf({ type }: AnyField, { durations }: Query['options']): ValueType {
  return type === 'duration' && durations === 'decimal' ? 'hours' : type;
}

function lookedUp(ids: string[]): string[] | null {
  return ids.length > 0 ? ids : null;
}

/** What a field gives for one record. A metric of one record is its own sum. */
export function leafOf(field: AnyField, report: AnyReport): (record: unknown, context: RowContext) => Leaf {
  if (field.role === 'dimension') return (record, context) => field.read(record, context);
  const { measure } = field;
  if ('sum' in measure) return (record) => measure.sum(record);
  if ('count' in measure) return () => 1;
  if ('distinct' in measure) return (record) => (measure.distinct(record) === null ? 0 : 1);
  const { times = 1 } = measure.ratio;
  const numerator = leafOf(fieldOf(report, measure.ratio.numerator), report);
  const denominator = leafOf(fieldOf(report, measure.ratio.denominator), report);
  return (record, context) => {
    const [above, below] = [numerator(record, context), denominator(record, context)];
    return typeof above === 'number' && typeof below === 'number' && below !== 0
      ? (above * times) / below
      : null;
  };
}
