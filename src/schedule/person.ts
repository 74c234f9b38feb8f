import type { Store } from '../store/store';

const PERSON = 'person';

/** The id of this person, null while they have none: random, made when they first carry a schedule. */
export function knownPerson(store: Store): string | null {
  return store.get(PERSON);
}

/** The id of this person, made now if they have none. Raises `store-full`. */
export function personOf(store: Store, newId: () => string): string {
  const known = store.get(PERSON);
  if (known !== null) return known;
  const made = newId();
  store.set(PERSON, made);
  return made;
}
