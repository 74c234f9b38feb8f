import type { Query } from '../../src/query/query';
import { complete, grouped, HOUR, login, NOW, overview, problem, query, view } from '../sidebar/views';
import { Alone, Refused } from './alone';
import { describeInBrowser } from './browser';
import { settled } from './grid';

/* Names that somebody at Clockify chose, in every screen of the sidebar that shows any. */

/** What is wrong with a name, the name, and a part of it that is to be read. */
const NAMES: [what: string, name: string, read: string][] = [
  ['HTML', '<img src=x onerror="window.ran = 1"><b>bold</b><script>window.ran = 1</script>', '<img src=x'],
  ['an attribute', '" onfocus="window.ran = 1" autofocus x="', '" onfocus='],
  ['an address that runs', 'javascript:window.ran=1', 'javascript:'],
  ['one long word', 'x'.repeat(300), 'xxxxxxxxxx'],
  ['letters that turn others around', '\u202eevil\u2066\u200f name', 'evil'],
];

/** In the page: what of a name became more than a text, and how far things stand out of the page. */
const ESCAPED = `[
  window.ran ?? null,
  document.querySelectorAll('#app img, #app b, #app script, #app iframe, #app [onfocus], #app a[href^="javascript"]').length,
  Math.max(0, document.documentElement.scrollWidth - innerWidth),
]`;

describeInBrowser('names that want to be more than names', () => {
  let alone: Alone;
  let asked: string[];

  beforeAll(async () => {
    alone = await Alone.begin();
    alone.page.on('dialog', (dialog) => void dialog.dismiss().then(() => asked.push(dialog.message())));
    alone.page.on('request', (request) => asked.push(request.url()));
  });

  beforeEach(() => {
    asked = [];
  });

  afterAll(async () => {
    await alone.end();
    expect(alone.complaints).toEqual([]);
  });

  /** It can be read; nothing ran, was loaded, or stands out of the page; and a screen reader has what it needs. */
  async function expectOnlyText(read: string): Promise<void> {
    await settled(async () => expect(await alone.shown()).toContain(read));
    expect(await alone.page.evaluate(ESCAPED)).toEqual([null, 0, 0]);
    expect(asked.filter((address) => !/^(about:|https:\/\/sidebar\.example)/.test(address))).toEqual([]);
    expect(await alone.findings()).toEqual([]);
  }

  function world(name: string) {
    const accounts: Query['accounts'] = [{ login: 'a', workspace: 'w1', name }];
    const owner = login('a', ['w1', 'w2'], name);
    const shared = login('b', ['w3'], `${name} 2`);
    const asking = query({
      id: 'q',
      name,
      accounts,
      grain: 'grouped',
      columns: [{ field: 'client', title: name }, { field: 'hours' }],
      filters: [{ field: 'project', op: 'is', values: [{ id: 'p', name }] }],
      split: { field: 'user', most: 5 },
    });
    const failing = problem('forbidden', {
      title: name,
      remedy: name,
      scope: { login: name, workspace: name },
    });
    return overview({
      reports: [grouped],
      logins: [
        {
          ...owner,
          user: { id: 'u', name, email: name },
          refusedAt: NOW - HOUR,
          accounts: owner.accounts.map((account) => ({ ...account, name, plan: name })),
        },
        { ...shared, owner: 'spreadsheet', sharedBy: { name, at: NOW - HOUR }, samePersonAs: [name] },
      ],
      queries: [
        view(name, { id: 'q', query: asking, state: { ...complete(NOW), warnings: [name] } }),
        view(name, {
          id: 'r',
          query: { ...asking, id: 'r' },
          state: { ...complete(NOW), problem: failing, problemAt: NOW },
        }),
        view(name, { id: 's', query: null, problem: failing }),
      ],
      displayName: name,
    });
  }

  describe.each(NAMES)('%s', (_, name, read) => {
    const open = (more: Parameters<Alone['open']>[0] = {}) =>
      alone.open({ loadOverview: world(name), ...more });

    test('in the list and on the screen of a query', async () => {
      await open();
      await alone.page.locator('[data-query="q"]').waitFor();
      await expectOnlyText(read);
      for (const id of ['q', 'r']) {
        await alone.page.locator(`[data-query="${id}"] .row-main`).click();
        await alone.page.getByTestId('screen-query').waitFor();
        await expectOnlyText(read);
        await alone.button('Back').click();
      }
    });

    test('among the logins, in what deleting one stops, and among the links', async () => {
      const link = {
        id: '1',
        url: `https://script.example/exec#1.${encodeURIComponent(name)}`,
        text: name,
        asker: name,
        purpose: name,
        createdAt: NOW - HOUR,
        expiresAt: NOW + HOUR,
        state: 'open',
      };
      await open({ listLinks: [link] });
      await alone.button('Logins', true).click();
      await alone.text('Shared here by others');
      await expectOnlyText(read);
      await alone
        .button(/^More for/)
        .first()
        .click();
      await expectOnlyText(read);
      await alone.page.getByRole('menuitem', { name: 'Delete' }).click();
      await alone.page.getByRole('dialog').waitFor();
      await expectOnlyText(read);
      await alone.page.keyboard.press('Escape');
      await alone.button(/^Ask somebody for access/).click();
      await alone.page.getByRole('heading', { name: 'Ask somebody for access' }).waitFor();
      await expectOnlyText(read);
    });

    test('in the builder, its lists, its preview, and what is wrong with it', async () => {
      const preview = {
        columns: [name, 'Hours'].map((title) => ({ title, type: 'text', format: '' })),
        rows: [[name, 1]],
        sample: true,
        of: null,
        requests: 1,
      };
      const wrong = () => {
        throw new Refused(problem('field-misplaced', { title: name, remedy: name }));
      };
      const values = [{ id: 'p', name, apart: name, archived: false }];
      await open({
        previewRows: preview,
        previewRequests: wrong,
        listValues: { values, complete: true, problems: [] },
      });
      await alone.page.locator('[data-query="q"] .row-main').click();
      await alone.button('Edit').click();
      await alone.button('Preview the first rows').click();
      await alone.text(/A sample/);
      await expectOnlyText(read);
    });

    test('in the refresh log', async () => {
      const runs = [
        {
          at: NOW,
          query: name,
          name,
          outcome: 'failed',
          problem: name,
          rows: 0,
          requests: 1,
          seconds: 1,
          warnings: [name],
        },
      ];
      await open({ listRuns: runs });
      await alone.button('Settings', true).click();
      await alone.button(/^Refresh log/).click();
      await alone.page.getByRole('heading', { name: 'Refresh log' }).waitFor();
      await expectOnlyText(read);
    });
  });
});
