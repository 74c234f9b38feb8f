import type { Grid } from './grid';

/** The hidden sheet in which the queries live. */
export const QUERY_TAB = 'Clocktable (queries)';

/** The hidden tab in which it is kept what was written last. */
export const LINES_TAB = 'Clocktable (rows)';

/** The hidden tab on which a table is built that is too large for one call. */
export const BUILD_TAB = 'Clocktable (building)';

/** The hidden tab on which cells beside a table are kept while they are moved. */
const STAGE_TAB = 'Clocktable (beside)';

/** A name for a tab of a query's own that no tab has, and that this add-on doesn't keep for itself. */
export function freeTabName(grid: Grid, query: string): string {
  return freeName(grid, titleOf(query), [QUERY_TAB, LINES_TAB, BUILD_TAB, STAGE_TAB]);
}

/** What a tab that is about a query is called. */
function titleOf(query: string): string {
  const title = query
    .replace(/[[\]:*?/\\]/g, ' ')
    .slice(0, 90)
    .trim();
  return title || 'Clockify';
}

/** The name of the tab on which is kept what was typed beside rows that are gone from a query's table. */
export function keptName(query: string): string {
  return `${titleOf(query)} (kept)`;
}

/** The same, or with a number where somebody has a tab of that name. */
export function freeKeptName(grid: Grid, query: string): string {
  return freeName(grid, keptName(query), []);
}

/** A name for the tab on which a table is built. */
export function freeBuildName(grid: Grid): string {
  return freeName(grid, BUILD_TAB, []);
}

/** A name for the tab on which cells are kept while they are moved. */
export function freeStageName(grid: Grid): string {
  return freeName(grid, STAGE_TAB, []);
}

/** `name`, or with the first number from 2 on that no tab has. Sheets takes names that differ in case only for one. */
function freeName(grid: Grid, name: string, reserved: string[]): string {
  const taken = new Set([...grid.tabNames(), ...reserved].map((other) => other.toLowerCase()));
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${name} ${number}`;
  return free;
}
