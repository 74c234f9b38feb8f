import { keys } from '../../workbench/clockify/keys';
import { findingsIn } from './alone';
import { describeInBrowser, Visit } from './browser';

describeInBrowser('each designed state', () => {
  let visit: Visit;

  beforeAll(async () => {
    visit = await Visit.begin();
  });

  afterAll(async () => {
    await visit.end();
    expect(visit.complaints).toEqual([]);
  });

  const findings = () => findingsIn(visit.frame());

  test('connecting', async () => {
    expect(await findings()).toEqual([]);
    await visit.button('Where is my key?').click();
    await visit.button('Name and region').click();
    expect(await findings()).toEqual([]);
  });

  test('a key that nobody knows', async () => {
    await visit.sidebar.getByLabel('API key').fill('not-a-key-of-anybody');
    await visit.button('Connect').click();
    await visit.text(/doesn't know this key in any of its regions/);
    const field = visit.sidebar.getByLabel('API key');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await field.evaluate((input) => input === input.ownerDocument.activeElement)).toBe(true);
    expect(await findings()).toEqual([]);
  });

  test('starting, with the accounts open', async () => {
    await visit.connect('demo');
    expect(await findings()).toEqual([]);
    await visit.sidebar.getByRole('combobox', { name: 'Accounts' }).click();
    await visit.sidebar.getByRole('option').first().waitFor();
    expect(await findings()).toEqual([]);
    await visit.page.keyboard.press('Escape');
  });

  test('checking, with each section open', async () => {
    await visit.accounts('Lumen & Loom');
    await visit.button(/^Time entries/).click();
    await visit.heading('Check and get data');
    expect(await findings()).toEqual([]);
    for (const section of [
      'Report',
      'Rows',
      'Metrics',
      'Filters',
      'Period',
      'Columns',
      'Options',
      'Destination',
    ]) {
      await visit.button(new RegExp(`^${section}`)).click();
      expect(await findings()).toEqual([]);
    }
  });

  test('amounts that everyone will see are said once', async () => {
    await visit.button(/^Metrics/).click();
    await visit.sidebar.getByRole('combobox', { name: 'Add a metric' }).fill('Amount');
    await visit.sidebar
      .getByRole('option', { name: /^Amount/ })
      .first()
      .click();
    await visit.button('Get data').click();
    await visit.text('Everyone here will see amounts');
    expect(await findings()).toEqual([]);
    await visit.sidebar.getByRole('dialog').getByRole('button', { name: 'Get data' }).click();
    await visit.text(/rows, complete/);
    expect(await findings()).toEqual([]);
  });

  test('the list, with its menu', async () => {
    await visit.button('Back').click();
    await visit.heading('Queries');
    expect(await findings()).toEqual([]);
    await visit.button('More for Time entries').click();
    await visit.sidebar.getByRole('menuitem', { name: 'Rename' }).waitFor();
    expect(await findings()).toEqual([]);
    await visit.page.keyboard.press('Escape');
  });

  test('the editor', async () => {
    await visit.button('New').click();
    await visit.page.waitForTimeout(300);
    expect(await findings()).toEqual([]);
    await visit.button('Back').click();
  });

  test('a key that is a login already is named, and nothing is added', async () => {
    await visit.heading('Queries');
    await visit.sidebar.getByRole('button', { name: 'Logins', exact: true }).click();
    await visit.heading('Logins');
    expect(await findings()).toEqual([]);
    await visit.button('Add a login').click();
    await visit.sidebar.getByLabel('API key').fill(keys.demo);
    await visit.button('Connect').click();
    await visit.text(/This key is already your login/);
    expect(await findings()).toEqual([]);
    await visit.button(/^Use /).click();
    await visit.heading('Logins');
    expect(await visit.sidebar.locator('[data-login]').count()).toBe(1);
    await visit.button('Back').click();
  });

  test('settings, the log, and forgetting everything', async () => {
    await visit.heading('Queries');
    await visit.button('Settings').click();
    await visit.heading('Settings');
    expect(await findings()).toEqual([]);
    await visit.button(/^Refresh log/).click();
    await visit.text(/complete/);
    expect(await findings()).toEqual([]);
    await visit.button('Back').click();
    await visit.button(/^Forget everything/).click();
    await visit.text('Type FORGET to confirm');
    expect(await findings()).toEqual([]);
    await visit.sidebar.getByLabel('Type FORGET to confirm').fill('FORGET');
    await visit.sidebar.getByRole('dialog').getByRole('button', { name: 'Forget everything' }).click();
    await visit.heading('Connect to Clockify');
    expect(visit.open.book.platform.properties('user user-1').keys()).toEqual([]);
  });
});
