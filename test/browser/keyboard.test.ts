import { keys } from '../../workbench/clockify/keys';
import { describeInBrowser, Visit } from './browser';

describeInBrowser('by keyboard alone', () => {
  let visit: Visit;

  beforeAll(async () => {
    visit = await Visit.begin();
  });

  afterAll(async () => {
    await visit.end();
    expect(visit.complaints).toEqual([]);
  });

  /** Tabs on until what has the focus is called so. */
  async function tabTo(name: RegExp): Promise<void> {
    for (let times = 0; times < 40; times++) {
      if (name.test(await focused())) return;
      await visit.page.keyboard.press('Tab');
    }
    throw new Error(`the focus never comes to ${name}; it is on "${await focused()}"`);
  }

  /** The name of what has the focus in the sidebar, as far as its label and text say. */
  async function focused(): Promise<string> {
    const element = visit.sidebar.locator(':focus').first();
    if ((await element.count()) === 0) return '';
    const label = await element.getAttribute('aria-label');
    return label ?? ((await element.innerText()) || (await element.getAttribute('name')) || '');
  }

  test('a first table is made from nothing', async () => {
    await visit.sidebar.getByLabel('API key').focus();
    await visit.page.keyboard.type(keys.single);
    await visit.page.keyboard.press('Enter');
    await visit.heading('What do you want in your sheet?');
    await tabTo(/^Time entries/);
    await visit.page.keyboard.press('Enter');
    await visit.heading('Check and get data');
    await tabTo(/^Get data/);
    await visit.page.keyboard.press('Enter');
    await visit.text(/rows, complete/);
  }, 60_000);

  test('columns are put in another order', async () => {
    await tabTo(/^Edit/);
    await visit.page.keyboard.press('Enter');
    await tabTo(/^Columns/);
    await visit.page.keyboard.press('Enter');
    await tabTo(/^Move Date/);
    await visit.page.keyboard.press('ArrowDown');
    await visit.text('Date is now column 2 of 7.');
    expect(await focused()).toMatch(/^Move Date, position 2 of 7/);
  }, 60_000);

  test('leaving with changes asks, and Escape stays', async () => {
    await visit.sidebar.getByRole('button', { name: 'Back' }).focus();
    await visit.page.keyboard.press('Enter');
    await visit.text('Leave without saving?');
    await visit.page.keyboard.press('Escape');
    await visit.heading('Edit query');
  }, 60_000);
});
