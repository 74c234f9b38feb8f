import { type ColumnKind, travels } from './columnKind';
import { BLANK, isBlank, type SideCell, sameContent } from './sideCell';
import type { SideRow, StagedRow } from './stagedLines';

/** Rows that were staged, and what each column beside them was. */
export interface Stage {
  rows: StagedRow[];
  kinds: ColumnKind[];
}

/**
 * What is beside the rows of a table after executions that ended while they moved it: what they had staged, and what people typed
 * since. `stages` are theirs, the newest last; `live` is what stands, and `standing` the rows that it stands beside. A cell that
 * holds what any of them had there, or was to have, is theirs; any other is somebody's, and belongs to the row beside which it
 * stands in the arrangement that most cells are of.
 */
export function recovered(stages: Stage[], live: SideCell[][], standing: SideRow[]): SideRow[] {
  const newest = stages[stages.length - 1];
  const arrangements = stages.flatMap(({ rows }) => [placed(rows, 'from'), placed(rows, 'to')]);
  const cellAt = (arrangement: Map<number, StagedRow>, row: number, column: number) =>
    arrangement.get(row)?.cells[column] ?? BLANK;
  const seen = live.map((line) =>
    newest.kinds.map((kind, column) => {
      const cell = line[column] ?? BLANK;
      return travels(kind, cell) ? cell : BLANK;
    }),
  );
  const missesOf = (arrangement: Map<number, StagedRow>) =>
    seen.reduce(
      (sum, line, row) =>
        sum + line.filter((cell, column) => !sameContent(cell, cellAt(arrangement, row, column))).length,
      0,
    );
  const misses = arrangements.map(missesOf);
  const fewest = Math.min(...misses);
  const best = arrangements[misses.indexOf(fewest)];
  // Where rows were inserted or deleted above right before the cells were written, these stand some rows off.
  const off = SHIFTS.map((rows) => shifted(newest.rows, rows)).filter((one) => missesOf(one) < fewest);
  const explaining = [...arrangements, ...off];
  const rows = newest.rows.map((row): SideRow => ({ ...row, cells: [...row.cells] }));
  const more: SideRow[] = [];
  seen.forEach((line, row) => {
    line.forEach((cell, column) => {
      if (explaining.some((one) => explains(cellAt(one, row, column), cell))) return;
      const beside = best.get(row);
      const index = beside ? newest.rows.findIndex((row) => sameRow(row, beside)) : -1;
      const known = index >= 0 ? rows[index] : rowLike(standing[row], rows, more, newest.kinds.length);
      if (known) known.cells[column] = cell;
    });
  });
  return [...rows, ...more];
}

function sameRow(a: SideRow, b: SideRow): boolean {
  return a.key === b.key && (a.key ? true : a.print === b.print);
}

/** Whether a cell that was to hold something is what stands; a formula is blank until it is copied. */
function explains(due: SideCell, cell: SideCell): boolean {
  return sameContent(due, cell) || (due.formula && isBlank(cell));
}

const SHIFTS = [-1, 1, -2, 2, -3, 3];

function shifted(rows: StagedRow[], by: number): Map<number, StagedRow> {
  return new Map(rows.filter(({ to }) => to >= 0).map((row) => [row.to + by, row]));
}

function placed(rows: StagedRow[], by: 'from' | 'to'): Map<number, StagedRow> {
  return new Map(rows.filter((row) => row[by] >= 0).map((row) => [row[by], row]));
}

/** The row of a key among those that are known, or a new one. */
function rowLike(row: SideRow | undefined, rows: SideRow[], more: SideRow[], columns: number): SideRow {
  const like = row?.key ? [...rows, ...more].find(({ key }) => key === row.key) : undefined;
  if (like) return like;
  const none = { key: null, print: '', label: '', text: '' };
  const added: SideRow = { ...(row ?? none), cells: new Array<SideCell>(columns).fill(BLANK) };
  more.push(added);
  return added;
}
