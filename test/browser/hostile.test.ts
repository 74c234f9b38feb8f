import { complete, login, NOW, overview, query, view } from '../sidebar/views';
import { Alone } from './alone';
import { describeInBrowser } from './browser';

const long = 'A name of a hundred letters and more '.repeat(200);

const states: [string, object][] = [
  ['no state', { state: undefined }],
  ['a text for a state', { state: 'x' }],
  ['a problem without a scope', failing({ code: 'key-refused', title: [], remedy: 7 })],
  ['a problem of nothing', failing({})],
  ['a problem that is a text', failing('x')],
  ['a problem that is a number', failing(7)],
  ['a title that is an object', failing({ code: 'forbidden', scope: {}, title: {}, remedy: [] })],
  ['a scope of anything', failing({ code: 'forbidden', scope: { login: {}, workspace: 7, cells: long } })],
  [
    'a scope of objects',
    failing({ code: 'cells-in-the-way', scope: { cells: {}, query: [] }, room: 'much' }),
  ],
  ['a code that is none', failing({ code: {}, scope: null, retryAt: 1e300 })],
  ['a moment that never comes', { state: { ...complete(1e300), warnings: [] } }],
  ['days that are none', { state: { complete: { ...complete(NOW).complete, days: { from: 7, to: 'x' } } } }],
  ['warnings that are objects', { state: { ...complete(NOW), warnings: [{}, null, long] } }],
  ['a place that is a text', { place: 'Aug!A1', state: complete(NOW) }],
  ['a name without end', { name: long }],
  ['a name that turns letters around', { name: '\u202eevil\u202c\nline two' }],
];

function failing(problem: unknown): object {
  return { state: { ...complete(NOW), problem, problemAt: NOW } };
}

describeInBrowser('what a hostile editor wrote', () => {
  let alone: Alone;

  beforeAll(async () => {
    alone = await Alone.begin();
    const queries = [
      view('Hours', { state: complete(NOW) }),
      ...states.map(([, change], index) => ({ ...view(`q${index}`), ...change, id: `q${index}` })),
    ];
    await alone.open({ loadOverview: { ...overview({ logins: [login('a', ['w1'])] }), queries } });
    await alone.text('Hours');
  });

  afterAll(async () => {
    await alone.end();
    expect(alone.complaints).toEqual([]);
  });

  test('every query has its row', async () => {
    const rows = await alone.page.locator('[data-query]').count();
    expect(rows).toBe(states.length + 1);
    expect(await alone.page.locator('[data-status="broken"]').count()).toBe(0);
    expect(await alone.findings()).toEqual([]);
  });

  test.each(states.map(([what], index) => [what, `q${index}`]))('%s: its screen opens', async (_what, id) => {
    await alone.page.locator(`[data-query="${id}"] .row-main`).click();
    await alone.page.getByTestId('screen-query').waitFor();
    const shown = await alone.shown();
    expect(shown).not.toMatch(/undefined|NaN|Invalid|\[object/);
    expect(shown.length).toBeLessThan(2000);
    await alone.button('Back').click();
    await alone.text('Hours');
  });

  test('a screen that can’t be drawn says so, and the way back is open', async () => {
    const odd = view('Odd', { query: query({ options: null as never }), state: complete(NOW) });
    await alone.open({ loadOverview: overview({ queries: [odd, view('Hours', { state: complete(NOW) })] }) });
    await alone.page.locator('[data-query="Odd"] .row-main').click();
    await alone.button('Edit').click();
    await alone.text('This part of the sidebar can’t be shown.');
    expect(await alone.findings()).toEqual([]);
    expect(alone.complaints.splice(0)).toHaveLength(1);
    await alone.button('Back').click();
    await alone.page.getByTestId('screen-query').waitFor();
  });

  test('a query that is none leaves the others in sight', async () => {
    const odd = view('Odd', { query: query({ accounts: 7 as never }) });
    await alone.open({ loadOverview: overview({ queries: [odd, view('Hours', { state: complete(NOW) })] }) });
    await alone.text('Hours');
    await alone.page.locator('[data-query="Odd"][data-status="unreadable"]').waitFor();
  });
});
