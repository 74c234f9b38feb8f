/**
 * The workbench's time in epoch milliseconds. Pinned, it moves only by what service calls cost (and by the bundle's
 * CPU where that is priced); unpinned, it goes with the machine's clock, and never falls behind it.
 */
export class Clock {
  private virtual: number;
  private readonly pinned: boolean;
  /** Milliseconds that were let pass beside the machine's clock. */
  private lead = 0;

  constructor(start: number | undefined) {
    this.pinned = start !== undefined;
    this.virtual = start ?? Date.now();
  }

  now(): number {
    if (!this.pinned) this.virtual = Math.max(this.virtual, Date.now() + this.lead);
    return this.virtual;
  }

  /** Lets time pass outside of executions. */
  advance(ms: number): void {
    const now = this.now();
    this.lead += ms;
    this.virtual = now + ms;
  }

  /** Moves on to a moment that an execution has reached; never back. */
  reach(moment: number): void {
    this.virtual = Math.max(this.virtual, moment);
  }
}
