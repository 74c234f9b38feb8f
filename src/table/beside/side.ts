import type { Size } from '../extent';
import type { Area, Grid } from '../grid';
import { OWN_NAME } from '../placed';
import type { SideCell } from './sideCell';

/** How many columns more than needed are read at a time. */
const AHEAD = 7;

/** Where columns beside a table are looked for. */
interface Near {
  /** The table as it stands. */
  table: Area;
  /** How many columns the new table has: up to there everything is blank, or in its way. */
  columns: number;
  /** How many blank columns lay between the table and those beside it after the last refresh. */
  gap: number;
  tab: Size;
}

interface Looking extends Near {
  /** The table's named range. */
  range: string;
}

/** Whether nothing is beside a table, which one call tells. */
export function isBlankBeside(grid: Grid, near: Near): boolean {
  const area = nearOf(near);
  return area === null || grid.isBlank(area);
}

/**
 * The columns directly right of a table: from its edge to the first that is blank over the header and all rows, or that belongs
 * to another table of this add-on. Null where there is none.
 */
export function sideOf(grid: Grid, looking: Looking): Area | null {
  const { range, tab } = looking;
  const near = nearOf(looking);
  if (near === null || grid.isBlank(near)) return null;
  const { column: first, columns: reach } = near;
  const left = tab.columns - first + 1;
  const held: boolean[] = [];
  let begin = -1;
  let end = -1;
  while (end < 0) {
    const more = Math.min(reach + AHEAD, left - held.length);
    if (more <= 0) end = held.length;
    else held.push(...heldColumns(grid, { ...near, column: first + held.length, columns: more }));
    begin = held.indexOf(true);
    if (end < 0) end = held.indexOf(false, Math.max(begin, reach - 1));
  }
  const side = { ...near, column: first + begin, columns: end - begin };
  const other = grid
    .allNamed()
    .filter(({ name, area }) => name.startsWith(OWN_NAME) && name !== range && touches(area, side))
    .map(({ area }) => area.column);
  const until = Math.min(side.column + side.columns, ...other);
  return until > side.column ? { ...side, columns: until - side.column } : null;
}

/**
 * Where the first column beside a table begins, if there is one: right of the old table and of the new one. What the new one
 * gets as wide as is in its way or nobody's.
 */
function nearOf({ table, columns, gap, tab }: Near): Area | null {
  const wider = Math.max(0, columns - table.columns);
  const column = table.column + table.columns + wider;
  const rows = Math.min(Math.max(2, table.rows), tab.rows - table.row + 1);
  const reach = Math.min(tab.columns - column + 1, Math.max(0, gap - wider) + 1);
  return reach > 0 && rows > 1 ? { ...table, column, rows, columns: reach } : null;
}

/** The cells of an area as they stand. */
export function cellsOf(grid: Grid, area: Area): SideCell[][] {
  if (area.rows === 0) return [];
  const contents = grid.contents(area);
  const formulas = grid.formulas(area);
  const formats = grid.numberFormats(area);
  return contents.map((line, row) =>
    line.map((content, column): SideCell => {
      const cell = { content, formula: formulas[row][column] !== '', format: formats[row][column] };
      if (!cell.formula) return cell;
      return { ...cell, place: { sheet: area.sheet, row: area.row + row, column: area.column + column } };
    }),
  );
}

function heldColumns(grid: Grid, area: Area): boolean[] {
  const contents = grid.contents(area);
  const formulas = grid.formulas(area);
  return Array.from({ length: area.columns }, (_, column) =>
    contents.some((line, row) => line[column] !== '' || formulas[row][column] !== ''),
  );
}

function touches(a: Area, b: Area): boolean {
  const apart = a.row + a.rows <= b.row || b.row + b.rows <= a.row;
  return a.sheet === b.sheet && !apart && a.column + a.columns > b.column && a.column < b.column + b.columns;
}
