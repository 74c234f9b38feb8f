import type { Area, Grid } from './grid';
import { columnOf } from './looks';
import { slug } from './slug';
import type { Column } from './table';
import type { Write } from './write';

/** Named ranges for the columns of a table, by field, and what has to be written so that they are where they should be. */
export interface ColumnNames {
  names: Record<string, string>;
  writes: Write[];
}

/**
 * A named range for the data of every column, such as `Clockify_Hours_Duration`, so that a formula goes on adding up all of a
 * table that grows. A field keeps the name it has; names of fields that are gone, and all where they are not wanted, are
 * removed. `had` are those that this add-on gave: no other is touched.
 */
export function columnNames(
  grid: Grid,
  table: { range: string; area: Area; columns: Column[] },
  had: Record<string, string>,
  wanted: boolean,
): ColumnNames {
  const names = wanted ? namesFor(grid, table, had) : {};
  const kept = new Set(Object.values(names));
  const gone = Object.values(had).filter((name) => !kept.has(name));
  const set = table.columns.flatMap(({ field }, place): Write[] => {
    const area = dataOf(columnOf(table.area, place));
    const name = names[fieldId(field)];
    if (name === undefined || covers(grid.named(name), area)) return [];
    return [{ do: 'name', name, area }];
  });
  return { names, writes: [...gone.map((name): Write => ({ do: 'unname', name })), ...set] };
}

function namesFor(
  grid: Grid,
  { range, columns }: { range: string; columns: Column[] },
  had: Record<string, string>,
): Record<string, string> {
  const taken = new Set([...grid.rangeNames(), range]);
  const names: Record<string, string> = {};
  for (const { field, title } of columns) {
    const id = fieldId(field);
    if (names[id] !== undefined) continue;
    names[id] = had[id] ?? free(`${range}_${slug(title)}`, taken);
    taken.add(names[id]);
  }
  return names;
}

function free(name: string, taken: Set<string>): string {
  let candidate = name;
  for (let number = 2; taken.has(candidate); number++) candidate = `${name}_${number}`;
  return candidate;
}

/** The rows below the title; of a table without rows the title itself, which counts for nothing in a sum. */
function dataOf(column: Area): Area {
  return column.rows === 1 ? column : { ...column, row: column.row + 1, rows: column.rows - 1 };
}

function fieldId(field: string): string {
  return field.slice(0, field.lastIndexOf(':'));
}

function covers(now: Area | null, area: Area): boolean {
  return (
    now !== null &&
    now.sheet === area.sheet &&
    now.row === area.row &&
    now.column === area.column &&
    now.rows === area.rows &&
    now.columns === area.columns
  );
}
