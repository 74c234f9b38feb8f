import { createHash } from 'node:crypto';
import { Agreements } from '../../src/agreements/agreements';
import type { Store } from '../../src/store/store';

/** A store in memory. */
export function memoryStore(): Store {
  const values = new Map<string, string>();
  return {
    get: (name) => values.get(name) ?? null,
    set: (name, value) => void values.set(name, value),
    setAll(more) {
      for (const [name, value] of Object.entries(more)) values.set(name, value);
    },
    delete: (name) => void values.delete(name),
    all: () => Object.fromEntries(values),
  };
}

/** The agreements of somebody in a spreadsheet, at a moment. */
export function agreementsIn(store: Store, spreadsheet = 'sheet', now = 0): Agreements {
  const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32);
  const clock = { now: () => now, sleep: () => undefined };
  return new Agreements({ store, clock, spreadsheet: () => spreadsheet, digest });
}
