/** What tells a row from others: its key, and failing that what it shows. */
export interface RowIdentity {
  /** Empty for a row of totals; null where nobody knows it any more. */
  key: string | null;
  /** A digest of all its cells. */
  print: string;
  /** A digest of its texts. */
  label: string;
}

/**
 * For each row of the old table its place in the new one, from 0; -1 for a row that is gone. No two have the same place. A key
 * decides; rows of totals have none and are known by their texts. Of a row whose key nobody knows, all that it shows has to be
 * the same.
 */
export function successors(old: RowIdentity[], next: RowIdentity[]): number[] {
  const places = new Array<number>(old.length).fill(-1);
  const free = new Set(next.keys());
  const match = (nameOf: (row: RowIdentity, side: 'old' | 'next') => string | null) => {
    const left = new Map<string, number[]>();
    for (const place of free) {
      const name = nameOf(next[place], 'next');
      if (name === null) continue;
      const known = left.get(name);
      if (known) known.push(place);
      else left.set(name, [place]);
    }
    for (const list of left.values()) list.reverse();
    old.forEach((row, index) => {
      const name = places[index] < 0 ? nameOf(row, 'old') : null;
      const place = name === null ? undefined : left.get(name)?.pop();
      if (place === undefined) return;
      places[index] = place;
      free.delete(place);
    });
  };
  match(({ key }) => key || null);
  match(({ key, print }) => (key === '' ? print : null));
  match(({ key, label }) => (key === '' && label !== '' ? label : null));
  match(({ key, print }, side) => (side === 'next' || key === null ? print : null));
  return places;
}

/** Whether every row is where it was: rows may only have been added below. */
export function nothingMoved(places: number[]): boolean {
  return places.every((place, row) => place === row);
}
