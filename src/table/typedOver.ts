import type { Area } from './grid';
import { letters } from './letters';

/** How many cells are named. */
const NAMED = 10;

/** The cells of a table that somebody typed over since it was written. */
export class TypedOver {
  number = 0;
  private readonly named: string[] = [];

  constructor(private readonly table: Pick<Area, 'row' | 'column'>) {}

  /** Counts a cell, by its row and column in the table from 0. */
  add(row: number, column: number): void {
    this.number += 1;
    if (this.named.length < NAMED)
      this.named.push(`${letters(this.table.column + column)}${this.table.row + row}`);
  }

  /** Counts a cell of which only the row is known. */
  addSomewhere(): void {
    this.number += 1;
  }

  /** What a person is told; null where there is nothing to tell. */
  text(): string | null {
    if (this.number === 0) return null;
    const cells =
      this.number === 1
        ? '1 cell that somebody typed over was'
        : `${this.number} cells that somebody typed over were`;
    const more = this.named.length < this.number && this.named.length > 0 ? ', …' : '';
    const where = this.named.length > 0 ? ` (${this.named.join(', ')}${more})` : '';
    return `${cells} put right${where}.`;
  }
}
