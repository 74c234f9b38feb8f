import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { keys } from '../../workbench/clockify/keys';
import { chromiumPath, launchChromium } from '../../workbench/page/chromium';
import { type OpenPage, openPage } from '../../workbench/page/open';

/**
 * Describes what is seen in a real browser. Without one the tests are skipped, and that is said; where one is required
 * (`REQUIRE_BROWSER=1`) its absence is a failure.
 */
export function describeInBrowser(name: string, body: () => void): void {
  if (chromiumPath() !== null) describe(name, body);
  else if (process.env.REQUIRE_BROWSER) {
    test(`${name}: needs Chromium`, () => {
      throw new Error('no Chromium was found, and REQUIRE_BROWSER is set');
    });
  } else {
    process.stderr.write(`Skipped: "${name}" needs Chromium (on the PATH, or named by CHROMIUM_PATH).\n`);
    describe.skip(name, body);
  }
}

/** The workbench's page in a browser, with what a test does on it. */
export class Visit {
  /** What the browser complained of: a test that leaves any has failed. */
  readonly complaints: string[] = [];

  private constructor(
    readonly open: OpenPage,
    readonly browser: Browser,
    readonly page: Page,
  ) {
    page.setDefaultTimeout(30_000);
    // The grid is a large script, and several suites may start one at the same time.
    page.setDefaultNavigationTimeout(50_000);
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }

  /** A new spreadsheet with the sidebar open, and nobody logged in. */
  static async begin({ locale = 'en_US' }: { locale?: 'en_US' | 'de_DE' } = {}): Promise<Visit> {
    const [open, browser] = await Promise.all([
      openPage({ port: 0, clockify: 'demo', workbook: undefined, locale }),
      launchChromium(),
    ]);
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, deviceScaleFactor: 2 });
    return Visit.on(open, browser, page);
  }

  /** The same on a page that is there already. */
  static async on(open: OpenPage, browser: Browser, page: Page): Promise<Visit> {
    const visit = new Visit(open, browser, page);
    await page.goto(open.url);
    await visit.heading('Connect to Clockify');
    return visit;
  }

  /** The same spreadsheet in a window of another person. */
  async as(user: string): Promise<Visit> {
    const page = await this.browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${this.open.url}/?user=${user}`);
    return new Visit(this.open, this.browser, page);
  }

  async end(): Promise<void> {
    await this.browser.close();
    await this.open.close();
  }

  /** The sidebar's frame, once it is there. */
  get sidebar() {
    return this.page.frameLocator('iframe[src*="/sidebar/"]');
  }

  /** The frame itself, for what has to run inside. */
  frame(): Frame {
    const found = this.page.frames().find((frame) => frame.url().includes('/sidebar/'));
    if (!found) throw new Error('the sidebar is not open');
    return found;
  }

  button(name: string | RegExp) {
    return this.sidebar.getByRole('button', { name });
  }

  /** Waits until a screen with this heading is shown. */
  async heading(name: string | RegExp): Promise<void> {
    await this.sidebar.getByRole('heading', { name }).first().waitFor();
  }

  /** Waits until the sidebar shows a text. */
  async text(text: string | RegExp, timeout = 30_000): Promise<void> {
    try {
      await this.sidebar.getByText(text).first().waitFor({ timeout });
    } catch {
      const shown = await this.sidebar.locator('body').innerText();
      throw new Error(`The sidebar doesn't show ${text}. It shows:\n${shown}`);
    }
  }

  /** Connects with a key of the demo and waits for the next screen. */
  async connect(key: keyof typeof keys): Promise<void> {
    await this.sidebar.getByLabel('API key').fill(keys[key]);
    await this.button('Connect').click();
    await this.heading('What do you want in your sheet?');
  }

  /** Chooses accounts on the start screen, and no others. */
  async accounts(...names: string[]): Promise<void> {
    const tokens = this.sidebar.locator('.token-name');
    for (const name of await tokens.allInnerTexts())
      if (!names.includes(name)) await this.button(`Remove ${name}`).click();
    const chosen = await tokens.allInnerTexts();
    for (const name of names.filter((wanted) => !chosen.includes(wanted))) {
      await this.sidebar.getByRole('combobox', { name: 'Accounts' }).fill(name);
      await this.sidebar.getByRole('option', { name }).first().click();
    }
    await this.page.keyboard.press('Escape');
  }

  /** Makes a query of a card with its good defaults and waits until its table is there. */
  async fill(report: string, account?: string): Promise<void> {
    if (account) await this.accounts(account);
    await this.button(new RegExp(`^${report}`)).click();
    await this.heading('Check and get data');
    await this.button('Get data').click();
    await this.text(/rows, complete/);
  }

  /** A picture for the README, made only when pictures are asked for (`PICTURES=1`). The grid needs a moment to draw. */
  async picture(name: string): Promise<void> {
    if (!process.env.PICTURES) return;
    await this.page.waitForTimeout(1500);
    const path = join(__dirname, '../../docs/pictures', `${name}.png`);
    await this.page.screenshot({ path, scale: 'css' });
  }

  /** The same of the sidebar alone, as sharp as a screen of today shows it. */
  async pictureOfSidebar(name: string): Promise<void> {
    if (!process.env.PICTURES) return;
    await this.page.mouse.move(0, 0);
    await this.page.waitForTimeout(500);
    const path = join(__dirname, '../../docs/pictures', `${name}.png`);
    await this.page.locator('iframe[src*="/sidebar/"]').screenshot({ path });
  }
}
