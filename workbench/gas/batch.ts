import type { Rect } from './a1';
import { Runs } from './runs';

import type { Workbook } from './workbook';

/** Does something to a workbook. It may be done a second time, to one that somebody else changed meanwhile. */
export type Apply = (workbook: Workbook) => void;

/** One buffered change, in as many steps as it can be interrupted between: the rows of a block, else one. */
export interface Change {
  readonly steps: number;
  /** The change up to a step; all of them are the whole change. */
  readonly first: (steps: number) => Apply;
}

/** A change that happens as a whole or not at all. */
export function undivided(apply: Apply): Change {
  return { steps: 1, first: (steps) => (steps === 1 ? apply : () => undefined) };
}

/** The part of a change, from its first step on, that a share from 0 to 1 of it is. */
export function shareOf({ steps, first }: Change, share: number): Apply {
  return first(Math.floor(steps * share));
}

/**
 * What becomes of writes that are buffered when their execution is ended: they are lost, they land, the first half of
 * them lands, or they land `later`, when the test says so ({@link Platform.landLateWrites}).
 */
export type KilledWrites = 'lost' | 'applied' | 'half' | 'later';

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
    shareOf(change, 1)(this.fork);
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

  /**
   * Lets the spreadsheet have the changes, or a share (from 0 to 1) of them: the first ones as a whole, and of the one
   * that the share ends in the first rows. Throws when one of them no longer fits what others did meanwhile.
   */
  commit(share = 1): void {
    if (share === 1 && this.base.version === this.baseVersion) {
      this.base.adopt(this.fork);
      return;
    }
    const reach = this.changes.length * share;
    for (const [index, change] of this.changes.entries()) {
      if (index >= reach) return;
      shareOf(change, Math.min(1, reach - index))(this.base);
    }
  }
}
