import type { FormulaPlace } from '../gas/cells';
import type { Computed } from './protocol';

/**
 * What formulas show, as a page's engine worked it out: the store computes none. Without a page that has the tab open a
 * formula shows `#NAME?`, as in the workbench without a screen.
 */
export class Formulas {
  private readonly tabs = new Map<number, Map<string, Computed>>();

  /** Takes over what a page worked out on one tab. */
  learn(tab: number, computed: readonly Computed[]): void {
    let cells = this.tabs.get(tab);
    if (!cells) {
      cells = new Map();
      this.tabs.set(tab, cells);
    }
    for (const each of computed) cells.set(`${each.row}:${each.column}`, each);
  }

  evaluate = (formula: string, { sheet, row, column }: FormulaPlace): number | string | boolean => {
    const known = this.tabs.get(sheet.id)?.get(`${row}:${column}`);
    return known?.formula === formula ? known.value : '#NAME?';
  };
}
