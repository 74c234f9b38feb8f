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
    await visit.account('Lumen & Loom');
    await visit.button(/^Time entries/).click();
    await visit.heading('Check and get data');
    await visit.text(/Today that means/);
    await visit.button('Get data').click();
    await visit.text(/rows, complete/);
    const tab = visit.open.book.platform.spreadsheet.tabs().find(({ name }) => name === 'Time entries');
    const rows = await visit.sidebar
      .getByText(/rows, complete/)
      .first()
      .innerText();
    expect(rows).toBe(`${((tab?.lastRow ?? 0) - 1).toLocaleString('en-US')} rows, complete`);
  });
});
