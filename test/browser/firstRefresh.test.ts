import { describeInBrowser, Visit } from './browser';

describeInBrowser('the first refresh', () => {
  let visit: Visit;

  beforeAll(async () => {
    visit = await Visit.begin();
  });

  afterAll(async () => {
    await visit.end();
    expect(visit.complaints).toEqual([]);
  });

  test('goes from nothing to a complete table in four screens', async () => {
    await visit.connect('demo');
    await visit.accounts('Lumen & Loom');
    await visit.button(/^Time entries/).click();
    await visit.heading('Check and get data');
    await visit.text(/Today that means/);
    await visit.button('Get data').click();
    await visit.text(/rows, complete/);
    const tab = visit.open.book.platform.spreadsheet.tabs().find(({ name }) => name === 'Time entries');
    const rows = await visit.sidebar.locator('.result-title', { hasText: 'complete' }).innerText();
    expect(rows).toBe(`${((tab?.lastRow ?? 0) - 1).toLocaleString('en-US')} rows, complete`);
  });

  test('the table is shown by itself, and again when asked to', async () => {
    await visit.page.getByRole('tab', { name: 'Time entries', selected: true }).waitFor();
    await visit.page.getByRole('tab', { name: 'Sheet1' }).click();
    await visit.button('Go to table').click();
    await visit.page.getByRole('tab', { name: 'Time entries', selected: true }).waitFor();
    await visit.picture('first-refresh');
  });
});
