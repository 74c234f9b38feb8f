import { AUGUST, cells, entry, shape, table } from './books';

const user = (id: string, name: string, own = {}) => ({
  id,
  name,
  email: `${id}@a.b`,
  status: 'ACTIVE',
  ...own,
});
const project = (id: string, name: string, client: string | null) => ({
  id,
  name,
  clientId: client,
  clientName: client,
  archived: false,
  template: false,
});
const on = (day: number) => ({ startSerial: AUGUST - 1 + day, endSerial: AUGUST - 1 + day });
const week = { days: { from: '2026-08-01', to: '2026-08-03' } };
const people = (...records: unknown[]) => [{ fills: 'people' as const, records }];
const projects = (...records: unknown[]) => [{ fills: 'projects' as const, records }];

test('days without time have rows of 0, for each combination that there is of the rest', () => {
  const shaped = shape({ fields: ['date', 'user', 'hours', 'entries', 'billable-ratio'], fill: ['dates'] });
  expect(cells(shaped, [entry(on(2))], { ending: week })).toEqual([
    [AUGUST, 'Ann', 0, 0, ''],
    [AUGUST + 1, 'Ann', 1, 1, 1],
    [AUGUST + 2, 'Ann', 0, 0, ''],
  ]);
});

test('of all time only the days from the first to the last one with time have rows', () => {
  const allTime = { period: { kind: 'all-time' as const }, fill: ['dates' as const] };
  const ending = { days: { from: '2010-01-01', to: '2027-12-31' } };
  const records = [entry(on(2)), entry(on(4))];
  expect(cells(shape({ fields: ['date', 'hours'], ...allTime }), records, { ending })).toEqual([
    [AUGUST + 1, 1],
    [AUGUST + 2, 0],
    [AUGUST + 3, 1],
  ]);
  expect(cells(shape({ fields: ['date', 'hours'], ...allTime }), [], { ending })).toEqual([]);
  expect(cells(shape({ fields: ['weekday', 'hours'], ...allTime }), records, { ending })).toHaveLength(7);
  const split = { field: 'date', most: 20 };
  expect(cells(shape({ fields: ['user', 'hours'], ...allTime, split }), records, { ending })).toEqual([
    ['Ann', 1, '', 1],
  ]);
});

test('without any time there is still each day, in the currency of the account', () => {
  const shaped = shape({ fields: ['date', 'amount'], fill: ['dates'] });
  expect(cells(shaped, [], { ending: { days: { from: '2026-08-01', to: '2026-08-01' } } })).toEqual([
    [AUGUST, 0, 'EUR'],
  ]);
  expect(
    cells(shape({ fields: ['date', 'client', 'hours'], fill: ['dates'] }), [], { ending: week }),
  ).toEqual([]);
});

test('a month is there once, and its rows are of the account where several are', () => {
  const shaped = shape({ fields: ['month', 'hours'], fill: ['dates'] });
  const ending = { days: { from: '2026-07-30', to: '2026-08-02' } };
  expect(cells(shaped, [entry(on(1))], { ending })).toEqual([
    [AUGUST - 31, 0],
    [AUGUST, 1],
  ]);
});

test('people without time have rows, those who left do not, and those with time have theirs', () => {
  const shaped = shape({ fields: ['user', 'hours'], fill: ['people'] });
  const filling = people(user('u1', 'Ann'), user('u2', 'Bob'), user('u3', 'Cid', { status: 'INACTIVE' }));
  expect(cells(shaped, [entry()], { filling })).toEqual([
    ['Ann', 1],
    ['Bob', 0],
  ]);
});

test('projects bring their clients with them, and days and people go with each other', () => {
  const shaped = shape({ fields: ['client', 'project', 'user', 'hours'], fill: ['projects', 'people'] });
  const filling = [
    ...projects(project('p1', 'Web', 'Acme')),
    ...people(user('u1', 'Ann'), user('u2', 'Bob')),
  ];
  const records = [entry({ projectId: 'p2', projectName: 'Old', clientId: 'Beta', clientName: 'Beta' })];
  expect(cells(shaped, records, { filling })).toEqual([
    ['Acme', 'Web', 'Ann', 0],
    ['Acme', 'Web', 'Bob', 0],
    ['Beta', 'Old', 'Ann', 1],
    ['Beta', 'Old', 'Bob', 0],
  ]);
});

describe('filters are asked again', () => {
  const filling = people(user('u1', 'Ann'), user('u2', 'Bob'));

  test('of what is filled in', () => {
    const shaped = shape({
      fields: ['user', 'hours'],
      fill: ['people'],
      filters: [{ field: 'user', op: 'is', values: [{ id: 'u2', name: 'Robert' }] }],
    });
    expect(cells(shaped, [entry()], { filling })).toEqual([['Bob', 0]]);
  });

  test('of days by what they are', () => {
    const shaped = shape({
      fields: ['date', 'hours'],
      fill: ['dates'],
      filters: [{ field: 'weekday', op: 'is-not', values: ['Sunday'] }],
    });
    // 2 August 2026 is a Sunday.
    expect(cells(shaped, [], { ending: week })).toEqual([
      [AUGUST, 0],
      [AUGUST + 2, 0],
    ]);
  });

  test('of months by their days', () => {
    const shaped = shape({
      fields: ['month', 'hours'],
      fill: ['dates'],
      filters: [{ field: 'date', op: 'gte', values: ['2026-08-02'] }],
    });
    const ending = { days: { from: '2026-07-01', to: '2026-08-31' } };
    expect(cells(shaped, [], { ending })).toEqual([[AUGUST, 0]]);
  });

  test('but not of what is not known of it', () => {
    const shaped = shape({
      fields: ['user', 'hours'],
      fill: ['people'],
      filters: [
        { field: 'project', op: 'is', values: ['Web'] },
        { field: 'billable', op: 'is', values: [true] },
      ],
    });
    expect(cells(shaped, [entry()], { filling })).toEqual([
      ['Ann', 0],
      ['Bob', 0],
    ]);
  });

  test('of sums too', () => {
    const shaped = shape({
      fields: ['user', 'hours'],
      fill: ['people'],
      filters: [{ field: 'hours', op: 'lt', values: [0.5] }],
    });
    expect(cells(shaped, [entry()], { filling })).toEqual([['Bob', 0]]);
  });
});

test('what is filled in and split has columns of its own', () => {
  const shaped = shape({ fields: ['type', 'hours'], split: { field: 'user', most: 9 }, fill: ['people'] });
  const { columns } = table(shaped, [entry()], { filling: people(user('u2', 'Bob')) });
  expect(columns.map(({ title }) => title)).toEqual(['Type', 'Ann', 'Bob']);
});

test('a row that is filled in is compared with what was', () => {
  const shaped = shape({
    fields: ['user', 'hours'],
    fill: ['people'],
    compare: { with: 'previous-period' },
  });
  const compared = [entry({ userId: 'u2', userName: 'Bob' })];
  const filling = people(user('u2', 'Bob'), user('u4', 'Dan'));
  expect(cells(shaped, [entry()], { compared, filling })).toEqual([
    ['Ann', 1, '', 1, 'new'],
    ['Bob', 0, 1, -1, 'gone'],
    ['Dan', 0, 0, 0, ''],
  ]);
});

test('more rows than anybody reads are a problem', () => {
  const shaped = shape({ fields: ['date', 'user', 'description', 'hours'], fill: ['dates', 'people'] });
  const records = Array.from({ length: 40 }, (_, at) => entry({ description: `${at}` }));
  const filling = people(...Array.from({ length: 300 }, (_, at) => user(`u${at}`, `User ${at}`)));
  expect(() => table(shaped, records, { filling })).toThrow(/100,000 rows/);
});
