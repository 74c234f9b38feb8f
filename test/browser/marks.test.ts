import { findingsIn } from './alone';
import { describeInBrowser, Visit } from './browser';

const AMOUNTS =
  'Amounts are hidden from this login in Lumen & Loom: only owners and admins see billable rates there.';

describeInBrowser('what a login can’t see', () => {
  let visit: Visit;

  beforeAll(async () => {
    visit = await Visit.begin();
    await visit.connect('member');
    await visit.accounts('Lumen & Loom');
  });

  afterAll(async () => {
    await visit.end();
    expect(visit.complaints).toEqual([]);
  });

  const findings = () => findingsIn(visit.frame());
  const notes = () => visit.sidebar.locator('.mark-note').allInnerTexts();

  test('is marked where report types are chosen', async () => {
    const users = visit.sidebar.locator('.choice', { hasText: 'Every member of the account' });
    expect(await users.innerText()).toContain('closed to this login');
    expect(await findings()).toEqual([]);
  });

  test('of rows is said below the report type, with who sees all', async () => {
    await visit.button(/^Build my own/).click();
    await visit.heading('New query');
    expect(await notes()).toEqual([
      "In Lumen & Loom this login sees only the key owner's own time. Owners and admins of Lumen & Loom see everybody's time.",
    ]);
    const types = visit.sidebar.getByLabel('Report type');
    expect(await types.locator('option').allInnerTexts()).toContain('Users (closed to this login)');
    await types.selectOption({ label: 'Users (closed to this login)' });
    expect((await notes())[0]).toMatch(/^Lumen & Loom shows its people to owners and admins only/);
    expect(await findings()).toEqual([]);
    await visit.pictureOfSidebar('marks-report');
    await types.selectOption({ label: 'Time entries' });
  });

  test('of fields is marked in the list to choose from, heard with its reason, by keyboard', async () => {
    await visit.button(/^Metrics/).click();
    const search = visit.sidebar.getByTestId('add-metric').getByRole('combobox');
    await search.fill('amount');
    await visit.sidebar
      .getByRole('option', { name: new RegExp(`^Amount.*will be empty.*${AMOUNTS}`) })
      .waitFor();
    expect(await findings()).toEqual([]);
    await visit.pictureOfSidebar('marks-list');
    await search.press('Enter');
    await search.press('Escape');
  });

  test('of a chosen field stays marked, and is never refused', async () => {
    const amount = visit.sidebar.locator('li.chosen[data-field="amount"]');
    expect(await amount.locator('.field-mark').innerText()).toMatch(/^will be empty/);
    expect(await notes()).toEqual([
      `${AMOUNTS} If you need that, use the key of an owner or admin of Lumen & Loom, or ask there for the Admin role.`,
    ]);
    expect(await findings()).toEqual([]);
    await visit.button(/^Columns/).click();
    const column = visit.sidebar.locator('li.column[data-field="amount"] .field-mark');
    expect(await column.innerText()).toMatch(/^will be empty/);
    expect(await findings()).toEqual([]);
  });

  test('of a field to filter by is said before a value is typed', async () => {
    await visit.button(/^Filters/).click();
    await visit.button('Add a filter').click();
    const field = visit.sidebar.getByRole('combobox', { name: 'Field' });
    await field.fill('billable rate');
    await visit.sidebar.locator('.picker-option', { hasText: 'will be empty' }).first().click();
    expect((await notes())[0]).toContain(AMOUNTS);
    expect(await findings()).toEqual([]);
  });
});
