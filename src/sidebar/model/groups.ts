import type { QueryView } from '../../actions/listQueries';
import { words } from '../words';
import { matches, normalised } from './search';
import type { Status } from './status';

/** A query of the list, with how it stands. */
export interface Item {
  view: QueryView;
  status: Status;
  /** Whether somebody has to do something about it; stays while it is being refreshed, so that rows keep their places. */
  care: boolean;
}

export type Chip = 'problems' | 'tab' | 'all';

/** The queries whose table is on one tab, or that have none. */
export interface Group {
  /** The tab's id; null for queries without a table. */
  sheet: number | null;
  title: string;
  items: Item[];
}

/** How many queries each chip shows. */
export function countChips(items: Item[], sheet: number | null): Record<Chip, number> {
  return {
    problems: items.filter(({ care }) => care).length,
    tab: items.filter(({ view }) => isOn(view, sheet)).length,
    all: items.length,
  };
}

/** The queries that a chip and a text leave; `sheet` is the tab in front. */
export function filterItems(items: Item[], chip: Chip, text: string, sheet: number | null): Item[] {
  const sought = normalised(text);
  return items.filter(({ view, care }) => {
    if (chip === 'problems' && !care) return false;
    if (chip === 'tab' && !isOn(view, sheet)) return false;
    const accounts = view.query?.accounts.map(({ name }) => name) ?? [];
    return matches(normalised([view.name, view.place?.tab ?? '', ...accounts].join(' ')), sought);
  });
}

/**
 * Queries by tab: tabs with a problem first, then in the order in which they came; inside a tab problems first too. Those
 * without a table come last, unless they have a problem.
 */
export function groupItems(items: Item[]): Group[] {
  const groups: Group[] = [];
  for (const item of items) {
    const { place } = item.view;
    const sheet = place?.sheet ?? null;
    const known = groups.find((group) => group.sheet === sheet);
    if (known) known.items.push(item);
    else groups.push({ sheet, title: place?.tab ?? words.home.noTable, items: [item] });
  }
  for (const group of groups) group.items = careFirst(group.items);
  const weight = ({ sheet, items: [first] }: Group) => (first.care ? 0 : sheet === null ? 2 : 1);
  return groups.sort((a, b) => weight(a) - weight(b));
}

function careFirst(items: Item[]): Item[] {
  return [...items.filter(({ care }) => care), ...items.filter(({ care }) => !care)];
}

function isOn({ place }: QueryView, sheet: number | null): boolean {
  return place !== null && place.sheet === sheet;
}
