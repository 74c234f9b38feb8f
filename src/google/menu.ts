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

function sentence({ complete, failed }: Outcome, which: string): string {
  if (complete + failed.length === 0)
    return `There is no query on ${which === 'all' ? 'this spreadsheet' : which}.`;
  const done = `${complete} of ${complete + failed.length} refreshed.`;
  return failed.length === 0 ? done : `${done} Not refreshed: ${failed.join(', ')}. Their old data stands.`;
}
