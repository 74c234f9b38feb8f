import type { Grid } from './grid';

/** The hidden sheet in which the queries live. */
export const QUERY_TAB = 'Clocktable (queries)';

/** The hidden tab in which it is kept what was written last. */
export const LINES_TAB = 'Clocktable (rows)';

/** The hidden tab on which a table is built that is too large for one call. */
export const BUILD_TAB = 'Clocktable (building)';

/** A name for a tab of a query's own that no tab has, and that this add-on doesn't keep for itself. */
export function freeTabName(grid: Grid, query: string): string {
  const title = query
    .replace(/[[\]:*?/\\]/g, ' ')
    .slice(0, 90)
    .trim();
  return freeName(grid, title || 'Clockify', [QUERY_TAB, LINES_TAB, BUILD_TAB]);
}

/** A name for the tab on which a table is built. */
export function freeBuildName(grid: Grid): string {
  return freeName(grid, BUILD_TAB, []);
}

/** `name`, or with the first number from 2 on that no tab has. Sheets takes names that differ in case only for one. */
function freeName(grid: Grid, name: string, reserved: string[]): string {
  const taken = new Set([...grid.tabNames(), ...reserved].map((other) => other.toLowerCase()));
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${name} ${number}`;
  return free;
}
