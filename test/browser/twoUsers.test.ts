import { describeInBrowser, Visit } from './browser';

describeInBrowser('two people in one spreadsheet', () => {
  let visit: Visit;

  beforeAll(async () => {
    visit = await Visit.begin();
    await visit.connect('demo');
    await visit.fill('Time entries', 'Lumen & Loom');
  });

  afterAll(async () => {
    await visit.end();
    expect(visit.complaints).toEqual([]);
  });

  test('the second sees the queries, and needs a login of their own', async () => {
    const second = await visit.as('2');
    await second.heading('Connect to Clockify');
    const stores = visit.open.book.platform;
    expect(
      Object.keys(stores.properties('user user-1').all()).some((name) => name.startsWith('login.')),
    ).toBe(true);
    expect(
      Object.keys(stores.properties('user user-2').all()).some((name) => name.startsWith('login.')),
    ).toBe(false);
    await second.sidebar.getByLabel('API key').fill('DEMOdemoDEMOdemoNotARealKeySeesASingleWorkspace0');
    await second.button('Connect').click();
    await second.text('Time entries');
    await second.text(/login that isn’t yours|Needs a login of yours/);
    await second.page.close();
  });
});
