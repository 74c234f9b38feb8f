import type { Query } from '../query/query';
import { columnNames } from './columnNames';
import type { Standing } from './formats';
import type { Area, Grid } from './grid';
import { changedLooks, columnOf, firstLooks, type Look, widthOf } from './looks';
import { withOwnLines } from './note';
import type { Place } from './place';
import type { PlacedTable, PlacedTables } from './placed';
import type { Table } from './table';
import type { Write } from './write';

interface Finishing {
  query: Query;
  table: Table;
  place: Place;
  area: Area;
  standing: Standing | null;
  placed: PlacedTable | null;
}

/**
 * What is written once the values are: looks, names of columns, the note, and the state of the query. At a cell, where the
 * values may be refused, looks wait until they are not.
 */
export function finishing(
  grid: Grid,
  tables: PlacedTables,
  { query, table, place, area, standing, placed }: Finishing,
): { writes: Write[]; names: Record<string, string> } {
  const first = query.target.kind !== 'placed' || place.named === null;
  const looks = first
    ? firstLooks(area, table.columns, place.newTab !== null)
    : following(grid, table, area, standing, placed);
  const had = placed?.columnNames ? tables.columnNames(query.id) : {};
  const wanted = query.options.columnNames ?? false;
  const named = columnNames(grid, { range: place.range, area, columns: table.columns }, had, wanted);
  const note = { ...area, rows: 1, columns: 1 };
  const writes: Write[] = [
    ...(first && place.newTab === null ? [{ do: 'settle' as const }] : []),
    ...looks,
    ...named.writes,
    {
      do: 'note',
      area: note,
      note: withOwnLines(place.note, table.note),
      undo: [{ do: 'note', area: note, note: place.note }],
    },
    { do: 'lines', undo: [{ do: 'restore-lines' }] },
    { do: 'record', undo: [{ do: 'restore' }] },
    { do: 'settle' },
  ];
  return { writes, names: named.names };
}

/** Looks that follow their columns to other places; none where the columns are as they were. */
function following(
  grid: Grid,
  { columns }: Table,
  area: Area,
  standing: Standing | null,
  placed: PlacedTable | null,
): Look[] {
  // After a commit that was cut short it isn't known how far it came: looks are then changed once more.
  const before = standing?.fields ?? placed?.fields;
  if (!before || before.join() === columns.map(({ field }) => field).join()) return [];
  const looks = changedLooks(area, columns, before);
  if (!placed?.ownTab || standing === null) return looks;
  const widths = columns.flatMap((column, place) => {
    const from = before.indexOf(column.field);
    if (from === place) return [];
    const to = columnOf(area, place);
    if (from < 0) return [widthOf(to, column)];
    return [{ do: 'width' as const, area: to, pixels: grid.width(columnOf(area, from)) }];
  });
  return [...looks, ...widths];
}
