import type { Cell } from '../rows/cell';
import type { Area, Content, Grid } from './grid';
import type { KnownLine } from './lines';
import { fingerprint } from './placed';
import { printOf } from './print';
import { Serials } from './serials';
import { type Table, typeOf } from './table';
import { TypedOver } from './typedOver';

/** How a table that stands, of the same columns, differs from the one to come. */
export interface Comparison {
  /** How many of its rows, the header counted, stand from the top as they will be, and how many rows of a table of the same height from the bottom. */
  above: number;
  below: number;
  /** What somebody typed over since it was written; null where that can't be told. */
  typedOver: TypedOver | null;
  /** What its first column of hours adds up to, in seconds and without totals; null where it has none. */
  seconds: number | null;
}

/** The table to come, and what is known of the one that stands. */
export interface Compared {
  table: Table;
  /** The cells of its header. */
  header: Cell[];
  lines: KnownLine[];
  /** What was written last; null where that isn't known. */
  before: KnownLine[] | null;
  /** Fingerprints of the titles that were written last. */
  titles: string[];
}

/** How many cells are read at a time: a large table is never in memory twice. */
const CELLS_AT_ONCE = 300_000;

/**
 * Reads a table back and compares it with the one to come, which has as many columns; null where nobody can say how its dates
 * are to be read. A cell that holds a formula is never as it will be.
 */
export function compare(grid: Grid, named: Area, compared: Compared): Comparison | null {
  const rowsAtOnce = Math.max(1, Math.floor(CELLS_AT_ONCE / named.columns));
  let comparing: Comparing | null = null;
  for (let row = 0; row < named.rows; row += rowsAtOnce) {
    const area = { ...named, row: named.row + row, rows: Math.min(rowsAtOnce, named.rows - row) };
    const contents = grid.contents(area);
    const formulas = grid.formulas(area);
    if (comparing === null) {
      const serials = readingOf(grid.zone(), contents, compared.before);
      if (serials === null) return null;
      comparing = new Comparing(named, compared, serials);
    }
    for (const [at, held] of contents.entries()) comparing.take(row + at, held, formulas[at]);
  }
  return comparing?.result() ?? null;
}

/** How the dates of a table are read: where that is uncertain, so that rows are what is known to have been written. */
function readingOf(zone: string, contents: Content[][], before: KnownLine[] | null): Serials | null {
  const readings = Serials.readingsOf(zone);
  if (readings.length === 1) return readings[0];
  const early = contents.flatMap((held, row) =>
    row > 0 && held.some((content) => readings[0].isEarly(content)) ? [row] : [],
  );
  if (early.length === 0) return readings[0];
  if (before === null) return null;
  const sample = early.slice(0, 20);
  const fitting = readings.map((serials) => {
    return sample.filter(
      (row) => printOf(contents[row].map((content) => serials.cellOf(content))) === before[row - 1]?.print,
    ).length;
  });
  const most = Math.max(...fitting);
  return most === 0 ? null : readings[fitting.indexOf(most)];
}

class Comparing {
  private first = Number.POSITIVE_INFINITY;
  private last = -1;
  private seconds = 0;
  private readonly hours: number;
  private readonly perUnit: number;
  private readonly typedOver: TypedOver | null;
  private places: Map<string, number> | null = null;
  private prints: Set<string> | null = null;

  constructor(
    private readonly named: Area,
    private readonly compared: Compared,
    private readonly serials: Serials,
  ) {
    const { before, table } = compared;
    this.typedOver = before === null ? null : new TypedOver(named);
    this.hours = table.columns.findIndex((column) => ['duration', 'hours'].includes(typeOf(column)));
    this.perUnit = this.hours >= 0 && typeOf(table.columns[this.hours]) === 'hours' ? 3600 : 86_400;
  }

  take(row: number, held: Content[], formulas: string[]): void {
    const { table, header, titles } = this.compared;
    const wanted = row === 0 ? header : table.rows[row - 1];
    const same = wanted !== undefined && this.differing(held, formulas, wanted).length === 0;
    if (!same) {
      this.first = Math.min(this.first, row);
      this.last = row;
    }
    if (row > 0) this.takeData(row - 1, held, formulas, same);
    else {
      held.forEach((content, column) => {
        const asWritten = fingerprint(String(content)) === titles[column] && formulas[column] === '';
        if (!asWritten && !same) this.typedOver?.add(0, column);
      });
    }
  }

  private takeData(at: number, held: Content[], formulas: string[], same: boolean): void {
    const { table, lines, before } = this.compared;
    const line = before?.[at];
    const place = line === undefined ? -1 : this.placeOf(line, at);
    const unchanged = line !== undefined && place >= 0 && lines[place].print === line.print;
    if (line !== undefined && !(same && (unchanged || place === at)))
      this.lookForHands(at, held, formulas, unchanged ? place : -1);
    if (this.hours < 0 || (line ?? lines[at])?.key === '') return;
    const cell = unchanged ? table.rows[place][this.hours] : this.serials.cellOf(held[this.hours]);
    if (typeof cell === 'number') this.seconds += cell * this.perUnit;
  }

  /**
   * Counts what somebody typed into a row that was written at a place; `place` is where it is in the new table if Clockify
   * changed nothing about it, else -1. A row that holds what was written elsewhere was only moved, as sorting does.
   */
  private lookForHands(at: number, held: Content[], formulas: string[], place: number): void {
    const { table, before } = this.compared;
    const typed = formulas.some((formula) => formula !== '');
    this.prints ??= new Set(before?.map(({ print }) => print));
    if (!typed && this.prints.has(printOf(held.map((content) => this.serials.cellOf(content))))) return;
    // Which cells of a row differ by whose hand can't be told where it is new in Clockify, too.
    if (place < 0) this.typedOver?.addSomewhere();
    else
      for (const column of this.differing(held, formulas, table.rows[place]))
        this.typedOver?.add(at + 1, column);
  }

  /** The columns at which a row isn't as it should be. */
  private differing(held: Content[], formulas: string[], wanted: Cell[]): number[] {
    const columns: number[] = [];
    for (let column = 0; column < wanted.length; column++) {
      if (formulas[column] !== '' || !this.serials.holds(held[column], wanted[column])) columns.push(column);
    }
    return columns;
  }

  /** Where a row that was written is in the new table; -1 where it is gone. Totals are where they are from the end. */
  private placeOf({ key }: KnownLine, at: number): number {
    const { lines, before } = this.compared;
    if (key === '') {
      const place = lines.length - ((before?.length ?? 0) - at);
      return lines[place]?.key === '' ? place : -1;
    }
    if (lines[at]?.key === key) return at;
    this.places ??= new Map(lines.map((line, place) => [line.key, place]));
    return this.places.get(key) ?? -1;
  }

  result(): Comparison {
    const { table } = this.compared;
    const rows = table.rows.length + 1;
    const sameHeight = this.named.rows === rows;
    const above = Math.min(this.first, this.named.rows, rows);
    return {
      above,
      below: sameHeight && this.last >= 0 ? rows - 1 - this.last : 0,
      typedOver: this.typedOver,
      seconds: this.hours < 0 ? null : Math.round(this.seconds),
    };
  }
}
