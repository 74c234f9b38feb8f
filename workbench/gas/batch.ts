import type { Rect } from './a1';
import { Runs } from './runs';

import type { Workbook } from './workbook';

/** One buffered change. It may be applied a second time, to a workbook that somebody else changed meanwhile. */
export type Change = (workbook: Workbook) => void;

/** How much of what was buffered reaches the spreadsheet when an execution is ended before it flushed. */
export type KilledWrites = 'lost' | 'applied' | 'half';

/** The writes of one execution since its last flush: seen by itself, by nobody else until they are flushed. */
export class Batch {
  readonly fork: Workbook;
  private readonly baseVersion: number;
  private readonly changes: Change[] = [];
  private readonly dirty = new Map<number, Runs<true>[]>();

  constructor(private readonly base: Workbook) {
    this.fork = base.fork();
    this.baseVersion = base.version;
  }

  /** Applies a change to the fork; a change that throws isn't kept. */
  add(change: Change): void {
    change(this.fork);
    this.changes.push(change);
  }

  /** Notes cells that were written; each counts once until the flush. */
  touch(sheetId: number, { row, column, rows, columns }: Rect): void {
    let held = this.dirty.get(sheetId);
    if (!held) {
      held = [];
      this.dirty.set(sheetId, held);
    }
    for (let at = column; at < column + columns; at++) {
      held[at] ??= new Runs<true>();
      held[at].fill(row - 1, rows, true);
    }
  }

  /** Moves the marks along with rows that were opened (or, with a negative count, deleted) before a row. */
  shiftRows(sheetId: number, row: number, count: number): void {
    for (const column of this.dirty.get(sheetId) ?? []) {
      if (count > 0) column?.insert(row - 1, count, undefined);
      else column?.delete(row - 1, -count);
    }
  }

  /** The same for columns. */
  shiftColumns(sheetId: number, column: number, count: number): void {
    const columns = this.dirty.get(sheetId);
    if (!columns || columns.length <= column) return;
    if (count > 0) columns.splice(column, 0, ...Array.from({ length: count }, () => new Runs<true>()));
    else columns.splice(column, -count);
  }

  get dirtyCells(): number {
    let total = 0;
    for (const columns of this.dirty.values()) {
      for (const column of columns) total += column?.count(true, Number.MAX_SAFE_INTEGER) ?? 0;
    }
    return total;
  }

  /** Lets the spreadsheet have the changes. Throws when one of them no longer fits what others did meanwhile. */
  commit(): void {
    if (this.base.version === this.baseVersion) this.base.adopt(this.fork);
    else this.replay(this.changes);
  }

  /** What becomes of the changes when the execution is ended: of several, `half` applies the first half. */
  abandon(killedWrites: KilledWrites): void {
    if (killedWrites === 'applied') this.commit();
    if (killedWrites === 'half') this.replay(this.changes.slice(0, Math.floor(this.changes.length / 2)));
  }

  private replay(changes: readonly Change[]): void {
    for (const change of changes) change(this.base);
  }
}
