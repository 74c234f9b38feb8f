import { serialOfWallTime } from '../../datasets/wallTime';
import type { Plan } from '../../plan/plan';
import type { Take } from '../../plan/reading';
import type { Query } from '../../query/query';
import { reportOf } from '../../reports';
import type { Cell } from '../../rows/cell';
import { shapeOf } from '../../rows/shape';
import { tableOf } from '../../rows/table';
import { idsToLookUp, mergeRows, takeRows } from '../../rows/take';
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

/** The table that records of a reading give by themselves; a query that compares is compared with what of it is in them. */
export function tableOfSample(
  query: Query,
  { accounts, queries: [{ days, compared }] }: Plan,
  { reading }: Sample,
  records: unknown[],
): SampleTable {
  const shape = shapeOf(query, reportOf(query.report));
  const { name, weekStart, region, currency } = accounts[reading.account];
  const context = { account: name, weekStart, region, currency };
  const rowsOf = (side: Take['side']) => {
    const takes = reading.takes.filter((take) => take.side === side && !take.fills);
    const taken = takes.flatMap((take) =>
      takeRows(records, shape, { context, days: serialsOf(take), pushed: take.pushed, side }),
    );
    return mergeRows(taken, shape);
  };
  const current = rowsOf('current');
  const unnamed = shape.lookups.some(({ dataset }) => idsToLookUp(current, shape, dataset.id));
  const rows = { context, current, compared: rowsOf('compared'), filling: [], names: new Map() };
  const table = tableOf([rows], shape, { days, compared, split: [] });
  return { columns: table?.columns ?? [], cells: table?.cells ?? [], of: table?.of ?? 0, unnamed };
}

function serialsOf({ days }: Take): { from: number; to: number } | null {
  return days && { from: serialOf(days.from), to: serialOf(days.to) };
}

function serialOf(day: string): number {
  return serialOfWallTime(`${day}T00:00:00`);
}
