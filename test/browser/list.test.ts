import { describeInBrowser, Visit } from './browser';

describeInBrowser('the list of queries', () => {
  let visit: Visit;

  beforeAll(async () => {
    visit = await Visit.begin();
    await visit.connect('demo');
  });

  afterAll(async () => {
    await visit.end();
    expect(visit.complaints).toEqual([]);
  });

  /** Makes a query of a card under a name and waits for its table. */
  async function make(report: string, name: string, accounts: string[], period?: string): Promise<void> {
    await visit.accounts(...accounts);
    await visit.button(new RegExp(`^${report}`)).click();
    await visit.heading('Check and get data');
    await visit.sidebar.getByLabel('Name').fill(name);
    if (period) {
      await visit.sidebar.getByRole('combobox', { name: 'Period' }).fill(period);
      await visit.page.keyboard.press('Enter');
    }
    await visit.button('Get data').click();
    await visit.text(/rows, complete/, 60_000);
    await visit.button('Back').click();
    await visit.heading('Queries');
  }

  /** From the list to the screen on which a new query begins. */
  async function another(): Promise<void> {
    await visit.button('New').click();
    await visit.heading('What do you want in your sheet?');
  }

  test('has a table of two accounts and more than five thousand rows', async () => {
    await make('Time entries', 'Hours by account', ['Lumen & Loom', 'Harbour Works'], 'Last quarter');
    const { spreadsheet } = visit.open.book.platform;
    const tab = spreadsheet.tabs().find(({ name }) => name === 'Hours by account');
    expect(tab?.lastRow).toBeGreaterThan(5000);
    expect(spreadsheet.displayed('Hours by account', 'A1:B1')[0]).toEqual(['Account', 'Date']);
  }, 120_000);

  test('groups its queries by tab, those with problems first', async () => {
    await another();
    await make('Projects', 'Project progress', ['Lumen & Loom']);
    await another();
    await make('Users', 'Team', ['Harbour Works']);
    await visit.open.demo?.control.addFault({
      path: '/users',
      times: -1,
      fault: { kind: 'status', status: 429, headers: { 'Retry-After': '3600' } },
    });
    await visit.button('Refresh Team').click();
    await visit.text(/Showing data from/);
    await visit.button('Problems 1').waitFor();
    const names = await visit.sidebar.locator('[data-query] .row-name').allInnerTexts();
    expect(names).toEqual(['Team', 'Hours by account', 'Project progress']);
    await visit.page.getByRole('tab', { name: 'Hours by account' }).click();
    // The sidebar learns of the tab in front when it gets the focus.
    await visit.sidebar.getByRole('heading', { name: 'Queries' }).click();
    await visit.picture('list');
  }, 120_000);

  test('is searched while one types', async () => {
    await visit.sidebar.getByLabel('Search queries').fill('progress');
    await visit.text('1 query shown');
    await visit.sidebar.getByLabel('Search queries').fill('');
  });

  test('shows only what has to be mended when asked to', async () => {
    await visit.button('Problems 1').click();
    expect(await visit.sidebar.locator('[data-query]').count()).toBe(1);
    await visit.button('All 3').click();
  });

  test('renames, duplicates and deletes; a deleted table stays as plain cells', async () => {
    await visit.button('More for Team').click();
    await visit.sidebar.getByRole('menuitem', { name: 'Duplicate' }).click();
    await visit.text('Team (copy)');
    await visit.button('More for Team (copy)').click();
    await visit.sidebar.getByRole('menuitem', { name: 'Delete' }).click();
    await visit.sidebar.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await visit.sidebar.locator('[data-query]').nth(3).waitFor({ state: 'detached' });
    await visit.button('More for Team').click();
    await visit.sidebar.getByRole('menuitem', { name: 'Delete' }).click();
    await visit.sidebar.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await visit.sidebar.locator('[data-query]').nth(2).waitFor({ state: 'detached' });
    expect(visit.open.book.platform.spreadsheet.displayed('Team', 'A1')[0][0]).toBe('User');
  }, 60_000);
});
