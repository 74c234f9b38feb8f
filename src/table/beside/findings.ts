import type { Size } from '../extent';
import type { Area, Grid } from '../grid';
import type { BesideKnown } from '../placed';
import { type Arrangement, arrange } from './arrangement';
import { type ColumnKind, kindOf } from './columnKind';
import { type KeptLine, keptLines, keptTab } from './kept';
import { recovered } from './recover';
import { bringBack } from './returned';
import { cellsOf, sideOf } from './side';
import { BLANK, type SideCell } from './sideCell';
import { type Staged, stagedRows } from './stage';
import type { SideRow } from './stagedLines';
import { type RowIdentity, successors } from './successors';
import { type ColumnChange, changesOf } from './wanted';

/** What is known of a table of which somebody may have columns at the right. */
export interface Besides {
  query: string;
  /** The named range of the table, and what it covers. */
  range: string;
  named: Area;
  /** How many rows may stand, the header counted: more than the name covers where a commit was cut short. */
  rows: number;
  /** Rows and columns of the new table, the header counted. */
  size: Size;
  tab: Size;
  /** Blank columns between the table and those beside it, and the tab with what is kept, as the last refresh left them. */
  gap: number;
  kept: BesideKnown['kept'];
  /** Whether a commit was cut short, and what it had staged. */
  again: boolean;
  staged: Staged[];
  /** The rows that stand, from the first below the header on. */
  standing: RowIdentity[];
  /** The rows of the new table. */
  next: RowIdentity[];
}

/** What was found beside a table, and what is to become of it. */
export interface Findings {
  /** The columns beside the table, from its header on to the last row that stands or is to stand and that the tab has. */
  side: Area;
  /** How many rows below the header may stand; those below are new. */
  height: number;
  header: SideCell[];
  titles: string[];
  kinds: ColumnKind[];
  /** What stands below the header, and blank cells for rows that the tab doesn't have yet. */
  live: SideCell[][];
  /** What was beside each row, and where the row is in the new table; -1 where it is gone. */
  rows: SideRow[];
  places: number[];
  arrangement: Arrangement;
  changes: ColumnChange[];
  /** Whether cells that people typed change their places or go. */
  moves: boolean;
  /** Where `rows` are those that stand, in their order: else some are known from what was staged only. */
  aligned: boolean;
  /** The tab with what is kept, what is on it where that was looked at, and what of it comes back with its rows. */
  kept: number | null;
  lines: KeptLine[] | null;
  returned: KeptLine[];
}

/** Looks at what is beside a table; null where there is nothing. Writes nothing. */
export function findingsOf(grid: Grid, besides: Besides): Findings | null {
  const { named, tab, size, next, standing } = besides;
  const stages = besides.staged.flatMap((staged) => {
    const rows = stagedRows(grid, staged);
    return rows === null ? [] : [{ ...staged, rows }];
  });
  const newest = stages[stages.length - 1];
  const table = { ...named, rows: besides.rows };
  const near = sideOf(grid, { ...besides, table, columns: size.columns });
  const found = newest
    ? { ...table, column: near?.column ?? named.column + newest.offset, columns: newest.columns }
    : near;
  if (found === null) return null;
  const height = besides.rows - 1;
  const most = Math.max(1, height, next.length);
  const side = { ...found, rows: Math.min(most + 1, tab.rows - named.row + 1) };
  const [header, ...live] = cellsOf(grid, side);
  while (live.length < most) live.push(new Array<SideCell>(side.columns).fill(BLANK));
  const stood = live.slice(0, Math.max(1, height));
  const kinds =
    newest?.kinds ??
    header.map((cell, at) =>
      kindOf(
        cell,
        stood.map((line) => line[at]),
      ),
    );
  const texts = () => grid.texts({ ...named, row: named.row + 1, rows: Math.min(height, side.rows - 1) });
  const beside = live
    .slice(0, height)
    .map((cells, row): SideRow => ({ ...(standing[row] ?? UNKNOWN), text: '', cells }));
  const here = newest ? recovered(stages, live, told(beside, texts())) : beside;
  const places = successors(here, next);
  const { columns, gone } = arrange(
    here.map(({ cells }) => cells),
    places,
    kinds,
  );
  const titles = grid.texts({ ...side, rows: 1 })[0].map((title, at) => title || `Column ${at + 1}`);
  const back = backOf(grid, besides, { titles, kinds, arrangement: { columns, gone }, places });
  const aligned = newest === undefined;
  const moves =
    !aligned ||
    gone.length > 0 ||
    columns.some((column) => [...column].some(([place, { row }]) => row >= 0 && place !== row));
  const rows = moves && aligned ? told(here, texts()) : here;
  const formats = formatsOf(here, places, kinds.length);
  const changes = changesOf(live, { columns, kinds, formats, aligned, rows: next.length, height });
  return {
    ...{ side, height, header, titles, kinds, live, rows, places, aligned, moves, changes },
    arrangement: { columns, gone },
    ...back,
  };
}

/** Rows that stand where nobody knows of any. */
const UNKNOWN: RowIdentity = { key: null, print: '', label: '' };

/** Rows with what they show. */
function told(rows: SideRow[], shown: string[][]): SideRow[] {
  return rows.map((row, index) => ({ ...row, text: textOf(shown[index] ?? []) }));
}

/** What the cells of a row show, as one text. */
function textOf(shown: string[]): string {
  return shown
    .filter((text) => text !== '')
    .join(' · ')
    .slice(0, 500);
}

/** Brings back what was kept of rows that are new, or after a commit that was cut short, of any. */
function backOf(
  grid: Grid,
  { query, kept: known, next, again }: Besides,
  { places, ...columns }: Pick<Findings, 'titles' | 'kinds' | 'arrangement' | 'places'>,
): Pick<Findings, 'kept' | 'lines' | 'returned'> {
  const were = new Set(again ? [] : places);
  const added = [...next.keys()].filter((place) => !were.has(place));
  if (added.length === 0 && columns.arrangement.gone.length === 0) {
    return { kept: known?.tab ?? null, lines: null, returned: [] };
  }
  const kept = keptTab(grid, query, known?.tab ?? null);
  const lines = kept === null ? [] : keptLines(grid, kept);
  return { kept, lines, returned: bringBack(columns.arrangement, lines, next, added, columns) };
}

/** For each column the format that came with each row, by the row's place in the new table. */
function formatsOf(rows: SideRow[], places: number[], columns: number): Map<number, string>[] {
  return Array.from({ length: columns }, (_, column) => {
    const at = new Map<number, string>();
    rows.forEach(({ cells }, row) => {
      if (places[row] >= 0) at.set(places[row], cells[column].format);
    });
    return at;
  });
}
