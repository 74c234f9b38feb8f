import { raise } from '../../problems/problem';
import type { Cell } from '../../rows/cell';
import type { Area, Content, Grid } from '../grid';
import { type ReadBack, readBack, sameRow } from '../readBack';
import { type Table, typeOf } from '../table';
import type { GoingOn, Kept } from './goingOn';
import { mergedByDays, mergedById, type Source, untouched } from './merge';
import { formulasInRows } from './problems';
import { cellsIn, refuseTwice, standingRows } from './standingRows';

/** A table that was gone on from: what of it has to be written. */
export interface Merged extends Kept {
  /** How many of its rows stand already, at its top, and how many at its bottom. */
  above: number;
  below: number;
  /** The rows between. */
  cells: Cell[][];
  /** Where each of its rows comes from: the table that stood, or the answer. */
  sources: Source[];
  /** Its last row; null where it has none. */
  last: Cell[] | null;
}

/** What is read of a table that stands. */
interface Reading {
  grid: Grid;
  /** Its cells below its header, each row that is its own. */
  data: Area;
  goesOn: GoingOn;
  read: ReadBack;
  query: string;
}

/**
 * Goes on from a table that stands: reads what decides about its rows, puts those of the answer in their places, and gives the
 * smallest block that has to be written. Rows that stay where they are aren't read but for that. Raises `rows-unreadable`.
 */
export function goOn(
  grid: Grid,
  data: Area,
  table: Pick<Table, 'columns' | 'rows'>,
  goesOn: GoingOn,
  query: string,
): Merged {
  const reading: Reading = { grid, data, goesOn, read: readBack(grid.zone()), query };
  const { rows: sources, days } = data.rows > 0 ? sourcesOf(reading, table) : allNew(table);
  const above = untouched(sources);
  const types = table.columns.map(typeOf);
  const left = { ...data, row: data.row + above, rows: data.rows - above };
  const contents = left.rows > 0 ? grid.contents(left) : [];
  const standing = contents.map((line) => cellsOf(line, types, reading.read));
  const rest = sources.slice(above).map((source) => {
    return 'old' in source ? standing[source.old - above] : table.rows[source.new];
  });
  const { first, last } = differing(standing, rest);
  const block = rest.slice(first, last);
  refuseFormulas(reading, sources.slice(above + first, above + last));
  return {
    above: above + first,
    below: rest.length - last,
    cells: block,
    sources,
    last: rest.length > 0 ? rest[rest.length - 1] : lastOf(reading, above, types),
    rows: sources.length,
    ...keptOf(sources, days),
  };
}

/** How many rows stay, and the oldest day of them. */
function keptOf(sources: Source[], days: (number | null)[]): Pick<Kept, 'kept' | 'oldest'> {
  let kept = 0;
  let oldest: number | null = null;
  for (const source of sources) {
    if (!('old' in source)) continue;
    kept += 1;
    const day = days[source.old] ?? null;
    if (day !== null && (oldest === null || day < oldest)) oldest = day;
  }
  return { kept, oldest };
}

function allNew({ rows }: Pick<Table, 'rows'>): { rows: Source[]; days: (number | null)[] } {
  return { rows: rows.map((_, index) => ({ new: index })), days: [] };
}

function sourcesOf({ grid, data, goesOn, read, query }: Reading, { rows }: Pick<Table, 'rows'>) {
  const { days, ids } = standingRows(grid, data, goesOn, read, query);
  const { id } = goesOn;
  const answer = id === null ? null : rows.map((row) => String(row[id]).replace(/^'/, ''));
  if (goesOn.kind === 'last-days') {
    return { rows: mergedByDays({ days, ids }, goesOn.from, { count: rows.length, ids: answer }), days };
  }
  refuseTwice(grid, data, goesOn, ids ?? [], answer ?? [], query);
  return { rows: mergedById(ids ?? [], answer ?? []), days };
}

function cellsOf(line: Content[], types: string[], read: ReadBack): Cell[] {
  return line.map((content, index) => read.cell(content, types[index]));
}

/** Which of the rows are not as they stand: from the first to behind the last of them. */
function differing(standing: Cell[][], rows: Cell[][]): { first: number; last: number } {
  let first = 0;
  while (first < rows.length && first < standing.length && sameRow(rows[first], standing[first])) first++;
  if (rows.length !== standing.length) return { first, last: rows.length };
  let last = rows.length;
  while (last > first && sameRow(rows[last - 1], standing[last - 1])) last--;
  return { first, last };
}

/** Formulas in rows that stay but have to be written again would become what they came to. */
function refuseFormulas({ grid, data, query }: Reading, written: Source[]): void {
  const old = written.flatMap((source) => ('old' in source ? [source.old] : []));
  if (old.length === 0) return;
  const [first, last] = [old[0], old[old.length - 1]];
  const wanted = new Set(old);
  const formulas = grid.formulas({ ...data, row: data.row + first, rows: last - first + 1 });
  for (let column = 0; column < data.columns; column++) {
    const rows = formulas.flatMap((line, index) =>
      line[column] !== '' && wanted.has(first + index) ? [first + index] : [],
    );
    if (rows.length > 0) raise(formulasInRows(query, cellsIn(grid, data, column, rows)));
  }
}

function lastOf({ grid, data, read }: Reading, rows: number, types: string[]): Cell[] | null {
  if (rows === 0) return null;
  const [line] = grid.contents({ ...data, row: data.row + rows - 1, rows: 1 });
  return cellsOf(line, types, read);
}
