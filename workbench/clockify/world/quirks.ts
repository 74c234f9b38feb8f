import { FixedEntries } from '../entries/fixed';
import type { Person, Workspace } from '../model';
import { quirksEntries } from './quirks/entries';
import { quirksCast } from './quirks/people';

/** Quirks: every awkward case on a known day; the table is beside the entries. */
export function quirks(number: number, owner: Person): Workspace {
  const cast = quirksCast(number, owner);
  cast.workspace.entries = new FixedEntries(() => quirksEntries(cast));
  return cast.workspace;
}
