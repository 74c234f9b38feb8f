import type { Together } from '../../src/job/progress';
import type { Query } from '../../src/query/query';
import { latency, scaled } from '../../workbench/gas/latency';
import { newGround, problemIn, QUERY_TAB, type Wish } from './ground';

/* What those who may edit the spreadsheet can write into what a query asks and keeps, and what they reach of jobs of several. */

const ground = newGround();

const wish: Wish = {
  name: 'Hours',
  accounts: ['Lumen & Loom'],
  days: ['2026-06-01', '2026-06-05'],
  columns: ['user', 'hours'],
  ask: { grain: 'grouped', split: { field: 'project', most: 30 } },
};

const json = (cell: string) => JSON.parse(String(ground.sheet.values(QUERY_TAB, cell)[0][0]));
const stored = (row = 2) => json(`C${row}`) as Query;

function type(cell: string, value: unknown): void {
  ground.sheet.type(QUERY_TAB, cell, `'${JSON.stringify(value)}`);
}

const header = async (query: Query) => (await ground.table(query)).values[0];

describe('columns that are remembered', () => {
  test.each([
    ['a formula', 'iabc =IMPORTDATA("https://evil.example")', '=IMPORTDATA("https://evil.example")'],
    ['unseen characters', 'iabc \u202eevil\n\u0007line', 'evil line'],
    ['a number without end', 'n1e308 x', null],
    ['a prototype', 'i__proto__ constructor', null],
    ['the others', '.others Others', null],
    ['bytes that are no text', 'tab.FF_ x', null],
  ])('as %s are text, or none', async (_, kept, title) => {
    const query = await ground.fill(wish);
    const before = await header(query);
    const state = json('D2');
    type('D2', { ...state, complete: { ...state.complete, split: [`project ${kept}`] } });
    await ground.refresh(query);
    const added = (await header(query)).filter((text) => !before.includes(text));
    expect(added).toEqual(title === null ? [] : [title]);
  });

  test('are those of what the table is split by now', async () => {
    const clients = { ...wish.ask, split: { field: 'client', most: 30 } };
    const query = await ground.fill(wish);
    await ground.session.saveQuery({ ...stored(), ...clients });
    await ground.refresh(query);
    const other = await ground.fill({ ...wish, name: 'New', ask: clients });
    expect(await header(query)).toEqual(await header(other));
  });
});

const UNSEEN = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2060-\u2069]/u;
const cell = "='a\u202eb\nc\u061c'!B2";

test.each<[string, Partial<Query>]>([
  ['a period', { period: { kind: 'cell', cell } }],
  ['a first day', { period: { kind: 'since', from: cell, to: 'today' } }],
  ['a limit', { limit: cell }],
  ['a comparison', { compare: { with: 'fixed', from: cell, to: '2026-01-01' } }],
  ['a name', { filters: [{ field: 'client', op: 'is', values: [{ id: 'x', name: cell.slice(1) }] }] }],
  ['a filter', { filters: [{ field: 'client', op: 'is', values: [{ cell }] }] }],
])('what is agreed to says nothing unseen of %s', async (_, change) => {
  const query = await ground.fill(wish);
  type('C2', { ...stored(), ...change });
  const { agreement } = await ground.view(query);
  expect(agreement?.changes.length).toBeGreaterThan(0);
  expect(agreement?.changes.join('')).not.toMatch(UNSEEN);
});

describe('a refresh of several queries', () => {
  test('writes none of them to where somebody else points it meanwhile', async () => {
    const first = await ground.fill({ ...wish, ask: {}, columns: ['date'] });
    const second = await ground.fill({ ...wish, name: 'Costs', ask: {}, columns: ['cost'] });
    const [{ target }, other] = [stored(2), stored(3)];
    const together = await ground.session.refreshTogether([first.id, second.id], {
      onCall: ({ name }) => {
        if (name.startsWith('UrlFetchApp')) type('C3', { ...other, target });
      },
    });
    expect(together.queries.map(({ problem }) => problem?.code ?? null)).toEqual([null, 'agreement-needed']);
  });

  async function waiting(): Promise<Together> {
    await ground.open({ prices: scaled(latency, 20) });
    await ground.login('bench');
    const query = await ground.query({
      accounts: ['Bench 10k'],
      days: ['2026-02-01', '2026-02-21'],
      columns: ['date'],
    });
    return ground.session.call<Together>('startRefreshes', { queries: [query.id] });
  }

  test('can be gone on with by nobody else', async () => {
    const { job, state } = await waiting();
    expect(state).not.toBe('done');
    for (const entry of ['stepRefreshes', 'stepRefresh']) {
      const stepped = ground.session.call(entry, { job }, { user: 'user-2' });
      expect((await problemIn(() => stepped)).code).toBe('job-unknown');
    }
    expect((await ground.session.call<Together>('stepRefreshes', { job })).queries).toHaveLength(1);
  });

  test('that nobody went on with for a day leaves nothing behind', async () => {
    await waiting();
    const { platform } = ground.session;
    const pending = () =>
      platform
        .properties('user user-1')
        .keys()
        .filter((name) => name.startsWith('job.'));
    platform.evict();
    await ground.session.call('listWaiting');
    expect(pending()).toHaveLength(1);
    platform.clock.advance(25 * 3_600_000);
    await ground.session.call('listWaiting');
    expect(pending()).toEqual([]);
  });
});
