import type { Query } from '../../src/query/query';
import { grouped, overview, problem, query, view } from '../sidebar/views';
import { Alone, Refused } from './alone';
import { describeInBrowser } from './browser';

const LONG = 'Zusammenarbeitsvereinbarungsverwaltungsprojekt für Öffentlichkeitsarbeit und Kommunikation';

describeInBrowser('what the builder looks like when it is hard', () => {
  let alone: Alone;

  beforeAll(async () => {
    alone = await Alone.begin();
  });

  afterEach(async () => {
    expect(await alone.findings()).toEqual([]);
    expect(await alone.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(300);
  });

  afterAll(async () => {
    await alone.end();
    expect(alone.complaints).toEqual([]);
  });

  const columns = [{ field: 'client' }, { field: 'hours' }];

  /** The editor of a query, with a section open. */
  async function edit(change: Partial<Query>, section: RegExp, answers: object = {}): Promise<void> {
    const own = query({ id: 'Hours', name: 'Hours', grain: 'grouped', columns, ...change });
    await alone.open({
      loadOverview: overview({ queries: [view('Hours', { query: own })], reports: [grouped] }),
      saveQuery: ({ query: draft }: { query: object }) => ({ ...draft, id: 'Hours' }),
      listValues: { values: [], complete: true, problems: [] },
      ...answers,
    });
    await alone.button('More for Hours').click();
    await alone.page.getByRole('menuitem', { name: 'Edit' }).click();
    await alone.button(section).click();
  }

  const combobox = (name: string) => alone.page.getByRole('combobox', { name });
  const option = (name: string | RegExp) => alone.page.locator('.picker-option', { hasText: name }).first();

  async function saved(): Promise<Record<string, unknown>> {
    await alone.button('Save', true).click();
    await alone.text('is saved');
    const call = alone.calls.find(({ entry }) => entry === 'saveQuery');
    return call?.payload.query as Record<string, unknown>;
  }

  test('any of several conditions, each of the kind that the first one is', async () => {
    await edit({}, /^Filters/);
    await alone.button('Add “any of”').click();
    await combobox('Field').fill('hours');
    await option('Hours').click();
    await alone.page.getByLabel(/^Value/).fill('7:30');
    await alone.button('Done').click();
    await alone.button('Add to this group').click();
    await combobox('Field').fill('client');
    await alone.text('Nothing matches “client”');
    await combobox('Field').fill('ratio');
    await option('Billable ratio').click();
    await alone.page.getByLabel('Condition').selectOption({ label: 'between' });
    await alone.page.getByLabel(/^At least/).fill('50');
    await alone.page.getByLabel(/^At most/).fill('80');
    await alone.button('Done').click();
    expect(await alone.findings()).toEqual([]);
    expect((await saved()).filters).toEqual([
      {
        or: [
          { field: 'hours', op: 'gt', values: ['7:30'] },
          { field: 'ratio', op: 'between', values: [0.5, 0.8] },
        ],
      },
    ]);
  });

  test('a list that can’t be read says so in place, and a name can be typed all the same', async () => {
    const refuse = () => {
      throw new Refused(problem('forbidden', { title: 'This key may not list clients.', retry: 'never' }));
    };
    await edit({}, /^Filters/, { listValues: refuse });
    await alone.button('Add a filter').click();
    await combobox('Field').fill('client');
    await option('Client').click();
    await alone.text('The list could not be read: This key may not list clients.');
    await combobox('Values').fill('Acme');
    await option('Use the name “Acme”').click();
    await alone.page.keyboard.press('Escape');
    expect(await alone.findings()).toEqual([]);
    await alone.button('Done').click();
    await alone.text('Client is Acme');
    expect((await saved()).filters).toEqual([{ field: 'client', op: 'is', values: ['Acme'] }]);
  });

  test('five thousand projects stay fast, and two of one name are told apart', async () => {
    const values = Array.from({ length: 5000 }, (_, at) => ({
      id: `p${at}`,
      name: at < 2 ? 'Support' : `${LONG} ${at}`,
      apart: at === 0 ? 'Acme' : LONG,
      archived: false,
    }));
    await edit({}, /^Filters/, { listValues: { values, complete: true, problems: [] } });
    await alone.button('Add a filter').click();
    await combobox('Field').fill('project');
    await option('Project').click();
    await combobox('Values').click();
    expect(await alone.page.getByRole('option').count()).toBeLessThan(40);
    expect(await alone.findings()).toEqual([]);
    await combobox('Values').fill('support acme');
    await alone.page.keyboard.press('Enter');
    await alone.page.keyboard.press('Escape');
    expect((await saved()).filters).toEqual([
      { field: 'project', op: 'is', values: [{ id: 'p0', name: 'Support' }] },
    ]);
  });

  test('a value is taken from the selected cell', async () => {
    const selection = { tab: 'My settings', area: { sheet: 1, row: 1, column: 1, rows: 9, columns: 1 } };
    await edit({}, /^Filters/, { readSelection: selection });
    await alone.button('Add a filter').click();
    await combobox('Field').fill('descr');
    await option('Description').click();
    await alone.button('From a cell').click();
    await alone.page.getByLabel('Cell for Description').fill('B2');
    await alone.text('Name a cell with its tab');
    expect(await alone.findings()).toEqual([]);
    await alone.button('Use the selected cell').click();
    await alone.button('Done').click();
    expect((await saved()).filters).toEqual([
      { field: 'description', op: 'is', values: [{ cell: "='My settings'!A1:A9" }] },
    ]);
  });

  test('filters of several levels are said in words, and can be removed', async () => {
    const deep = {
      or: [
        { field: 'client', op: 'is' as const, values: [LONG] },
        {
          and: [
            { field: 'user', op: 'is' as const, values: ['Mara'] },
            { field: 'billable', op: 'is' as const, values: [true] },
          ],
        },
      ],
    };
    await edit({ filters: [deep] }, /^Filters/);
    await alone.text(/or \(user is Mara and billable\)/);
    expect(await alone.findings()).toEqual([]);
    await alone.button(/^Remove the filter/).click();
    await alone.text('No filters: everything counts.');
    expect((await saved()).filters).toBeUndefined();
  });

  test('what is begun and not done keeps a query from being saved, and takes the focus', async () => {
    await edit({}, /^Filters/);
    await alone.button('Add a filter').click();
    await combobox('Field').fill('date');
    await option('Date').click();
    await alone.button(/^Filters/).click();
    await alone.button('Save & refresh').click();
    await alone.text('Choose what to compare Date with.');
    const label = await alone.page.evaluate('document.activeElement.labels[0].innerText');
    expect(label).toBe('Value');
    expect(alone.calls.some(({ entry }) => entry === 'saveQuery')).toBe(false);
  });

  test('what can’t be combined says why, and one click lets it be', async () => {
    await edit({ grain: 'each' }, /^Period/);
    await alone.text('Rows are compared where they are grouped, not one by one.');
    await alone.button('Group the rows').click();
    await alone.page.getByLabel('Compare with').selectOption({ label: 'Dates of my own' });
    await alone.text('Choose a day.');
    expect(await alone.findings()).toEqual([]);
    await alone.page.getByLabel('Compare with').selectOption({ label: 'The same period a year ago' });
    await alone.text('Compared with 1–31 Oct 2025');
    await combobox('Period').fill('all time');
    await option('All time').click();
    await alone.text('All time can’t be compared: nothing comes before it.');
  });

  test('a period is found as people say it, with its days', async () => {
    await edit({}, /^Period/);
    await combobox('Period').fill('last 5 weeks');
    await alone.text('28 Sep – 1 Nov 2026');
    await alone.page.keyboard.press('Enter');
    expect(await combobox('Period').inputValue()).toBe('Last …');
    expect((await saved()).period).toEqual({ kind: 'last', count: 5, unit: 'week', current: false });
  });

  test('a metric is shown as its share beside itself', async () => {
    await edit({}, /^Metrics/);
    await alone.button('How to show Hours').click();
    await alone.page.getByRole('menuitem', { name: 'Add its share of the total' }).click();
    await alone.text('Hours (share)');
    expect((await saved()).columns).toEqual([...columns, { field: 'hours', show: 'share' }]);
  });

  test('a preview that fails says so in place; one of another question says that too', async () => {
    const refuse = () => {
      throw new Refused(
        problem('rate-limited', { title: 'Clockify asked to wait.', remedy: 'Try again later.' }),
      );
    };
    await edit({}, /^Metrics/, { previewRows: refuse });
    await alone.button('Preview the first rows').click();
    await alone.text('Clockify asked to wait.');
    expect(await alone.findings()).toEqual([]);
    const titles = ['Client', 'Hours', 'Amount', 'Share', 'Change'].map((title) => ({
      title,
      type: 'hours',
      format: '',
    }));
    const rows = Array.from({ length: 20 }, () => [LONG, 12.5, 1, 2, 3]);
    alone.change({ previewRows: { columns: titles, rows, sample: true, of: null, requests: 1 } });
    await alone.button('Try again').click();
    await alone.text('A sample: 20 rows of what one request gives');
    await alone.button('Remove Hours').click();
    await alone.text('The query was changed since.');
  });

  test('what the script finds wrong with a query is said where it is made', async () => {
    const wrong = () => {
      throw new Refused(
        problem('field-misplaced', { title: 'There is no such thing.', remedy: 'Take it away.' }),
      );
    };
    await edit({}, /^Metrics/, { previewRequests: wrong });
    await alone.text('There is no such thing. Take it away.');
  });

  test('a query comes as JSON, with what could not be taken over, and goes as JSON', async () => {
    const { id: _, ...draft } = query({ name: 'Imported', grain: 'grouped', columns, accounts: [] });
    await edit({}, /^Metrics/, {
      importQuery: { query: draft, problems: [problem('workspace-gone', { title: 'No login sees Acme.' })] },
      exportQuery: { json: '{"version": 2}' },
    });
    await alone.button('Back').click();
    await alone.button('More for Hours').click();
    await alone.page.getByRole('menuitem', { name: 'Copy as JSON' }).click();
    expect(await alone.page.getByLabel('The query as JSON').inputValue()).toBe('{"version": 2}');
    expect(await alone.findings()).toEqual([]);
    await alone.button('Close').click();
    await alone.button('New').click();
    await alone.button(/^From JSON/).click();
    await alone.button('Look at it').click();
    await alone.text('Paste the JSON first.');
    await alone.page.getByLabel('The query as JSON').fill('{"version": 2}');
    await alone.button('Look at it').click();
    await alone.text('No login sees Acme.');
    await alone.button('Save & refresh').click();
    await alone.text('Choose at least one account.');
  });
});
