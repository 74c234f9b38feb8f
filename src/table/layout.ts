import type { Area } from './grid';

/** Where a table goes, and which cells change for it. No cell that was in nobody's table is written unlooked at. */
export interface Layout {
  /** The new table with its header row. */
  table: Area;
  /** What is written in one go: the larger of the old and the new table, so that surplus cells are emptied with it. */
  written: Area;
  /**
   * What is emptied before. Only for a table that grows one way and shrinks the other: one rectangle over both would have
   * a corner that belongs to neither.
   */
  emptied: Area | null;
  /** Cells that the new table needs and the old one did not have; no two areas overlap. */
  added: Area[];
}

/** The layout of a table of a size, over the old one (null when it is placed for the first time) or at a cell. */
export function layOut(
  old: Area | null,
  at: { sheet: number; row: number; column: number },
  size: { rows: number; columns: number },
): Layout {
  const table: Area = { sheet: at.sheet, row: at.row, column: at.column, ...size };
  if (old === null) return { table, written: table, emptied: null, added: [table] };
  const right = rightOf(old, table);
  const below = belowOf(old, table);
  const added = [
    // The corner that is new both ways goes with the columns.
    ...(right ? [{ ...right, rows: table.rows }] : []),
    ...(below ? [{ ...below, columns: Math.min(old.columns, table.columns) }] : []),
  ];
  const surplus = rightOf(table, old) ?? belowOf(table, old);
  if (added.length > 0 && surplus) return { table, written: table, emptied: surplus, added };
  const rows = Math.max(old.rows, table.rows);
  const columns = Math.max(old.columns, table.columns);
  return { table, written: { ...table, rows, columns }, emptied: null, added };
}

/** What `other` has right of an area with the same first cell, in its own height. */
function rightOf(area: Area, other: Area): Area | null {
  const columns = other.columns - area.columns;
  return columns > 0 ? { ...other, column: other.column + area.columns, columns } : null;
}

/** What `other` has below an area with the same first cell, in its own width. */
function belowOf(area: Area, other: Area): Area | null {
  const rows = other.rows - area.rows;
  return rows > 0 ? { ...other, row: other.row + area.rows, rows } : null;
}

/** The part of an area that a tab of a size has; null when it has none of it. */
export function within(area: Area, size: { rows: number; columns: number }): Area | null {
  const rows = Math.min(area.rows, size.rows - area.row + 1);
  const columns = Math.min(area.columns, size.columns - area.column + 1);
  return rows > 0 && columns > 0 ? { ...area, rows, columns } : null;
}
