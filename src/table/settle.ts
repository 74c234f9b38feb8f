import type { Cell } from '../rows/cell';
import { areaAt, minus, type Size, sameArea, sameCell, sameSize, within } from './extent';
import type { Area, Grid } from './grid';
import { showsTitles } from './identity';
import { Moved } from './moved';
import { ownLines, withOwnLines } from './note';
import { fingerprint } from './placed';
import { plainOf } from './print';
import { Serials } from './serials';
import { type Table, titlesOf } from './table';

/** What should be true once everything is in the spreadsheet. */
export interface Expected {
  range: string;
  /** What the named range of the table should cover. */
  area: Area;
  /** Whether that name was only looked at, not set: then it moved with the table. */
  anchored: boolean;
  /** How large the tab should be. */
  tab: Size;
  /** Fingerprints of the table's titles. */
  titles: string[];
}

/** Where the table is, and how large its tab was just before it was found there. */
export interface Settled {
  area: Area;
  tab: Size;
}

/**
 * Lets the spreadsheet have all writes and looks whether the table is where it was written, since a person may have inserted
 * rows before it meanwhile. A name that was set at a place that had moved is set anew. Raises `Moved` when the table has to
 * be written again, and an error when it isn't found.
 */
export function settle(grid: Grid, { range, area, anchored, tab, titles }: Expected): Settled {
  grid.flush();
  // The tab's size first: whatever is inserted after this look changes it, and shows at the next.
  const size = grid.size(area.sheet);
  const named = grid.named(range);
  const still = named !== null && sameArea(named, area);
  if (still && (anchored || sameSize(size, tab))) return { area, tab: size };
  if (anchored) throw new Moved('the named range has moved');
  if (named && showsTitles(grid, named, titles)) return { area: named, tab: size };
  const moved = {
    ...area,
    row: area.row + size.rows - tab.rows,
    column: area.column + size.columns - tab.columns,
  };
  const whole = moved.row > 0 && moved.column > 0 && within(moved, size);
  if (!whole || !sameArea(whole, moved) || !showsTitles(grid, moved, titles)) {
    throw new Error('the table is not where it was written');
  }
  grid.name(range, moved);
  grid.flush();
  return { area: moved, tab: size };
}

/** How far inserted or deleted lines may have moved what was written, nearest first; nobody makes many at a time. */
function shifts(lines: number): number[] {
  const most = Math.min(Math.abs(lines), 10);
  return Array.from({ length: most + 1 }, (_, distance) => Math.sign(lines) * distance);
}

/** A write of values, by whole rows. */
interface Written {
  area: Area;
  cells: Cell[][];
}

/** Cells that were written where the table no longer was: emptied once it stands at its new place. */
export class Strays {
  private readonly titles: string[];
  private readonly areas: Area[] = [];
  private readonly notes: Area[] = [];

  constructor(table: Pick<Table, 'columns'>) {
    this.titles = titlesOf(table);
  }

  /**
   * Remembers what was written into a tab that was so large, unless it moved along with the table: then it is no stray. Rows
   * and columns that were inserted since, which show in the tab's size, may have moved it a little.
   */
  add(grid: Grid, { area: written, cells: [first] }: Written, tab: Size): void {
    const size = grid.size(written.sheet);
    const header = { rows: 1, columns: this.titles.length };
    for (const down of shifts(size.rows - tab.rows)) {
      for (const across of shifts(size.columns - tab.columns)) {
        const moved = { ...written, row: written.row + down, column: written.column + across };
        const inside = moved.row > 0 && moved.column > 0 ? within(areaAt(moved, header), size) : null;
        if (inside?.columns !== header.columns || !this.shows(grid, inside, first)) continue;
        // What lies between where it was written and the table is nearer to the former than the table itself.
        this.areas.push(moved);
        return;
      }
    }
  }

  /** Whether a row holds what was written there: titles, or, of a write of some rows only, the first of them. */
  private shows(grid: Grid, row: Area, cells: Cell[]): boolean {
    const titles = cells.map((cell) => fingerprint(plainOf(String(cell))));
    if (this.titles.every((title, index) => title === titles[index]))
      return showsTitles(grid, row, this.titles);
    const [held] = grid.contents(row);
    return Serials.readingsOf(grid.zone()).some((serials) =>
      held.every((content, index) => serials.holds(content, cells[index])),
    );
  }

  /** Remembers a cell whose note was written. */
  addNote(area: Area): void {
    this.notes.push(area);
  }

  /** Empties what isn't part of the table as it is now, and takes the table's lines off the notes of other cells. */
  clear(grid: Grid, table: Area, lines: string[]): void {
    const notes = this.notes.filter((area) => !sameCell(area, table));
    if (this.areas.length + notes.length === 0) return;
    for (const area of this.areas) for (const part of minus(area, table)) grid.clear(part);
    for (const area of notes) {
      const note = grid.note(area);
      if (ownLines(note).join('\n') === lines.join('\n')) grid.setNote(area, withOwnLines(note, []));
    }
    grid.flush();
  }
}
