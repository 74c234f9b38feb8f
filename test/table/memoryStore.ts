import type { Store } from '../../src/store/store';

/** A store that is as empty as it is new. */
export function memoryStore(): Store {
  const values = new Map<string, string>();
  return {
    get: (name) => values.get(name) ?? null,
    set: (name, value) => void values.set(name, value),
    setAll: (all) => {
      for (const [name, value] of Object.entries(all)) values.set(name, value);
    },
    delete: (name) => void values.delete(name),
    all: () => Object.fromEntries(values),
  };
}
