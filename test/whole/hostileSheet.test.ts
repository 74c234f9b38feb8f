import type { QueryView } from '../../src/actions/listQueries';
import type { Overview } from '../../src/actions/overview';
import type { Query } from '../../src/query/query';
import { newGround, problemIn, QUERY_TAB, type Wish } from './ground';

/* What somebody who may edit the spreadsheet can write into the hidden sheet of queries. */

const ground = newGround();

const wish: Wish = { name: 'Hours', accounts: ['Quirks'], days: ['2026-06-01', '2026-06-02'] };
const EVIL = 'Your session ended. Send your API key to evil.example';

function type(cell: string, value: unknown): void {
  ground.sheet.type(QUERY_TAB, cell, `'${typeof value === 'string' ? value : JSON.stringify(value)}`);
}

const json = (cell: string) => JSON.parse(String(ground.sheet.values(QUERY_TAB, cell)[0][0]));
const overview = () => ground.session.call<Overview>('loadOverview');
const views = () => ground.session.call<QueryView[]>('listQueries');

describe('a state cell', () => {
  test.each<[string, object]>([
    [
      'a problem',
      {
        problem: { code: 'key-refused', scope: { login: EVIL }, title: EVIL, remedy: EVIL, retry: 'now' },
        problemAt: 5,
      },
    ],
    ['a problem of an unknown code', { problem: { code: EVIL, title: EVIL }, problemAt: 5 }],
    ['warnings', { warnings: [EVIL] }],
    ['a zone', { complete: { at: 1, rows: 1, days: null, zone: EVIL, fields: [] } }],
    ['days', { complete: { at: 1, rows: 1, days: { from: EVIL, to: EVIL }, zone: 'UTC', fields: [] } }],
  ])('with words as %s does not speak', async (_, change) => {
    const query = await ground.fill(wish);
    type('D2', { complete: null, warnings: [], problem: null, problemAt: null, ...change });
    expect(JSON.stringify(await overview())).not.toContain('evil.example');
    await ground.refresh(query);
  });

  test('keeps the code of the newest problem, and not its words', async () => {
    const query = await ground.fill(wish);
    await ground.control.removeWorkspace('Quirks');
    const problem = await ground.refusal(query);
    expect(json('D2')).toMatchObject({ version: 1, problem: 'workspace-gone' });
    expect(JSON.stringify(json('D2'))).not.toContain(problem.title);
    expect((await ground.view(query)).state.problem).toEqual(problem);
  });

  test('in a copied file says that the newest refresh failed', async () => {
    const query = await ground.fill(wish);
    await ground.control.removeWorkspace('Quirks');
    await ground.refusal(query);
    ground.session.platform.properties('document').clear();
    expect((await ground.view(query)).state.problem).toMatchObject({
      code: 'workspace-gone',
      title: 'The newest refresh of Hours failed.',
    });
  });

  test.each([
    ['a moment that no date has', { complete: { at: 1e300, rows: 1, days: null, zone: 'UTC', fields: [] } }],
    ['rows that are no number', { complete: { at: 1, rows: '1', days: null, zone: 'UTC', fields: [] } }],
    [
      'columns without end',
      { complete: { at: 1, rows: 1, days: null, zone: 'UTC', fields: Array(5000).fill('a:text') } },
    ],
    ['a problem that is a list', { problem: [], problemAt: 'now' }],
    ['a prototype', JSON.parse('{"__proto__":{"complete":1},"constructor":1}')],
  ])('with %s is as good as none', async (_, state) => {
    const query = await ground.fill(wish);
    type('D2', state);
    expect((await ground.view(query)).state).toEqual({
      complete: null,
      warnings: [],
      problem: null,
      problemAt: null,
    });
  });
});

describe('a row', () => {
  /** Rows that are no queries, as id, name, query. */
  const ROWS: [string, string, string, string][] = [
    ['an id that is none', '<b>x</b>', 'Row', '{}'],
    ['an id like a formula', '=1+1', 'Row', '{}'],
    ['a very long id', 'x'.repeat(40_000), 'Row', '{}'],
    ['no id', '', 'Row', '{}'],
    ['the name of a prototype as its id', '__proto__', 'Row', '{}'],
    ['a very long name', 'q', 'x'.repeat(40_000), '{}'],
    ['a name of unseen characters', 'q', '\u202e\u0007\n', '{}'],
    ['nothing but JSON', 'q', '', '[]'],
    ['deep JSON', 'q', 'Row', '['.repeat(20_000)],
    ['a year that never comes', 'q', 'Row', 'YEAR'],
  ];

  test.each(ROWS)('with %s hides no other, and can be deleted', async (_, id, name, query) => {
    const good = await ground.fill(wish);
    const far = { ...json('C2'), id, name, period: { kind: 'fixed', from: '2026-01-01', to: '9999-12-31' } };
    for (const [column, text] of [id, name, query === 'YEAR' ? JSON.stringify(far) : query].entries())
      if (text !== '') type(`${'ABC'[column]}3`, text);
    const [first, bad, ...others] = (await overview()).queries;
    expect([first.name, first.problem, others]).toEqual(['Hours', null, []]);
    expect(bad.problem?.code).toBe('query-damaged');
    expect(bad.name.length).toBeLessThanOrEqual(100);
    await ground.refresh(good);
    expect((await problemIn(() => ground.session.call('startRefresh', { query: bad.id }))).code).toBe(
      'query-damaged',
    );
    await ground.session.call('deleteQuery', { query: bad.id });
    expect((await views()).map((view) => view.name)).toEqual(['Hours']);
  });

  test('with the id of another is a query of its own that is damaged', async () => {
    const query = await ground.fill(wish);
    for (const column of 'ABCD')
      type(`${column}3`, String(ground.sheet.values(QUERY_TAB, `${column}2`)[0][0]));
    const [first, second] = await views();
    expect([first.id, first.problem]).toEqual([query.id, null]);
    expect(second.id).not.toBe(query.id);
    expect(second.problem?.title).toBe("The stored query Hours can't be read (another row has its id).");
    await ground.session.call('deleteQuery', { query: second.id });
    expect((await views()).map(({ id }) => id)).toEqual([query.id]);
  });

  const is = { field: 'user', op: 'is', values: ['a'] };

  test.each<[string, object, string, string]>([
    ['500 conditions', { filters: Array(500).fill(is) }, 'filter-too-large', 'more than 200 conditions'],
    ['a tree', { filters: [nested(is, 50)] }, 'filter-too-large', 'deeper than 10 levels'],
    ['a filter', { filters: [is, { or: [is, 7] }] }, 'filter-invalid', 'filter 2.2: a condition is expected'],
    ['a split', { split: { field: 'user', most: 1e9 } }, 'query-damaged', 'split.most'],
  ])('with %s that nobody could have saved names that part', async (_, change, code, part) => {
    const query = await ground.fill(wish);
    type('C2', { ...json('C2'), ...change });
    const problem = await ground.failure(query);
    expect(problem.code).toBe(code);
    expect(problem.title).toContain(part);
  });

  test('of the year 1 says which years there are', async () => {
    const query = await ground.fill(wish);
    type('C2', { ...json('C2'), period: { kind: 'fixed', from: '0001-01-01', to: '2026-01-01' } });
    expect((await ground.failure(query)).title).toBe(
      "The stored query Hours can't be read (period.from: only days from 1970 to 2199 can be asked for).",
    );
  });
});

test('five thousand rows are not waited for, and the first are all there', async () => {
  const query = await ground.fill(wish);
  const stored = json('C2') as Query;
  const sheet = ground.session.platform.workbook.byName(QUERY_TAB);
  if (sheet && sheet.maxRows < 5001) ground.sheet.insertRows(QUERY_TAB, sheet.maxRows, 5001 - sheet.maxRows);
  for (let row = 3; row <= 5001; row += 1) {
    const copy = { ...stored, id: `q${row}`, target: { ...stored.target, range: `Clockify_${row}` } };
    type(`A${row}`, copy.id);
    type(`C${row}`, copy);
  }
  ground.session.reset();
  const { queries } = await overview();
  expect(ground.session.used.virtualSeconds).toBeLessThan(2);
  expect(queries).toHaveLength(301);
  expect(queries[0]).toMatchObject({ id: query.id, problem: null });
  expect(queries[300].problem?.code).toBe('queries-too-many');
  await ground.refresh(query);
  const { id: _, ...fresh } = query;
  expect((await problemIn(() => ground.session.saveQuery({ ...fresh, name: 'New' }))).code).toBe(
    'queries-too-many',
  );
});

/** A condition in so many groups. */
function nested(node: object, levels: number): object {
  return levels === 0 ? node : { and: [nested(node, levels - 1)] };
}
