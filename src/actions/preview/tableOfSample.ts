import type { Plan } from '../../plan/plan';
import type { Query } from '../../query/query';
import { reportOf } from '../../reports';
import type { Cell } from '../../rows/cell';
import { columnsOf } from '../../rows/column';
import { looksUp, rowsOf } from '../../rows/row';
import { cellsOf } from '../../rows/table';
import type { Sample } from './sampleOf';

/** A table of what one request gave. */
export interface SampleTable {
  columns: { title: string; type: string; format: string }[];
  cells: Cell[][];
  /** How many rows there are before a limit. */
  of: number;
  /** Whether it shows ids instead of names that another list holds. */
  unnamed: boolean;
}

/** The table that records of a reading give by themselves. */
export function tableOfSample(
  query: Query,
  { accounts }: Plan,
  { reading }: Sample,
  records: unknown[],
): SampleTable {
  const report = reportOf(query.report);
  const columns = columnsOf(query, report);
  const { name, weekStart, region, currency } = accounts[reading.account];
  const rows = rowsOf(records, report, columns, { account: name, weekStart, region, currency });
  const unnamed = columns.some(({ lookup }) => lookup !== null && looksUp(rows, columns, lookup.dataset.id));
  const cells = cellsOf([{ rows, names: new Map() }], columns)?.cells ?? [];
  return { columns, cells, of: cells.length, unnamed };
}
