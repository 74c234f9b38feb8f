import { keys } from '../../workbench/clockify/keys';
import { describeInBrowser, Visit } from './browser';
import { Keys } from './keys';

describeInBrowser('by keyboard alone', () => {
  let visit: Visit;

  beforeAll(async () => {
    visit = await Visit.begin();
  });

  afterAll(async () => {
    await visit.end();
    expect(visit.complaints).toEqual([]);
  });

  const tabTo = (name: RegExp) => new Keys(visit).tabTo(name);
  const focused = () => new Keys(visit).focused();

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
