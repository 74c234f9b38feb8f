import { parseA1 } from '../../gas/a1';
import type { Page } from './page';

/** What tests and the bench ask the page for, since a grid is a picture. */
export interface WorkbenchHooks {
  /** A cell of a tab as it is drawn. */
  shown(tab: string, a1: string): string;
  /** Selects a block of the tab in front. */
  select(a1: string): void;
  /** Tabs in the grid with their rows, in order. */
  tabs(): { name: string; rows: number; columns: number }[];
}

declare global {
  interface Window {
    workbench: WorkbenchHooks;
  }
}

export function addHooks(page: Page): void {
  const tabOf = (name: string) => {
    const tab = page.grid.order.find(({ sheet }) => sheet.name === name);
    if (!tab) throw new Error(`The grid has no tab ${name}`);
    return tab;
  };
  window.workbench = {
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
  };
}
