import { raise } from '../problems/problem';

import { areaAt, type Cell, type Size, sameArea, sameCell } from './extent';
import type { Area, Grid } from './grid';
import { isOurs, showsTitles } from './identity';
import type { Unfinished } from './journal';
import type { Knowledge } from './knowledge';
import { Moved } from './moved';
import { freeTabName } from './names';
import { OWN_NAME } from './placed';
import { slug } from './slug';
import { textsPrint } from './table';

/** Where a query's table is or will be. */
export interface Place {
  /** Its first cell; null when a tab has to be made, named `newTab`. */
  cell: Cell | null;
  /** The name of a tab that is the table's own and that it is placed on for the first time; else null. */
  newTab: string | null;
  /** The named range that is, or will be, the table. */
  range: string;
  /** The table as its name covers it now, wherever it moved; null when it has no name yet. */
  named: Area | null;
  /** Sizes, from the first cell on, whose cells are the table's own. */
  own: Size[];
  /** The note of the first cell. */
  note: string;
}

/**
 * Finds a query's table, or the place for it. A named range of this add-on is the table, as long as what it covers is known
 * to be that: it moves with its tab and with rows and columns that are inserted before it. Where it isn't known, the table is
 * placed as for the first time, and looks at the cells it would cover. Raises `tab-gone`, `columns-inside` and `foreignCell`.
 */
export function findPlace(grid: Grid, knowledge: Knowledge): Place {
  const { query } = knowledge;
  if (query.target.kind === 'new-tab') return tabOfItsOwn(grid, knowledge);
  if (query.target.kind === 'placed') {
    const found = where(grid, knowledge, query.target.range);
    if (found) return found;
  }
  const { sheet, row, column } = query.target;
  if (grid.tabName(sheet) === null) raise(tabGone(query.name));
  return firstAt(grid, knowledge, { sheet, row, column });
}

/** The table where its name is now; null when there is no such name, or when what it covers isn't the table. */
function where(grid: Grid, knowledge: Knowledge, believed: string): Place | null {
  const { query, placed, unfinished } = knowledge;
  const range = placed?.range ?? believed;
  const named = range.startsWith(OWN_NAME) ? grid.named(range) : null;
  if (named === null) return null;
  const note = grid.note(named);
  if (!isOurs(grid, named, note, knowledge)) {
    stillAt(grid, range, named);
    return null;
  }
  const columns = Math.max(
    (placed?.fields.length ?? 0) || knowledge.columns || query.columns.length,
    unfinished?.fields.length ?? 0,
  );
  if (named.columns > columns) raise(columnsInside(grid, named, named.columns - columns, query.name));
  const own = endsAsWritten(grid, named, knowledge)
    ? ownOf(grid, named, unfinished)
    : [{ rows: placed?.rows ?? 1, columns: named.columns }];
  return { cell: named, newTab: null, range, named, own, note };
}

/**
 * Whether a range that has more rows than the table was written with still ends with its last row, as it does when rows were
 * inserted inside. Else somebody may have made it cover rows of theirs, which are looked at before they are overwritten.
 */
function endsAsWritten(grid: Grid, named: Area, { placed, unfinished }: Knowledge): boolean {
  if (placed === null || unfinished !== null || named.rows <= placed.rows) return true;
  if (placed.last === '' || named.columns !== placed.fields.length) return true;
  const [shown] = grid.texts({ ...named, row: named.row + named.rows - 1, rows: 1 });
  return textsPrint(shown, placed.fields) === placed.last;
}

/**
 * Sizes of a table whose writing may have been cut short. Cells outside of its name are its own if whatever was inserted or
 * deleted on the tab since was inserted or deleted inside or before what the name covers: then they are where they were.
 */
function ownOf(grid: Grid, named: Area, unfinished: Unfinished | null): Size[] {
  const was = unfinished?.named;
  if (!unfinished || !was || was.sheet !== named.sheet) return [named];
  const tab = grid.size(named.sheet);
  const grown = { rows: named.rows - was.rows, columns: named.columns - was.columns };
  const moved = { rows: named.row - was.row, columns: named.column - was.column };
  const explained = unfinished.tabSizes.some(
    (size) =>
      tab.rows - size.rows === grown.rows + moved.rows &&
      tab.columns - size.columns === grown.columns + moved.columns,
  );
  if (!explained) return [named];
  const extents = unfinished.extents.map(({ rows, columns }) => ({
    rows: rows + grown.rows,
    columns: columns + grown.columns,
  }));
  return [{ rows: named.rows, columns: named.columns }, ...extents];
}

/** Raises `Moved` when a named range is no longer where it was looked at: what was seen there says nothing then. */
export function stillAt(grid: Grid, range: string, named: Area): void {
  const now = grid.named(range);
  if (now === null || !sameArea(now, named)) throw new Moved('the named range has moved');
}

/** A table that is placed at a cell for the first time, or whose first placing was cut short. */
function firstAt(grid: Grid, { query, placed, unfinished, foreignCell }: Knowledge, cell: Cell): Place {
  if (foreignCell) raise(foreignCell);
  const begun =
    unfinished?.tab === null && unfinished.cell && sameCell(unfinished.cell, cell) ? unfinished : null;
  const note = grid.note(areaAt(cell, { rows: 1, columns: 1 }));
  if (begun) return { newTab: null, ...begunAt(grid, begun, cell), note };
  const range = placed?.range ?? freeRangeName(grid, query.name);
  return { cell, newTab: null, range, named: null, own: [], note };
}

/** What an ended execution may have left of a table that it was placing for the first time. */
function begunAt(
  grid: Grid,
  { range, titles, extents }: Unfinished,
  cell: Cell,
): Omit<Place, 'newTab' | 'note'> {
  const named = grid.named(range);
  if (named?.sheet === cell.sheet) return { cell: named, range, named, own: [named] };
  const written = titles.length > 0 && showsTitles(grid, cell, titles);
  return { cell, range, named: null, own: written ? extents : [] };
}

/** A tab that an ended execution was making is taken over, if it is that: nobody else's cells are on it. */
function tabOfItsOwn(grid: Grid, { query, unfinished }: Knowledge): Place {
  const begun = unfinished?.tab ? takenOver(grid, unfinished) : null;
  if (begun) return begun;
  const newTab = freeTabName(grid, query.name);
  return {
    cell: null,
    newTab,
    range: freeRangeName(grid, query.name),
    named: null,
    own: [],
    note: '',
  };
}

function takenOver(grid: Grid, unfinished: Unfinished): Place | null {
  const { tab, range } = unfinished;
  if (tab === null) return null;
  const sheet = tab.id ?? grid.tabNamed(tab.name);
  const name = sheet === null ? null : grid.tabName(sheet);
  if (sheet === null || name === null) return null;
  const begun = begunAt(grid, unfinished, { sheet, row: 1, column: 1 });
  const known = tab.id !== null || (begun.named !== null && unfinished.cell === null);
  const cells = known && begun.own.length > 0;
  if (!cells && !grid.isBlank(areaAt({ sheet, row: 1, column: 1 }, grid.size(sheet)))) return null;
  return { ...begun, newTab: name, range, note: '' };
}

function freeRangeName(grid: Grid, query: string): string {
  const taken = new Set(grid.rangeNames());
  const name = `${OWN_NAME}${slug(query)}`;
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name}_${number}`;
  return free;
}

/** The problem of a query whose tab is no longer there. */
export function tabGone(query: string) {
  return {
    code: 'tab-gone' as const,
    scope: { query },
    title: `The tab that ${query} writes to was deleted.`,
    remedy: 'Choose where its table should go and refresh again, or undo the deletion.',
    retry: 'never' as const,
  };
}

function columnsInside(grid: Grid, old: Area, number: number, query: string) {
  const cells = grid.address(old);
  const columns = number === 1 ? 'A column was' : `${number} columns were`;
  return {
    code: 'columns-inside' as const,
    scope: { query, cells },
    title: `${columns} inserted inside the table of ${query} (${cells}) and would be overwritten. Nothing was changed.`,
    remedy: 'Move what was inserted to the right of the table, delete the empty columns, and refresh again.',
    retry: 'never' as const,
  };
}
