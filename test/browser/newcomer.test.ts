import { complete, login, NOW, overview, problem, query, view } from '../sidebar/views';
import { Alone, Refused } from './alone';
import { describeInBrowser } from './browser';

const never = new Promise(() => undefined);

describeInBrowser('what a newcomer stumbles over', () => {
  let alone: Alone;

  beforeAll(async () => {
    alone = await Alone.begin();
  });

  afterEach(async () => {
    expect(await alone.findings()).toEqual([]);
  });

  afterAll(async () => {
    await alone.end();
    expect(alone.complaints).toEqual([]);
  });

  const hours = () => view('Hours', { state: complete(NOW) });

  const progress = (change: object) => ({
    job: 'Hours.1',
    query: { id: 'Hours', name: 'Hours' },
    state: 'reading',
    rows: 1000,
    rowsExpected: 2311,
    recordsRead: 1000,
    recordsExpected: 2311,
    requests: 18,
    requestsLeft: 23,
    startedAt: Date.now(),
    until: null,
    warnings: [],
    problem: null,
    ...change,
  });

  async function refresh(answers: object): Promise<void> {
    await alone.open({ loadOverview: overview({ now: Date.now(), queries: [hours()] }), ...answers });
    await alone.page.locator('.row-main').click();
    await alone.button('Refresh').click();
  }

  test('rows and requests move while the script is at work, with the time left', async () => {
    let requests = 17;
    const further = () => progress({ requests: ++requests, requestsLeft: 41 - requests });
    await refresh({ startRefresh: () => never, readProgress: further });
    await alone.text('1,000 of 2,311 rows');
    await alone.text('18 of 41');
    await alone.text('19 of 41');
    await alone.text('Time left');
  });

  test('a Free account’s hour is waited for, and said with what is shown until then', async () => {
    await refresh({ startRefresh: () => progress({ state: 'waiting', until: Date.now() + 2_000_000 }) });
    await alone.text(/18 of 41 requests done; continues about .*\d\d:\d\d, while this sidebar is open/);
    await alone.text(/Until then: showing data from/);
  });

  test('without a network it says so, and goes on by itself', async () => {
    const offline = () => {
      throw new Refused(problem('offline'));
    };
    await refresh({ startRefresh: offline, readSelection: offline });
    await alone.text('You are offline');
    alone.change({
      startRefresh: progress({ state: 'done', rows: 7 }),
      readSelection: null,
      listQueries: [view('Hours', { state: complete(NOW, 7) })],
    });
    await alone.text('7 rows, complete');
  });

  test('a collision offers to insert rows', async () => {
    const covered = problem('cells-in-the-way', { room: { rows: 8 } });
    await refresh({ startRefresh: progress({ state: 'failed', problem: covered }), listQueries: [hours()] });
    alone.change({ startRefresh: progress({ state: 'done' }) });
    await alone.button('Insert 8 rows').click();
    await alone.text('2,311 rows, complete');
    const called = alone.calls.find(({ entry }) => entry === 'insertRows');
    expect(called?.payload).toEqual({ query: 'Hours', rows: 8 });
  });

  test('a query begins with the account in front, says its requests, and takes a free name', async () => {
    await alone.open({
      loadOverview: overview({ queries: [hours()], logins: [login('a', ['w1', 'w2'])] }),
      previewRequests: { requests: 41, atLeast: false, hourly: 30 },
    });
    await alone.button('New').click();
    expect(await alone.page.locator('.token-name').allInnerTexts()).toEqual(['Workspace w2']);
    await alone.button(/^Time entries/).click();
    await alone.text(/Takes 41 requests/);
    await alone.page.getByLabel('Name').fill('hours');
    await alone.text('Another query has this name.');
    await alone.button('Use “hours 2”').click();
    expect(await alone.page.getByLabel('Name').inputValue()).toBe('hours 2');
  });

  test('half a day is said to be none, where it is typed', async () => {
    await alone.open({ loadOverview: overview({ queries: [hours()] }) });
    await alone.button('More for Hours').click();
    await alone.page.getByRole('menuitem', { name: 'Edit' }).click();
    await alone.button(/^Period/).click();
    await alone.page.getByRole('combobox', { name: 'Period' }).fill('Last …');
    await alone.page.getByRole('option', { name: /^Last …/ }).click();
    await alone.page.getByLabel('How many').fill('1.5');
    await alone.text('Type a whole number, 1 or more.');
    await alone.text('no period yet');
    await alone.button('Save & refresh').click();
    expect(alone.calls.some(({ entry }) => entry === 'saveQuery')).toBe(false);
  });

  test('a look at another report type keeps the columns', async () => {
    const own = query({ id: 'Hours', columns: [{ field: 'duration', title: 'Time' }, { field: 'user' }] });
    await alone.open({ loadOverview: overview({ queries: [view('Hours', { query: own })] }) });
    await alone.button('More for Hours').click();
    await alone.page.getByRole('menuitem', { name: 'Edit' }).click();
    await alone.page.getByLabel('Report type').selectOption({ label: 'Clients' });
    expect(await alone.shown()).not.toContain('Time, User');
    await alone.page.getByLabel('Report type').selectOption({ label: 'Time entries' });
    await alone.text('Time, User');
  });

  test('columns get names for formulas when asked to', async () => {
    await alone.open({ loadOverview: overview({ queries: [hours()] }), saveQuery: query({ id: 'Hours' }) });
    await alone.page.locator('.row-main').click();
    await alone.button('Edit').click();
    await alone.button(/^Options/).click();
    await alone.text(/=SUM\(Clockify_Hours_Date\) stays right when the table grows/);
    await alone.page.getByLabel('Name every column for formulas').check();
    await alone.button('Save', true).click();
    await alone.text('Hours is saved. Refresh it to see the change.');
    const saved = alone.calls.find(({ entry }) => entry === 'saveQuery')?.payload.query;
    expect(saved).toMatchObject({ options: { durations: 'duration', columnNames: true } });
  });

  test('a table that is gone, and a period without time, are called so', async () => {
    const gone = { ...view('Gone', { state: complete(NOW) }), place: null };
    const empty = view('Empty', { state: complete(NOW, 0) });
    await alone.open({ loadOverview: overview({ queries: [gone, empty] }) });
    await alone.text('No table now. Refresh to write it.');
    await alone.text(/^Nothing tracked then ·/);
    expect(await alone.shown()).not.toContain('Showing data');
    await alone.page.locator('[data-query="Empty"] .row-main').click();
    await alone.text('Nothing tracked then');
  });
});
