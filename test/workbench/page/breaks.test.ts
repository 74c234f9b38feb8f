import { keys } from '../../../workbench/clockify/keys';
import { type OpenPage, openPage } from '../../../workbench/page/open';

let page: OpenPage;
let query: string;

/** Calls an entry point as the sidebar does. */
async function call<T>(functionName: string, payload: unknown): Promise<T> {
  const answer = await page.book.run('user-1', functionName, [JSON.stringify(payload)]);
  if (!answer.ok) throw new Error(answer.message);
  return (JSON.parse(String(answer.value)) as { value: T }).value;
}

const refresh = () => call<{ state: string } | undefined>('startRefresh', { query });
const table = () => page.book.platform.spreadsheet.displayed('Projects');
const isOn = async (id: string) => (await page.book.breaks?.views())?.find((each) => each.id === id)?.on;

beforeAll(async () => {
  page = await openPage({ port: 0, clockify: 'demo', workbook: undefined, locale: 'en_US' });
  const login = await call<{ id: string; accounts: { id: string; name: string }[] }>('addLogin', {
    key: keys.demo,
  });
  const [account] = login.accounts.filter(({ name }) => name === 'Lumen & Loom');
  const saved = await call<{ id: string }>('saveQuery', {
    query: {
      version: 1,
      name: 'Projects',
      report: 'projects',
      accounts: [{ login: login.id, workspace: account.id, name: account.name }],
      period: { kind: 'preset', preset: 'last-month' },
      zone: 'Europe/Berlin',
      columns: [{ field: 'project' }, { field: 'client' }],
      options: { durations: 'duration' },
      target: { kind: 'new-tab' },
    },
  });
  query = saved.id;
});

afterAll(() => page.close());

describe.each(['late-failure', 'end-after-write'])('%s', (id) => {
  test('strikes the next refresh once, and the one after it has the table complete', async () => {
    await refresh();
    const before = table();
    await page.book.turn(id, true, undefined);
    expect(await isOn(id)).toBe(true);
    await refresh().catch(() => undefined);
    expect(await isOn(id)).toBe(false);
    expect(await refresh()).toMatchObject({ state: 'done' });
    expect(table()).toEqual(before);
  });

  test('leaves other executions alone, and is called off', async () => {
    await page.book.turn(id, true, undefined);
    await call('listQueries', {});
    expect(await isOn(id)).toBe(true);
    await page.book.turn(id, false, undefined);
    expect(await refresh()).toMatchObject({ state: 'done' });
  });
});

describe('native-table', () => {
  test('makes the table one of Sheets’ own: the refresh says so, and the old rows stay', async () => {
    await refresh();
    // What is as it should be isn't written: there has to be something to put right.
    page.book.platform.spreadsheet.type('Projects', 'A2', 'typed over');
    const before = table();
    await page.book.turn('native-table', true, undefined);
    expect(await refresh()).toMatchObject({ state: 'failed', problem: { retry: 'never' } });
    expect(table()).toEqual(before);
    await page.book.turn('native-table', false, undefined);
    expect(await refresh()).toMatchObject({ state: 'done' });
  });
});

describe('chart-tab', () => {
  test('puts a tab without cells in front of everybody; what is refreshed elsewhere is not in its way', async () => {
    await page.book.turn('chart-tab', true, undefined);
    const { tabs, selection } = await page.book.open('user-2');
    expect(tabs.find(({ id }) => id === selection.tab)).toMatchObject({ name: 'Chart1', chart: true });
    expect(await refresh()).toMatchObject({ state: 'done' });
    expect(await page.book.run('user-1', 'readSelection', ['{}'])).toMatchObject({
      value: expect.stringContaining('"code":"tab-without-cells"'),
    });
    await page.book.turn('chart-tab', false, undefined);
    expect((await page.book.open('user-2')).tabs.map(({ name }) => name)).not.toContain('Chart1');
  });
});

describe('copy', () => {
  test('makes the page show a copy, in which nothing is kept beside the cells and the query waits for an agreement', async () => {
    await refresh();
    const before = table();
    await page.book.turn('copy', true, undefined);
    const { name } = await page.book.open('user-1');
    expect(name).toBe('Copy of Hours');
    expect(table()).toEqual(before);
    expect(page.book.platform.properties('document').all()).toEqual({});
    const { agreements } = await call<{ agreements: { id: string }[] }>('missingLogins', {});
    expect(agreements.map(({ id }) => id)).toEqual([query]);
  });
});
