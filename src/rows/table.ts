import type { Days } from '../query/period';
import type { Leaf, RowContext, ValueType } from '../reports/report';
import { type Cell, isBeyond, toCell } from './cell';
import type { Column } from './column';
import { type Row, repeatedKeys, sortRows } from './row';
import type { Shape } from './shape';
import { isTooLong } from './text';
import type { Value } from './value';

/** Names by id, as a lookup's dataset gives them; an id may have several. */
export type Names = Map<string, string[]>;

/** All that was read of one account: its rows, and names for their ids by the dataset that holds them. */
export interface AccountRows {
  context: RowContext;
  current: Row[];
  compared: Row[];
  filling: Row[];
  names: Map<string, Names>;
}
export interface Ending {
  days: Days | null;
  compared: Days | null;
  split: string[];
}
export interface TableColumn {
  field: string;
  title: string;
  type: ValueType;
  format: string;
  long: boolean;
}
export interface Table {
  columns: TableColumn[];
  cells: Cell[][];
  warnings: string[];
  rows: number;
  of: number;
  split: string[];
}
export function tableOf(accounts: AccountRows[], shape: Shape, _ending: Ending): Table | null {
  const t = cellsOf(
    accounts.map(({ current, names }) => ({ rows: current, names })),
    shape.columns,
  );
  return (
    t && {
      columns: shape.columns,
      cells: t.cells,
      warnings: t.warnings,
      rows: t.cells.length,
      of: t.cells.length,
      split: [],
    }
  );
}

/** The cells of a table without its header, and what a person should know of them. */
export interface Cells {
  cells: Cell[][];
  warnings: string[];
}

/**
 * The last step of reading, and the only one that makes cells: ids become names, each account's rows are put in the report's
 * order, account after account, and values become cells. Null when a row came twice. The rows' own arrays are used up.
 */
export function cellsOf(
  accounts: { rows: Row[]; names: Map<string, Names> }[],
  columns: Column[],
): Cells | null {
  const cells: Cell[][] = [];
  let shortened = 0;
  let beyond = 0;
  for (const { rows, names } of accounts) {
    if (repeatedKeys(rows) > 0) return null;
    lookUp(rows, columns, names);
    for (const [, , values] of sortRows(rows)) {
      columns.forEach(({ type }, index) => {
        const leaf = values[index] as Leaf;
        if (typeof leaf === 'string' && isTooLong(leaf)) shortened += 1;
        if (typeof leaf === 'number' && isBeyond(type, leaf)) {
          beyond += 1;
          values[index] = '';
        } else values[index] = toCell(type, leaf);
      });
      cells.push(values as Cell[]);
    }
  }
  return {
    cells,
    warnings: [...shortenedIn(shortened), ...leftOut(beyond), ...withoutCurrency(columns, cells)],
  };
}

/** Turns ids into names, sorted and joined with commas. */
function lookUp(rows: Row[], columns: Column[], names: Map<string, Names>): void {
  const looking = columns.flatMap(({ lookup }, index) => (lookup ? [{ index, lookup }] : []));
  if (looking.length === 0) return;
  for (const [, , values] of rows) {
    for (const { index, lookup } of looking) {
      const ids: Value = values[index];
      if (!Array.isArray(ids)) continue;
      const known = names.get(lookup.dataset.id);
      const found = ids.flatMap((id) => known?.get(id) ?? (lookup.missing === 'id' ? [id] : []));
      values[index] = found.sort().join(', ');
    }
  }
}

function shortenedIn(texts: number): string[] {
  if (texts === 0) return [];
  const which =
    texts === 1
      ? 'One text is longer than a cell holds and was'
      : `${texts} texts are longer than a cell holds and were`;
  return [`${which} cut at 50,000 characters.`];
}

function leftOut(values: number): string[] {
  if (values === 0) return [];
  return [
    values === 1
      ? 'One duration or date is beyond what a cell can show: its cell is empty.'
      : `${values} durations or dates are beyond what a cell can show: their cells are empty.`,
  ];
}

/** Amounts without a currency can't be told apart: that is said, once. */
function withoutCurrency(columns: Column[], cells: Cell[][]): string[] {
  const currency = columns.findIndex(({ field }) => field === 'currency');
  const money = columns.findIndex(({ type }) => type === 'money');
  if (currency < 0 || money < 0) return [];
  const lacking = cells.filter((row) => row[currency] === '' && Number(row[money]) !== 0).length;
  if (lacking === 0) return [];
  return [`Clockify gave no currency for the amounts of ${lacking === 1 ? 'one row' : `${lacking} rows`}.`];
}
