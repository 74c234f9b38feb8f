import type { Rect } from './a1';
import { Batch, type Change, type KilledWrites } from './batch';
import { newLedger } from './ledger';
import type { Platform } from './platform';
import type { Workbook } from './workbook';

/** How much an execution may do, as Google says it. */
export type AuthMode = 'NONE' | 'LIMITED' | 'FULL';

/** One run of one function, as the platform's side keeps it: its time, its buffered writes, its ledger. */
export class Execution {
  readonly ledger = newLedger();
  readonly logs: string[] = [];
  /** Virtual epoch milliseconds that this execution has reached. */
  time: number;
  readonly started: number;
  /** Whether a hook holds it at a call; its time stands still then. */
  paused = false;
  private batch: Batch | undefined;
  private pending: unknown;

  constructor(
    readonly platform: Platform,
    readonly user: string,
    readonly authMode: AuthMode,
    readonly limitMs: number,
  ) {
    this.started = platform.clock.now();
    this.time = this.started;
  }

  /** Lets virtual time pass for this execution. */
  spend(ms: number): void {
    this.time += ms;
    this.platform.clock.reach(this.time);
    this.platform.locks.stir();
  }

  get overdue(): boolean {
    return this.time - this.started > this.limitMs;
  }

  /** The spreadsheet as this execution sees it, with what it has buffered. */
  workbook(): Workbook {
    return this.batch?.fork ?? this.platform.workbook;
  }

  /** The spreadsheet for a read of so many cells: what is buffered is flushed first. */
  read(cells: number): Workbook {
    this.flushDirty();
    const { readCell } = this.platform.prices;
    this.spend(readCell * cells);
    return this.platform.workbook;
  }

  /** Buffers a change. What is wrong with it shows at the next call. The cells given become dirty. */
  write(change: Change, sheetId?: number, dirty?: Rect): void {
    try {
      this.writeNow(change);
      if (sheetId !== undefined && dirty) this.batch?.touch(sheetId, dirty);
    } catch (error) {
      this.pending = error;
    }
  }

  /** Buffers a change of the structure. What is wrong with it shows at once. */
  writeNow(change: Change): void {
    this.batch ??= new Batch(this.platform.workbook);
    this.batch.add(change);
  }

  /** Buffers a change of the grid: lines opened before a line, or deleted from it on (a negative count). */
  reshape(change: Change, sheetId: number, axis: 'Rows' | 'Columns', line: number, count: number): void {
    this.writeNow(change);
    this.batch?.[`shift${axis}`](sheetId, line, count);
  }

  /** Throws what went wrong with an earlier write. */
  raisePending(): void {
    const error = this.pending;
    this.pending = undefined;
    if (error) throw error;
  }

  /** Flushes and pays for it. */
  flush(): void {
    const { flush, flushCell } = this.platform.prices;
    const batch = this.batch;
    this.batch = undefined;
    this.spend(flush + flushCell * (batch?.dirtyCells ?? 0));
    batch?.commit();
    this.raisePending();
  }

  /** Flushes if there is anything to flush. */
  flushDirty(): void {
    if (this.batch || this.pending) this.flush();
  }

  /** The execution was ended from outside. */
  abandon(killedWrites: KilledWrites): void {
    this.batch?.abandon(killedWrites);
    this.batch = undefined;
  }
}
