/**
 * The workbench's time in epoch milliseconds. Pinned, it moves only by what service calls cost (and by the bundle's
 * CPU where that is priced); unpinned, it never falls behind the machine's clock.
 */
export class Clock {
  private virtual: number;
  private readonly pinned: boolean;

  constructor(start: number | undefined) {
    this.pinned = start !== undefined;
    this.virtual = start ?? Date.now();
  }

  now(): number {
    if (!this.pinned) this.virtual = Math.max(this.virtual, Date.now());
    return this.virtual;
  }

  /** Lets time pass outside of executions. */
  advance(ms: number): void {
    this.virtual = this.now() + ms;
  }

  /** Moves on to a moment that an execution has reached; never back. */
  reach(moment: number): void {
    this.virtual = Math.max(this.virtual, moment);
  }
}
