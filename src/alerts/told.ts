import * as v from 'valibot';
import type { Store } from '../store/store';

const schema = v.object({ version: v.literal(1), days: v.record(v.string(), v.string()) });

/** How many causes are remembered; each is one short line of a property that holds 9 KB. */
const MOST = 100;

/** What was told when: each cause once a day, whoever tells it. Called under the lock of the store. */
export class Told {
  constructor(
    private readonly store: Store,
    private readonly name: string,
  ) {}

  /** Whether a cause is still to be told on a day (`yyyy-mm-dd`): then it counts as told from now on. Raises `store-full`. */
  take(cause: string, day: string): boolean {
    const days = this.days();
    if (days[cause] === day) return false;
    // The newest come last: those that were told longest ago go first.
    delete days[cause];
    this.write({ ...days, [cause]: day });
    return true;
  }

  /** Takes it back: it could not be told. */
  giveBack(cause: string): void {
    const { [cause]: _, ...days } = this.days();
    this.write(days);
  }

  private write(days: Record<string, string>): void {
    const kept = Object.fromEntries(Object.entries(days).slice(-MOST));
    this.store.set(this.name, JSON.stringify({ version: 1, days: kept }));
  }

  private days(): Record<string, string> {
    try {
      return v.parse(schema, JSON.parse(this.store.get(this.name) ?? '')).days;
    } catch {
      return {};
    }
  }
}
