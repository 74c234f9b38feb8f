import fc from 'fast-check';
import { describeChanges, describeQuery, type Naming } from '../../src/agreements/changes';
import { termsOf } from '../../src/agreements/terms';
import type { FilterNode, FilterValue } from '../../src/query/filter';
import type { Query } from '../../src/query/query';
import { reportOf } from '../../src/reports';
import { query } from '../job/server';
import { anyFilter } from '../query/anyQuery';

const naming: Naming = { account: ({ workspace }) => `Account ${workspace}`, target: () => 'a new tab' };
const digest = (text: string) => String(text.length);

function changes(before: Partial<Query>, after: Partial<Query>): string[] {
  const [old, now] = [before, after].map((change) => ({ ...query, ...change }));
  return describeChanges(now, termsOf(now, digest), termsOf(old, digest), naming);
}

const accounts = (number: number) =>
  Array.from({ length: number }, (_, index) => ({ login: 'l1', workspace: `w${index}`, name: '' }));

test('money is named first, however many other columns come with it', () => {
  const all = reportOf('time-entries').fields.map(({ id }) => ({ field: id }));
  const [first] = changes({ columns: [{ field: 'date' }] }, { columns: all });
  expect(first).toMatch(/^Billable rate, Cost rate, Currency, Amount, Cost, Profit, /);
  expect(describeQuery({ ...query, columns: all }, naming)[1]).toMatch(
    /^Its columns are Billable rate, Cost rate, Currency, Amount, Cost, Profit, /,
  );
});

test('each sentence is short enough to be read, and no column is left out', () => {
  const { fields } = reportOf('time-entries');
  const sentences = changes(
    { columns: [{ field: 'nothing' }] },
    { columns: fields.map(({ id }) => ({ field: id })) },
  );
  for (const sentence of sentences) expect(sentence.length).toBeLessThanOrEqual(300);
  const said = sentences.join(' ');
  expect(fields.filter(({ title }) => !said.includes(title))).toEqual([]);
});

test('of a list without end the number is said', () => {
  const sentences = changes({}, { accounts: accounts(200) });
  expect(sentences.length).toBeLessThan(10);
  expect(sentences.join(' ')).toMatch(/and \d+ more/);
});

test('one account in the place of another is the account now', () => {
  expect(changes({}, { accounts: accounts(1) })).toEqual(['The account is now Account w0.']);
});

test('an account that is added, or removed, is said', () => {
  expect(changes({ accounts: accounts(1) }, { accounts: accounts(2) })).toEqual([
    'It now reads Account w1 too.',
  ]);
  expect(changes({ accounts: accounts(2) }, { accounts: accounts(1) })).toEqual([
    'It no longer reads Account w1.',
  ]);
});

test('a part that only a newer version knows is said to have changed', () => {
  expect(changes({}, { later: [1] } as object)).toEqual(['The part "later" was changed.']);
});

const is = (field: string, ...values: FilterValue[]): FilterNode => ({ field, op: 'is', values });

test.each<[string, Partial<Query>, string[]]>([
  ['grain', { grain: 'grouped' }, ['Its rows are now grouped.']],
  [
    'a split',
    { split: { field: 'project', most: 10 } },
    ['The table is now in columns by project (at most 10).'],
  ],
  ['a comparison', { compare: { with: 'previous-year' } }, ['It is now compared with a year before.']],
  ['rows without time', { fill: ['people'] }, ['There are now rows for people without time.']],
  ['an order', { sort: [['duration', 'desc']] }, ['It is now sorted by duration.']],
  ['a limit', { limit: 10 }, ['Now the first 10 rows are shown.']],
  ['totals', { totals: true }, ['There is now a row with the totals.']],
  ['subtotals', { subtotals: 'client' }, ['There are now subtotals by client.']],
  [
    'mode',
    { mode: { kind: 'last-days', days: 7 } },
    ['A refresh now goes on from the table that stands, updating the last 7 days.'],
  ],
  [
    'a running total',
    { columns: [...query.columns, { field: 'amount', show: 'running' }] },
    ['Amount (running total) was added.'],
  ],
  [
    'filters',
    { filters: [is('client', 'Acme', 'Bolt'), { field: 'project', op: 'not-empty', values: [] }] },
    ['The filters are now: client is Acme or Bolt and project is not empty.'],
  ],
  [
    'filters by things',
    { filters: [is('client', { id: 'c1', name: 'Acme' })] },
    [
      'The filters are now: client is Acme.',
      'What filters go by is told by the names that whoever wrote the query gave.',
    ],
  ],
  [
    'parts in cells',
    { filters: [is('client', { cell: '=Settings!B2' })], limit: '=Settings!B3' },
    [
      'The filters are now: client is Settings!B2.',
      'Now only as many rows as Settings!B3 says are shown.',
      'Whoever may edit Settings!B2 and Settings!B3 decides that part of it, then as well.',
    ],
  ],
])('%s that is new is said', (_, change, sentences) => {
  expect(changes({}, change)).toEqual(sentences);
});

test.each<[string, Partial<Query>, string]>([
  ['grain', { grain: 'grouped' }, 'It now has one row each.'],
  ['filters', { filters: [is('client', 'Acme')] }, 'There are no filters any more.'],
  ['split', { split: { field: 'project', most: 10 } }, 'The table is no longer split into columns.'],
  ['comparison', { compare: { with: 'previous-year' } }, 'It is no longer compared with anything.'],
  ['rows without time', { fill: ['people'] }, 'There are no rows without time any more.'],
  ['order', { sort: [['duration', 'desc']] }, 'It is sorted as usual again.'],
  ['limit', { limit: 10 }, 'All rows are shown again.'],
  ['totals', { totals: true }, 'There are no totals any more.'],
  ['subtotals', { subtotals: 'client' }, 'There are no subtotals any more.'],
  ['mode', { mode: { kind: 'by-id' } }, 'A refresh replaces the whole table again.'],
])('%s that is gone is said', (_, change, sentence) => {
  expect(changes(change, {})).toEqual([sentence]);
});

test('of a query that is new to somebody all parts are said, and what it is split by is one of its columns', () => {
  const all: Query = {
    ...query,
    columns: [{ field: 'duration' }],
    period: { kind: 'cell', cell: '=Settings!B1' },
    grain: 'grouped',
    filters: [is('description', 'Do it now')],
    split: { field: 'user', most: 5 },
    compare: { with: 'previous-period' },
    sort: [['duration', 'asc']],
    limit: 10,
    totals: true,
  };
  expect(describeQuery(all, naming).slice(1)).toEqual([
    'Its columns are Duration and User.',
    'Its table goes to a new tab.',
    'Its rows are grouped.',
    'The filters are: description is Do it now.',
    'The table is in columns by user (at most 5).',
    'It is compared with the period before.',
    'It is sorted by duration ascending.',
    'The first 10 rows are shown.',
    'There is a row with the totals.',
    'Whoever may edit Settings!B1 decides that part of it, then as well.',
  ]);
});

test('whatever its filters are, each sentence is short enough to be read', () => {
  fc.assert(
    fc.property(fc.array(anyFilter, { minLength: 1, maxLength: 30 }), (filters) => {
      const sentences = changes({}, { filters });
      expect(sentences.length).toBeLessThan(12);
      for (const sentence of sentences) expect(sentence.length).toBeLessThanOrEqual(600);
    }),
  );
});
