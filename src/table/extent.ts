import type { Area } from './grid';

/** How many rows and columns something has. */
export interface Size {
  rows: number;
  columns: number;
}

/** A block of cells, counted from a common first cell that is at 0, 0. */
interface Box extends Size {
  down: number;
  across: number;
}

/** The smallest size that holds all of these. */
export function around(sizes: Size[]): Size {
  return {
    rows: Math.max(0, ...sizes.map(({ rows }) => rows)),
    columns: Math.max(0, ...sizes.map(({ columns }) => columns)),
  };
}

/**
 * The cells that blocks of some sizes cover and blocks of other sizes do not, when all begin at one cell: as areas of the
 * tab that do not overlap, from top to bottom.
 */
export function difference(cell: Cell, covered: Size[], without: Size[]): Area[] {
  const edges = [...new Set([...covered, ...without].map(({ rows }) => rows))].sort((a, b) => a - b);
  const boxes: Box[] = [];
  edges.forEach((to, index) => {
    const from = index === 0 ? 0 : edges[index - 1];
    const [width, taken] = [widthAt(covered, to), widthAt(without, to)];
    if (width > taken && to > from) {
      boxes.push({ down: from, across: taken, rows: to - from, columns: width - taken });
    }
  });
  return joined(boxes).map(({ down, across, rows, columns }) => ({
    sheet: cell.sheet,
    row: cell.row + down,
    column: cell.column + across,
    rows,
    columns,
  }));
}

/** A cell of a tab. */
export interface Cell {
  sheet: number;
  row: number;
  column: number;
}

/** The area of a size from a cell on. */
export function areaAt({ sheet, row, column }: Cell, { rows, columns }: Size): Area {
  return { sheet, row, column, rows, columns };
}

/** How wide the blocks are in their row number `row`, counted from 1. */
function widthAt(sizes: Size[], row: number): number {
  return Math.max(0, ...sizes.filter(({ rows }) => rows >= row).map(({ columns }) => columns));
}

/** Boxes that stand on each other, as one. */
function joined(boxes: Box[]): Box[] {
  const whole: Box[] = [];
  for (const box of boxes) {
    const above = whole[whole.length - 1];
    const fits = above && above.across === box.across && above.columns === box.columns;
    if (fits && above.down + above.rows === box.down) above.rows += box.rows;
    else whole.push({ ...box });
  }
  return whole;
}

/** The part of an area that a tab of a size has; null when it has none of it. */
export function within(area: Area, size: Size): Area | null {
  const rows = Math.min(area.rows, size.rows - area.row + 1);
  const columns = Math.min(area.columns, size.columns - area.column + 1);
  return rows > 0 && columns > 0 ? { ...area, rows, columns } : null;
}

export function sameSize(a: Size, b: Size): boolean {
  return a.rows === b.rows && a.columns === b.columns;
}

/** Whether two areas begin at the same cell. */
export function sameCell(a: Cell, b: Cell): boolean {
  return a.sheet === b.sheet && a.row === b.row && a.column === b.column;
}

export function sameArea(a: Area, b: Area): boolean {
  return sameCell(a, b) && sameSize(a, b);
}

/** The cells of an area that another doesn't have, as areas that do not overlap. */
export function minus(area: Area, other: Area): Area[] {
  const [bottom, right] = [area.row + area.rows, area.column + area.columns];
  const from = { row: Math.max(area.row, other.row), column: Math.max(area.column, other.column) };
  const to = {
    row: Math.min(bottom, other.row + other.rows),
    column: Math.min(right, other.column + other.columns),
  };
  if (area.sheet !== other.sheet || from.row >= to.row || from.column >= to.column) return [area];
  const between = { ...area, row: from.row, rows: to.row - from.row };
  return [
    { ...area, rows: from.row - area.row },
    { ...area, row: to.row, rows: bottom - to.row },
    { ...between, columns: from.column - area.column },
    { ...between, column: to.column, columns: right - to.column },
  ].filter(({ rows, columns }) => rows > 0 && columns > 0);
}
