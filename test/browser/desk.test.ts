import { source as axe } from 'axe-core';
import { keys } from '../../workbench/clockify/keys';
import { launchChromium } from '../../workbench/page/chromium';
import { openPage } from '../../workbench/page/open';
import { describeInBrowser, Visit } from './browser';
import { settled } from './grid';

describeInBrowser('what stands around the grid', () => {
  let visit: Visit;

  beforeAll(async () => {
    visit = await Visit.begin();
    await visit.page
      .context()
      .grantPermissions(['clipboard-read', 'clipboard-write'], { origin: visit.open.url });
  });

  afterAll(async () => {
    await visit.end();
    expect(visit.complaints).toEqual([]);
  });

  const button = (name: string) => visit.page.getByRole('button', { name, exact: true });
  const drawer = (name: string) => visit.page.getByRole('region', { name });
  const clipboard = () => visit.page.evaluate('navigator.clipboard.readText()');

  /** What axe-core finds in the page, its grid and its frame aside: the one is a canvas, the other has tests of its own. */
  async function findings(): Promise<string[]> {
    await visit.page.evaluate(axe);
    const { violations } = (await visit.page.evaluate(
      "axe.run({ exclude: [['.grid'], ['iframe'], ['body > :not(#page)']] })",
    )) as { violations: { id: string; nodes: { html: string }[] }[] };
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }

  /** The part of the page that has the focus. */
  const region = () =>
    visit.page.evaluate(`{
      const element = document.activeElement;
      element?.matches('.sidebar iframe') ? 'sidebar'
        : element?.closest('.drawer') ? 'drawer'
        : element?.closest('.grid-place') ? 'grid' : 'elsewhere';
    }`);

  /** Whether what has the focus can be seen, and where it is. */
  const stop = (): Promise<string> =>
    visit.page.evaluate(`{
      const element = document.activeElement;
      const { width, height, x, y } = element.getBoundingClientRect();
      const seen = width > 4 && height > 4 && x >= 0 && y >= 0 && element.checkVisibility();
      (element.closest('.grid-place') ? 'grid ' : 'page ') + (seen ? 'seen' : 'unseen');
    }`);

  const key = (name: string) => visit.page.keyboard.press(name);

  test('F6 leads from the grid to the sidebar and back, Shift+F6 the other way', async () => {
    await button('Break it').focus();
    for (const [pressed, place] of [
      ['F6', 'grid'],
      ['F6', 'sidebar'],
      ['F6', 'grid'],
      ['Shift+F6', 'sidebar'],
      ['Shift+F6', 'grid'],
    ]) {
      await key(pressed);
      await settled(async () => expect(await region()).toBe(place));
    }
  });

  test('F6 comes back to where the sidebar was left', async () => {
    await visit.button('Where is my key?').focus();
    await key('F6');
    await settled(async () => expect(await region()).toBe('grid'));
    await key('F6');
    await settled(async () => expect(await region()).toBe('sidebar'));
    expect(await visit.sidebar.locator(':focus').innerText()).toMatch(/Where is my key/);
  });

  test('what is typed after F6 is in the grid', async () => {
    await button('Break it').focus();
    await key('F6');
    await visit.page.keyboard.type('here');
    await key('Enter');
    await settled(async () =>
      expect(visit.open.book.platform.spreadsheet.displayed('Sheet1', 'A1')).toEqual([['here']]),
    );
  });

  test('Tab stops at nothing that is not seen', async () => {
    await visit.page.getByRole('textbox', { name: 'Name of the spreadsheet' }).focus();
    const stops: string[] = [];
    // In the grid Tab goes from cell to cell.
    for (let at = await stop(); !at.startsWith('grid'); at = await stop()) {
      stops.push(at);
      expect(stops.length).toBeLessThan(60);
      await key('Tab');
    }
    expect(new Set(stops)).toEqual(new Set(['page seen']));
    await button('Add sheet').focus();
    for (let count = 0; count < 8; count++) {
      expect(await stop()).toBe('page seen');
      await key('Tab');
    }
  });

  test('shows all groups of Break it at once, with what should happen', async () => {
    await button('Break it').click();
    const groups = drawer('Break it').getByRole('heading', { level: 3 });
    expect(await groups.allInnerTexts()).toEqual([
      "Clockify's answers",
      'Network',
      'Google',
      'Data in Clockify',
      'Schedules',
      'Clock',
    ]);
    const foot = await visit.page.locator('.drawer-foot').boundingBox();
    const last = await visit.page.locator('[data-break="clock-168"]').boundingBox();
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(foot?.y ?? 0);
    await button('Empty answers').hover();
    await visit.page.getByText('Status 200 with an empty body.').waitFor();
    expect(await findings()).toEqual([]);
  });

  test('F6 goes through the drawer, and Escape closes it', async () => {
    await button('Break it').focus();
    await key('F6');
    await key('F6');
    await settled(async () => expect(await region()).toBe('drawer'));
    await key('Escape');
    await drawer('Break it').waitFor({ state: 'detached' });
    expect(await visit.page.locator(':focus').innerText()).toMatch(/Break it/);
  });

  test('all that is broken is repaired at once', async () => {
    await button('Break it').click();
    await button('Empty answers').click();
    await button('Quota used up').click();
    await button('Repair all').click();
    await button('Repair all').waitFor({ state: 'detached' });
    expect((await visit.open.book.breaks?.views())?.filter(({ on }) => on)).toEqual([]);
    await button('Break it').click();
  });

  test('lists the demo people with their keys and what each shows', async () => {
    await button('Demo people').click();
    const people = drawer('Demo people').getByRole('listitem');
    expect(await people.count()).toBe(Object.keys(keys).length);
    expect(await people.first().innerText()).toMatch(
      new RegExp(`^Mara Lindholt[\\s\\S]*Accounts: Lumen & Loom, Harbour Works, Quirks[\\s\\S]*${keys.demo}`),
    );
    expect(await findings()).toEqual([]);
    await button('Use key of Jonas Ekwall').click();
    await settled(async () =>
      expect(await visit.sidebar.getByLabel('API key').inputValue()).toBe(keys.member),
    );
    await button('Demo people').click();
  });

  test('Use demo key fills the field that asks for a key', async () => {
    await button('Use demo key').click();
    await settled(async () => expect(await visit.sidebar.getByLabel('API key').inputValue()).toBe(keys.demo));
    expect(await clipboard()).toBe(keys.demo);
    await visit.page.keyboard.press('Enter');
    await visit.heading('What do you want in your sheet?');
  });

  test('Use demo key copies it where the sidebar asks for none, and says so', async () => {
    await visit.page.evaluate("navigator.clipboard.writeText('')");
    await button('Use demo key').click();
    await visit.page.getByText('Copied: paste it where').waitFor();
    expect(await clipboard()).toBe(keys.demo);
  });
});

describeInBrowser('a German file', () => {
  test('says that its formulas take English names', async () => {
    const visit = await Visit.begin({ locale: 'de_DE' });
    await visit.page.getByText('formulas take English names and commas').waitFor();
    await visit.end();
    expect(visit.complaints).toEqual([]);
  });
});

describeInBrowser('a page of an earlier start', () => {
  test('loads itself again from the next one at its address', async () => {
    const options = { clockify: 'demo', workbook: undefined, locale: 'en_US' } as const;
    const browser = await launchChromium();
    const first = await openPage({ ...options, port: 0 });
    const page = await browser.newPage();
    await page.goto(first.url);
    await page.getByRole('tab', { name: 'Sheet1' }).waitFor();
    await first.close();
    await page.getByText('The workbench has stopped').waitFor();
    const second = await openPage({ ...options, port: Number(new URL(first.url).port) });
    second.book.rename('Again');
    await settled(async () =>
      expect(await page.getByRole('textbox', { name: 'Name of the spreadsheet' }).inputValue()).toBe('Again'),
    );
    await browser.close();
    await second.close();
  });
});
