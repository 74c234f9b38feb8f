import { describeInBrowser, Visit } from './browser';

describeInBrowser('what is broken on purpose', () => {
  let visit: Visit;
  let before: string;

  const table = () => JSON.stringify(visit.open.book.platform.spreadsheet.displayed('Time entries'));

  beforeAll(async () => {
    visit = await Visit.begin();
    await visit.connect('demo');
    await visit.fill('Time entries', 'Lumen & Loom');
    before = table();
    await visit.page.getByRole('button', { name: 'Break it' }).click();
  });

  afterAll(async () => {
    await visit.end();
    expect(visit.complaints).toEqual([]);
  });

  /** Presses a button of the panel and waits until the page has said what it did. */
  async function press(id: string): Promise<void> {
    const button = visit.page.locator(`[data-break="${id}"]`);
    await button.click();
    await button.and(visit.page.locator(':enabled')).waitFor();
  }

  async function refresh(): Promise<void> {
    await visit.button('Refresh').last().click();
  }

  /** Mends it and sees the table complete again. */
  async function mend(id: string): Promise<void> {
    await press(id);
    await refresh();
    await visit.text(/rows, complete/);
  }

  /** A key that was refused isn't asked with again before somebody checks it. */
  async function checkKey(): Promise<void> {
    await visit.button('Back').click();
    await visit.heading('Queries');
    await visit.sidebar.getByRole('button', { name: 'Logins', exact: true }).click();
    await visit.button(/^More for /).click();
    await visit.sidebar.getByRole('menuitem', { name: 'Check the key again' }).click();
    await visit.text(/works: it sees/);
    await visit.button('Back').click();
    await visit.sidebar.locator('.row-main').click();
  }

  afterEach(async () => {
    // A test that failed leaves nothing broken to the next.
    for (const { id, on } of (await visit.open.book.breaks?.views()) ?? []) if (on) await press(id);
  });

  test.each([
    ['empty', /could not be read: an empty answer/],
    ['html', /could not be read: a web page instead of data/],
    ['limit-hour', /Clockify accepts no more requests/],
    ['totals', /doesn't agree with what Clockify states/],
    ['network', /Clockify could not be reached/],
    ['permissions', /lacks the permission “Connect to an external service”/],
    ['quota', /used up/],
    ['accounts', /several Google accounts are signed in/],
    ['revoke', /Clockify no longer accepts the key of/],
  ])(
    '%s: the sidebar says what happened, and the old table stands',
    async (id, message) => {
      await press(id);
      await refresh();
      await visit.text(message);
      expect(table()).toBe(before);
      await press(id);
      if (id === 'revoke') await checkKey();
    },
    120_000,
  );

  test('when all of it is mended, the table is complete again', async () => {
    await refresh();
    await visit.text(/rows, complete/);
    expect(table()).toBe(before);
  });

  test('offline is noticed, and gone on with by itself', async () => {
    await press('offline');
    await refresh();
    await visit.text('You are offline');
    expect(table()).toBe(before);
    await press('offline');
    await visit.sidebar.getByText('You are offline').waitFor({ state: 'detached' });
    await visit.text(/rows, complete/);
  }, 60_000);

  test('a limit that was hit once is waited for', async () => {
    await press('limit-once');
    await refresh();
    await visit.text(/rows, complete/);
  });

  test('slow answers can be stopped, and the old table stands', async () => {
    await press('slow');
    await refresh();
    await visit.button('Stop').click();
    await visit.heading(/Time entries/);
    await visit.text('Nothing was written. The table stays as it was.');
    expect(table()).toBe(before);
    await mend('slow');
  }, 90_000);

  test('an execution that is ended begins again by itself and completes', async () => {
    await press('end');
    await refresh();
    await visit.text(/rows, complete/);
    expect(table()).toBe(before);
  });

  test('nobody may write: the refresh says so', async () => {
    await press('read-only');
    await refresh();
    await visit.text(/protected against you|view this spreadsheet/);
    expect(table()).toBe(before);
    await mend('read-only');
  });

  test('an entry that is added, and one that is deleted, come and go with the next refresh', async () => {
    const rows = () =>
      visit.open.book.platform.spreadsheet.tabs().find(({ name }) => name === 'Time entries')?.lastRow;
    const had = rows() ?? 0;
    await press('add-entry');
    await refresh();
    await visit.text(new RegExp(`${had.toLocaleString('en-US')} rows, complete`));
    expect(rows()).toBe(had + 1);
    await press('delete-entry');
    await refresh();
    await visit.text(new RegExp(`${(had - 1).toLocaleString('en-US')} rows, complete`));
    expect(rows()).toBe(had);
  });

  test('an account that is gone is named', async () => {
    await press('remove-workspace');
    await refresh();
    await visit.text(/Account Lumen & Loom can't be found/);
  });
});
