import { isAutomatic, type Standing } from './formats';
import type { Area, Grid } from './grid';
import type { Knowledge } from './knowledge';
import { fingerprint, type PlacedTable } from './placed';

/**
 * What the columns of a table hold now and how they are formatted; null when that can't be said. A person may have deleted or
 * moved a column: while the formats are those that were left there, or at least as many, each belongs to the field of its
 * place; else the header tells which field a column holds.
 */
export function standingOf(
  grid: Grid,
  named: Area,
  { placed, unfinished }: Knowledge,
  fields: string[],
): Standing | null {
  const known = placed?.fields ?? fields;
  // After a commit with other columns that may or may not have come through, nothing is known of them.
  if (unfinished !== null && unfinished.fields.join() !== known.join()) return null;
  if (known.length === 0 || named.row + 1 > grid.size(named.sheet).rows) return null;
  const [formats] = grid.numberFormats({ ...named, row: named.row + 1, rows: 1 });
  const asLeft = placed === null || named.rows === 1 || formatsPrint(formats) === placed.formats;
  if (named.columns === known.length && asLeft) return { fields: known, formats, rows: named.rows };
  if (placed === null) return null;
  const [shown] = grid.texts({ ...named, rows: 1 });
  return { fields: fieldsUnder(shown, placed), formats, rows: named.rows };
}

/** A fingerprint of the number formats of a table's columns. */
export function formatsPrint(formats: string[]): string {
  return fingerprint(formats.map((format) => (isAutomatic(format) ? 'General' : format)).join('\n'));
}

/**
 * The field under each title of a header; an empty text where the header doesn't tell. A title that somebody changed by hand
 * still stands for the field of its place, unless that is found elsewhere.
 */
export function fieldsUnder(
  shown: string[],
  { titles, fields }: Pick<PlacedTable, 'titles' | 'fields'>,
): string[] {
  const left = new Set(titles.keys());
  const found = shown.map((text, place) => {
    const print = fingerprint(text);
    const here = left.has(place) && titles[place] === print;
    const index = here ? place : [...left].find((candidate) => titles[candidate] === print);
    if (index !== undefined) left.delete(index);
    return index;
  });
  return found.map((index, place) => {
    if (index !== undefined) return fields[index];
    return shown.length === fields.length && left.has(place) ? fields[place] : '';
  });
}
