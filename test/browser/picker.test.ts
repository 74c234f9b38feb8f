import { login, overview, report } from '../sidebar/views';
import { Alone } from './alone';
import { describeInBrowser } from './browser';

describeInBrowser('a list to choose from by typing', () => {
  let alone: Alone;

  beforeAll(async () => {
    alone = await Alone.begin();
  });

  afterAll(async () => {
    await alone.end();
    expect(alone.complaints).toEqual([]);
  });

  const many = (prefix: string, total: number) => Array.from({ length: total }, (_, at) => `${prefix}${at}`);

  async function start(accounts: string[], more: string[] = []): Promise<void> {
    const logins = [login('a', accounts, 'Agency key'), ...more.map((id) => login(id, ['x1', 'x2'], id))];
    const own = logins.map((one) => ({ ...one, activeWorkspace: null }));
    await alone.open({ loadOverview: overview({ logins: own, reports: [report] }) });
    await alone.text('What do you want in your sheet?');
  }

  const field = () => alone.page.getByRole('combobox', { name: 'Accounts' });
  const highlighted = () => alone.page.locator('.picker-option.highlighted .picker-label').innerText();
  const chosen = () => alone.page.locator('.token-name').allInnerTexts();
  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => alone.page.keyboard.press(key)), Promise.resolve());

  test('by keyboard: arrows walk round, Enter takes, and the list stays open for more', async () => {
    await start(['w1', 'w2']);
    await field().focus();
    await press('ArrowDown');
    expect(await highlighted()).toContain('All 2 accounts');
    await press('ArrowUp');
    expect(await highlighted()).toBe('Workspace w2');
    await press('Enter', 'ArrowUp', 'Enter');
    expect(await chosen()).toEqual(['Workspace w2', 'Workspace w1']);
    await press('Enter');
    expect(await chosen()).toEqual(['Workspace w2']);
    expect(await alone.findings()).toEqual([]);
    expect(await field().getAttribute('aria-activedescendant')).not.toBeNull();
  });

  test('Escape closes the list and nothing else; Tab leaves it', async () => {
    await start(['w1', 'w2']);
    await field().click();
    await alone.page.getByRole('option').first().waitFor();
    await press('Escape');
    await alone.page.getByRole('option').first().waitFor({ state: 'detached' });
    expect(await field().getAttribute('aria-expanded')).toBe('false');
    await field().fill('w1');
    await press('Tab');
    await alone.page.getByRole('option').first().waitFor({ state: 'detached' });
    expect(await field().inputValue()).toBe('');
  });

  test('what is typed fast is searched as it is typed, among five thousand', async () => {
    await start(many('w', 5000));
    await field().click();
    await field().pressSequentially('space w4999');
    expect(await field().inputValue()).toBe('space w4999');
    expect(await highlighted()).toBe('Workspace w4999');
    expect(await alone.page.getByRole('option').count()).toBe(1);
    await press('Enter');
    expect(await chosen()).toEqual(['Workspace w4999']);
    expect(await alone.page.getByRole('option').count()).toBeLessThan(30);
    await press('PageUp', 'PageDown', 'ArrowDown');
    expect(await alone.findings()).toEqual([]);
  });

  test('nothing found says so', async () => {
    await start(['w1', 'w2']);
    await field().fill('nowhere');
    await alone.text('Nothing matches “nowhere”');
    expect(await alone.findings()).toEqual([]);
    await press('Enter');
    expect(await chosen()).toEqual([]);
  });

  test('with the mouse: a click takes, one beside the list closes it', async () => {
    await start(['w1', 'w2'], ['Own key']);
    await alone.button('Show all').click();
    await alone.page.getByRole('option', { name: /Workspace x1/ }).click();
    await alone.page.getByRole('option', { name: /Workspace w1/ }).click();
    expect(await chosen()).toEqual(['Workspace x1', 'Workspace w1']);
    await alone.page.getByRole('heading', { name: 'What do you want' }).click();
    await alone.page.getByRole('option').first().waitFor({ state: 'detached' });
  });

  test('one of many: the text is that of the choice, and comes back when nothing is chosen', async () => {
    await start(['w1']);
    await alone.button(/^Time entries/).click();
    await alone.button(/^Options/).click();
    const zone = alone.page.getByRole('combobox', { name: 'Time zone' });
    await zone.click();
    expect(await highlighted()).toBe('Europe/Berlin');
    await zone.fill('lisb');
    await press('Escape');
    expect(await zone.inputValue()).toBe('Europe/Berlin');
    await zone.fill('lisb');
    await press('Enter');
    expect(await zone.inputValue()).toBe('Europe/Lisbon');
    expect(await alone.findings()).toEqual([]);
  });
});
