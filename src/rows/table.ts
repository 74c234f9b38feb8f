import type { Days } from '../query/period';
import type { Leaf, RowContext } from '../reports/report';
import type { Cell } from './cell';
import { eachLines, eachRows } from './each';
import { facesOf, type TableColumn } from './face';
import { groupedLines } from './grouped';
import type { Line } from './line';
import type { Names } from './names';
import type { Row } from './row';
import { NO_KEY, recordKey, rowKeys } from './rowKey';
import type { Shape } from './shape';
import { shownOf } from './shown';
import { sorted } from './sorted';
import { splitColumns } from './split';
import { blocksOf, labelPlace, totalsOf } from './totals';
import type { Member } from './trait';
import { writtenCells } from './written';

export type { TableColumn } from './face';
export type { Names } from './names';

/** All that was read of one account for a query, and names for its ids by the dataset that holds them. */
export interface AccountRows {
  context: RowContext;
  current: Row[];
  /** Of the period that it is compared with. */
  compared: Row[];
  /** What may be without time. */
  filling: Row[];
  names: Map<string, Names>;
}

/** What else decides about a table: its days, those that it is compared with, and what its last refresh left. */
export interface Ending {
  days: Days | null;
  compared: Days | null;
  /** What was split into columns at the last refresh: `Table.split` of then. */
  split: string[];
}

/** A table without its header, and what a person should know of it. */
export interface Table {
  columns: TableColumn[];
  cells: Cell[][];
  /** For each line of `cells` what tells it from all others, the same from refresh to refresh; empty for totals. */
  keys: string[];
  warnings: string[];
  /** How many rows it has, without totals. */
  rows: number;
  /** How many it would have without a limit. */
  of: number;
  /** What became columns, to be kept until the next refresh. */
  split: string[];
}

/**
 * The last step of reading: names for ids, what waits for them, order, and the only step that makes cells. Null when a record
 * came twice. Uses up the rows' own arrays. Raises `rows-too-many` and `columns-too-many`.
 */
export function tableOf(accounts: AccountRows[], shape: Shape, ending: Ending): Table | null {
  if (shape.grouped) {
    const { lines, split } = groupedLines(accounts, shape, ending);
    return tableOfLines(lines.filter(lasting(shape)), split, shape, ending);
  }
  const rows = eachRows(accounts, shape);
  if (rows === null) return null;
  if (isPlain(shape)) return plainTable(rows, shape);
  return tableOfLines(eachLines(rows, accounts, shape), new Map(), shape, ending);
}

/** Whether one row each is shown with nothing else: no order, no limit, nothing of all rows. */
function isPlain({ query, ledger, columns }: Shape): boolean {
  const { sort = [], limit } = query;
  return sort.length === 0 && limit === undefined && ledger.width === 0 && columns.every(({ show }) => !show);
}

function lasting({ having, ledger }: Shape): (line: Line) => boolean {
  return ({ sums }) => having === null || having(sums.current ?? ledger.nothing) === true;
}

function tableOfLines(lines: Line[], split: Map<string, Member>, shape: Shape, ending: Ending): Table {
  const { query, subtotals } = shape;
  const { columns, kept } = splitColumns(lines, split, shape, ending.split);
  const faces = facesOf(shape, columns);
  const inOrder = sorted(lines, shape);
  const blocks = subtotals < 0 ? [{ label: '', lines: inOrder }] : blocksOf(inOrder, shape);
  const all = blocks.flatMap((block) => block.lines);
  const limit = typeof query.limit === 'number' ? query.limit : all.length;
  const shown = faces.map((face) => shownOf(face, all, shape));
  const place = labelPlace(shape);
  const values: Leaf[][] = [];
  const keys: string[] = [];
  const keyOf = rowKeys(shape);
  const addTotals = (of: Line[], label: string) => {
    for (const { line, labels } of place < 0 ? [] : totalsOf(of, label, place, shape)) {
      values.push(faces.map(({ base, isMetric }, at) => (isMetric ? shown[at](line, true) : labels[base])));
      keys.push(NO_KEY);
    }
  };
  let left = limit;
  for (const block of blocks) {
    if (left <= 0) break;
    for (const line of block.lines.slice(0, left)) {
      values.push(shown.map((leaf) => leaf(line, false)));
      keys.push(keyOf(line));
    }
    left -= block.lines.length;
    if (subtotals >= 0) addTotals(block.lines, block.label);
  }
  if (query.totals) addTotals(all, 'Total');
  return {
    ...written(
      values,
      faces.map(({ column }) => column),
    ),
    keys,
    rows: Math.min(limit, all.length),
    of: all.length,
    split: kept,
  };
}

/** Rows of one record each with nothing but their columns: their own arrays become the cells. */
function plainTable(accounts: Row[][], shape: Shape): Table {
  const faces = facesOf(shape, []);
  const values: Leaf[][] = [];
  const keys: string[] = [];
  accounts.forEach((rows, account) => {
    for (const [, record, own] of rows) {
      own.length = faces.length;
      values.push(own as Leaf[]);
      keys.push(recordKey(account, record));
    }
  });
  const columns = faces.map(({ column }) => column);
  return { ...written(values, columns), keys, rows: keys.length, of: keys.length, split: [] };
}

function written(values: Leaf[][], columns: TableColumn[]): Pick<Table, 'columns' | 'cells' | 'warnings'> {
  return { columns, ...writtenCells(values, columns) };
}
