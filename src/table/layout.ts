import type { Area } from './grid';

/** Where a table goes and which cells it takes that it did not have. */
export interface Layout {
  /** The new table with its header row. */
  table: Area;
  /** What is written in one go: the larger of the old and the new table, so that surplus rows are cleared with it. */
  written: Area;
  /** Cells that the new table needs and the old one did not have; no two overlap. */
  added: Area[];
}

/** The layout of a table of a size, over the old one (null when it is placed for the first time) or at a cell. */
export function layOut(
  old: Area | null,
  at: { sheet: number; row: number; column: number },
  size: { rows: number; columns: number },
): Layout {
  const table: Area = { sheet: at.sheet, row: at.row, column: at.column, ...size };
  if (old === null) return { table, written: table, added: [table] };
  const written = {
    ...table,
    rows: Math.max(old.rows, size.rows),
    columns: Math.max(old.columns, size.columns),
  };
  const right: Area = { ...table, column: at.column + old.columns, columns: size.columns - old.columns };
  const below: Area = {
    ...table,
    row: at.row + old.rows,
    rows: size.rows - old.rows,
    columns: Math.min(old.columns, size.columns),
  };
  return { table, written, added: [right, below].filter((area) => area.rows > 0 && area.columns > 0) };
}

/** The part of an area that a tab of a size has; null when it has none of it. */
export function within(area: Area, size: { rows: number; columns: number }): Area | null {
  const rows = Math.min(area.rows, size.rows - area.row + 1);
  const columns = Math.min(area.columns, size.columns - area.column + 1);
  return rows > 0 && columns > 0 ? { ...area, rows, columns } : null;
}
