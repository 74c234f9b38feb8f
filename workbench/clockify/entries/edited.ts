import type { Entry, EntrySource, Sequence } from '../model';

/** Another source's entries with some added, changed or taken away; what was added is there whatever the clock says. */
export class EditedEntries implements EntrySource {
  readonly mayRun = true;
  private readonly written = new Map<string, Entry>();
  private readonly gone = new Set<string>();

  constructor(private readonly base: EntrySource) {}

  get clocked(): boolean {
    return this.base.clocked;
  }

  get first(): number {
    return Math.min(this.base.first, ...[...this.written.values()].map((entry) => entry.start));
  }

  get last(): number {
    return Math.max(this.base.last, ...[...this.written.values()].map((entry) => entry.start));
  }

  /** Puts an entry in, in place of the one with the same id if there is one. */
  write(entry: Entry): void {
    this.gone.add(entry.id);
    this.written.set(entry.id, entry);
  }

  remove(id: string): void {
    this.gone.add(id);
    this.written.delete(id);
  }

  /** The entry as it is now. The first eight digits of an id are the second at which it first started. */
  find(id: string): Entry | undefined {
    if (this.gone.has(id)) return this.written.get(id);
    const second = Number.parseInt(id.slice(0, 8), 16) * 1000;
    return list(this.base.between(second, second + 999, Number.POSITIVE_INFINITY)).find(
      (each) => each.id === id,
    );
  }

  between(from: number, to: number, now: number): Sequence<Entry> {
    const kept = list(this.base.between(from, to, now)).filter(({ id }) => !this.gone.has(id));
    const added = [...this.written.values()].filter(({ start }) => start >= from && start <= to);
    return [...kept, ...added].sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
  }
}

function list(entries: Sequence<Entry>): Entry[] {
  return Array.from({ length: entries.length }, (_, index) => entries.at(index)!);
}
