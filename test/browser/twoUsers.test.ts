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
    await second.text(/reads with a login that you don’t have here/);
    const loginsOf = (user: string) =>
      visit.open.book.platform
        .properties(`user ${user}`)
        .keys()
        .filter((name) => name.startsWith('login.'));
    expect([loginsOf('user-1').length, loginsOf('user-2').length]).toEqual([1, 0]);
    await second.page.close();
  });

  test('a refresh of the first is seen in the window of the second', async () => {
    const second = await visit.as('2');
    await second.text('Time entries');
    await visit.button('Refresh').last().click();
    await visit.text(/rows, complete/);
    await second.page.getByRole('tab', { name: 'Time entries' }).waitFor();
    await second.page.close();
  });

  test('what somebody wrote into the hidden sheet is agreed to before the first reads it', async () => {
    const { spreadsheet } = visit.open.book.platform;
    const hidden = spreadsheet.tabs().find((tab) => tab.hidden)?.name ?? '';
    const stored = JSON.parse(String(spreadsheet.values(hidden, 'C2')[0][0]));
    const columns = [...stored.columns, { field: 'cost-rate' }];
    spreadsheet.type(hidden, 'C2', JSON.stringify({ ...stored, columns }));
    await visit.page.reload();
    await visit.text('Changed by somebody else');
    await visit.button('Refresh all').click();
    await visit.text('Agree to this change?');
    await visit.text(/was added/);
    await visit.button('Not now').click();
    expect(spreadsheet.displayed('Time entries', 'H1')[0][0]).toBe('');
    await visit.button('Refresh Time entries').click();
    await visit.button('Agree and refresh').click();
    await visit.sidebar.getByRole('dialog').getByRole('button', { name: 'Get data' }).click();
    await visit.text(/rows · today/);
    expect(spreadsheet.displayed('Time entries', 'H1')[0][0]).not.toBe('');
  });
});
