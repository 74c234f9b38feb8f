import type { Query } from '../../query/query';
import type { Size } from '../extent';
import type { Source } from '../goingOn/merge';
import type { Area, Grid } from '../grid';
import type { Unfinished } from '../journal';
import type { Knowledge } from '../knowledge';
import type { KnownLine } from '../lines';
import type { Place } from '../place';
import type { BesideKnown, PlacedTable } from '../placed';
import type { Table } from '../table';
import { saying } from './kept';
import { rowsGoneOnFrom } from './rowsGoneOnFrom';
import { isBlankBeside } from './side';
import { nextRows, standingRows } from './standingRows';
import { nothingMoved, type RowIdentity, successors } from './successors';
import { Travel } from './travel';

interface Replacing {
  query: Query;
  table: Table;
  /** Rows and columns of the new table, the header counted. */
  size: Size;
  /** Of a table that was gone on from, where each row comes from; else null. */
  sources: Source[] | null;
  place: Place;
  /** Of the table's tab, before it grows. */
  tab: Size;
  knowledge: Knowledge;
  lines: KnownLine[] | null;
  /** Milliseconds since 1970. */
  now: number;
}

/**
 * What is to be done about what people have beside a table that is replaced; null where nothing is, or nothing changes for it.
 * A table that is placed for the first time has nothing that belongs to it. Raises what `refuseBeside` does.
 */
export function travelOf(
  grid: Grid,
  { query, table, size, sources, place, tab, knowledge, lines, now }: Replacing,
): Travel | null {
  const { named, range } = place;
  const { placed, unfinished } = knowledge;
  if (named === null || query.target.kind !== 'placed') return null;
  const staged = unfinished?.beside ?? [];
  const gap = placed?.beside?.gap ?? 0;
  const own = sizesOf(place, unfinished, tab);
  const rows = Math.min(Math.max(...own.map((one) => one.rows)), tab.rows - named.row + 1);
  const standing = { ...named, rows };
  if (staged.length === 0 && isBlankBeside(grid, { table: standing, columns: size.columns, gap, tab }))
    return null;
  const again = unfinished !== null;
  const rowsFrom = (top: number, areas: number[], next: RowIdentity[] | null) =>
    standingRows(grid, {
      areas: areas
        .filter((columns) => named.column + columns - 1 <= tab.columns)
        .map((columns): Area => ({ ...named, row: named.row + 1 + top, rows: rows - 1 - top, columns })),
      fields: placed?.fields ?? [],
      lines,
      next,
    });
  const answer = nextRows(table);
  const widths = again
    ? [...new Set([named.columns, ...own.map(({ columns }) => columns)])]
    : [named.columns];
  const { old, next } = sources
    ? rowsGoneOnFrom({ rows: rows - 1, answer, lines, sources, again }, (top) =>
        rowsFrom(top, widths, again ? answer : null),
      )
    : { old: rowsFrom(0, widths, again ? answer : null), next: answer };
  const same = nothingMoved(successors(old, next)) && old.length === next.length;
  if (same && !again && size.columns === named.columns) return null;
  return Travel.begin(
    grid,
    {
      query: query.name,
      range,
      named,
      rows,
      size,
      tab,
      gap,
      kept: placed?.beside?.kept ?? null,
      again,
      staged,
      standing: old,
      next,
    },
    dayOf(now, query.zone),
  );
}

/** What the last refresh remembered of what is beside a table, without a tab that was deleted since. */
export function keptBeside(grid: Grid, placed: PlacedTable | null): BesideKnown | undefined {
  const known = placed?.beside;
  return known?.kept && grid.tabName(known.kept.tab) === null ? { ...known, kept: null } : known;
}

/** What a person should know of what is kept; null when nothing is. */
export function sayKept(grid: Grid, known: BesideKnown | undefined): string | null {
  const tab = known?.kept ? grid.tabName(known.kept.tab) : null;
  return known?.kept && tab !== null ? saying(known.kept.cells, tab) : null;
}

/**
 * Sizes of what may stand of a table. One that a commit was about to make smaller, or larger, may still have had rows beside it
 * of the other size, unless rows were inserted or deleted on its tab since.
 */
function sizesOf({ own }: Place, unfinished: Unfinished | null, tab: Size): Size[] {
  const same = unfinished?.tabSizes.some(({ rows }) => rows === tab.rows) ?? false;
  return same && unfinished ? [...own, ...unfinished.extents] : own;
}

/** `2026-09-03` on a clock of the zone. */
function dayOf(instant: number, zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(instant);
}
