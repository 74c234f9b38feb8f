import { isBlank, type SideCell } from './sideCell';

/**
 * What becomes of a column beside a table. `formula`: its formula belongs to every row, and only what was typed over it travels.
 * `typed`: each cell travels with its row, a formula among them too. `spilled`: one formula fills it from above; it is left
 * alone.
 */
export type ColumnKind = 'formula' | 'typed' | 'spilled';

/** The kind of a column, by its header and the cells below it. */
export function kindOf(header: SideCell, cells: SideCell[]): ColumnKind {
  if (header.formula) return 'spilled';
  const held = cells.filter((cell) => !isBlank(cell));
  const formulas = held.filter(({ formula }) => formula).length;
  if (formulas === 0) return 'typed';
  const first = cells[0].formula;
  // Nobody types under a formula in every row but its own.
  if (first && formulas === 1 && held.length > 1) return 'spilled';
  return first || formulas * 2 > held.length ? 'formula' : 'typed';
}

/** Whether a cell of such a column goes where its row goes. */
export function travels(kind: ColumnKind, cell: SideCell): boolean {
  if (kind === 'spilled' || isBlank(cell)) return false;
  return kind === 'typed' || !cell.formula;
}
