import type { Leaf } from '../reports/report';
import { type Cell, isBeyond, toCell } from './cell';
import type { TableColumn } from './face';
import { isTooLong } from './text';

/** Cells, and what a person should know of them. */
export interface Written {
  cells: Cell[][];
  warnings: string[];
}

/** Makes cells of values, in their own arrays: the only place that does. */
export function writtenCells(values: Leaf[][], columns: TableColumn[]): Written {
  let shortened = 0;
  let beyond = 0;
  for (const row of values as (Leaf | Cell)[][]) {
    columns.forEach(({ type }, index) => {
      const leaf = row[index];
      if (typeof leaf === 'string' && isTooLong(leaf)) shortened += 1;
      if (typeof leaf === 'number' && isBeyond(type, leaf)) {
        beyond += 1;
        row[index] = '';
      } else row[index] = toCell(type, leaf);
    });
  }
  const cells = values as Cell[][];
  return {
    cells,
    warnings: [...shortenedIn(shortened), ...leftOut(beyond), ...withoutCurrency(columns, cells)],
  };
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
function withoutCurrency(columns: TableColumn[], cells: Cell[][]): string[] {
  const currency = columns.findIndex(({ field }) => field === 'currency');
  const money = columns.findIndex(({ type }) => type === 'money');
  if (currency < 0 || money < 0) return [];
  const lacking = cells.filter((row) => row[currency] === '' && Number(row[money]) !== 0).length;
  if (lacking === 0) return [];
  return [`Clockify gave no currency for the amounts of ${lacking === 1 ? 'one row' : `${lacking} rows`}.`];
}
