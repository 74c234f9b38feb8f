import { keys } from '../../workbench/clockify/keys';
import { findingsIn } from './alone';
import { describeInBrowser, Visit } from './browser';

/** All that the script answered a window, to be searched for what must not be in it. */
function overhear(visit: Visit): () => Promise<string> {
  const heard: Promise<string>[] = [];
  visit.page.on('response', (response) => {
    // What a window that is left takes with it can't be read any more.
    if (response.url().includes('/run')) heard.push(response.text().catch(() => ''));
  });
  return async () => {
    const texts = (await Promise.all(heard)).filter((text) => text !== '');
    expect(texts.length).toBeGreaterThan(0);
    return texts.join('\n');
  };
}

describeInBrowser('logins, from the first to the last', () => {
  let visit: Visit;

  beforeAll(async () => {
    visit = await Visit.begin();
  });

  afterAll(async () => {
    await visit.end();
    expect(visit.complaints).toEqual([]);
  });

  const findings = () => findingsIn(visit.frame());
  const dialog = (of = visit) => of.sidebar.getByRole('dialog');
  const exact = (name: string, of = visit) => of.sidebar.getByRole('button', { name, exact: true });
  const card = (name: string, of = visit) =>
    of.sidebar.getByTestId('login').filter({ has: of.sidebar.getByRole('heading', { name, exact: true }) });
  const row = (name: string, of = visit) => of.sidebar.locator('.row').filter({ hasText: name });
  const stores = (store: string) => visit.open.book.platform.properties(store).keys();

  /** The page of the logins, from wherever somebody is. */
  async function logins(of = visit): Promise<void> {
    await of.page.reload();
    await of.heading('Queries');
    await exact('Logins', of).click();
    await of.heading('Logins');
  }

  async function newQuery(name: string, ...accounts: string[]): Promise<void> {
    await exact('New').click();
    await visit.heading('What do you want in your sheet?');
    await visit.accounts(...accounts);
    await visit.button(/^Projects/).click();
    await visit.heading('Check and get data');
    await visit.sidebar.getByLabel('Name').fill(name);
    await visit.button('Get data').click();
    await visit.text(/rows, complete/);
    await exact('Back').click();
    await visit.heading('Queries');
  }

  test('a login is connected and shared knowingly', async () => {
    await visit.sidebar.getByLabel('API key').fill(keys.demo);
    await visit.sidebar.getByLabel('Everybody who edits this spreadsheet').check();
    await visit.text(/so can see everything this key’s owner can see. Nobody can read the key/);
    await visit.sidebar.getByLabel('Your name, as the others see it').fill('Mara');
    expect(await findings()).toEqual([]);
    await exact('Connect').click();
    await visit.heading('What do you want in your sheet?');
    await visit.fill('Time entries', 'Lumen & Loom');
    expect(stores('document').filter((name) => name.startsWith('shared-login.'))).toHaveLength(1);
  });

  test('a second user refreshes with it, sees who shares it, and never the key', async () => {
    const second = await visit.as('2');
    const heard = overhear(second);
    await second.page.reload();
    await second.heading('Queries');
    expect(await second.sidebar.getByTestId('banner-login').count()).toBe(0);
    await exact('Refresh Time entries', second).click();
    await second.text('Time entries: 1,313 rows, complete.');
    await logins(second);
    await second.text(/Shared here by Mara since today/);
    expect(await exact('Replace key', second).count()).toBe(0);
    expect(await findingsIn(second.frame())).toEqual([]);
    expect(await second.frame().content()).not.toContain(keys.demo);
    expect(await heard()).not.toContain(keys.demo);
    expect(
      stores('user user-2').filter((name) => /login\./.test(name) && !/used|refused/.test(name)),
    ).toEqual([]);
    await second.page.close();
  });

  test('a second login of another account stands beside it, and one query reads over both', async () => {
    await logins();
    await exact('Add a login').click();
    await visit.sidebar.getByLabel('API key').fill(keys.single);
    expect(await visit.sidebar.getByLabel('Only me').isChecked()).toBe(true);
    await exact('Connect').click();
    await visit.heading('Logins');
    expect(await visit.sidebar.getByTestId('login').count()).toBe(2);
    await exact('Back').click();
    await newQuery('Both', 'Lumen & Loom', 'Solo Studio');
    await newQuery('Alone', 'Solo Studio');
    const { spreadsheet } = visit.open.book.platform;
    expect(spreadsheet.displayed('Both', 'A1')[0][0]).not.toBe('');
  });

  test('made private again, it names what the others lose, and they lose it', async () => {
    await logins();
    await visit.pictureOfSidebar('logins');
    await card('Mara Lindholt').getByRole('button', { name: 'Stop sharing' }).click();
    await dialog().getByText('Time entries').waitFor();
    await dialog()
      .getByText(/Nobody else can any more/)
      .waitFor();
    await dialog().getByRole('button', { name: 'Stop sharing' }).click();
    await visit.text('Mara Lindholt is private again.');
    expect(stores('document').filter((name) => name.startsWith('shared-login.'))).toEqual([]);
    const second = await visit.as('2');
    await second.text(/3 queries read with a login that you don’t have here/);
    await second.page.close();
    await exact('Back').click();
  });

  test('a revoked key marks its login and its queries, and leaves the other alone', async () => {
    await visit.open.book.turn('revoke', true, 'demo');
    await exact('Refresh Time entries').click();
    await visit.sidebar.getByTestId('banner-key').waitFor();
    expect(await row('Time entries').getAttribute('data-status')).toBe('problem');
    expect(await row('Both').getAttribute('data-status')).toBe('problem');
    expect(await row('Alone').getAttribute('data-status')).toBe('fresh');
    expect(await findings()).toEqual([]);
    await exact('Logins').click();
    await card('Mara Lindholt').getByTestId('refused').waitFor();
    expect(await visit.sidebar.getByTestId('refused').count()).toBe(1);
    await exact('Back').click();
  });

  test('one dialog mends it by keyboard: its queries are fresh again', async () => {
    await visit.sidebar.getByTestId('banner-key').getByRole('button', { name: 'Replace key' }).focus();
    await visit.page.keyboard.press('Enter');
    await dialog().getByLabel('API key').waitFor();
    await visit.page.keyboard.type(keys.demoAgain);
    await visit.page.keyboard.press('Enter');
    await visit.text('All 2 refreshed.');
    for (const name of ['Time entries', 'Both', 'Alone'])
      expect(await row(name).getAttribute('data-status')).toBe('fresh');
    expect(await visit.sidebar.getByTestId('banner-key').count()).toBe(0);
  });

  test('a key of somebody else says what it changes, and is not taken by saying no', async () => {
    await exact('Logins').click();
    await card('Mara Lindholt').getByRole('button', { name: 'Replace key' }).click();
    await dialog().getByLabel('API key').fill(keys.member);
    await dialog().getByRole('button', { name: 'Replace key' }).click();
    await dialog()
      .getByText(/The key belongs to/)
      .waitFor();
    expect(await findings()).toEqual([]);
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    await exact('Back').click();
    await exact('Refresh Time entries').click();
    await visit.text('Time entries: 1,313 rows, complete.');
  });

  test('a copied spreadsheet asks once for what it lacks and lives again', async () => {
    await visit.open.book.turn('copy', true, undefined);
    await visit.page.reload();
    await visit.sidebar
      .getByTestId('banner-changed')
      .getByText('3 queries wait for your agreement.')
      .waitFor();
    await exact('See what changed').click();
    expect(await findings()).toEqual([]);
    await dialog().getByRole('button', { name: 'Agree and refresh' }).click();
    await visit.text('All 3 refreshed.');
    const second = await visit.as('2');
    await second.text(/3 queries read with a login that you don’t have here/);
    await exact('Choose a login', second).click();
    await dialog(second).getByText('None of your logins sees these accounts.').first().waitFor();
    await dialog(second).getByRole('button', { name: 'Connect another login' }).click();
    await second.sidebar.getByLabel('API key').fill(keys.member);
    await exact('Connect', second).click();
    await dialog(second)
      .getByText(/In Lumen & Loom this login sees only/)
      .waitFor();
    expect(await findingsIn(second.frame())).toEqual([]);
    await dialog(second).getByRole('button', { name: 'Use and refresh' }).click();
    await second.text(/^Time entries: .* rows, complete\.$/);
    expect(await row('Both', second).getAttribute('data-status')).toBe('needs-login');
    expect(await second.sidebar.getByTestId('banner-login').innerText()).toMatch(/^2 queries read/);
    await second.page.close();
  });

  test('forgetting everything leaves nothing but tables', async () => {
    await visit.page.reload();
    await visit.heading('Queries');
    await exact('Settings').click();
    await visit.button(/^Forget everything/).click();
    await dialog().getByLabel('Type FORGET to confirm').fill('FORGET');
    await dialog().getByRole('button', { name: 'Forget everything' }).click();
    await visit.heading('Connect to Clockify');
    const { platform } = visit.open.book;
    expect(stores('user user-1')).toEqual([]);
    expect(stores('document')).toEqual([]);
    expect(platform.cache('user user-1').keys()).toEqual([]);
    expect(platform.spreadsheet.tabs().filter(({ hidden }) => hidden)).toEqual([]);
    expect(platform.spreadsheet.displayed('Time entries', 'A1')[0][0]).not.toBe('');
  });
});
