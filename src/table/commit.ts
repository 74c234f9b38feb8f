import type { PlacedTarget, Query } from '../query/query';
import { Attempt } from './attempt';
import type { TableChanges } from './changes';
import { NO_LINES } from './lines';
import { Moved } from './moved';
import { linesOf } from './print';
import { halfWritten } from './refused';
import { Strays } from './settle';
import type { Table } from './table';
import type { Recording, World } from './world';

/** How often a table is written anew because somebody moved it meanwhile. */
const MOST_ATTEMPTS = 3;

/**
 * Replaces a query's table by a new one and gives the place it has now, and what changed, null where that can't be told. Rows
 * that stand as they will be are not written. Nothing but the table's own cells is touched, and
 * of those only values: formats, widths and styles stay. What refuses as a whole leaves everything as it was; after any
 * other error the journal says that the table has to be written again, and the next refresh does. Raises
 * `cells-in-the-way`, `columns-inside`, `tab-gone`, `target-protected`, `target-typed`, `cells-too-many`, and
 * `sheets-failing` for whatever else Sheets says.
 */
export function commitTable(
  world: World,
  query: Query,
  table: Table,
  recording: Recording,
  now: number,
): { target: PlacedTarget; changes: TableChanges | null } {
  const strays = new Strays(table);
  const lines = linesOf(table);
  let within = world;
  let changes: TableChanges | null = null;
  for (let attempt = 1; ; attempt++) {
    const tried = new Attempt(within, query, table, recording, now, strays, lines, attempt > 1);
    try {
      const target = tried.run();
      return { target, changes: changes ?? tried.changes };
    } catch (error) {
      changes ??= tried.changes;
      // What is kept of the rows is no reason to refuse the table: somebody may have protected those cells alone.
      if (tried.refused && within.lines !== NO_LINES) {
        within = { ...within, lines: NO_LINES };
        attempt -= 1;
        continue;
      }
      // What says that nothing was changed says so of this attempt only.
      if (!(error instanceof Moved)) throw attempt === 1 ? error : halfWritten(error, query.name);
      if (attempt === MOST_ATTEMPTS) throw halfWritten(error, query.name);
    }
  }
}
