import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../workbench/page/chromium';
import { describeInBrowser, Visit } from './browser';
import { settled } from './grid';

const folder = join(__dirname, '../../docs/pictures/listing');
/** As the Marketplace asks for them. */
const screenshot = { width: 1280, height: 800 };

describeInBrowser('the drawings of the listing', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchChromium();
  });

  afterAll(() => browser.close());

  /** A drawing at a size, with what it leaves free transparent. */
  async function rendered(drawing: string, width: number, height: number): Promise<Buffer> {
    const page = await browser.newPage({ viewport: { width, height } });
    const source = `data:image/svg+xml;base64,${readFileSync(join(folder, drawing)).toString('base64')}`;
    await page.setContent(
      `<style>body { margin: 0 } img { display: block }</style><img src="${source}" width="${width}" height="${height}">`,
    );
    await page.waitForFunction('document.images[0].complete');
    const picture = await page.screenshot({ omitBackground: true });
    await page.close();
    return picture;
  }

  /** How far two pictures of one size are apart: 0 for the same, 255 for black and white. */
  async function difference(one: Buffer, other: Buffer): Promise<number> {
    const page = await browser.newPage();
    const sources = [one, other].map((picture) => `data:image/png;base64,${picture.toString('base64')}`);
    const apart = await page.evaluate(`(async () => {
      const [one, other] = await Promise.all(${JSON.stringify(sources)}.map(async (source) => {
        const image = new Image();
        image.src = source;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext('2d');
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, image.width, image.height).data;
      }));
      if (one.length !== other.length) return 255;
      return one.reduce((sum, value, at) => sum + Math.abs(value - other[at]), 0) / one.length;
    })()`);
    await page.close();
    return Number(apart);
  }

  test.each([
    ['icon-32.png', 'icon.svg', 32, 32],
    ['icon-128.png', 'icon.svg', 128, 128],
    ['banner-220x140.png', 'banner.svg', 220, 140],
  ])('%s is %s at its size', async (name, drawing, width, height) => {
    const picture = await rendered(drawing, width, height);
    if (process.env.PICTURES) writeFileSync(join(folder, name), picture);
    expect(await difference(picture, readFileSync(join(folder, name)))).toBeLessThan(2);
  });
});

describeInBrowser('the screenshots of the listing', () => {
  let visit: Visit;

  beforeAll(async () => {
    visit = await Visit.begin();
    await visit.page.setViewportSize(screenshot);
    // What belongs to the workbench and not to the add-on isn't shown to those who look for an add-on.
    await visit.page.addStyleTag({ content: '#page > header, .foot { display: none }' });
  });

  afterAll(async () => {
    await visit.end();
    expect(visit.complaints).toEqual([]);
  });

  /** Takes a picture when pictures are asked for, and holds in any case that nothing is cut off at this size. */
  async function take(name: string): Promise<void> {
    await visit.page.mouse.move(0, 0);
    const cut = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect(await visit.page.evaluate(cut)).toBe(0);
    expect(await visit.frame().evaluate(cut)).toBe(0);
    await visit.picture(`listing/${name}`);
  }

  test('a first table and what it says of itself', async () => {
    await visit.connect('demo');
    await visit.fill('Time entries', 'Lumen & Loom');
    await visit.page.getByRole('tab', { name: 'Time entries', selected: true }).waitFor();
    await take('screenshot-1-table');
  });

  test('a query that groups and splits beside its table', async () => {
    await visit.button('Back').click();
    await visit.heading('Queries');
    await visit.button('New').click();
    await visit.button(/^Build my own/).click();
    await visit.heading('New query');
    await visit.sidebar.getByLabel('Name').fill('Hours by project');
    await visit.sidebar.getByRole('radio', { name: 'Grouped' }).check();
    await visit.button('Leave out Description').click();
    await visit.button(/^Rows/).click();
    for (const title of ['Date', 'User', 'Task']) await visit.button(`Remove ${title}`).click();
    await visit.button(/^Period/).click();
    await visit.sidebar.getByRole('combobox', { name: 'Period' }).fill('Last quarter');
    await visit.page.keyboard.press('Enter');
    await visit.button(/^Columns/).click();
    await visit.sidebar.getByRole('combobox', { name: 'Split into columns by' }).fill('Month');
    await visit.page.keyboard.press('Enter');
    await visit.sidebar.getByLabel('A row with the totals').check();
    await visit.button(/^Columns/).click();
    await visit.button('Save & refresh').click();
    await visit.text(/^23 rows, complete/);
    await visit.page.getByRole('tab', { name: 'Hours by project' }).click();
    await visit.button('Edit').click();
    await visit.sidebar.getByLabel('Name').waitFor();
    await take('screenshot-2-builder');
  }, 120_000);

  test('the list of queries, with what is to be mended first', async () => {
    await visit.button('Back').click();
    await visit.button('Go to table').waitFor();
    await visit.button('Back').click();
    await visit.heading('Queries');
    await visit.button('New').click();
    await visit.fill('Users', 'Harbour Works');
    await visit.button('Back').click();
    await visit.open.demo?.control.addFault({
      path: '/users',
      times: -1,
      fault: { kind: 'status', status: 429, headers: { 'Retry-After': '3600' } },
    });
    await visit.button('Refresh Users').click();
    await visit.button('Problems 1').waitFor();
    await visit.page.getByRole('tab', { name: 'Hours by project' }).click();
    await visit.sidebar.getByRole('heading', { name: 'Queries' }).click();
    await take('screenshot-3-list');
  }, 120_000);

  test('logins: whose they are, what they see, who may use them', async () => {
    await visit.button('Logins').click();
    await visit.heading('Logins');
    await visit.button('Share').click();
    const dialog = visit.sidebar.getByRole('dialog');
    await dialog.getByLabel('Your name, as the others see it').fill('Mara');
    await dialog.getByRole('button', { name: 'Share' }).click();
    await visit.text(/Shared here since/);
    await visit.button('3 accounts').click();
    await take('screenshot-4-logins');
  });
});

describeInBrowser('the steps for a reviewer', () => {
  let visit: Visit;

  beforeAll(async () => {
    visit = await Visit.begin();
  });

  afterAll(async () => {
    await visit.end();
    expect(visit.complaints).toEqual([]);
  });

  const section = readFileSync(join(__dirname, '../../docs/listing.md'), 'utf8').split(
    '## For a reviewer',
  )[1];
  const pressed = [...section.split('The real thing')[0].matchAll(/_(.+?)_/g)].map(([, label]) => label);
  const spreadsheet = () => visit.open.book.platform.spreadsheet;
  const ofPage = (label: string) => visit.page.getByRole('button', { name: label });

  test('name these buttons, in this order', () => {
    expect(pressed).toEqual([
      ...['Use demo key', 'Connect', 'Time entries', 'Get data'],
      ...['Refresh', 'Open as second user', 'Break it', 'Empty answers', 'Refresh'],
    ]);
  });

  test('lead to a table that is complete', async () => {
    await ofPage('Use demo key').click();
    await visit.button('Connect').click();
    await visit.heading('What do you want in your sheet?');
    await visit.button(/^Time entries/).click();
    await visit.button('Get data').click();
    await visit.text(/^1,\d\d\d rows, complete/);
  });

  test('leave what stands beside it', async () => {
    spreadsheet().type('Time entries', 'J3', 'mine');
    await visit.button('Refresh').click();
    const refreshed = () =>
      visit.open.book.platform
        .properties('document')
        .keys()
        .filter((name) => name.startsWith('run.'));
    await settled(async () => expect(refreshed()).toHaveLength(2));
    await visit.text(/^1,\d\d\d rows, complete/);
    expect(spreadsheet().displayed('Time entries', 'J3')).toEqual([['mine']]);
  });

  test('show what a colleague has of it', async () => {
    const [page] = await Promise.all([
      visit.page.context().waitForEvent('page'),
      ofPage('Open as second user').click(),
    ]);
    const sidebar = page.frameLocator('iframe[src*="/sidebar/"]');
    await sidebar.getByText('Time entries').first().waitFor();
    await sidebar
      .getByText(/login that you don’t have here/)
      .first()
      .waitFor();
    await page.close();
  });

  test('break an answer, and the table stays', async () => {
    const before = spreadsheet().displayed('Time entries');
    await ofPage('Break it').click();
    await ofPage('Empty answers').click();
    await visit.button('Refresh').last().click();
    await visit.text(/could not be read: an empty answer/);
    expect(spreadsheet().displayed('Time entries')).toEqual(before);
  });
});
