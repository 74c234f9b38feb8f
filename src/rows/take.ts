import type { RowContext } from '../reports/report';
import { sealed } from './accumulate';
import type { Row } from './row';
import type { Shape } from './shape';
import type { Trait } from './trait';
import type { Value } from './value';

/** What is taken of a list: of which account, for which of two periods, and what Clockify did already. */
export interface Taking {
  context: RowContext;
  /** Only records of these days, both included, as serial numbers; null for all. */
  days: { from: number; to: number } | null;
  /** Whether Clockify applied those filters that it can. */
  pushed: boolean;
  side: 'current' | 'compared';
  /** Whether the records stand for things that may be without time, and for which. */
  fills?: 'people' | 'projects';
}

/**
 * The rows of some records of a dataset: one each, or one for each group that they belong to, which holds what they add up to
 * until `mergeRows` puts groups of one key together. Filters that need no names are applied.
 */
export function takeRows(records: unknown[], shape: Shape, taking: Taking): Row[] {
  if (taking.fills) return fillsOf(records, taking.fills, shape, taking.context);
  const counted = counting(records, shape, taking);
  return shape.grouped ? groupsOf(counted, shape, taking.context) : eachOf(counted, shape, taking.context);
}

/** The report's records in those of the dataset that count. */
function counting(records: unknown[], { report, keeps, unpushed }: Shape, taking: Taking): unknown[] {
  const { context, days } = taking;
  const keep = taking.pushed ? unpushed : keeps;
  const counted: unknown[] = [];
  for (const source of records) {
    for (const record of report.records(source)) {
      if (days !== null && report.day) {
        const day = report.day(record);
        if (day < days.from || day > days.to) continue;
      }
      if (keep === null || keep(record, context)) counted.push(record);
    }
  }
  return counted;
}

function eachOf(records: unknown[], { report, columns, traits, ledger }: Shape, context: RowContext): Row[] {
  const sums = ledger.width > 0;
  return records.map((record): Row => {
    const values: Value[] = [];
    for (const column of columns) values.push(column.read(record, context));
    for (const trait of traits) values.push(trait.read(record, context));
    if (sums) {
      const own = ledger.none();
      ledger.add(own, record);
      values.push(...sealed(own));
    }
    return [report.order(record), report.key(record), values];
  });
}

function groupsOf(records: unknown[], { traits, ledger }: Shape, context: RowContext): Row[] {
  const groups = new Map<string, Value[]>();
  const places = traits.flatMap((trait, index) =>
    trait.varies ? [{ trait, at: ledger.width + index }] : [],
  );
  for (const record of records) {
    let key = '';
    for (const trait of traits) key += trait.mark(record, context);
    let values = groups.get(key);
    if (values === undefined) {
      values = ledger.none();
      for (const trait of traits) values.push(trait.read(record, context));
      groups.set(key, values);
    } else {
      for (const { trait, at } of places) values[at] = trait.meet(values[at], trait.read(record, context));
    }
    ledger.add(values, record);
  }
  return rowsIn(groups);
}

function rowsIn(groups: Map<string, Value[]>): Row[] {
  const rows: Row[] = [];
  for (const [key, values] of groups) rows.push(['', key, sealed(values)]);
  return rows;
}

/** Things that may have no time, as rows: what they are, and what is known of each. */
function fillsOf(
  records: unknown[],
  fills: 'people' | 'projects',
  { report, fillTraits }: Shape,
  context: RowContext,
): Row[] {
  const filling = report.fills?.[fills];
  if (!filling) return [];
  return records.flatMap((source): Row[] => {
    const record = filling.record(source);
    if (record === null) return [];
    return [[fills, filling.dataset.key(source), fillTraits.map((trait) => trait.read(record, context))]];
  });
}

/**
 * Puts together groups of one key: whatever parts records were taken in, and in whatever order parts are merged, the groups
 * come out the same. Rows of one record each stay as they are. The rows' own arrays are used up.
 */
export function mergeRows(rows: Row[], { grouped, traits, ledger }: Shape): Row[] {
  if (!grouped) return rows;
  const groups = new Map<string, Value[]>();
  for (const [, key, values] of rows) {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, values);
    else {
      ledger.merge(group, values);
      traits.forEach((trait, index) => {
        const at = ledger.width + index;
        if (trait.varies) group[at] = trait.meet(group[at], values[at]);
      });
    }
  }
  return rowsIn(groups);
}

/** Whether rows hold ids whose names a dataset has. */
export function idsToLookUp(rows: Row[], shape: Shape, dataset: string): boolean {
  const { columns, traits, fillTraits, grouped, ledger } = shape;
  const first = grouped ? ledger.width : columns.length;
  const looksUp = ({ field }: Trait) => field.lookup?.dataset.id === dataset;
  const kept = traits.flatMap((trait, index) => (looksUp(trait) ? [{ trait, at: first + index }] : []));
  const shown = grouped
    ? []
    : columns.flatMap(({ lookup }, index) => (lookup?.dataset.id === dataset ? [index] : []));
  const fills = fillTraits.flatMap((trait, at) => (looksUp(trait) ? [{ trait, at }] : []));
  if (kept.length + shown.length + fills.length === 0) return false;
  return rows.some(([order, , values]) => {
    const among = order === 'people' || order === 'projects' ? fills : kept;
    return (
      shown.some((at) => Array.isArray(values[at])) ||
      among.some(({ trait, at }) => trait.unnamed(values[at]).length > 0)
    );
  });
}
