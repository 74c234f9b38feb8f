import { sameFormat } from '../formats';
import type { Arrangement, Travelled } from './arrangement';
import type { ColumnKind } from './columnKind';
import { BLANK, isBlank, type SideCell, sameContent } from './sideCell';

/** What is to become of one column beside a table; rows count from 0 below the header. */
export interface ColumnChange {
  column: number;
  /** The row whose formula is copied onto others, and those; before anything else of the column is written. */
  fill: { from: number; rows: number[] } | null;
  /** Cells that are written, from a row on: one write a block. Formulas among them are blank first. */
  blocks: { row: number; cells: SideCell[] }[];
  /** Formulas that came with their rows, copied from where they are staged once the blocks are written. */
  formulas: { to: number; from: Travelled }[];
  /** Formats, from a row on. */
  formats: { row: number; formats: string[] } | null;
}

/** What is to be beside rows. */
interface Wanted extends Pick<Arrangement, 'columns'> {
  kinds: ColumnKind[];
  /** For each column the format that came with each row. */
  formats: Map<number, string>[];
  /** Whether what came with a row stands in the row that it is said to come from. */
  aligned: boolean;
  /** How many rows the new table has, and how many the old one: what stands below that is nobody's. */
  rows: number;
  height: number;
}

/**
 * What has to be written so that columns which hold `live` hold what an arrangement says. `live` are all rows that stand, and
 * those that are new. Of a formula column one row is kept where the table has none.
 */
export function changesOf(live: SideCell[][], wanted: Wanted): ColumnChange[] {
  return wanted.kinds.flatMap((kind, column) => {
    if (kind === 'spilled') return [];
    const cells = live.map((line) => line[column]);
    const change =
      kind === 'typed'
        ? ofTyped(cells, column, wanted)
        : ofFormula(cells, wanted.columns[column], column, Math.max(1, wanted.rows));
    const formats = formatsOf(cells, wanted.formats[column], wanted.rows);
    const nothing = change.fill === null && change.blocks.length === 0 && formats === null;
    return nothing ? [] : [{ ...change, formats }];
  });
}

/** One block from the first to the last cell that changes. */
function ofTyped(live: SideCell[], column: number, { columns, aligned, height }: Wanted): ColumnChange {
  const come = columns[column];
  const changed = live.flatMap((cell, row) => {
    const from = come.get(row);
    const same = from
      ? sameContent(cell, from.cell) && !(cell.formula && !(aligned && from.row === row))
      : row >= height || isBlank(cell);
    return same ? [] : [row];
  });
  if (changed.length === 0) return { column, fill: null, blocks: [], formulas: [], formats: null };
  const [first, last] = [changed[0], changed[changed.length - 1]];
  const cells = live.slice(first, last + 1).map((_, at) => come.get(first + at)?.cell ?? BLANK);
  const formulas = [...come].flatMap(([to, from]) =>
    from.cell.formula && to >= first && to <= last ? [{ to, from }] : [],
  );
  return { column, fill: null, blocks: [{ row: first, cells }], formulas, formats: null };
}

/** The formula where nothing was typed over it, and nothing below the table. */
function ofFormula(
  live: SideCell[],
  come: Map<number, Travelled>,
  column: number,
  rows: number,
): ColumnChange {
  const from = live.findIndex(({ formula }) => formula);
  const fill: number[] = [];
  const written: number[] = [];
  live.forEach((cell, row) => {
    const travelled = come.get(row);
    if (travelled) {
      if (!sameContent(cell, travelled.cell)) written.push(row);
    } else if (row >= rows) {
      if (!isBlank(cell)) written.push(row);
    } else if (!cell.formula) fill.push(row);
  });
  return {
    column,
    fill: from >= 0 && fill.length > 0 ? { from, rows: fill } : null,
    blocks: runsOf(written).map(({ row, length }) => ({
      row,
      cells: Array.from({ length }, (_, at) => come.get(row + at)?.cell ?? BLANK),
    })),
    formulas: [],
    formats: null,
  };
}

/**
 * The formats that rows should have where they came from elsewhere with another. A row that is new has the one that most have.
 */
function formatsOf(
  live: SideCell[],
  come: Map<number, string>,
  rows: number,
): { row: number; formats: string[] } | null {
  if (come.size === 0) return null;
  const common = mostOf([...come.values()]);
  const wanted = live.slice(0, rows).map((_, row) => come.get(row) ?? common);
  const changed = [...wanted.keys()].filter((row) => !sameFormat(live[row].format, wanted[row]));
  if (changed.length === 0) return null;
  const row = changed[0];
  return { row, formats: wanted.slice(row, changed[changed.length - 1] + 1) };
}

function mostOf(texts: string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].reduce((most, next) => (next[1] > most[1] ? next : most))[0];
}

/** Rows that follow each other, as one run. */
export function runsOf(rows: number[]): { row: number; length: number }[] {
  const runs: { row: number; length: number }[] = [];
  for (const row of rows) {
    const last = runs[runs.length - 1];
    if (last && last.row + last.length === row) last.length += 1;
    else runs.push({ row, length: 1 });
  }
  return runs;
}
