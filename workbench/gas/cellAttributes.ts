import type { Rect } from './a1';
import { Runs } from './runs';

/** What a cell has besides its content, each a text. A number format is absent while it is automatic. */
export const attributes = [
  'numberFormat',
  'note',
  'fontWeight',
  'fontColor',
  'background',
  'horizontalAlignment',
  'verticalAlignment',
  'wrap',
] as const;
export type Attribute = (typeof attributes)[number];

/** The attributes as they stand in a file: for each attribute and column its stretches. */
export type CellAttributesJson = Readonly<
  Record<Attribute, readonly ((readonly [number, string | null])[] | null)[]>
>;

/** The looks and notes of a sheet's cells, kept apart from their contents. Rows and columns count from 1. */
export class CellAttributes {
  private readonly lists: Record<Attribute, Runs<string>[]>;

  constructor() {
    const lists = attributes.map((name) => [name, []] as const);
    this.lists = Object.fromEntries(lists) as unknown as Record<Attribute, Runs<string>[]>;
  }

  clone(): CellAttributes {
    const copy = new CellAttributes();
    for (const name of attributes) copy.lists[name] = this.lists[name].map((runs) => runs?.clone());
    return copy;
  }

  private column(name: Attribute, column: number): Runs<string> {
    this.lists[name][column - 1] ??= new Runs<string>();
    return this.lists[name][column - 1];
  }

  get(name: Attribute, row: number, column: number): string | undefined {
    return this.lists[name][column - 1]?.get(row - 1);
  }

  /** The stretches of an attribute within rows of one column: first row, number of rows, value. */
  *stretches(
    name: Attribute,
    row: number,
    column: number,
    rows: number,
  ): Generator<[number, number, string?]> {
    const runs = this.lists[name][column - 1];
    if (!runs) yield [row, rows, undefined];
    else for (const [start, length, value] of runs.within(row - 1, rows)) yield [start + 1, length, value];
  }

  fill(name: Attribute, { row, column, rows, columns }: Rect, value: string | undefined): void {
    for (let at = column; at < column + columns; at++) {
      if (value !== undefined || this.lists[name][at - 1]) this.column(name, at).fill(row - 1, rows, value);
    }
  }

  /** Gives the rows of one column a value each. */
  setAll(name: Attribute, row: number, column: number, values: readonly (string | undefined)[]): void {
    if (!this.lists[name][column - 1] && values.every((value) => value === undefined)) return;
    this.column(name, column).setAll(row - 1, values);
  }

  /** Opens rows that look like row `like` (0: like nothing); notes aren't copied. */
  insertRows(row: number, count: number, like: number): void {
    for (const name of attributes) {
      for (const runs of this.lists[name]) {
        runs?.insert(row - 1, count, name === 'note' || like < 1 ? undefined : runs.get(like - 1));
      }
    }
  }

  deleteRows(row: number, count: number): void {
    for (const name of attributes) for (const runs of this.lists[name]) runs?.delete(row - 1, count);
  }

  /** Opens columns that look like column `like` (0: like nothing); notes aren't copied. */
  insertColumns(column: number, count: number, like: number): void {
    for (const name of attributes) {
      const list = this.lists[name];
      const model = name === 'note' ? undefined : list[like - 1];
      if (list.length < column && !model) continue;
      while (list.length < column - 1) list.push(new Runs<string>());
      list.splice(
        column - 1,
        0,
        ...Array.from({ length: count }, () => model?.clone() ?? new Runs<string>()),
      );
    }
  }

  deleteColumns(column: number, count: number): void {
    for (const name of attributes) this.lists[name].splice(column - 1, count);
  }

  toJSON(): unknown {
    const entries = attributes.map((name) => [name, Array.from(this.lists[name], (runs) => runs ?? null)]);
    return Object.fromEntries(entries);
  }

  static fromJSON(json: CellAttributesJson): CellAttributes {
    const made = new CellAttributes();
    for (const name of attributes) {
      json[name].forEach((runs, index) => {
        if (runs) made.lists[name][index] = Runs.fromJSON(runs);
      });
    }
    return made;
  }
}
