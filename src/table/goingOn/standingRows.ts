import { raise } from '../../problems/problem';
import type { Area, Content, Grid } from '../grid';
import type { ReadBack } from '../readBack';
import type { GoingOn } from './goingOn';
import type { StandingRows } from './merge';
import { rowsUnreadable } from './problems';

/** How far from midnight a day may be, in days: some days of some zones begin an hour late. */
const MIDNIGHT = 1.5 / 24;
/** Sheets shows days up to the year 9999. */
const MOST_DAYS = 2_958_466;

/**
 * What decides which of the rows that stand stay: nothing but the columns of days and ids is read of them. `data` are the cells
 * of the table below its header. Raises `rows-unreadable`, naming the cells, where a row has no day.
 */
export function standingRows(
  grid: Grid,
  data: Area,
  goesOn: GoingOn,
  read: ReadBack,
  query: string,
): StandingRows {
  const ids = goesOn.id === null ? null : column(grid, data, goesOn.id).map(idIn);
  if (goesOn.kind === 'by-id') return { days: [], ids };
  const contents = column(grid, data, goesOn.day);
  const days = contents.map((content) => dayIn(content, read));
  const blank = blankRows(grid, data, contents);
  const wrong = days.flatMap((day, index) => (day === null && !blank.has(index) ? [index] : []));
  if (wrong.length > 0) {
    const cells = cellsIn(grid, data, goesOn.day, wrong);
    raise(rowsUnreadable(query, cells, wrong.length === 1 ? 'A cell holds no day' : 'Cells hold no day'));
  }
  return { days, ids };
}

/** Raises `rows-unreadable` where an id of an answer stands in several rows. */
export function refuseTwice(
  grid: Grid,
  data: Area,
  { id }: GoingOn,
  ids: string[],
  answer: string[],
  query: string,
): void {
  const wanted = new Set(answer);
  const places = new Map<string, number>();
  ids.forEach((text, index) => {
    if (text === '' || !wanted.has(text)) return;
    const known = places.get(text);
    if (known !== undefined)
      raise(rowsUnreadable(query, cellsIn(grid, data, id ?? 0, [known, index]), 'Two rows have the same ID'));
    places.set(text, index);
  });
}

function column(grid: Grid, data: Area, at: number): Content[] {
  return grid.contents({ ...data, column: data.column + at, columns: 1 }).map(([content]) => content);
}

function idIn(content: Content): string {
  return typeof content === 'string' ? content : '';
}

/** The day that a cell holds as a serial number; null for whatever is none. */
function dayIn(content: Content, { serial }: ReadBack): number | null {
  const number = content instanceof Date ? serial(content) : content;
  if (typeof number !== 'number') return null;
  const day = Math.round(number);
  return day > 0 && day < MOST_DAYS && Math.abs(number - day) <= MIDNIGHT ? day : null;
}

/** Rows without anything in them; looked for among those without a day. */
function blankRows(grid: Grid, data: Area, days: Content[]): Set<number> {
  const without = days.flatMap((content, index) => (content === '' ? [index] : []));
  if (without.length === 0) return new Set();
  const [first, last] = [without[0], without[without.length - 1]];
  const lines = grid.contents({ ...data, row: data.row + first, rows: last - first + 1 });
  return new Set(without.filter((index) => lines[index - first].every((content) => content === '')));
}

/** The names of cells of a column, the first of them. */
export function cellsIn(grid: Grid, data: Area, at: number, rows: number[]): string {
  const names = rows
    .slice(0, NAMED)
    .map((index) =>
      grid.address({ ...data, row: data.row + index, column: data.column + at, rows: 1, columns: 1 }),
    );
  const more = rows.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
}

const NAMED = 5;
