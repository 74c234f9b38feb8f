import { parseA1 } from '../../gas/a1';
import type { WorkbenchHooks } from '../hooks';
import type { Page } from './page';

/** Puts the hooks where a test finds them: `window.workbench`. */
export function addHooks(page: Page): void {
  const tabOf = (name: string) => {
    const tab = page.grid.order.find(({ sheet }) => sheet.name === name);
    if (!tab) throw new Error(`The grid has no tab ${name}`);
    return tab;
  };
  const hooks: WorkbenchHooks = {
    shown: (name, a1) => {
      const tab = tabOf(name);
      const { row, column } = parseA1(a1, tab.sheet.maxRows, tab.sheet.maxColumns);
      return page.grid.shown(tab.id, row, column);
    },
    select: (a1) => {
      const { maxRows, maxColumns } = page.activeTab!.sheet;
      page.grid.select(parseA1(a1, maxRows, maxColumns), true);
    },
    tabs: () =>
      page.grid.order.map(({ sheet }) => ({
        name: sheet.name,
        rows: sheet.columns.lastRow,
        columns: sheet.columns.lastColumn,
      })),
    drawn: () => page.lastDrawn,
    focus: () => page.grid.focus(),
  };
  Object.assign(window, { workbench: hooks });
}
