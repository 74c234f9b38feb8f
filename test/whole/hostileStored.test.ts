import type { Overview } from '../../src/actions/overview';
import type { Query } from '../../src/query/query';
import { newGround, noted, QUERY_TAB, type Wish } from './ground';
import { changedAt, HOSTILE_VALUES, placesIn } from './hostileValues';

/* A query in the hidden sheet with every part of it replaced, by somebody who may edit the spreadsheet. */

// What nonsense asks for is no example of what the add-on sends: the check of its requests doesn't see it.
delete process.env.DEMO_REQUEST_LOG;

const ground = newGround();

const wish: Wish = {
  name: 'Hours',
  accounts: ['Quirks'],
  days: ['2026-06-01', '2026-06-02'],
  columns: ['user', 'duration'],
  ask: {
    grain: 'grouped',
    filters: [{ or: [{ field: 'description', op: 'contains', values: ['a'] }] }],
    split: { field: 'project', most: 3, others: true },
    compare: { with: 'previous-period', show: ['value'] },
    fill: ['people'],
    sort: [['user', 'asc']],
    limit: 10,
    options: { durations: 'duration', columnNames: true },
  },
};

/** What fits into a cell. */
const VALUES = HOSTILE_VALUES.filter(([, value]) => JSON.stringify(value).length < 10_000);

/** One of each kind: what is stored is looked at by the functions that every argument goes through. */
const KINDS = VALUES.filter(([what]) =>
  ['null', 'a number', 'a list', 'a prototype', 'letters that turn others around', 'a formula'].includes(
    what,
  ),
);

const stored = () => JSON.parse(String(ground.sheet.values(QUERY_TAB, 'C2')[0][0])) as Query;
const write = (cell: string, text: string) => ground.sheet.type(QUERY_TAB, cell, `'${text}`);

/** Characters that can't be seen, or turn the direction of others. */
const UNSEEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

/** Every text in a value, but what a query itself holds: that is compared, and shown by the interface as it is. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => (name === 'query' ? [] : textsIn(part)));
}

test('nothing else in any part of it asks Clockify for anything, or keeps the list from being shown', async () => {
  await ground.fill(wish);
  const query = stored();
  const others = ground.sheet.tabs().map(({ name }) => name);
  const goBack = noted(ground.session);
  const findings: string[] = [];
  for (const place of placesIn(query)) {
    for (const [what, value] of KINDS) {
      write('C2', JSON.stringify(changedAt(query, place, value)));
      const asked = ground.session.platform.http.length;
      const at = `${what} at ${place.join('.') || 'the whole'}`;
      const overview = await ground.session.call<Overview>('loadOverview').catch((error) => String(error));
      const said = typeof overview === 'string' ? [overview] : textsIn(overview.queries);
      const odd = said.find((text) => text.length > 1000 || UNSEEN.test(text));
      if (typeof overview === 'string' || odd !== undefined)
        findings.push(`${at} says ${odd?.slice(0, 100)}`);
      const { id } = typeof overview === 'string' ? query : overview.queries[0];
      const progress = await ground.session.refresh(id).catch((error) => error.problem);
      const code = progress?.problem?.code ?? progress?.code ?? progress?.state;
      if (code === 'unexpected' || code === undefined) findings.push(`${at}: nobody foresaw it`);
      const requests = ground.session.platform.http.slice(asked);
      if (code !== 'done' && requests.length > 0) findings.push(`${at} asked, and then: ${code}`);
      goBack();
    }
  }
  expect(findings).toEqual([]);
  expect(ground.sheet.tabs().map(({ name }) => name)).toEqual(others);
});

test.each([
  ['A', 'its id'],
  ['B', 'its name'],
  ['D', 'its state'],
])('whatever stands in column %s, as %s, is said in short words that can be seen', async (column) => {
  await ground.fill(wish);
  const goBack = noted(ground.session);
  for (const [what, value] of VALUES) {
    write(`${column}2`, typeof value === 'string' ? value : JSON.stringify(value));
    const { queries } = await ground.session.call<Overview>('loadOverview');
    expect([what, queries.length]).toEqual([what, 1]);
    for (const text of textsIn(queries)) {
      expect([what, text.slice(0, 100), text.length < 1000]).toEqual([what, text.slice(0, 100), true]);
      expect([what, text, UNSEEN.test(text)]).toEqual([what, text, false]);
    }
    const { name } = queries[0];
    await ground.session.platform.run('refreshAll');
    expect([what, ground.session.platform.toasts.at(-1)?.message.length]).not.toEqual([what, undefined]);
    expect([what, name.length <= 100]).toEqual([what, true]);
    goBack();
  }
});

test('a formula where a query is stored is none that the add-on reads or writes', async () => {
  const query = await ground.fill(wish);
  const json = JSON.stringify(stored()).replaceAll('"', '""');
  ground.sheet.type(QUERY_TAB, 'C2', `="${json.slice(0, 200)}"&A1`);
  const { queries } = await ground.session.call<Overview>('loadOverview');
  expect(queries.map(({ problem }) => problem?.code)).toEqual(['query-damaged']);
  expect((await ground.failure(query)).code).toBe('query-damaged');
});

test('a target that is somebody’s cells, or another query’s table, is not written over', async () => {
  const first = await ground.fill(wish);
  const other = await ground.fill({ ...wish, name: 'Other', ask: {}, columns: ['date'] });
  ground.sheet.type('Sheet1', 'A1', 'mine');
  const [sheet] = ground.sheet.tabs().filter(({ name }) => name === 'Sheet1');
  const theirs = (await ground.table(other)).values;
  const query = stored();
  const targets = [
    { kind: 'cell', sheet: sheet.id, row: 1, column: 1 },
    { ...query.target, sheet: sheet.id },
    { ...query.target, range: 'Clockify_Other' },
    { ...query.target, range: 'Sheet1!A1:Z1000' },
    { kind: 'placed', range: '__proto__', sheet: 0, row: 1, column: 1 },
  ];
  for (const target of targets) {
    write('C2', JSON.stringify({ ...query, target }));
    await ground.session.refresh(first.id).catch(() => undefined);
    expect(ground.sheet.values('Sheet1', 'A1')).toEqual([['mine']]);
    write('C2', JSON.stringify(query));
    expect((await ground.table(other)).values).toEqual(theirs);
  }
});
