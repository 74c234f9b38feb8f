import { raise } from '../../problems/problem';
import type { Query } from '../../query/query';
import type { CompleteTable } from '../../query/state';
import type { Area } from '../../table/grid';
import { isOurs } from '../../table/identity';
import { standingOf } from '../../table/standing';
import type { Effects } from '../effects';
import type { Held } from './held';
import { outside } from './refusals';

/** A row of a table that is selected in the grid. */
export interface SelectedRow {
  query: Query;
  /** The table as it was written last. */
  complete: CompleteTable;
  /** What each column is, as its field says, without its type; empty where that isn't known. */
  faces: string[];
  /** What each column was when the table was written. */
  written: string[];
  /** The titles as the header shows them. */
  titles: string[];
  /** What the row holds, and what it shows, by column. */
  held: Held[];
  shown: string[];
  /** Its place below the header, from 0. */
  index: number;
  /** What the cells of a column above it hold, from the first row on. */
  above(column: number): Held[];
  /** The column that is selected; null where it is more than one. */
  column: number | null;
}

/** The row of a table at which the selection begins. Raises `selection-outside`. */
export function selectedRow(effects: Effects): SelectedRow {
  const { grid, queries, tables, journal } = effects;
  const { area } = grid.selection();
  for (const { query, state } of queries.all()) {
    if (query?.target.kind !== 'placed' || query.target.sheet !== area.sheet) continue;
    const placed = tables.get(query.id);
    const named = grid.named(placed?.range ?? query.target.range);
    if (named === null || !holds(named, area)) continue;
    const { complete } = state;
    const unfinished = journal.unfinished(query.id);
    const known = placed?.fields ?? complete?.fields ?? [];
    const knowledge = { query, placed, unfinished, columns: known.length };
    if (!isOurs(grid, named, grid.note(named), knowledge)) continue;
    const standing = standingOf(grid, named, knowledge, complete?.fields ?? []);
    if (complete === null || standing === null)
      return raise(
        outside(
          `What the rows of ${query.name} are is not known: it was not refreshed to the end.`,
          'Refresh it, then select the row again.',
          query,
        ),
      );
    const index = area.row - named.row - 1;
    if (index < 0)
      return raise(
        outside(`The header of ${query.name} is selected.`, 'Select a row below it, then try again.', query),
      );
    if (area.rows > 1) {
      return raise(
        outside(
          `Several rows of ${query.name} are selected.`,
          'Select one row, or one number, then try again.',
          query,
        ),
      );
    }
    const row: Area = { ...named, row: area.row, rows: 1 };
    return {
      query,
      complete,
      faces: standing.fields.map(withoutType),
      written: known.map(withoutType),
      titles: grid.texts({ ...named, rows: 1 })[0],
      held: heldIn(effects, row)[0] ?? [],
      above: (column) =>
        index === 0
          ? []
          : heldIn(effects, {
              ...named,
              row: named.row + 1,
              column: named.column + column,
              rows: index,
              columns: 1,
            }).map(([cell]) => cell),
      shown: grid.texts(row)[0],
      index,
      column: area.columns === 1 ? area.column - named.column : null,
    };
  }
  return raise(
    outside('No row of a table is selected.', 'Select a cell in a row of a grouped table, then try again.'),
  );
}

/** What the cells of an area hold. */
function heldIn({ grid, parameters }: Effects, area: Area): Held[][] {
  const address = grid.address(area);
  const tab = (grid.tabName(area.sheet) ?? '').replace(/'/g, "''");
  const reference = `='${tab}'!${address.slice(address.lastIndexOf('!') + 1)}`;
  const answer = parameters.read([reference])(reference);
  return answer.kind === 'values' ? answer.values : [];
}

function holds(table: Area, { row, column }: Area): boolean {
  return (
    row >= table.row &&
    row < table.row + table.rows &&
    column >= table.column &&
    column < table.column + table.columns
  );
}

/** A column as it is known of a table, `field:type`, without the type. */
function withoutType(field: string): string {
  return field.slice(0, Math.max(0, field.lastIndexOf(':')));
}
