import { findingsIn } from './alone';
import { describeInBrowser, Visit } from './browser';
import { GridOf, settled } from './grid';
import { Keys } from './keys';

/** What the table of a query in a tab shows, its empty cells too. */
function tableIn(visit: Visit, tab: string): string[][] {
  const { spreadsheet } = visit.open.book.platform;
  const { lastRow = 1, lastColumn = 1 } = spreadsheet.tabs().find(({ name }) => name === tab) ?? {};
  return spreadsheet.displayed(tab, `A1:${String.fromCharCode(64 + lastColumn)}${lastRow}`);
}

/** The hours behind a number are the number: what the tab of its entries adds up to, in decimal hours. */
function sumOf(table: string[][], title: string): number {
  const column = table[0].indexOf(title);
  return table.slice(1).reduce((sum, row) => sum + hoursOf(row[column]), 0);
}

function hoursOf(text: string): number {
  const [hours, minutes = 0, seconds = 0] = text.split(':').map(Number);
  return hours + minutes / 60 + seconds / 3600;
}

describeInBrowser('a grouped, filtered, split and compared query from nothing, with the mouse', () => {
  let visit: Visit;

  beforeAll(async () => {
    visit = await Visit.begin();
    await visit.connect('demo');
    await visit.accounts('Lumen & Loom');
  });

  afterAll(async () => {
    await visit.end();
    expect(visit.complaints).toEqual([]);
  });

  const combobox = (name: string) => visit.sidebar.getByRole('combobox', { name });
  /** Of lists to choose from; those that are closed have some too. */
  const option = (name: RegExp) => visit.sidebar.locator('.picker-option', { hasText: name }).first();
  const choose = async (label: string, text: string) => {
    await combobox(label).fill(text);
    await option(new RegExp(`^${text}`)).click();
  };
  const findings = () => findingsIn(visit.frame());
  const said = () => visit.sidebar.getByTestId('said').innerText();

  test('rows: fields of a single entry suggest one row each, in place', async () => {
    await visit.button(/^Build my own/).click();
    await visit.heading('New query');
    await visit.sidebar.getByLabel('Name').fill('Hours by client');
    await visit.sidebar.getByRole('radio', { name: 'Grouped' }).check();
    await visit.text('Description has a value of its own for each entry');
    expect(await findings()).toEqual([]);
    await visit.button('Leave out Description').click();
    await visit.button(/^Rows/).click();
    for (const title of ['Date', 'User', 'Project', 'Task']) await visit.button(`Remove ${title}`).click();
    expect(await visit.sidebar.locator('.column-title').allInnerTexts()).toEqual(['Client']);
    expect(await said()).toContain('Duration by client');
  });

  test('filters: a value from a live list, and a condition on what is added up', async () => {
    await visit.button(/^Filters/).click();
    await visit.button('Add a filter').click();
    await choose('Field', 'Client');
    await visit.sidebar.getByLabel('Condition').selectOption({ label: 'is not' });
    await visit.text('Also entries without a client.');
    await combobox('Values').click();
    await option(/./).click();
    await visit.page.keyboard.press('Escape');
    expect(await findings()).toEqual([]);
    await visit.button('Done').click();
    await visit.button('Add a filter').click();
    await choose('Field', 'Duration');
    await visit.button('Save & refresh').click();
    await visit.text('Choose what to compare Duration with.');
    await visit.sidebar.getByLabel(/^Value/).fill('0:30');
    await visit.button('Done').click();
    await visit.text('After adding up');
    await visit.text('Duration over 0:30');
    expect(await findings()).toEqual([]);
    await visit.pictureOfSidebar('filters');
  });

  test('period and comparison say the days that they mean', async () => {
    await visit.button(/^Period/).click();
    await choose('Period', 'Last quarter');
    await visit.sidebar.getByLabel('Compare with').selectOption({ label: 'The period before' });
    await visit.text(/^Compared with 1 /);
    await visit.sidebar.getByLabel('The change', { exact: true }).uncheck();
    expect(await findings()).toEqual([]);
    expect(await said()).toMatch(/last quarter.*compared with the period before/);
  });

  test('columns: split, sorted, with totals', async () => {
    await visit.button(/^Columns/).click();
    await choose('Split into columns by', 'Month');
    await visit.sidebar.getByLabel('Sort by').selectOption({ label: 'Duration' });
    await visit.sidebar.getByLabel('A row with the totals').check();
    expect(await findings()).toEqual([]);
    await visit.button(/^Columns/).click();
    await visit.sidebar.getByLabel('Name').scrollIntoViewIfNeeded();
    await visit.pictureOfSidebar('builder');
  });

  test('the first rows are a sample, before anything is saved', async () => {
    await visit.button('Preview the first rows').click();
    await visit.text(/A sample|All \d+ row|The first \d+ of/);
    await visit.sidebar.getByTestId('preview').locator('td').first().waitFor();
    expect(await findings()).toEqual([]);
    const wide = await visit.frame().evaluate('document.documentElement.scrollWidth');
    expect(wide).toBeLessThanOrEqual(300);
    await visit.pictureOfSidebar('preview');
    await visit.button('Close the preview').click();
  });

  test('is refreshed, and its table has what was asked for', async () => {
    await visit.button('Save & refresh').click();
    await visit.text(/rows?, complete/);
    const [titles, ...rows] = tableIn(visit, 'Hours by client');
    expect(titles[0]).toBe('Client');
    expect(titles.length).toBeGreaterThan(3);
    expect(rows[rows.length - 1][0]).toBe('Total');
    await visit.button('Go to table').waitFor();
    expect(await findings()).toEqual([]);
  });

  test('a number opens: the entries behind it', async () => {
    const [titles, first] = tableIn(visit, 'Hours by client');
    const grid = new GridOf(visit);
    await grid.front('Hours by client');
    await grid.select('B2');
    await visit.button('Show entries behind this').click();
    const heading = visit.sidebar.getByRole('heading', { level: 1 });
    await settled(async () => expect(await heading.innerText()).not.toBe('Hours by client'));
    await visit.text(/rows?, complete/);
    const tab = visit.open.book.platform.spreadsheet
      .tabs()
      .find(({ name }) => name.startsWith('Entries behind'));
    expect(sumOf(tableIn(visit, tab?.name ?? ''), 'Duration')).toBeCloseTo(hoursOf(first[1]), 2);
    expect(titles[1]).not.toBe('Client');
  });

  test('goes as JSON and comes back as the same question', async () => {
    await visit.button('Back').click();
    await visit.button('More for Hours by client').click();
    await visit.sidebar.getByRole('menuitem', { name: 'Copy as JSON' }).click();
    const json = await visit.sidebar.getByLabel('The query as JSON').inputValue();
    expect(json).not.toContain('"login"');
    await visit.button('Close').click();
    await visit.button('New').click();
    await visit.button(/^From JSON/).click();
    await visit.sidebar.getByLabel('The query as JSON').fill(json);
    await visit.button('Look at it').click();
    await visit.heading('New query');
    expect(await said()).toMatch(
      /^Duration by client, in columns by month.*last quarter, only where client is not/,
    );
    expect(await visit.sidebar.getByText('Not all of it could be taken over').count()).toBe(0);
    await visit.button('Back').click();
  });

  test('all are refreshed as one job, and each tells how it went', async () => {
    await visit.button('Back').click();
    await visit.button('Refresh all').click();
    await visit.text('All 2 refreshed.');
    expect(await visit.sidebar.locator('[data-status="fresh"]').count()).toBe(2);
  });
});

describeInBrowser('the same by keyboard alone', () => {
  let visit: Visit;
  let keys: Keys;

  beforeAll(async () => {
    visit = await Visit.begin();
    await visit.connect('demo');
    await visit.accounts('Lumen & Loom');
    keys = new Keys(visit);
  });

  afterAll(async () => {
    await visit.end();
    expect(visit.complaints).toEqual([]);
  });

  /** Opens a section, from wherever the focus is before it. */
  const open = async (title: RegExp) => {
    await keys.tabTo(title);
    await keys.press('Enter');
  };
  /** Types into a list to choose from and takes what it finds. */
  const choose = async (label: RegExp, text: string) => {
    await keys.tabTo(label);
    await keys.type(text);
    await visit.sidebar.locator('.picker-option').first().waitFor();
    await keys.press('Enter');
  };

  test('is built, refreshed, and opened', async () => {
    await keys.tabTo(/^Build my own/);
    await keys.press('Enter');
    await visit.heading('New query');
    await keys.tabTo(/^One row per entry/);
    await keys.press('ArrowRight');
    await keys.tabTo(/^Leave out Description/);
    await keys.press('Enter');
    await keys.backTo(/^Rows/);
    await keys.press('Enter');
    for (const title of ['Date', 'User', 'Project', 'Task']) {
      await keys.tabTo(new RegExp(`^Remove ${title}`));
      await keys.press('Enter');
      await keys.backTo(/^Group by/);
    }
    expect(await visit.sidebar.locator('.column-title').allInnerTexts()).toEqual(['Client']);
    await open(/^Filters/);
    await keys.tabTo(/^Add a filter/);
    await keys.press('Enter');
    await settled(async () => expect(await keys.focused()).toMatch(/^Field/));
    await choose(/^Field/, 'Client');
    await choose(/^Values/, 'a');
    await keys.press('Escape');
    await keys.tabTo(/^Done/);
    await keys.press('Enter');
    await open(/^Period/);
    await choose(/^Period$/, 'Last quarter');
    await keys.tabTo(/^Compare with/);
    await keys.press('ArrowDown');
    await visit.text(/^Compared with 1 /);
    await open(/^Columns/);
    await choose(/^Split into columns by/, 'Billable');
    await keys.tabTo(/^Preview the first rows/);
    await keys.press('Enter');
    await visit.sidebar.getByTestId('preview').locator('td').first().waitFor();
    await keys.backTo(/^Save & refresh/);
    await keys.press('Enter');
    await visit.text(/rows?, complete/);
    const grid = new GridOf(visit);
    await grid.front('Time entries');
    await grid.select('B2');
    await settled(async () => {
      await keys.press('F6');
      expect(await visit.page.evaluate("document.activeElement?.matches('.sidebar iframe')")).toBe(true);
    });
    await keys.tabTo(/^Show entries behind this/);
    await keys.press('Enter');
    await visit.heading(/^Entries behind/);
    await visit.text(/rows?, complete/);
  }, 120_000);
});
