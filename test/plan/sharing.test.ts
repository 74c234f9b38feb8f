import { requestsOf } from '../../src/plan/plan';
import type { Reading } from '../../src/plan/reading';
import type { FilterNode } from '../../src/query/filter';
import { columns, days, eachOf, planned, queryOf } from './asking';

const CLIENT_A: FilterNode = { field: 'client', op: 'is', values: [{ id: 'a', name: 'A' }] };
const CLIENT_B: FilterNode = { field: 'client', op: 'is', values: [{ id: 'b', name: 'B' }] };
const BILLABLE: FilterNode = { field: 'billable', op: 'is', values: [true] };

/** A reading in short: what of which days, by what, for which queries. */
function short({ dataset, days, groups, filters, takes }: Reading): string {
  return [
    dataset,
    days && `${days.from}..${days.to}`,
    groups?.join('+'),
    filters && JSON.stringify(filters),
    `for ${takes.map(({ query, side, pushed, days: part }) => `${query}${side === 'compared' ? 'c' : ''}${pushed ? 'p' : ''}${part ? `[${part.from}..${part.to}]` : ''}`)}`,
  ]
    .filter(Boolean)
    .join(' ');
}

function shortly(...args: Parameters<typeof planned>): string[] {
  return planned(...args).readings.map(short);
}

describe('five queries over one month', () => {
  test('of sums cost one request where three groups will do', () => {
    const queries = ['client', 'project', 'user'].map((field) =>
      queryOf({ columns: columns(field, 'hours') }),
    );
    const both = queryOf({ columns: columns('client', 'user', 'hours') });
    expect(shortly([...queries, both, queryOf({ columns: columns('hours') })])).toEqual([
      'time-sums 2026-03-01..2026-03-31 CLIENT+PROJECT+USER for 3,0,1,2,4',
    ]);
  });

  test('cost the requests of the one that reads entries', () => {
    const grouped = ['client', 'project', 'user', 'week'].map((field) =>
      queryOf({ columns: columns(field, 'hours') }),
    );
    expect(shortly([eachOf(), ...grouped])).toEqual(['time-entries 2026-03-01..2026-03-31 for 0,1,2,3,4']);
  });
});

describe('entries', () => {
  test('of days that overlap or follow one another are read in one', () => {
    const march = eachOf(days('2026-03-01', '2026-03-31'));
    const spring = eachOf(days('2026-03-20', '2026-05-10'));
    const summer = eachOf(days('2026-05-11', '2026-06-30'));
    expect(shortly([march, spring, summer])).toEqual([
      'time-entries 2026-03-01..2026-06-30 for 0[2026-03-01..2026-03-31],1[2026-03-20..2026-05-10],2[2026-05-11..2026-06-30]',
    ]);
  });

  test('of days with others between them are read apart', () => {
    expect(shortly([eachOf(), eachOf(days('2026-05-01', '2026-05-31'))])).toHaveLength(2);
  });

  test('of both sides of an overlapping comparison are read once, and counted in both', () => {
    const compare = { with: 'fixed', from: '2026-03-15', to: '2026-04-14' } as const;
    const query = queryOf({ columns: columns('task', 'hours'), compare });
    expect(shortly([query])).toEqual([
      'time-entries 2026-03-01..2026-04-14 for 0[2026-03-01..2026-03-31],0c[2026-03-15..2026-04-14]',
    ]);
  });

  test('of one client are taken from all where all are read anyway', () => {
    const one = eachOf({ ...days('2026-03-02', '2026-03-08'), filters: [CLIENT_A] });
    expect(shortly([one, eachOf()])).toEqual([
      'time-entries 2026-03-01..2026-03-31 for 1,0[2026-03-02..2026-03-08]',
    ]);
  });

  test('of two clients are read apart, each filtered by Clockify', () => {
    expect(shortly([eachOf({ filters: [CLIENT_A] }), eachOf({ filters: [CLIENT_B] })])).toEqual([
      'time-entries 2026-03-01..2026-03-31 {"clients":["a"]} for 0p',
      'time-entries 2026-03-01..2026-03-31 {"clients":["b"]} for 1p',
    ]);
  });

  test('in two zones are read apart', () => {
    expect(shortly([eachOf(), eachOf({ zone: 'Asia/Kathmandu' })])).toHaveLength(2);
  });

  test('are asked with the larger of the amounts, in those windows only where they are wanted', () => {
    const year = eachOf(days('2026-03-01', '2026-05-01'));
    const paid = eachOf({ columns: columns('date', 'amount') });
    const { readings } = planned([year, paid], { mostDays: 31 });
    expect(readings.map(({ amounts }) => amounts)).toEqual(['earned', 'hidden']);
  });
});

describe('sums', () => {
  test('of a part of the days are taken from sums by days', () => {
    const byDay = queryOf({ columns: columns('date', 'client', 'hours') });
    expect(shortly([byDay, queryOf(days('2026-03-02', '2026-03-08'))])).toEqual([
      'time-sums 2026-03-01..2026-03-31 CLIENT+DATE for 0,1[2026-03-02..2026-03-08]',
    ]);
  });

  test('of other days are read apart where nobody needs them by days', () => {
    expect(shortly([queryOf(), queryOf(days('2026-03-02', '2026-03-08'))])).toHaveLength(2);
  });

  test('by days of a comparison with the days before are read in one', () => {
    const query = queryOf({ columns: columns('week', 'hours'), compare: { with: 'previous-period' } });
    expect(shortly([query])).toHaveLength(1);
  });

  test('of two clients are read in one, by client', () => {
    expect(shortly([queryOf({ filters: [CLIENT_A] }), queryOf({ filters: [CLIENT_B] })])).toEqual([
      'time-sums 2026-03-01..2026-03-31 CLIENT for 0,1',
    ]);
  });

  test('by what is billable are read for both sides, of which others take too', () => {
    const ratio = queryOf({ columns: columns('client', 'billable-ratio') });
    expect(shortly([ratio, queryOf({ columns: columns('user', 'hours'), filters: [BILLABLE] })])).toEqual([
      'time-sums 2026-03-01..2026-03-31 CLIENT+USER {"billable":true} for 0,1',
      'time-sums 2026-03-01..2026-03-31 CLIENT+USER {"billable":false} for 0,1',
    ]);
  });

  test('by days of a year are not put together with what others need by person', () => {
    const year = days('2025-01-01', '2025-12-31');
    const queries = ['month', 'user'].map((field) => queryOf({ ...year, columns: columns(field, 'hours') }));
    expect(shortly(queries)).toHaveLength(2);
  });

  test('beside entries of a part of their days stay sums', () => {
    expect(
      shortly([queryOf(days('2025-01-01', '2025-12-31')), eachOf(days('2025-12-01', '2025-12-31'))]),
    ).toEqual(['time-entries 2025-12-01..2025-12-31 for 1', 'time-sums 2025-01-01..2025-12-31 CLIENT for 0']);
  });
});

describe('lists without days', () => {
  const projects = queryOf({ report: 'projects', columns: columns('project', 'tracked') });

  test('are read once for queries of all zones', () => {
    expect(shortly([projects, { ...projects, zone: 'Asia/Kathmandu' }])).toEqual(['projects for 0,1']);
  });

  test('are read once for rows and for filling the rows of another', () => {
    const filled = queryOf({ columns: columns('project', 'hours'), fill: ['projects'] });
    const [sums, list, ...others] = planned([filled, projects]).readings;
    expect(others).toEqual([]);
    expect(sums.dataset).toBe('time-sums');
    expect(list).toMatchObject({ dataset: 'projects', purpose: 'rows' });
    expect(list.takes).toEqual([
      { query: 0, side: 'current', days: null, pushed: false, fills: 'projects' },
      { query: 1, side: 'current', days: null, pushed: false },
    ]);
  });

  test('of names are planned where no record has its name itself', () => {
    const users = queryOf({ report: 'users', columns: columns('user', 'groups') });
    const plan = planned([users, users]);
    expect(plan.readings.map(({ dataset, purpose }) => `${dataset} ${purpose}`)).toEqual([
      'users rows',
      'user-groups names',
    ]);
    expect(requestsOf(plan)).toEqual({
      requests: 2,
      atLeast: true,
      readings: [
        { dataset: 'users', account: 'Acme', requests: 1 },
        { dataset: 'user-groups', account: 'Acme', requests: 1 },
      ],
    });
  });
});

test('a query that cannot be planned does not hinder the others', () => {
  const plan = planned([eachOf(days('2026-03-31', '2026-03-01')), eachOf()]);
  expect(plan.queries.map(({ problem }) => problem?.code)).toEqual(['period-reversed', undefined]);
  expect(plan.readings.flatMap(({ takes }) => takes.map(({ query }) => query))).toEqual([1]);
});

test('an account of two queries is in the plan once', () => {
  const plan = planned([eachOf(), queryOf()]);
  expect(plan.accounts).toHaveLength(1);
  expect(plan.queries.map(({ accounts }) => accounts)).toEqual([[0], [0]]);
});
