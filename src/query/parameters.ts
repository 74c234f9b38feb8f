import {
  AMBIGUOUS,
  type Asked,
  type CellAnswer,
  type CellValue,
  dayIn,
  looksLikeDate,
  quoted,
  refuse,
  valueIn,
  valuesIn,
} from './cellValues';
import { type Condition, conditionsOf, type FilterNode, type FilterValue } from './filter';
import { isDayInRange, type Period } from './period';
import { periodOf } from './periodWords';
import type { Compare, Query } from './query';
import { numberFault } from './readFilters';
import { isReference } from './reference';

/** Reads cells of the spreadsheet: what each of some references points at, as it is now. */
export interface ParameterCells {
  read(references: string[]): (reference: string) => CellAnswer;
}

/** The cells and ranges that a query takes parts of itself from, `=Settings!B2`, each once. */
export function parametersOf(query: Pick<Query, 'period' | 'compare' | 'filters' | 'limit'>): string[] {
  const { period, compare, filters = [], limit } = query;
  const values = conditionsOf(filters).flatMap((condition) => condition.values);
  const all = [
    ...daysOf(period),
    ...(compare?.with === 'fixed' ? [compare.from, compare.to] : []),
    ...values.flatMap((value) => (typeof value === 'object' && 'cell' in value ? [value.cell] : [])),
    limit,
  ];
  return [...new Set(all.filter(isReference))];
}

function daysOf(period: Period): string[] {
  if (period.kind === 'cell') return [period.cell];
  if (period.kind === 'fixed') return [period.from, period.to];
  return period.kind === 'since' ? [period.from] : [];
}

/**
 * A query with what its cells say now, and no cell left in it: to be planned, read and told of, never to be stored. Raises
 * `parameter-invalid`, which names the cell and what is wrong with it, and `filter-too-large` for a range that is too long.
 */
export function resolveParameters(query: Query, cells: (reference: string) => CellAnswer): Query {
  const asked = (reference: string, part: string): Asked => ({ reference, part, query: query.name });
  const day = (text: string, part: string) =>
    isReference(text) ? dayIn(valueIn(cells(text), asked(text, part)), asked(text, part)) : text;
  const { filters, compare, limit } = query;
  return {
    ...query,
    period: resolvedPeriod(query.period, day, (reference) => {
      const where = asked(reference, 'the period');
      return periodIn(valuesIn(cells(reference), where), where);
    }),
    ...(compare ? { compare: resolvedCompare(compare, day) } : {}),
    ...(filters
      ? {
          filters: mapped(filters, (condition) => {
            const part = `a value of the filter ${condition.field}`;
            return resolvedCondition(condition, (reference) => [cells(reference), asked(reference, part)]);
          }),
        }
      : {}),
    ...(isReference(limit)
      ? { limit: limitIn(valueIn(cells(limit), asked(limit, 'the limit')), asked(limit, 'the limit')) }
      : {}),
  };
}

function resolvedPeriod(
  period: Period,
  day: (text: string, part: string) => string,
  whole: (reference: string) => Period,
): Period {
  if (period.kind === 'cell') return whole(period.cell);
  if (period.kind === 'since') return { ...period, from: day(period.from, FIRST) };
  return period.kind === 'fixed'
    ? { ...period, from: day(period.from, FIRST), to: day(period.to, LAST) }
    : period;
}

const FIRST = 'the first day of the period';
const LAST = 'the last day of the period';

function resolvedCompare(compare: Compare, day: (text: string, part: string) => string): Compare {
  if (compare.with !== 'fixed') return compare;
  const [first, last] = ['the first day of the comparison', 'the last day of the comparison'];
  return { ...compare, from: day(compare.from, first), to: day(compare.to, last) };
}

/** A period in words or as days: of a range, its two days. */
function periodIn(values: CellValue[], asked: Asked): Period {
  if (values.length === 2) {
    const [from, to] = values.map((value) => dayIn(value, asked));
    return { kind: 'fixed', from, to };
  }
  const [value] = values;
  if (values.length > 2)
    return refuse(asked, `has ${values.length} values`, 'Name one cell with a period, or two with its days.');
  const words = typeof value === 'object' ? shownPeriod(value) : String(value);
  const remedy = looksLikeDate(words) ? AMBIGUOUS : `Write a period into it, such as ${EXAMPLES}.`;
  return periodOf(words) ?? refuse(asked, `holds ${quoted(value)}, which is no period`, remedy);
}

const EXAMPLES = 'last month, last 30 days, 2026-08 or 2026-Q3';

/** A month that is typed as `2026-08` or `Aug 2026` becomes its first day: where no day is shown the month is meant. */
function shownPeriod({ date, shown = date }: { date: string; shown?: string }): string {
  const [year, month, day] = date.split('-');
  if (day !== '01' || !shown.includes(year)) return date;
  if (shown === year) return month === '01' ? year : date;
  const parts = (shown.match(/\d+/g) ?? []).length + (/\p{L}/u.test(shown) ? 1 : 0);
  return parts === 2 ? `${year}-${month}` : date;
}

/** A tree with each of its conditions made another. */
function mapped(nodes: FilterNode[], change: (condition: Condition) => Condition): FilterNode[] {
  return nodes.map((node) => {
    if ('and' in node) return { and: mapped(node.and, change) };
    return 'or' in node ? { or: mapped(node.or, change) } : change(node);
  });
}

function resolvedCondition(
  condition: Condition,
  cells: (reference: string) => [CellAnswer, Asked],
): Condition {
  let last: Asked | null = null;
  const values = condition.values.flatMap((value): FilterValue[] => {
    if (typeof value !== 'object' || !('cell' in value)) return [value];
    const [answer, asked] = cells(value.cell);
    last = asked;
    return valuesIn(answer, asked).map((found) => filterValue(found, asked));
  });
  if (last === null) return condition;
  const fault = numberFault(condition.op, values, Number.POSITIVE_INFINITY);
  if (fault) refuse(last, `doesn't fit: ${fault}`, 'Name as many cells as are compared with.');
  const once = condition.op === 'between' ? values : [...new Set(values)];
  return { ...condition, values: once };
}

function filterValue(value: CellValue, asked: Asked): FilterValue {
  if (typeof value === 'object') {
    if (isDayInRange(value.date)) return value.date;
    return value.shown ?? refuse(asked, `holds the date ${value.date}`, 'Put another value into it.');
  }
  if (typeof value === 'string' && value.length > 1000)
    return refuse(asked, 'holds a text of more than 1000 characters', 'Shorten it.');
  return typeof value === 'string' ? value.trim() : value;
}

function limitIn(value: CellValue, asked: Asked): number {
  const number = typeof value === 'string' && /^\s*\d{1,7}\s*$/.test(value) ? Number(value) : value;
  if (typeof number === 'number' && Number.isInteger(number) && number >= 1 && number <= 1_000_000)
    return number;
  return refuse(
    asked,
    `holds ${quoted(value)}, which is no number of rows`,
    'Put a whole number from 1 on into it.',
  );
}
