import type { Area, Grid } from './grid';
import { ownLines, withOwnLines } from './note';
import { OWN_NAME } from './placed';
import { refusedAsAWhole } from './refused';
import type { World } from './world';

/**
 * Lets go of a query's table, which goes elsewhere or whose query is deleted: its cells stay as plain cells, and the note of
 * the first says that they are no longer refreshed. Names that this add-on gave are removed, no others: `believed` is what
 * the spreadsheet itself says of the table's name, and counts only where the first cell has a note of this add-on.
 */
export function releaseTable(
  { grid, journal, tables, lines }: World,
  query: string,
  believed: string | null,
): void {
  const placed = tables.get(query);
  const range = placed?.range ?? believed;
  const named = range?.startsWith(OWN_NAME) ? grid.named(range) : null;
  const note = named ? grid.note(named) : '';
  const ours = placed ? placed.sheet === named?.sheet : ownLines(note).length > 0;
  if (range && (named === null || ours) && (placed || named)) grid.unname(range);
  if (placed?.columnNames) for (const name of Object.values(tables.columnNames(query))) grid.unname(name);
  if (named && ours && ownLines(note).length > 0) sayReleased(grid, named, note);
  lines.forget(query);
  tables.delete(query);
  journal.end(query);
}

function sayReleased(grid: Grid, table: Area, note: string): void {
  const [first, ...others] = ownLines(note);
  const kept = others.filter((line) => line.startsWith('As of '));
  try {
    grid.setNote(table, withOwnLines(note, [first, 'No longer refreshed', ...kept]));
    grid.flush();
  } catch (error) {
    // Cells that are protected against whoever deletes the query keep their note.
    if (!refusedAsAWhole(error)) throw error;
  }
}
