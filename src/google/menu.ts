import { type Outcome, refreshMany } from '../actions/refresh/refreshMany';
import { services } from './services';

/** Builds the add-on's menu under Extensions. May run without any permission. */
export function addMenu(): void {
  SpreadsheetApp.getUi()
    .createAddonMenu()
    .addItem('Open', 'openSidebar')
    .addSeparator()
    .addItem('Refresh this tab', 'refreshThisTab')
    .addItem('Refresh all', 'refreshAll')
    .addToUi();
}

/** Opens the sidebar. */
export function showSidebar(): void {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('Sidebar').setTitle('Clocktable'));
}

/** Refreshes all queries, or those whose table is on the active tab, and says at the corner of the window how it went. */
export function refreshFromMenu(which: 'all' | 'this tab'): void {
  const { effects } = services();
  const active = SpreadsheetApp.getActiveSpreadsheet().getActiveSheet().getSheetId();
  const ids = effects.queries
    .all()
    .filter(({ query }) => which === 'all' || isOn(active, query?.target))
    .map(({ id }) => id);
  SpreadsheetApp.getActiveSpreadsheet().toast(sentence(refreshMany(effects, ids), which), 'Clocktable');
}

function isOn(sheet: number, target: { kind: string; range?: string } | undefined): boolean {
  if (target?.kind !== 'placed' || !target.range) return false;
  const range = SpreadsheetApp.getActiveSpreadsheet().getRangeByName(target.range);
  return range?.getSheet().getSheetId() === sheet;
}

function sentence({ complete, failed, waiting }: Outcome, which: string): string {
  const all = complete + failed.length + waiting.length;
  if (all === 0) return `There is no query on ${which === 'all' ? 'this spreadsheet' : which}.`;
  const said = [`${complete} of ${all} refreshed.`];
  if (waiting.length > 0) {
    const changed = waiting.length === 1 ? 'changed it' : 'changed them';
    said.push(
      `Waiting for your agreement, since somebody else ${changed}: ${waiting.join(', ')}. Open the sidebar to look at ${waiting.length === 1 ? 'it' : 'them'}.`,
    );
  }
  if (failed.length > 0) said.push(`Not refreshed: ${failed.join(', ')}. Their old data stands.`);
  return said.join(' ');
}
