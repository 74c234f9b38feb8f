import type { LoginView } from '../../src/logins/manage';
import { complete, HOUR, login, NOW, overview, problem, query, view } from '../sidebar/views';
import { Alone, Refused } from './alone';
import { describeInBrowser } from './browser';

const mara: LoginView = {
  ...login('a', ['w1', 'w2'], 'Mara Lind'),
  user: { id: 'u1', name: 'Mara Lind', email: 'mara@lumen.example' },
  lastUsedAt: NOW - HOUR,
};
const namesake: LoginView = {
  ...login('b', ['w3'], 'Mara Lind 2'),
  user: { id: 'u2', name: 'Mara Lind', email: 'mara.lind@harbour.example' },
  region: 'eu',
  sharedBy: { name: 'Mara from accounting', at: NOW - 50 * HOUR },
};
const jonas: LoginView = {
  ...login('c', ['w4'], 'Jonas Weber'),
  owner: 'spreadsheet',
  sharedBy: { name: 'Jonas', at: NOW - 99 * HOUR },
  samePersonAs: ['Jonas, old key'],
};

const of = (name: string, id: string) =>
  view(name, {
    state: complete(NOW),
    query: query({ id: name, name, accounts: [{ login: id, workspace: 'w1', name: 'Acme' }] }),
  });

const world = (change: Parameters<typeof overview>[0] = {}) =>
  overview({
    logins: [mara, namesake, jonas],
    queries: [of('Hours', 'a'), of('Team', 'a'), of('Harbour', 'b'), of('Jonas’ hours', 'c')],
    amountsTold: true,
    ...change,
  });

const done = { state: 'done', rows: 3, warnings: [], requests: 1 };
const allDone = ({ queries }: { queries: string[] }) => ({
  job: '+1',
  queries: queries.map((id) => ({ ...done, job: id, query: { id, name: id } })),
});
const same = {
  person: { name: 'Mara Lind', email: 'mara@lumen.example' },
  samePerson: true,
  region: 'global',
  regionBefore: 'global',
  lost: [],
  gained: [],
  changes: [],
};

/** In the page: what is cut at its end without the whole of it being a tooltip, and what stands beside the page. */
const CUT = `[...document.querySelectorAll('#app *')]
  .filter((element) => element.checkVisibility() && element.innerText && !element.closest('.only-heard, [title], svg'))
  .filter((element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX === 'hidden'
    || element.getBoundingClientRect().right > innerWidth + 1)
  .map((element) => element.className + ': ' + element.innerText)`;

describeInBrowser('managing logins', () => {
  let alone: Alone;

  beforeAll(async () => {
    alone = await Alone.begin();
  });

  afterEach(async () => {
    expect(await alone.findings()).toEqual([]);
    expect(await alone.page.evaluate(CUT)).toEqual([]);
  });

  afterAll(async () => {
    await alone.end();
    expect(alone.complaints).toEqual([]);
  });

  const card = (id: string) => alone.page.locator(`[data-login="${id}"]`);
  const dialog = () => alone.page.getByRole('dialog');
  const called = (entry: string) =>
    alone.calls.filter((call) => call.entry === entry).map(({ payload }) => payload);
  const press = async (...keys: string[]) => {
    for (const key of keys) await alone.page.keyboard.press(key);
  };

  async function manage(answers: Parameters<Alone['open']>[0] = {}): Promise<void> {
    await alone.open({ loadOverview: world(), ...answers });
    await alone.button('Logins', true).click();
    await alone.text('Shared here by others');
  }

  test('each says whose it is, where, who may use it, when it was used and by what', async () => {
    await manage();
    const said = await card('a').innerText();
    expect(said).toContain('mara@lumen.example');
    expect(said).toContain('Global');
    expect(said).toMatch(/Last used today/);
    expect(said).toContain('Private');
    expect(said).toContain('Not the person of Mara Lind 2, who has the same name.');
    expect(await card('b').innerText()).toMatch(/Shared here since .*, as Mara from accounting/);
    expect(await card('c').innerText()).toMatch(/Shared here by Jonas since/);
    expect(await card('c').innerText()).toContain(
      'The same person as Jonas, old key: another key of theirs.',
    );
    expect(await card('c').getByRole('button', { name: 'Replace key' }).count()).toBe(0);
    await card('a').getByRole('button', { name: '2 accounts' }).click();
    await alone.text('Workspace w2');
    await card('a').getByRole('button', { name: 'Read by 2 queries' }).click();
    await card('a').getByRole('button', { name: 'Team' }).click();
    await alone.page.getByRole('heading', { name: 'Team' }).waitFor();
  });

  test('sharing says what it means, asks for a name once, and cancelling shares nothing', async () => {
    const sharedBy = { name: 'Mara', at: NOW };
    await manage({ shareLogin: { ...mara, sharedBy } });
    await card('a').getByRole('button', { name: 'Share' }).click();
    await alone.text(/can see everything this key’s owner can see. Nobody can read the key/);
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    expect(called('shareLogin')).toEqual([]);
    await card('a').getByRole('button', { name: 'Share' }).click();
    await dialog().getByLabel('Your name, as the others see it').fill(' ');
    await dialog().getByRole('button', { name: 'Share' }).click();
    await alone.text('Type the name that the others see.');
    await dialog().getByLabel('Your name, as the others see it').fill('Mara');
    await dialog().getByRole('button', { name: 'Share' }).click();
    await alone.text('Mara Lind is shared in this spreadsheet.');
    expect(called('shareLogin')).toEqual([{ login: 'a', displayName: 'Mara' }]);
    alone.change({ unshareLogin: mara });
    await card('a').getByRole('button', { name: 'Stop sharing' }).click();
    await dialog().getByText('Hours').waitFor();
    await alone.text(/Nobody else can any more/);
    await dialog().getByRole('button', { name: 'Stop sharing' }).click();
    await alone.text('Mara Lind is private again.');
    await card('a').getByRole('button', { name: 'Share' }).click();
    await alone.text('The others will see that Mara shares it.');
    expect(await dialog().getByRole('textbox').count()).toBe(0);
    await press('Escape');
  });

  test('deleting, and removing what somebody else shares, name what stops', async () => {
    await manage();
    await alone.button('More for Jonas Weber').click();
    await alone.page.getByRole('menuitem', { name: 'Remove from this spreadsheet' }).click();
    await dialog().getByText('Jonas’ hours').waitFor();
    await alone.text(/stops refreshing for everybody but Jonas/);
    await dialog().getByRole('button', { name: 'Remove' }).click();
    await card('c').waitFor({ state: 'detached' });
    expect(called('deleteLogin')).toEqual([{ login: 'c' }]);
    await alone.button('More for Mara Lind 2').click();
    await alone.page.getByRole('menuitem', { name: 'Delete' }).click();
    await alone.text(/nobody else here can refresh with it/);
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    expect(called('deleteLogin')).toHaveLength(1);
  });

  test('a key that Clockify refuses marks its login, and can be checked again by hand', async () => {
    const refused = { ...mara, refusedAt: NOW - HOUR };
    await manage({
      loadOverview: world({ logins: [refused, jonas] }),
      readWorkspaces: () => {
        throw new Refused(problem('key-refused', { retry: 'never' }));
      },
      listLogins: [refused, jonas],
    });
    await card('a')
      .getByTestId('refused')
      .getByText(/no longer accepts this key, since today/)
      .waitFor();
    await alone.button('More for Mara Lind').click();
    await alone.page.getByRole('menuitem', { name: 'Check the key again' }).click();
    await alone.page.getByTestId('problem').waitFor();
    alone.change({ readWorkspaces: mara, listLogins: [mara, jonas] });
    await alone.button('More for Mara Lind').click();
    await alone.page.getByRole('menuitem', { name: 'Check the key again' }).click();
    await alone.text('Mara Lind works: it sees 2 accounts.');
    await card('a').getByTestId('refused').waitFor({ state: 'detached' });
  });

  test('a shared key that Clockify refuses is its owner’s to replace', async () => {
    await alone.open({ loadOverview: world({ logins: [mara, { ...jonas, refusedAt: NOW }] }) });
    await alone.page
      .getByTestId('banner-key')
      .getByText(/Jonas can replace it/)
      .waitFor();
    expect(await alone.page.getByTestId('banner-key').getByRole('button').count()).toBe(0);
    await alone.page.locator('[data-query="Jonas’ hours"] .row-main').click();
    await alone.text(/Jonas shares it and can replace its key/);
    await alone.button('Choose accounts').waitFor();
  });

  test.each<[string, string[]]>([
    ['the list', ['Logins', 'Replace key']],
    ['the banner', ['=Replace key']],
    ['a row', ['More for Hours', '~Replace key']],
    ['the settings', ['>Settings', 'Logins', 'Replace key']],
    ['a query', ['>.Hours', 'Replace key']],
    ['the builder', ['>.Hours', '>Edit', 'Replace key']],
    ['a new query', ['>New', 'Replace key']],
    ['the log', ['>Settings', '>Refresh log', 'Replace key']],
  ])('from %s it is at most two clicks to replace a key', async (from, clicks) => {
    const logins = from === 'the banner' ? [{ ...mara, refusedAt: NOW }] : [mara, namesake];
    await alone.open({ loadOverview: world({ logins }), listRuns: [] });
    let count = 0;
    for (const click of clicks) {
      const name = click.replace(/^[>.=~]+/, '');
      if (!click.startsWith('>')) count++;
      if (click.includes('.')) await alone.page.locator(`[data-query="${name}"] .row-main`).click();
      else if (click.startsWith('~')) await alone.page.getByRole('menuitem', { name }).click();
      else
        await alone
          .button(new RegExp(`^${name}`))
          .first()
          .click();
    }
    await dialog().getByLabel('API key').waitFor();
    expect(count).toBeLessThanOrEqual(2);
    await press('Escape');
    await dialog().waitFor({ state: 'detached' });
  });

  test('replacing a key in the builder loses nothing of the draft', async () => {
    await alone.open({ loadOverview: world(), inspectKey: same, replaceKey: { ...mara, failed: [] } });
    await alone.page.locator('[data-query="Hours"] .row-main').click();
    await alone.button('Edit').click();
    await alone.page.getByLabel('Name').fill('Half typed');
    await alone.button('Replace key').click();
    await dialog().getByLabel('API key').fill('another-key');
    await dialog().getByRole('button', { name: 'Replace key' }).click();
    await alone.text('Mara Lind works again.');
    expect(await alone.page.getByLabel('Name').inputValue()).toBe('Half typed');
  });

  test('by keyboard: a key of the same person mends all that failed, in one dialog', async () => {
    await alone.open({
      loadOverview: world({ logins: [{ ...mara, refusedAt: NOW }, namesake] }),
      inspectKey: same,
      replaceKey: { ...mara, failed: [] },
      startRefreshes: allDone,
      listQueries: [of('Hours', 'a'), of('Team', 'a'), of('Harbour', 'b')],
    });
    await alone.page.getByTestId('banner-key').getByRole('button').focus();
    await press('Enter');
    await dialog().getByLabel('API key').waitFor();
    await alone.page.keyboard.type('new-key');
    await press('Enter');
    await alone.text('All 2 refreshed.');
    expect(called('replaceKey')).toEqual([{ login: 'a', key: 'new-key' }]);
    expect(called('startRefreshes')).toEqual([{ queries: ['Hours', 'Team'] }]);
    await alone.page.getByTestId('banner-key').waitFor({ state: 'detached' });
  });

  test('what is otherwise with a key is said before anything is replaced', async () => {
    await manage({
      inspectKey: {
        ...same,
        samePerson: false,
        person: { name: 'Jonas Weber', email: 'jonas@lumen.example' },
        region: 'eu',
        lost: [{ id: 'w1', name: 'Acme' }],
        gained: [{ id: 'w7', name: 'Seven' }],
        changes: [
          'The key belongs to Jonas Weber (jonas@lumen.example), no longer to Mara Lind (mara@lumen.example).',
          'Jonas Weber doesn’t see Acme: Hours and Team can’t be refreshed any more.',
        ],
      },
      replaceKey: { ...mara, failed: [] },
    });
    await card('a').getByRole('button', { name: 'Replace key' }).click();
    await dialog().getByLabel('API key').fill('key-of-jonas');
    await dialog().getByRole('button', { name: 'Replace key' }).click();
    await dialog().getByText('It also sees Seven.').waitFor();
    expect(await dialog().getByTestId('changes').getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/^The key belongs to Jonas Weber/),
      'Jonas Weber doesn’t see Acme: Hours and Team can’t be refreshed any more.',
    ]);
    expect(await alone.findings()).toEqual([]);
    await dialog().getByRole('button', { name: 'Use another key' }).click();
    expect(await dialog().getByLabel('API key').inputValue()).toBe('key-of-jonas');
    expect(called('replaceKey')).toEqual([]);
    await dialog().getByRole('button', { name: 'Replace key' }).click();
    await dialog().getByRole('button', { name: 'Replace anyway' }).click();
    await alone.text('Mara Lind works again.');
    expect(called('replaceKey')).toEqual([{ login: 'a', key: 'key-of-jonas', anyway: true }]);
  });

  test('a key that is refused is said at the key, and the old one stays', async () => {
    await manage({
      inspectKey: () => {
        throw new Refused(
          problem('key-refused', { title: 'Nobody knows this key.', remedy: 'Copy it again.' }),
        );
      },
    });
    await card('a').getByRole('button', { name: 'Replace key' }).click();
    await dialog().getByLabel('API key').fill('wrong');
    await dialog().getByRole('button', { name: 'Replace key' }).click();
    await alone.text('Nobody knows this key. Copy it again.');
    expect(called('replaceKey')).toEqual([]);
    await press('Escape');
  });

  test('connecting is private unless somebody chooses otherwise, and then says what that means', async () => {
    await manage({ addLogin: mara });
    await alone.button('Add a login').click();
    expect(await alone.page.getByLabel('Only me').isChecked()).toBe(true);
    await alone.page.getByLabel('API key').fill('a-key');
    await alone.page.getByLabel('Everybody who edits this spreadsheet').check();
    await alone.text(/can see everything this key’s owner can see/);
    await alone.button('Connect').click();
    await alone.text('Type the name that the others see.');
    expect(called('addLogin')).toEqual([]);
    await alone.page.getByLabel('Your name, as the others see it').fill('Mara');
    await alone.button('Connect').click();
    await alone.text(/Connected as Mara Lind/);
    expect(called('addLogin')).toEqual([{ key: 'a-key', share: true, displayName: 'Mara' }]);
  });

  test('where sharing is off it is not offered, and says why', async () => {
    const sharingOff = problem('sharing-off', {
      title: 'This is a copy of the script.',
      remedy: 'Install it.',
    });
    await manage({ loadOverview: world({ sharingOff, logins: [mara, jonas] }) });
    expect(await alone.button('Share', true).count()).toBe(0);
    await alone.button('Add a login').click();
    await alone.text(/Sharing is off here. This is a copy of the script. Install it./);
    expect(await alone.page.getByRole('radio').count()).toBe(0);
  });
});

const reads = (name: string, change: string) => ({
  id: name,
  name,
  digest: `d of ${name}`,
  changes: [change],
});

const missing = {
  logins: [
    {
      id: 'x',
      name: null,
      accounts: [{ workspace: 'w1', name: 'Acme' }],
      queries: [
        reads('Theirs', 'It reads Time entries of an account of the login you choose.'),
        reads('Theirs too', 'It reads Clients.'),
      ],
      candidates: [
        {
          login: 'a',
          accounts: [{ from: 'w1', to: 'w2', name: 'Workspace w2' }],
          says: ['Sees 12 of 80 people.', 'Amounts are hidden.'],
        },
        {
          login: 'b',
          accounts: [{ from: 'w1', to: null, name: 'Acme' }],
          says: ["It doesn't see Acme: queries that read that stay as they are."],
        },
      ],
    },
  ],
  agreements: [reads('Mine', 'It reads Hours of Acme.')],
};

describeInBrowser('a spreadsheet that lacks logins', () => {
  let alone: Alone;

  beforeAll(async () => {
    alone = await Alone.begin();
  });

  afterEach(async () => {
    expect(await alone.findings()).toEqual([]);
    expect(await alone.page.evaluate(CUT)).toEqual([]);
  });

  afterAll(async () => {
    await alone.end();
    expect(alone.complaints).toEqual([]);
  });

  const dialog = () => alone.page.getByRole('dialog');
  const called = (entry: string) =>
    alone.calls.filter((call) => call.entry === entry).map(({ payload }) => payload);
  const mine = { ...of('Mine', 'a'), agreement: { digest: 'd', changes: ['It reads Hours of Acme.'] } };
  const copied = () => world({ queries: [of('Theirs', 'x'), of('Theirs too', 'x'), mine] });
  const answers = () => ({
    loadOverview: copied(),
    missingLogins: missing,
    mapLogins: { queries: [of('Theirs', 'a'), of('Theirs too', 'a')], left: [] },
    agreeToQuery: of('Mine', 'a'),
    startRefreshes: allDone,
    listQueries: [of('Theirs', 'a'), of('Theirs too', 'a'), of('Mine', 'a')],
  });

  test('asks once which login reads them, says what changes, and brings all back to life', async () => {
    await alone.open(answers());
    await alone.page
      .getByTestId('banner-login')
      .getByText('2 queries read with a login that you don’t have here.')
      .waitFor();
    await alone.button('Choose a login').click();
    await dialog().getByText('Sees 12 of 80 people.').waitFor();
    await dialog()
      .getByText(/^It reads Time entries/)
      .waitFor();
    await dialog().getByText('It reads Hours of Acme.').waitFor();
    expect(await alone.findings()).toEqual([]);
    await dialog().getByRole('button', { name: 'Use and refresh' }).click();
    await alone.text('All 3 refreshed.');
    expect(called('mapLogins')).toEqual([
      {
        map: [{ login: 'x', to: 'a' }],
        shown: [
          { query: 'Theirs', digest: 'd of Theirs' },
          { query: 'Theirs too', digest: 'd of Theirs too' },
        ],
      },
    ]);
    expect(called('agreeToQuery')).toEqual([{ query: 'Mine', digest: 'd of Mine' }]);
    expect(await alone.page.getByTestId('banner-login').count()).toBe(0);
  });

  test('a login that sees less says which account stays as it is, and none can be chosen for now', async () => {
    await alone.open(answers());
    await alone.button('Choose a login').click();
    await dialog().getByLabel('Read with').selectOption('b');
    await dialog().getByText("It doesn't see Acme: queries that read that stay as they are.").waitFor();
    await dialog().getByLabel('Read with').selectOption('');
    await dialog().getByLabel('Let them read').uncheck();
    expect(await dialog().getByRole('button', { name: 'Agree and refresh' }).isDisabled()).toBe(true);
    await dialog().getByRole('button', { name: 'Not now' }).click();
    expect(called('mapLogins')).toEqual([]);
    await alone.page.getByTestId('banner-login').waitFor();
  });

  test('by keyboard, from the screen of one query', async () => {
    await alone.open(answers());
    await alone.page.locator('[data-query="Theirs"] .row-main').focus();
    await alone.page.keyboard.press('Enter');
    await alone.page.getByTestId('use-login').focus();
    await alone.page.keyboard.press('Enter');
    await dialog().getByLabel('Read with').waitFor();
    expect(await dialog().innerText()).not.toContain('It reads Hours of Acme.');
    await dialog().getByRole('button', { name: 'Use and refresh' }).focus();
    await alone.page.keyboard.press('Enter');
    await alone.text('All 2 refreshed.');
    expect(called('mapLogins')).toHaveLength(1);
  });

  test('what could not be taken over is said by name, and the rest is refreshed', async () => {
    const left = [
      { query: 'Theirs too', problem: problem('forbidden', { title: 'No.', remedy: 'Ask an owner.' }) },
    ];
    await alone.open({
      ...answers(),
      mapLogins: { queries: [of('Theirs', 'a')], left },
    });
    await alone.button('Choose a login').click();
    await dialog().getByRole('button', { name: 'Use and refresh' }).click();
    await alone.text('1 query could not be taken over.');
    await dialog().getByText('Ask an owner.').waitFor();
    await dialog().getByRole('button', { name: 'Done' }).click();
    await alone.text('All 2 refreshed.');
    expect(called('startRefreshes')).toEqual([{ queries: ['Theirs', 'Mine'] }]);
  });

  test('another login can be connected first, and is asked about then', async () => {
    await alone.open({ ...answers(), addLogin: { ...mara, id: 'new', name: 'New one' } });
    await alone.button('Choose a login').click();
    await dialog().getByRole('button', { name: 'Connect another login' }).click();
    await alone.page.getByLabel('API key').fill('a-key');
    await alone.button('Connect').click();
    await dialog().getByLabel('Read with').waitFor();
    await dialog().getByRole('button', { name: 'Not now' }).click();
  });
});

describeInBrowser('asking somebody for access', () => {
  let alone: Alone;

  beforeAll(async () => {
    alone = await Alone.begin();
  });

  afterEach(async () => {
    expect(await alone.findings()).toEqual([]);
    expect(await alone.page.evaluate(CUT)).toEqual([]);
  });

  afterAll(async () => {
    await alone.end();
    expect(alone.complaints).toEqual([]);
  });

  const dialog = () => alone.page.getByRole('dialog');
  const called = (entry: string) =>
    alone.calls.filter((call) => call.entry === entry).map(({ payload }) => payload);
  const link = (id: string, state: string, purpose: string) => ({
    id,
    url: `https://script.example/exec#${id}.secret`,
    text: `Open https://script.example/exec#${id}.secret`,
    asker: 'Mara',
    purpose,
    createdAt: NOW - HOUR,
    expiresAt: NOW + 48 * HOUR,
    state,
  });

  async function ask(answers: Parameters<Alone['open']>[0]): Promise<void> {
    await alone.open({ loadOverview: world(), listLinks: [], ...answers });
    await alone.button('Logins', true).click();
    await alone.button(/^Ask somebody for access/).click();
    await alone.page.getByRole('heading', { name: 'Ask somebody for access' }).waitFor();
  }

  test('takes who asks, for what and for how long, and gives a text to send', async () => {
    await ask({ askForAccess: link('n', 'open', 'the monthly report') });
    await alone.button('Make the link').click();
    await alone.text('Type who asks, so that they know you.');
    await alone.page.getByLabel('Who asks').fill('Mara');
    await alone.page.getByLabel('What for').fill('the monthly report');
    await alone.page.getByLabel('The link works for').selectOption('7');
    await alone.button('Make the link').click();
    expect(await dialog().getByLabel('The text to send').inputValue()).toContain('exec#n.secret');
    expect(called('askForAccess')).toEqual([{ days: 7, asker: 'Mara', purpose: 'the monthly report' }]);
    await dialog().getByRole('button', { name: 'Copy the text' }).click();
    await alone.text(/^Copied|^Press Ctrl\+C/);
    expect(await alone.findings()).toEqual([]);
    await dialog().getByRole('button', { name: 'Done' }).click();
    await alone.text('Not answered yet');
  });

  test('what was answered is picked up and becomes a login', async () => {
    await ask({
      listLinks: [link('1', 'answered', 'Harbour hours'), link('2', 'expired', 'Old ones')],
      pickUpLink: jonas,
    });
    await alone.text('Expired');
    alone.change({ listLinks: [link('1', 'used', 'Harbour hours')] });
    await alone.button('Pick up').click();
    await alone.text('Jonas Weber is your login now: 1 account.');
    await alone.text('Picked up');
    expect(called('pickUpLink')).toEqual([{ id: '1' }]);
  });

  test('the first login of somebody who has none leads on to what it is for', async () => {
    await alone.open({
      loadOverview: world({ logins: [], queries: [] }),
      listLinks: [link('1', 'answered', 'Harbour hours')],
      pickUpLink: jonas,
    });
    await alone.button('Ask somebody for access').click();
    await alone.button('Pick up').waitFor();
    alone.change({ listLinks: [link('1', 'used', 'Harbour hours')] });
    await alone.button('Pick up').click();
    await alone.text('Picked up');
    await alone.button('Back').click();
    await alone.text('What do you want in your sheet?');
  });

  test('by keyboard: withdrawing says what it does, and cancelling leaves the link', async () => {
    await ask({
      listLinks: [link('1', 'open', 'Harbour hours')],
      withdrawLink: [link('1', 'withdrawn', 'Harbour hours')],
    });
    await alone.button('Withdraw').focus();
    await alone.page.keyboard.press('Enter');
    await alone.text(/no longer works. A key given by it/);
    await alone.page.keyboard.press('Enter');
    expect(called('withdrawLink')).toEqual([]);
    await alone.button('Withdraw').focus();
    await alone.page.keyboard.press('Enter');
    await alone.page.keyboard.press('Shift+Tab');
    await alone.page.keyboard.press('Enter');
    await alone.text('The link no longer works.');
    expect(called('withdrawLink')).toEqual([{ id: '1' }]);
  });

  test('where links are off that is said, and nothing leads to them', async () => {
    await alone.open({ loadOverview: world({ links: { on: false } }) });
    await alone.button('Logins', true).click();
    await alone.text('Asking by a link isn’t set up for this add-on.');
    expect(await alone.button(/^Ask somebody/).count()).toBe(0);
  });
});
