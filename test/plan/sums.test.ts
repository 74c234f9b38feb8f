import type { AccountFacts } from '../../src/plan/plan';
import type { FilterNode } from '../../src/query/filter';
import type { Query } from '../../src/query/query';
import { columns, days, planned, queryOf } from './asking';

/** The datasets of the readings of a query, with the groups of sums. */
function readings(query: Query, facts: Partial<AccountFacts> = {}): string[] {
  return planned([query], facts).readings.map(({ dataset, groups }) =>
    [dataset, ...(groups ?? [])].join(' '),
  );
}

const of = (...fields: string[]) => queryOf({ columns: columns(...fields) });

test.each<[string, Query, string[]]>([
  ['hours by client', of('client', 'hours'), ['time-sums CLIENT']],
  ['hours by week and person', of('week', 'user', 'hours'), ['time-sums USER DATE']],
  ['hours of all', of('hours'), ['time-sums']],
  ['amounts by project', of('project', 'amount'), ['time-sums PROJECT']],
  ['a ratio of amount and hours', of('client', 'effective-rate'), ['time-sums CLIENT']],
  [
    'a split by month',
    { ...of('client', 'hours'), split: { field: 'month', most: 12 } },
    ['time-sums CLIENT DATE'],
  ],
])('%s is asked of the summary report', (_, query, expected) => {
  expect(readings(query)).toEqual(expected);
});

test.each<[string, Query]>([
  ['one row each', { ...of('client', 'hours'), grain: 'each' }],
  ['four groups', of('client', 'project', 'user', 'date', 'hours')],
  ['a task', of('task', 'hours')],
  ['a tag', of('tags', 'hours')],
  ['the hour of the day', of('hour', 'hours')],
  ['the type of an entry', of('type', 'hours')],
  ['the number of entries', of('client', 'entries')],
  ['cost', of('client', 'cost')],
  ['profit', of('client', 'margin')],
  ['invoice hours', of('client', 'invoice-hours')],
  ['a filter on a description', { ...of('client', 'hours'), filters: [words('description')] }],
])('%s takes the detailed report', (_, query) => {
  expect(readings(query)).toEqual(['time-entries']);
});

test('amounts of an account of two currencies, or of unknown ones, take the detailed report', () => {
  expect(readings(of('client', 'amount'), { currencies: ['EUR', 'USD'] })).toEqual(['time-entries']);
  expect(readings(of('client', 'amount'), { currencies: [] })).toEqual(['time-entries']);
  expect(readings(of('client', 'hours'), { currencies: ['EUR', 'USD'] })).toEqual(['time-sums CLIENT']);
});

test('what is billable takes two summaries, but the detailed report where an account is read in windows', () => {
  expect(readings(of('client', 'billable-hours'))).toEqual(['time-sums CLIENT', 'time-sums CLIENT']);
  expect(readings(of('client', 'billable-hours'), { mostDays: 31 })).toEqual(['time-entries']);
});

test('a year in windows of a month is twelve summaries', () => {
  const year = { ...of('client', 'hours'), ...days('2026-01-01', '2026-12-31') };
  expect(readings(year, { mostDays: 31 })).toHaveLength(12);
});

describe('a filter', () => {
  const grouped = (field: string, ...filters: FilterNode[]) => ({ ...of(field, 'hours'), filters });
  const projectA: FilterNode = { field: 'project', op: 'is', values: [{ id: 'a', name: 'A' }] };

  test('that Clockify can apply needs no group of its own', () => {
    const [reading] = planned([grouped('client', projectA)]).readings;
    expect(reading).toMatchObject({ groups: ['CLIENT'], filters: { projects: ['a'] } });
    expect(reading.takes[0].pushed).toBe(true);
  });

  test('on what sums are grouped by is applied to them', () => {
    const [reading] = planned([grouped('client', words('user'))]).readings;
    expect(reading.groups).toEqual(['CLIENT', 'USER']);
    expect(reading.filters).toBeUndefined();
  });

  test('by task is left to Clockify, and can be nobody else’s', () => {
    const task: FilterNode = { field: 'task', op: 'is', values: [{ id: 't', name: 'T' }] };
    expect(readings(grouped('client', task))).toEqual(['time-sums CLIENT']);
    expect(readings(grouped('client', words('task')))).toEqual(['time-entries']);
  });

  test('by what is billable leaves one side to be read, even in windows', () => {
    const query = { ...of('client', 'billable-hours'), filters: [billable()] };
    expect(readings(query, { mostDays: 31 })).toEqual(['time-sums CLIENT']);
  });

  test('on the amount asks for amounts that no column shows', () => {
    const query = grouped('client', { field: 'amount', op: 'gt', values: [100] });
    expect(planned([query]).readings[0].amounts).toBe('earned');
  });
});

function words(field: string): FilterNode {
  return { field, op: 'contains', values: ['a'] };
}

function billable(): FilterNode {
  return { field: 'billable', op: 'is', values: [true] };
}
