import { ownLines, withOwnLines } from './note';
import { fingerprint, OWN_NAME } from './placed';
import { refusedAsAWhole } from './refused';
import type { World } from './world';

/** What is said in the note of a query's table: the line, or that there is none (any more), and what such lines begin with. */
export interface Saying {
  beginning: string;
  line(query: string): string | null;
}

/**
 * Says something in the notes of the first cells of queries' tables, among the add-on's own lines, for as long as `goesOn`.
 * Only where the note is known to be the table's; its next refresh replaces the line. Cells that are protected against whoever
 * runs the script keep their notes.
 */
export function sayInNotes(world: NoteWorld, queries: string[], saying: Saying, goesOn: () => boolean): void {
  const { grid } = world;
  try {
    for (const query of queries) if (goesOn()) sayInNote(world, query, saying);
    grid.flush();
  } catch (error) {
    if (!refusedAsAWhole(error)) throw error;
    // One that is protected keeps none of the others from being said.
    for (const query of queries) if (goesOn()) sayAlone(world, query, saying);
  }
}

function sayAlone(world: NoteWorld, query: string, saying: Saying): void {
  try {
    sayInNote(world, query, saying);
    world.grid.flush();
  } catch (error) {
    if (!refusedAsAWhole(error)) throw error;
  }
}

type NoteWorld = Pick<World, 'grid' | 'tables'>;

function sayInNote({ grid, tables }: NoteWorld, query: string, { beginning, line }: Saying): void {
  const placed = tables.get(query);
  const named = placed?.range.startsWith(OWN_NAME) ? grid.named(placed.range) : null;
  if (placed === null || named === null || named.sheet !== placed.sheet) return;
  const note = grid.note(named);
  const lines = ownLines(note);
  if (!lines.some((own) => placed.note.includes(fingerprint(own)))) return;
  const others = lines.filter((own) => !own.startsWith(beginning));
  const own = line(query);
  const said = withOwnLines(note, own === null ? others : [...others, own]);
  if (said !== note) grid.setNote(named, said);
}
