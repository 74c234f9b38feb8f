import { ProblemError } from '../../src/problems/problem';
import type { Query } from '../../src/query/query';
import { reportOf } from '../../src/reports';
import { ownTitlesApart } from '../../src/rows/fitting';
import { pushable } from '../../src/rows/push';
import { cells, entry, query, shape } from './books';

/** The problem of a query that doesn't fit its report. */
function problemOf(own: Partial<Query> & { fields?: string[] }) {
  try {
    shape(own);
  } catch (error) {
    if (error instanceof ProblemError) return [error.problem.code, error.problem.title];
    throw error;
  }
  return [];
}

const hours = { field: 'hours', op: 'gt' as const, values: [1] };
const ann = { field: 'user', op: 'is' as const, values: [{ id: 'u1', name: 'Ann' }] };

describe('what does not fit is named', () => {
  test.each<[string, Parameters<typeof problemOf>[0], string, string]>([
    [
      'a field of another report',
      { fields: ['budget'] },
      'field-unknown',
      'The report type Time entries has no field "budget".',
    ],
    [
      'a split by a metric',
      { split: { field: 'amount', most: 5 } },
      'field-misplaced',
      "Columns can't be split by Amount: it is a metric.",
    ],
    [
      'a split by what is a column',
      { fields: ['user', 'hours'], split: { field: 'user', most: 5 } },
      'field-misplaced',
      "Columns can't be split by User: it is a column already.",
    ],
    [
      'a split of nothing',
      { fields: ['client'], split: { field: 'user', most: 5 } },
      'field-misplaced',
      "Columns can't be split by User: there is no metric to be split.",
    ],
    [
      'a split of one row each',
      { grain: 'each', split: { field: 'user', most: 5 } },
      'field-misplaced',
      "Columns can't be split by User: the table has one row each.",
    ],
    [
      'subtotals by a metric',
      { subtotals: 'hours' },
      'field-misplaced',
      "There can't be subtotals by Duration (decimal): it is a metric.",
    ],
    [
      'subtotals by what is not there',
      { subtotals: 'user' },
      'field-misplaced',
      "There can't be subtotals by User: it is not in the table.",
    ],
    [
      'an order by what is not there',
      { sort: [['user', 'asc']] },
      'field-misplaced',
      "Rows can't be sorted by User: it is not in the table.",
    ],
    [
      'a comparison without a period',
      { report: 'tags', fields: ['tag'], compare: { with: 'previous-period' } },
      'field-misplaced',
      "Periods can't be compared: Tags has no period.",
    ],
    [
      'a comparison of nothing',
      { fields: ['user'], compare: { with: 'previous-period' } },
      'field-misplaced',
      "Periods can't be compared: there is no metric to be compared.",
    ],
    [
      'days without a date',
      { fields: ['user', 'hours'], fill: ['dates'] },
      'field-misplaced',
      "Rows for days without time can't be added: no column shows a date, week, month ….",
    ],
    [
      'a share of a dimension',
      { columns: [{ field: 'user', show: 'share' }] },
      'field-misplaced',
      'User has no share of a total: it does not add up.',
    ],
    [
      'a running ratio',
      { columns: [{ field: 'margin', show: 'running' }] },
      'field-misplaced',
      'Margin has no running total: it does not add up.',
    ],
    [
      'two titles',
      {
        columns: [
          { field: 'user', title: 'Who' },
          { field: 'client', title: 'Who' },
        ],
      },
      'title-taken',
      'Two columns are called Who.',
    ],
    [
      'the title of another field',
      { columns: [{ field: 'user', title: 'Client' }, { field: 'client' }] },
      'title-taken',
      'Two columns are called Client.',
    ],
    [
      'the same column twice',
      { columns: [{ field: 'user' }, { field: 'user', title: 'Who' }] },
      'title-taken',
      'Two columns are called Who.',
    ],
    [
      'a node of both',
      { filters: [{ or: [hours, ann] }] },
      'filter-invalid',
      'One group of filters is about User and about Duration (decimal).',
    ],
  ])('%s', (_, own, code, title) => {
    expect(problemOf(own)).toEqual([code, title]);
  });

  test('but a query of one row each goes on as it was: with a column twice, and titles of other fields', () => {
    const columns = [{ field: 'user' }, { field: 'user' }, { field: 'client', title: 'User' }];
    expect(problemOf({ grain: 'each', columns })).toEqual([]);
  });

  test('and a metric may be there as value, as running total and as share', () => {
    const columns = [
      { field: 'hours' },
      { field: 'hours', show: 'running' as const },
      { field: 'hours', show: 'share' as const },
    ];
    expect(problemOf({ columns })).toEqual([]);
  });
});

describe('traps of query languages', () => {
  const by = (user: string, hoursOf: number, own = {}) =>
    entry({ userId: user, userName: user, seconds: hoursOf * 3600, ...own });

  test('a limit is after the order, and the order is a list', () => {
    const shaped = shape({
      fields: ['user', 'hours'],
      sort: [
        ['hours', 'desc'],
        ['user', 'desc'],
      ],
      limit: 2,
    });
    expect(cells(shaped, [by('Ann', 1), by('Bob', 3), by('Cid', 3)])).toEqual([
      ['Cid', 3],
      ['Bob', 3],
    ]);
  });

  test('a condition on a ratio is about the ratio of sums', () => {
    const shaped = shape({
      fields: ['user', 'billable-ratio'],
      filters: [{ field: 'billable-ratio', op: 'gte', values: ['50%'] }],
    });
    expect(cells(shaped, [by('Ann', 1), by('Ann', 9, { billable: false }), by('Bob', 1)])).toEqual([
      ['Bob', 1],
    ]);
  });

  test('a condition on a metric that is no column adds none', () => {
    const shaped = shape({ fields: ['user'], filters: [{ field: 'entries', op: 'gt', values: [1] }] });
    expect(cells(shaped, [by('Ann', 1), by('Bob', 1), by('Bob', 1)])).toEqual([['Bob']]);
  });

  test('a condition on amounts is asked of each currency', () => {
    const shaped = shape({ fields: ['user'], filters: [{ field: 'amount', op: 'gt', values: [15] }] });
    const paid = (currency: string) => by('Ann', 1, { earnedAmount: 1000, currency });
    expect(cells(shaped, [paid('EUR'), paid('USD')])).toEqual([]);
    expect(cells(shaped, [paid('EUR'), paid('EUR')])).toEqual([['Ann', 'EUR']]);
  });

  test('nobody is counted twice in a total, and no tag makes two entries of one', () => {
    const shaped = shape({ fields: ['tags', 'people', 'entries'], totals: true });
    const tagged = (...tags: string[]) => by('Ann', 1, { tagIds: tags, tagNames: tags.map((tag) => tag) });
    expect(cells(shaped, [tagged('A', 'B'), tagged('B', 'A'), tagged('B')])).toEqual([
      ['A, B', 1, 2],
      ['B', 1, 1],
      ['Total', 1, 3],
    ]);
  });

  test('what has neither currency nor amount counts to the own currency of the account', () => {
    const shaped = shape({ fields: ['hours', 'amount'] });
    expect(cells(shaped, [by('Ann', 1, { earnedAmount: 100, currency: 'EUR' }), by('Bob', 1)])).toEqual([
      [2, 1, 'EUR'],
    ]);
  });

  test('two of one name are two rows, told apart', () => {
    const shaped = shape({ fields: ['project', 'hours'] });
    const support = (id: string, clientName: string) =>
      by('Ann', 1, { projectId: id, projectName: 'Support', clientName });
    expect(cells(shaped, [support('p1', 'Acme'), support('p2', 'Beta'), support('p2', 'Beta')])).toEqual([
      ['Support (Acme)', 1],
      ['Support (Beta)', 2],
    ]);
  });

  test('one that was renamed while it was read is one', () => {
    const shaped = shape({ fields: ['project', 'date', 'hours'] });
    const named = (projectName: string, day: number) =>
      by('Ann', 1, { projectId: 'p1', projectName, startSerial: 46_236 + day });
    expect(cells(shaped, [named('Old', 0), named('New', 1)]).map(([project]) => project)).toEqual([
      'New',
      'New',
    ]);
  });
});

describe('what Clockify can leave out itself', () => {
  const push = (filters: NonNullable<Query['filters']>) =>
    pushable(query({ filters }), reportOf('time-entries'));

  test('are things by id and billable, as long as they must hold in any case', () => {
    const billable = { field: 'billable', op: 'is' as const, values: [true] };
    expect(push([{ and: [ann, billable] }, { or: [ann] }])).toEqual({
      filters: { users: ['u1'], billable: true },
      rest: [ann],
    });
  });

  test('is nothing of what only may hold, says not, or goes by names', () => {
    const rest = [
      { or: [ann, hours].slice(0, 1).concat({ ...ann, field: 'client' }) },
      { ...ann, op: 'is-not' as const },
      { ...ann, values: [{ id: 'u1', name: 'Ann' }, 'Bob'] },
      { field: 'description', op: 'is' as const, values: ['x'] },
      hours,
    ];
    expect(push(rest)).toEqual({ filters: {}, rest });
  });
});

test('two columns of one title are refused when they are saved, and go on to be refreshed where they were saved before', () => {
  const columns = [
    { field: 'user', title: 'Who' },
    { field: 'client', title: 'Who' },
  ];
  const each = { grain: 'each' as const, columns };
  expect(shape(each).columns.map(({ title }) => title)).toEqual(['Who', 'Who']);
  expect(() => ownTitlesApart(query(each))).toThrow('Two columns are called Who.');
});
