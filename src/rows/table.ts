import type { Days } from '../query/period';
import type { Leaf, RowContext } from '../reports/report';
import type { Cell } from './cell';
import { eachLines, eachRows } from './each';
import { type Face, facesOf, type TableColumn } from './face';
import { groupedLines } from './grouped';
import type { Line } from './line';
import type { Names } from './names';
import type { Row } from './row';
import type { Shape } from './shape';
import { sorted } from './sorted';
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
  const faces = facesOf(shape);
  if (shape.grouped)
    return finished(groupedLines(accounts, shape).lines.filter(lasting(shape)), faces, shape, ending);
  const rows = eachRows(accounts, shape);
  if (rows === null) return null;
  if (isPlain(shape)) return plainTable(rows.flat(), faces, shape);
  return finished(eachLines(rows, accounts, shape), faces, shape, ending);
}

function isPlain({ query, ledger }: Shape): boolean {
  return !query.sort?.length && query.limit === undefined && ledger.width === 0;
}

function lasting({ having, ledger }: Shape): (line: Line) => boolean {
  return ({ sums }) => having === null || having(sums.current ?? ledger.nothing) === true;
}

function finished(lines: Line[], faces: Face[], shape: Shape, _ending: Ending): Table {
  const { limit } = shape.query;
  const all = sorted(lines, shape);
  const shown = typeof limit === 'number' ? all.slice(0, limit) : all;
  const values = shown.map((line) => faces.map(({ leaf }) => leaf(line)));
  return { ...written(values, faces), rows: shown.length, of: all.length, split: [] };
}

/** Rows of one record each with nothing but their columns: their own arrays become the cells. */
function plainTable(rows: Row[], faces: Face[], { columns }: Shape): Table {
  const values = rows.map(([, , own]) => {
    own.length = columns.length;
    return own as Leaf[];
  });
  return { ...written(values, faces), rows: rows.length, of: rows.length, split: [] };
}

/** Makes cells of values, in their own arrays. */
function written(values: Leaf[][], faces: Face[]): Pick<Table, 'columns' | 'cells' | 'warnings'> {
  const columns = faces.map(({ column }) => column);
  const { cells, warnings } = writtenCells(values, columns);
  return { columns, cells, warnings };
}
