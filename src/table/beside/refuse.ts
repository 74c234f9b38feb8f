import { type Problem, ProblemError, problemOf, raise } from '../../problems/problem';
import type { Area, Grid } from '../grid';
import type { Besides, Findings } from './findings';
import { isBlank } from './sideCell';
import { written } from './sideText';
import { runsOf } from './wanted';

/**
 * Raises, before anything is written, what would keep cells beside a table from being written: `cells-in-the-way` below columns
 * that have to get longer, `target-protected`, and `target-typed` for a native table of Sheets.
 */
export function refuseBeside(grid: Grid, { query, named }: Besides, findings: Findings): void {
  const { side, header, changes } = findings;
  const columns = changes.map(({ column }) => column);
  const areas = columns.map((column) => ({ ...side, column: side.column + column, columns: 1 }));
  refuseBelow(grid, query, findings);
  const closed = areas.find((area) => !grid.mayEdit(area));
  if (closed) raise(cannotWrite(grid, query, closed, 'target-protected'));
  // No call tells where native tables are: their titles are written as they are.
  try {
    for (const column of columns) {
      const title = { ...side, row: named.row, column: side.column + column, rows: 1, columns: 1 };
      if (!header[column].formula) grid.write(title, [[written(header[column])]]);
    }
    grid.flush();
  } catch (error) {
    const { code } = problemOf(error);
    if (code !== 'target-typed' && code !== 'target-protected') throw error;
    throw new ProblemError({ ...cannotWrite(grid, query, side, code), cause: problemOf(error).cause });
  }
}

/** Cells below the columns, beside rows that are new, which belong to nobody. */
function refuseBelow(grid: Grid, query: string, { side, height, live, kinds, changes }: Findings): void {
  const rows = changes.flatMap(({ column, fill, blocks }) => {
    const touched = [
      ...(fill?.rows ?? []),
      ...blocks.flatMap(({ row, cells }) => cells.map((_, at) => row + at)),
    ];
    const grown = kinds[column] === 'formula' ? [...live.keys()] : touched;
    return grown
      .filter((row) => row >= Math.max(1, height) && !isBlank(live[row][column]))
      .map((row) => ({ row, column }));
  });
  if (rows.length === 0) return;
  const [{ column }] = rows;
  const [run] = runsOf(rows.filter((one) => one.column === column).map(({ row }) => row));
  const area = {
    ...side,
    row: side.row + 1 + run.row,
    column: side.column + column,
    rows: run.length,
    columns: 1,
  };
  const cells = grid.address(area);
  raise({
    code: 'cells-in-the-way',
    scope: { query, cells },
    title: `${query} now needs ${live.length + 1} rows, also in the columns beside its table, and would cover ${cells}. Nothing was changed.`,
    remedy: 'Move those cells, or let the table go to another place.',
    retry: 'never',
    room: { rows: live.length - height },
  });
}

function cannotWrite(
  grid: Grid,
  query: string,
  area: Area,
  code: 'target-protected' | 'target-typed',
): Problem {
  const cells = grid.address(area);
  const why =
    code === 'target-protected'
      ? 'are protected against you'
      : 'are in a table of Google Sheets whose columns have types';
  return {
    code,
    scope: { query, cells },
    title: `What stands beside the table of ${query} has to move with its rows, but those cells (${cells}) ${why}. Nothing was changed.`,
    remedy:
      code === 'target-protected'
        ? 'Ask the owner of the spreadsheet to let you edit them, or insert a blank column before them: then they no longer belong to the table.'
        : 'Choose Convert to unformatted data in the menu of that table, or insert a blank column before it: then it no longer belongs to this one.',
    retry: 'never',
  };
}
