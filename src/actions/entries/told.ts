import { raise } from '../../problems/problem';
import { conditionsOf } from '../../query/filter';
import type { Query } from '../../query/query';
import { fieldsOf } from '../../reports';
import type { AnyReport, Dimension } from '../../reports/report';
import { valueOfKey } from '../../rows/splitKey';
import { wordFor } from '../../rows/words';
import { ALL, type Face, faceOf, OTHERS } from './face';
import { type Held, type HeldThings, heldOf, textOf } from './held';
import { outside } from './refusals';
import type { SelectedRow } from './selectedRow';

/** A dimension and what a table shows in it. */
export interface Value {
  field: Dimension<unknown>;
  held: Held | HeldThings;
}

/** What tells what is selected apart from everything else in the table. */
export interface Told {
  values: Value[];
  /** The values of a split dimension, none of which it has. */
  noneOf: Value[];
  /** Whether it is of the period that the query's own is compared with. */
  compared: boolean;
  /** The same in words. */
  words: string[];
}

/** The currency is a dimension of every table with amounts. */
export const CURRENCY = 'currency';

/** What a row of totals says it is. */
const TOTAL = 'Total';

/** What is selected, by the dimensions of the table: a row, or one of its numbers. Raises `selection-outside`. */
export function toldBy(row: SelectedRow, query: Query, report: AnyReport): Told {
  const shown = dimensionsOf(row, report);
  const face = row.column === null ? null : faceOf(row.faces[row.column]);
  const split = splitBy(row, query, report, face);
  const values = [...rowValues(row, query, report, shown), ...split.values];
  const compared = face?.show === 'previous';
  const words = values.flatMap(({ held }) => {
    const text = typeof held === 'object' && 'ids' in held ? held.label : textOf(held);
    return text === '' ? [] : [text];
  });
  const more = [...(split.noneOf.length > 0 ? ['others'] : []), ...(compared ? ['compared'] : [])];
  return {
    values,
    noneOf: split.noneOf,
    compared,
    words: words.length > 0 ? [...words, ...more] : ['total', ...more],
  };
}

interface Shown {
  field: Dimension<unknown>;
  /** The column of the table that shows it. */
  column: number;
}

/** The dimensions that rows are told apart by, with the columns that show them. Raises `selection-outside`. */
function dimensionsOf({ faces, written, query }: SelectedRow, report: AnyReport): Shown[] {
  return written.flatMap((face): Shown[] => {
    const field = dimension(report, face);
    if (field === null) return [];
    const column = faces.indexOf(face);
    if (column >= 0) return [{ field, column }];
    return raise(
      outside(
        `The column ${field.title} of ${query.name} is gone, so what is behind its rows can't be told.`,
        'Refresh the query, then select the row again.',
        query,
      ),
    );
  });
}

function dimension(report: AnyReport, id: string): Dimension<unknown> | null {
  const field = fieldsOf(report).find((candidate) => candidate.id === id);
  return field?.role === 'dimension' ? field : null;
}

/**
 * What a row is of: of totals their currency alone, of subtotals also what they are made by. Raises `selection-outside` for totals
 * of rows some of which were left out: what is behind those can't be told from what is behind the others.
 */
function rowValues(row: SelectedRow, query: Query, report: AnyReport, shown: Shown[]): Value[] {
  const all = shown.map(({ field, column }) => ({ field, column, held: row.held[column] }));
  const [first, ...others] = all.filter(({ field }) => field.id !== CURRENCY);
  const currency = all.filter(({ field, held }) => field.id === CURRENCY && held !== '');
  if (first === undefined) return currency.map(({ field, held }) => ({ field, held: withoutTotal(held) }));
  const label = String(first.held);
  const alone = others.every(({ held }) => held === '');
  if (query.totals && label === TOTAL && alone && row.index >= row.complete.rows) {
    return ofAllRows(currency, query, report);
  }
  const by = all.find(({ field }) => field.id === query.subtotals);
  if (by && alone && label.endsWith(' total')) {
    const held = heldAbove(row, by, label);
    if (held !== undefined) return ofAllRows([{ field: by.field, held }, ...currency], query, report);
  }
  return all;
}

function ofAllRows(values: Value[], query: Query, report: AnyReport): Value[] {
  const chooses = conditionsOf(query.filters ?? []).some(({ field }) => dimension(report, field) === null);
  if (!chooses) return values;
  return raise(
    outside(
      `Totals of ${query.name} are of the rows that its filters on metrics leave: what is behind them all can't be asked at once.`,
      'Select a row, or remove these filters and refresh.',
      query,
    ),
  );
}

/** Where the currency is the only dimension, totals say it behind their name. */
function withoutTotal(held: Held): Held {
  return typeof held === 'string' && held.startsWith(`${TOTAL} `) ? held.slice(TOTAL.length + 1) : held;
}

/** What subtotals are of: what the nearest row above them has that their name is made of. */
function heldAbove(row: SelectedRow, { field, column }: Shown, label: string): Held | undefined {
  return row
    .above(column)
    .reverse()
    .find((held) => `${wordOf(field, held)} total` === label);
}

function wordOf({ type }: Dimension<unknown>, held: Held): string {
  if (held === '') return wordFor(null, type);
  if (typeof held === 'boolean') return wordFor(held, type);
  if (typeof held !== 'object') return type === 'money' ? Number(held).toFixed(2) : textOf(held);
  return type === 'month' ? held.date.slice(0, 7) : type === 'date' ? held.date : textOf(held);
}

/** What a column that a dimension was split into adds to its row. */
function splitBy(
  row: SelectedRow,
  query: Query,
  report: AnyReport,
  face: Face | null,
): Pick<Told, 'values' | 'noneOf'> {
  const field = query.split ? dimension(report, query.split.field) : null;
  const key = face?.key ?? ALL;
  if (field === null || face === null || key === ALL) return { values: [], noneOf: [] };
  if (key !== OTHERS) return { values: [{ field, held: heldOfKey(row, field, face) }], noneOf: [] };
  const keys = row.faces.flatMap((identity) => {
    const other = faceOf(identity);
    const isValue = other?.field === face.field && other.show === null && other.key !== null;
    return isValue && other.key !== OTHERS && other.key !== ALL ? [other] : [];
  });
  return { values: [], noneOf: keys.map((other) => ({ field, held: heldOfKey(row, field, other) })) };
}

/** What the key of a split value stands for; of a long one, the title says it. */
function heldOfKey(
  { faces, titles }: SelectedRow,
  field: Dimension<unknown>,
  { field: metric, key }: Face,
): Held | HeldThings {
  const title = titles[faces.indexOf(`${metric}@${key}`)] ?? '';
  const metrics = new Set(faces.map(faceOf).flatMap((face) => (face?.key ? [face.field] : [])));
  const label = metrics.size > 1 ? title.slice(0, title.lastIndexOf(' · ')) : title;
  const value = valueOfKey(key ?? '');
  if (value === null) return label;
  return 'ids' in value ? { ids: value.ids, label } : heldOf(field, value.leaf);
}
