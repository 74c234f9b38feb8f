import { ownLines, withOwnLines } from './note';
import { fingerprint, OWN_NAME } from './placed';
import { refusedAsAWhole } from './refused';
import type { World } from './world';

/**
 * Says something in the note of a table's first cell, among the add-on's own lines, in the place of a line with the same
 * beginning; null takes that line away. Only where the note is known to be the table's; its next refresh replaces the line.
 */
export function sayInNote(
  { grid, tables }: Pick<World, 'grid' | 'tables'>,
  query: string,
  beginning: string,
  line: string | null,
): void {
  const placed = tables.get(query);
  const named = placed?.range.startsWith(OWN_NAME) ? grid.named(placed.range) : null;
  if (placed === null || named === null || named.sheet !== placed.sheet) return;
  const note = grid.note(named);
  const lines = ownLines(note);
  if (!lines.some((own) => placed.note.includes(fingerprint(own)))) return;
  const others = lines.filter((own) => !own.startsWith(beginning));
  const said = withOwnLines(note, line === null ? others : [...others, line]);
  if (said === note) return;
  try {
    grid.setNote(named, said);
    grid.flush();
  } catch (error) {
    // Cells that are protected against whoever refreshes keep their note.
    if (!refusedAsAWhole(error)) throw error;
  }
}
