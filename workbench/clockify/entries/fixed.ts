import type { Entry, EntrySource, Sequence } from '../model';

/** The first index whose entry starts at or after `moment`, in a list sorted by start. */
export function firstFrom(length: number, startOf: (index: number) => number, moment: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(middle) < moment) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Entries written down one by one, when somebody first looks; shown whatever the clock says. */
export class FixedEntries implements EntrySource {
  readonly clocked = false;
  readonly mayRun = true;
  private sorted: Entry[] | null = null;

  constructor(private readonly write: () => Entry[]) {}

  private get entries(): Entry[] {
    this.sorted ??= this.write().sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
    return this.sorted;
  }

  get first(): number {
    return this.entries[0]?.start ?? 0;
  }

  get last(): number {
    return this.entries[this.entries.length - 1]?.start ?? 0;
  }

  between(from: number, to: number): Sequence<Entry> {
    const startOf = (index: number) => this.entries[index]!.start;
    const low = firstFrom(this.entries.length, startOf, from);
    const high = firstFrom(this.entries.length, startOf, to + 1);
    return this.entries.slice(low, high);
  }
}
