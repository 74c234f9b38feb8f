import type { WorkbenchHooks } from '../../workbench/page/hooks';
import type { Visit } from './browser';

declare const window: { workbench: WorkbenchHooks };

/** The grid of a visit: what it shows, and what a person does there by keyboard. */
export class GridOf {
  constructor(private readonly visit: Visit) {}

  get store() {
    return this.visit.open.book.platform.spreadsheet;
  }

  /** Changes the store from outside, as no person and no script does, and lets the pages know. */
  change(make: (store: Visit['open']['book']['platform']['spreadsheet']) => void): void {
    make(this.store);
    this.visit.open.book.news.look();
  }

  shown(a1: string, tab = 'Sheet1'): Promise<string> {
    return this.visit.page.evaluate(([name, cell]) => window.workbench.shown(name, cell), [tab, a1] as const);
  }

  /** Waits until the grid shows these texts in these cells; fails with what it shows instead. */
  async shows(wanted: Record<string, string>, tab = 'Sheet1'): Promise<void> {
    await settled(async () => {
      const found: Record<string, string> = {};
      for (const a1 of Object.keys(wanted)) found[a1] = await this.shown(a1, tab).catch(() => '(no tab)');
      expect(found).toEqual(wanted);
    });
  }

  /** Waits until the store displays a text in a cell. */
  stores(a1: string, text: string, tab = 'Sheet1'): Promise<void> {
    return settled(async () => expect(this.store.displayed(tab, a1)[0][0]).toBe(text));
  }

  /** Waits until a tab is in front, with its rows. */
  front(tab: string): Promise<void> {
    return settled(async () => {
      const drawn = await this.visit.page.evaluate(() => window.workbench.drawn());
      expect(drawn).toMatchObject({ tab, rows: expect.any(Number) });
    });
  }

  async select(a1: string): Promise<void> {
    await this.visit.page.evaluate((cell) => {
      window.workbench.select(cell);
      window.workbench.focus();
    }, a1);
  }

  async type(a1: string, text: string): Promise<void> {
    await this.select(a1);
    await this.visit.page.keyboard.type(text);
    await this.visit.page.keyboard.press('Enter');
  }

  /** Chooses an item of a menu by the names on the way to it. */
  async choose(menu: string, ...items: string[]): Promise<void> {
    const { page } = this.visit;
    await page.getByRole('button', { name: menu, exact: true }).click();
    for (const [index, name] of items.entries()) {
      const item = page.getByRole('menuitem', { name });
      if (index < items.length - 1) await item.hover();
      else await item.click();
    }
  }
}

/** Tries until an expectation holds, for ten seconds. */
export async function settled(expectation: () => Promise<void>): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await expectation();
    } catch (error) {
      if (tries >= 100) throw error;
      await new Promise((next) => setTimeout(next, 100));
    }
  }
}
