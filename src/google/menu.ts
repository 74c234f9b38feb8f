import type { Places } from '../actions/places';
import { refreshMany, type Tally } from '../actions/refresh/refreshMany';
import { showEntries } from '../actions/showEntries';
import { showTable } from '../actions/showTable';
import { problemOf } from '../problems/problem';
import type { QueryTarget } from '../query/query';
import { refusable } from './refusal';
import { services } from './services';

/** Builds the add-on's menu under Extensions. May run without any permission. */
export function addMenu(): void {
  SpreadsheetApp.getUi()
    .createAddonMenu()
    .addItem('Open', 'openSidebar')
    .addSeparator()
    .addItem('Refresh this tab', 'refreshThisTab')
    .addItem('Refresh all', 'refreshAll')
    .addSeparator()
    .addItem('Show entries behind this', 'openEntries')
    .addToUi();
}

/** Opens the sidebar. */
export function showSidebar(): void {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('Sidebar').setTitle('Clocktable'));
}

/** Refreshes all queries, or those whose table is on the active tab, and says at the corner of the window how it went. */
export function refreshFromMenu(which: 'all' | 'this tab'): void {
  saying(() => sentence(refreshMany(services().effects, idsOf(which)), which));
}

/** Gives the records behind what is selected a tab of their own and shows it. */
export function entriesFromMenu(): void {
  saying(() => {
    const { effects } = services();
    const query = showEntries(effects);
    const { complete } = refreshMany(effects, [query.id]);
    if (complete === 0) return `${query.name} could not be filled. Open the sidebar to see why.`;
    showTable(effects, query.id);
    return `${query.name}.`;
  });
}

/** Does what a menu item stands for, and says at the corner of the window how it went. */
function saying(work: () => string): void {
  let said: string;
  try {
    said = refusable(work);
  } catch (error) {
    const { title, remedy, cause } = problemOf(error);
    if (cause) console.error(cause);
    said = `${title} ${remedy}`;
  }
  SpreadsheetApp.getActiveSpreadsheet().toast(said, 'Clocktable');
}

function idsOf(which: 'all' | 'this tab'): string[] {
  const { queries, places } = services().effects;
  const active = SpreadsheetApp.getActiveSpreadsheet().getActiveSheet().getSheetId();
  const known = places();
  return queries
    .all()
    .filter(({ query }) => which === 'all' || (query !== null && isOn(active, known, query.target)))
    .map(({ id }) => id);
}

/** Whether a table is on a tab. One of another kind, such as a chart's, has none. */
function isOn(sheet: number, places: Places, target: QueryTarget): boolean {
  return target.kind === 'placed' && places.range(target.range)?.sheet === sheet;
}

function sentence({ complete, failed, waiting }: Tally, which: string): string {
  const all = complete + failed.length + waiting.length;
  if (all === 0)
    return which === 'all' ? 'There is no query in this spreadsheet.' : 'There is no query on this tab.';
  const said = [`${complete} of ${all} refreshed.`];
  if (waiting.length > 0) {
    const [changed, them] = waiting.length === 1 ? ['changed it', 'it'] : ['changed them', 'them'];
    said.push(
      `Waiting for your agreement, since somebody else ${changed}: ${listed(waiting)}. Open the sidebar to look at ${them}.`,
    );
  }
  if (failed.length > 0) said.push(`Not refreshed: ${listed(failed)}. Their old data stands.`);
  return said.join(' ');
}

/** How many names a message at the corner of the window has room for. */
const MOST_NAMED = 5;

function listed(names: string[]): string {
  const more = names.length - MOST_NAMED;
  return names.slice(0, MOST_NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
