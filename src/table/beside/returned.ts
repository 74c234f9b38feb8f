import type { Arrangement } from './arrangement';
import type { ColumnKind } from './columnKind';
import type { KeptLine } from './kept';
import { sameContent } from './sideCell';
import type { RowIdentity } from './successors';

/** Columns beside a table. */
interface Columns {
  titles: string[];
  kinds: ColumnKind[];
}

/**
 * Puts what was kept of rows that are back into an arrangement, beside them and under its title, where nothing else is. Gives
 * what is beside its row now. Only rows at `places` of the new table are looked at.
 */
export function bringBack(
  { columns }: Arrangement,
  lines: KeptLine[],
  next: RowIdentity[],
  places: number[],
  { titles, kinds }: Columns,
): KeptLine[] {
  const placeOf = new Map(places.flatMap((place) => (next[place].key ? [[next[place].key, place]] : [])));
  return lines.filter(({ key, title, cell }) => {
    const place = placeOf.get(key);
    const column = titles.indexOf(title);
    if (place === undefined || column < 0 || kinds[column] === 'spilled') return false;
    const there = columns[column].get(place);
    if (there) return sameContent(there.cell, cell);
    columns[column].set(place, { row: -1, column, cell });
    return true;
  });
}
