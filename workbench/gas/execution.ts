import type { Rect } from './a1';
import { type Apply, Batch, type Change, type KilledWrites, shareOf, undivided } from './batch';
import { newLedger } from './ledger';
import type { Platform } from './platform';
import type { Sheet } from './sheet';
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
  /** How much of what a call does is done, from 0 to 1; less than 1 while the gate interrupts one in the middle. */
  share = 1;
  /** The tab in front for an execution before which nobody sits; what people have in front stays there. */
  private front: number | undefined;
  private batch: Batch | undefined;
  private pending: unknown;

  constructor(
    readonly platform: Platform,
    readonly user: string,
    readonly authMode: AuthMode,
    readonly limitMs: number,
    /** Whether a trigger began it, so that nobody sits before it. */
    readonly unattended = false,
    /** Virtual epoch milliseconds at which it begins; default: now. */
    startsAt?: number,
  ) {
    this.started = startsAt ?? platform.clock.now();
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

  /** Whether a spreadsheet is open in it, and so the stores and the lock of a document are there. */
  get hasSpreadsheet(): boolean {
    const { webApp, triggerOptions } = this.platform;
    return !webApp && (!this.unattended || triggerOptions.spreadsheetOpen);
  }

  /** The spreadsheet as this execution sees it, with what it has buffered. */
  workbook(): Workbook {
    return this.batch?.fork ?? this.platform.workbook;
  }

  /** The tab that is in front as this execution sees it: before nobody it is the first, until it brings another there. */
  activeSheet(): Sheet {
    const workbook = this.workbook();
    if (!this.unattended) return workbook.activeSheet;
    return (this.front === undefined ? undefined : workbook.find(this.front)) ?? workbook.sheets[0];
  }

  /** Brings a tab to the front of a workbook, where somebody sees it. */
  bringToFront(workbook: Workbook, sheetId: number): void {
    if (this.unattended) {
      this.front = sheetId;
      return;
    }
    workbook.activeSheetId = sheetId;
    workbook.version++;
  }

  /** The spreadsheet for a read of so many cells: what is buffered is flushed first. */
  read(cells: number): Workbook {
    this.flushDirty();
    const { readCell } = this.platform.prices;
    this.spend(readCell * cells);
    return this.platform.workbook;
  }

  /** Buffers a change. What is wrong with it shows at the next call. */
  write(apply: Apply): void {
    try {
      this.writeNow(apply);
    } catch (error) {
      this.pending = error;
    }
  }

  /** Buffers a change of cells, which become dirty; `first` does it to their first rows. */
  writeCells(sheetId: number, cells: Rect, first: (rows: number) => Apply): void {
    try {
      this.buffer({ steps: cells.rows, first });
      this.batch?.touch(sheetId, cells);
    } catch (error) {
      this.pending = error;
    }
  }

  /** Buffers a change of the structure. What is wrong with it shows at once. */
  writeNow(apply: Apply): void {
    this.buffer(undivided(apply));
  }

  private buffer(change: Change): void {
    this.batch ??= new Batch(this.platform.workbook);
    this.batch.add(this.share === 1 ? change : undivided(shareOf(change, this.share)));
  }

  /** The first of several things that a call does one after the other: all, unless it is interrupted in the middle. */
  some<T>(things: readonly T[]): readonly T[] {
    return things.slice(0, Math.floor(things.length * this.share));
  }

  /** Buffers a change of the grid: lines opened before a line, or deleted from it on (a negative count). */
  reshape(change: Apply, sheetId: number, axis: 'Rows' | 'Columns', line: number, count: number): void {
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
    batch?.commit(this.share);
    this.raisePending();
  }

  /** Flushes if there is anything to flush. */
  flushDirty(): void {
    if (this.batch || this.pending) this.flush();
  }

  /** The execution was ended from outside. */
  abandon(killedWrites: KilledWrites): void {
    const batch = this.batch;
    this.batch = undefined;
    if (!batch || killedWrites === 'lost') return;
    if (killedWrites === 'later') this.platform.lateWrites.push(batch);
    else batch.commit(killedWrites === 'half' ? 0.5 : 1);
  }
}
