import type { Project } from '../../src/datasets/projects';
import { NOTHING } from '../../src/datasets/timeEntry';
import type { User } from '../../src/datasets/users';
import { fieldOf, reportOf } from '../../src/reports';
import type { Dimension } from '../../src/reports/report';
import { entry, readOf, totalOf } from './fields';

const report = reportOf('time-entries');
const read = (id: string, record: unknown, more = {}) => readOf('time-entries', id, record, more);
const total = (id: string, records: unknown[]) => totalOf('time-entries', id, records);

function dimension(id: string): Dimension<unknown> {
  return fieldOf(report, id) as Dimension<unknown>;
}

describe('dimensions of time', () => {
  const lastOfYear = entry({}, '2026-12-31T23:59:59');
  const firstOfYear = entry({}, '2027-01-01T00:00:00');

  test.each([
    ['date', 46_387, 46_388],
    ['month', 46_357, 46_388],
    ['year-month', '2026-12', '2027-01'],
    ['quarter', '2026-Q4', '2027-Q1'],
    ['year', 2026, 2027],
    ['iso-week', '2026-W53', '2026-W53'],
    ['weekday', 'Thursday', 'Friday'],
    ['hour', 23, 0],
  ])('%s tells the last second of a year from the first of the next as far as it can', (id, last, first) => {
    expect([read(id, lastOfYear), read(id, firstOfYear)]).toEqual([last, first]);
  });

  test.each([
    ['SUNDAY', 46_383],
    ['MONDAY', 46_384],
    ['SATURDAY', 46_382],
  ])('week begins on the %s of the account', (weekStart, first) => {
    expect(read('week', firstOfYear, { weekStart })).toBe(first);
  });

  test('weekdays have an order from Monday to Sunday, each of them once', () => {
    expect(dimension('weekday').order).toEqual([
      'Monday',
      'Tuesday',
      'Wednesday',
      'Thursday',
      'Friday',
      'Saturday',
      'Sunday',
    ]);
  });

  test.each(report.fields.filter((field) => 'time' in field).map(({ id }) => id))(
    '%s is empty for what has no time',
    (id) => {
      expect(read(id, NOTHING)).toBeNull();
    },
  );

  test('a record of a day is of that day and adds nothing', () => {
    const record = report.onDay?.(46_388);
    expect([read('date', record), read('year-month', record), read('weekday', record)]).toEqual([
      46_388,
      '2027-01',
      'Friday',
    ]);
    expect([total('hours', [record]), total('amount', [record])]).toEqual([0, null]);
  });
});

describe('what fields name', () => {
  test.each([
    ['project', { projectId: 'p1', clientName: 'Acme' }, ['p1'], 'Acme'],
    ['task', { taskId: 't1', projectName: 'Site' }, ['t1'], 'Site'],
    ['user', { userId: 'u1', userEmail: 'ann@example.org' }, ['u1'], 'u1'],
    ['client', { clientId: 'c1' }, ['c1'], undefined],
    ['tags', { tagIds: ['g1', 'g2'], tagNames: ['a', 'b'] }, ['g1', 'g2'], undefined],
    ['project', {}, [], null],
  ])('%s is told apart by its id, and by more where names are alike', (id, of, ids, apart) => {
    const { entity } = dimension(id);
    expect([entity?.ids(entry(of)), entity?.apart?.(entry(of))]).toEqual([ids, apart]);
  });

  test('tags have a name each', () => {
    const record = entry({ tagIds: ['g1', 'g2'], tagNames: ['a, b', 'c'] });
    expect(dimension('tags').names?.(record)).toEqual(['a, b', 'c']);
  });

  test('groups are those of the person, by their ids', () => {
    const { lookup } = dimension('groups');
    expect(lookup?.ids(entry({ userId: 'u1' }))).toEqual(['u1']);
    expect(lookup?.labels({ id: 'g1', name: 'Design', userIds: ['u1', 'u2'] })).toEqual([
      ['u1', 'Design', 'g1'],
      ['u2', 'Design', 'g1'],
    ]);
  });
});

describe('links', () => {
  const record = entry({ userId: 'u1', projectId: 'p1' });

  test('lead to the detailed report of the person and day', () => {
    const link = new URL(String(read('entry-link', record)));
    expect(link.origin + link.pathname).toBe('https://app.clockify.me/reports/detailed');
    expect(Object.fromEntries(link.searchParams)).toEqual({
      start: '2026-08-05T00:00:00.000Z',
      end: '2026-08-05T23:59:59.999Z',
      filterValuesData: '{"users":["u1"]}',
    });
  });

  test.each([
    ['global', 'https://app.clockify.me/projects/p1/edit'],
    ['eu', 'https://euc1.clockify.me/projects/p1/edit'],
    ['acme', 'https://acme.clockify.me/projects/p1/edit'],
  ])('lead to the region of the account: %s', (region, link) => {
    expect(read('project-link', record, { region })).toBe(link);
  });

  test('to no project there is none', () => {
    expect(read('project-link', entry())).toBeNull();
  });

  test('hold ids as nothing but ids', () => {
    const hostile = entry({ userId: '"]}&x=1#', projectId: '../../logout?a=b' });
    expect(read('project-link', hostile)).toBe(
      'https://app.clockify.me/projects/..%2F..%2Flogout%3Fa%3Db/edit',
    );
    expect(new URL(String(read('entry-link', hostile))).searchParams.get('x')).toBeNull();
  });
});

describe('metrics over several entries', () => {
  const records = [
    entry({ userId: 'u1', projectId: 'p1', clientId: 'c1', billable: true, earnedRate: 10_000 }),
    entry(
      { userId: 'u1', projectId: 'p2', clientId: 'c1', seconds: 1800, billable: false },
      '2026-08-06T01:00:00',
    ),
    entry({ userId: 'u2', seconds: 5400, billable: true }, '2026-08-06T02:00:00'),
  ];

  test.each([
    ['duration', 10_800],
    ['hours', 10_800],
    ['billable-hours', 9000],
    ['non-billable-hours', 1800],
    ['billable-ratio', 9000 / 10_800],
    ['entries', 3],
    ['people', 2],
    ['projects', 2],
    ['clients', 1],
    ['days', 2],
    ['hours-per-day', 5400],
  ])('%s is %d', (id, expected) => {
    expect(total(id, records)).toBe(expected);
  });

  test.each([
    ['effective-rate', 6000],
    ['margin', 0.25],
  ])('%s is of the sums, not the mean of each', (id, expected) => {
    const paid = [
      entry({ earnedAmount: 8000, costAmount: 4000, profit: 4000 }),
      entry({ earnedAmount: 8000, costAmount: 6000, profit: 2000, seconds: 3600 }),
      entry({ earnedAmount: 0, costAmount: 2000, profit: -2000, seconds: 2400 }),
    ];
    expect(total(id, paid)).toBe(expected);
  });

  test.each(['billable-ratio', 'effective-rate', 'hours-per-day', 'margin'])(
    '%s of nothing is empty',
    (id) => {
      expect(total(id, [])).toBeNull();
      expect(total(id, [entry({ seconds: 0, earnedAmount: 0, profit: 0 }), NOTHING])).toBe(
        id === 'hours-per-day' ? 0 : null,
      );
    },
  );
});

describe('invoice hours', () => {
  test.each([
    [0, 0],
    [17, 0],
    [18, 36],
    [35, 36],
    [53, 36],
    [54, 72],
    [600, 612],
    [1199, 1188],
    [1200, 1188],
    [3600, 3600],
    [3617, 3600],
    [3618, 3636],
  ])('of %d seconds are %d seconds: hundredths of an hour, half up', (seconds, rounded) => {
    expect(total('invoice-hours', [entry({ seconds })])).toBe(rounded);
  });

  test('are rounded before they are added up', () => {
    expect(total('invoice-hours', [entry({ seconds: 600 }), entry({ seconds: 600 })])).toBe(1224);
  });

  test('count entries that are not billable too', () => {
    expect(total('invoice-hours', [entry({ billable: false, seconds: 600 })])).toBe(612);
  });
});

describe('the invoice amount', () => {
  const billed = (seconds: number, earnedRate: number | null) =>
    total('invoice-amount', [entry({ billable: true, seconds, earnedRate })]);

  test.each([
    // 1:07:00 at 100.00 is 1.12 hours: 112.00, where the report says 111.67.
    [4020, 10_000, 11_200],
    [600, 10_000, 1700],
    [36, 50, 1],
    [36, 49, 0],
    [36 * 5, 30, 2],
    [3600, 9999, 9999],
    [0, 10_000, 0],
  ])('of %d seconds at %d is %d minor units', (seconds, rate, amount) => {
    expect(billed(seconds, rate)).toBe(amount);
  });

  test('is rounded for each entry before it is added up', () => {
    const cent = entry({ billable: true, seconds: 36, earnedRate: 50 });
    expect(total('invoice-amount', [cent, { ...cent, id: 'e2' }])).toBe(2);
  });

  test('is empty without a rate, and 0 for what is not billed', () => {
    expect(billed(3600, null)).toBeNull();
    expect(total('invoice-amount', [entry({ billable: false, earnedRate: 10_000 })])).toBe(0);
    expect(total('invoice-amount', [entry({ billable: false, earnedAmount: 0 })])).toBe(0);
  });

  test('is empty where amounts are hidden', () => {
    expect(total('invoice-amount', [entry({ billable: false }), entry({ billable: true })])).toBeNull();
  });
});

describe('rows of people without time', () => {
  const user = {
    id: 'u1',
    name: 'Ann',
    email: 'ann@example.org',
    status: 'ACTIVE',
    membershipStatus: 'ACTIVE',
  };
  const filling = report.fills?.people;
  const fill = (of: Partial<User>) => filling?.record({ ...user, ...of });

  test('know the person and nothing else', () => {
    expect(fill({})).toEqual({ ...NOTHING, userId: 'u1', userName: 'Ann', userEmail: 'ann@example.org' });
  });

  test.each([
    ['a deactivated member', { membershipStatus: 'INACTIVE' }],
    ['one who declined', { membershipStatus: 'DECLINED' }],
    ['a deleted account', { status: 'DELETED' }],
  ])('are not made for %s', (_, of) => {
    expect(fill(of)).toBeNull();
  });

  test('are made for a member who has not come yet, and where nothing is known of the status', () => {
    expect(fill({ membershipStatus: 'PENDING' })).not.toBeNull();
    expect(fill({ membershipStatus: null, status: null })).not.toBeNull();
  });
});

describe('rows of projects without time', () => {
  const project = { id: 'p1', name: 'Site', color: '#000000', clientId: 'c1', clientName: 'Acme' };
  const filling = report.fills?.projects;
  const fill = (of: Partial<Project>) =>
    filling?.record({ ...project, archived: false, template: false, ...of });

  test('know the project, its client and nothing else', () => {
    expect(fill({})).toEqual({
      ...NOTHING,
      projectId: 'p1',
      projectName: 'Site',
      projectColor: '#000000',
      clientId: 'c1',
      clientName: 'Acme',
    });
  });

  test.each([
    ['an archived one', { archived: true }],
    ['a template', { template: true }],
  ])('are not made for %s', (_, of) => {
    expect(fill(of)).toBeNull();
  });
});

describe.each([
  ['people', ['user', 'user-id', 'email', 'groups']],
  ['projects', ['project', 'project-id', 'project-color', 'project-link', 'client', 'client-id']],
] as const)('a row that fills in %s', (kind, gives) => {
  test('says which dimensions it has, and has none of the others', () => {
    const filling = report.fills?.[kind];
    expect(filling?.gives).toEqual(gives);
    const record = filling?.record({
      ...NOTHING,
      id: 'x',
      name: 'X',
      email: 'x',
      clientName: 'Y',
      color: 'Z',
    });
    const others = report.fields.filter(
      (field) => field.role === 'dimension' && !(gives as readonly string[]).includes(field.id),
    );
    const filled = others.filter(({ id }) => (read(id, record) ?? '') !== '');
    expect(filled).toEqual([]);
  });

  test('adds nothing to any metric', () => {
    const record = report.fills?.[kind]?.record({ ...NOTHING, id: 'x' });
    for (const { measure } of report.fields.flatMap((field) => (field.role === 'metric' ? [field] : []))) {
      if ('sum' in measure) expect(measure.sum(record) ?? 0).toBe(0);
    }
  });
});

test('what the summary gives has a group of it, and nothing else has', () => {
  const groups = report.fields.flatMap((field) =>
    field.group === undefined ? [] : [[field.id, field.group]],
  );
  expect(Object.fromEntries(groups)).toEqual({
    date: 'DATE',
    week: 'DATE',
    'iso-week': 'DATE',
    month: 'DATE',
    'year-month': 'DATE',
    quarter: 'DATE',
    year: 'DATE',
    weekday: 'DATE',
    project: 'PROJECT',
    'project-id': 'PROJECT',
    client: 'CLIENT',
    'client-id': 'CLIENT',
    user: 'USER',
    'user-id': 'USER',
    billable: 'BILLABLE',
    currency: null,
    duration: null,
    hours: null,
    amount: null,
    'effective-rate': null,
    'billable-hours': 'BILLABLE',
    'non-billable-hours': 'BILLABLE',
    'billable-ratio': 'BILLABLE',
  });
});

test('what is of one entry alone suggests one row each', () => {
  const each = report.fields.filter((field) => field.role === 'dimension' && field.each).map(({ id }) => id);
  expect(each).toEqual(['start', 'end', 'description', 'entry-link', 'entry-id']);
});
