import type { Cell } from '../rows/cell';

/** Where the content of a cell stands; `normal` leaves it to Sheets. */
export type Side = 'left' | 'right' | 'normal';

/** What a cell holds; dates and times are dates when they are read. An empty text is an empty cell. */
export type Content = Cell | Date;

/** A block of cells of one tab. Rows and columns count from 1. */
export interface Area {
  /** The tab's id, which stays the same when the tab is renamed or moved. */
  sheet: number;
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/**
 * The spreadsheet as a table needs it. Writes may wait until `flush` or the next read, and what the sheet refuses may be
 * raised there. Raises `target-protected`, `target-typed`, `tab-without-cells`, `cells-too-many` and `sheets-failing`.
 */
export interface Grid {
  /** Where a named range is now; null when there is none, or its cells are gone. */
  named(name: string): Area | null;
  /** Makes a named range cover an area. */
  name(name: string, area: Area): void;
  /** Removes a named range, if there is one. */
  unname(name: string): void;
  /** The name of a tab; null when it was deleted. */
  tabName(sheet: number): string | null;
  /** The spreadsheet's time zone: the moments of dates that are read are its. */
  zone(): string;
  /** The id of the tab with a name, or null. */
  tabNamed(name: string): number | null;
  tabNames(): string[];
  /**
   * Adds a tab at the end, or a hidden one, and gives its id, which `made` learns as soon as the tab is there. The tab that is
   * shown stays shown. Where any of this fails no tab is left, if that can be helped.
   */
  addTab(name: string, hidden: boolean, made: (sheet: number) => void): number;
  removeTab(sheet: number): void;
  /** How many rows and columns a tab has. */
  size(sheet: number): { rows: number; columns: number };
  /** Adds rows at the bottom and columns at the right until the tab has at least that many. */
  grow(sheet: number, size: { rows: number; columns: number }, to: { rows: number; columns: number }): void;
  /** Inserts empty columns into a tab, right of a column; everything that was there moves to the right. */
  insertColumns(sheet: number, after: number, number: number): void;
  /** Inserts empty rows into a tab, below a row; everything that was there moves down. */
  insertRows(sheet: number, after: number, number: number): void;
  /** Areas of all named ranges of the spreadsheet, by name. */
  allNamed(): { name: string; area: Area }[];
  /** Names of all named ranges, those whose cells are gone too. */
  rangeNames(): string[];
  /** Whether an area holds neither values nor formulas. */
  isBlank(area: Area): boolean;
  /** What the cells of an area show, formulas as such; empty texts for blank cells. */
  shown(area: Area): string[][];
  /** What the cells of an area show. */
  texts(area: Area): string[][];
  /** What the cells of an area hold, of formulas what they come to; empty texts for blank cells. */
  contents(area: Area): Content[][];
  /** The formulas of an area; empty texts for cells without one. */
  formulas(area: Area): string[][];
  numberFormats(area: Area): string[][];
  setNumberFormats(area: Area, formats: string[][]): void;
  /** Gives areas of one tab one format, in one call. */
  setNumberFormat(areas: Area[], format: string): void;
  write(area: Area, cells: Content[][]): void;
  /** Empties an area of values and formulas. */
  clear(area: Area): void;
  /** Copies values, in one call, onto an area of the same size. Nothing else of its cells changes. */
  copyValues(from: Area, to: Area): void;
  /** Copies formulas, in one call, onto an area that is filled with them; what they refer to moves along with them. */
  copyFormulas(from: Area, to: Area): void;
  deleteRows(sheet: number, row: number, number: number): void;
  /** Whether whoever runs the script may write to every cell of an area. */
  mayEdit(area: Area): boolean;
  /** The note of the first cell of an area. */
  note(area: Area): string;
  setNote(area: Area, note: string): void;
  /** Makes a row look like a header; `freeze` keeps it in view. */
  styleHeader(header: Area, freeze: boolean): void;
  /** Gives areas of one tab an alignment, in one call. */
  align(areas: Area[], to: Side): void;
  /** Gives each cell of an area an alignment, in one call. */
  setSides(area: Area, sides: Side[][]): void;
  /** Copies how cells look, number formats too, onto an area that is filled with it. */
  copyFormat(from: Area, to: Area): void;
  /** The width in pixels of the first column of an area. */
  width(area: Area): number;
  /** Gives columns of an area a width in pixels, in one call. */
  setWidth(area: Area, pixels: number): void;
  flush(): void;
  /** Shows a tab and selects the first cell of an area on it. */
  show(area: Area): void;
  /** What is selected, and in which tab. */
  selection(): { area: Area; tab: string };
  /** An area as people write it: `Aug!H1:I40`. */
  address(area: Area): string;
}
