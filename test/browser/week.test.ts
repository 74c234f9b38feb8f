import { describeInBrowser, Visit } from './browser';

describeInBrowser('time that passes', () => {
  let visit: Visit;

  beforeAll(async () => {
    visit = await Visit.begin();
    await visit.connect('demo');
    await visit.page.getByRole('button', { name: 'Break it' }).click();
  });

  afterAll(async () => {
    await visit.end();
    expect(visit.complaints).toEqual([]);
  });

  const button = (id: string) => visit.page.locator(`[data-break="${id}"]`);

  /** Presses a button of the panel and gives what was said when it was done. */
  async function press(id: string, said: RegExp): Promise<string> {
    await button(id).click();
    const text = visit.page.locator('.said').getByText(said);
    await text.waitFor();
    return text.innerText();
  }

  test('a day of schedules goes by, hour by hour, and what ran is said', async () => {
    await press('fairness', /Three queries are scheduled/);
    await visit.heading('Queries');
    await button('clock-24').click();
    await visit.page
      .locator('.chip')
      .getByText(/^1 day: \d+ of 24 h/)
      .waitFor();
    const said = visit.page.locator('.said').getByText(/passed/);
    await said.waitFor({ timeout: 120_000 });
    expect(await said.innerText()).toMatch(
      /^1 day passed\. The hourly trigger of user 1 ran 24 times, with \d+ requests\.$/,
    );
    const tabs = visit.open.book.platform.spreadsheet.tabs().map(({ name }) => name);
    expect(tabs).toContain('Years of a Free account');
  });
});
