import { AUGUST, cells, entry, shape, table } from './books';

const by = (user: string, seconds: number, own = {}) =>
  entry({ userId: user, userName: user, seconds, ...own });
const titles = (...args: Parameters<typeof table>) => table(...args).columns.map(({ title }) => title);
const fieldsOf = (...args: Parameters<typeof table>) => table(...args).columns.map(({ field }) => field);
const split = { field: 'user', most: 2 };

test('values become columns: the largest, then in order, with others and the total of all where wanted', () => {
  const shaped = shape({ fields: ['type', 'hours'], split: { ...split, others: true, totals: true } });
  const records = [by('zoe', 7200), by('Ann', 3600), by('bob', 5400), by('Ann', 3600, { type: 'BREAK' })];
  expect(titles(shaped, records)).toEqual(['Type', 'Ann', 'zoe', 'Others', 'Total']);
  expect(fieldsOf(shaped, records)).toEqual([
    'type',
    'hours@iAnn',
    'hours@izoe',
    'hours@.others',
    'hours@.total',
  ]);
  expect(cells(shaped, records)).toEqual([
    ['BREAK', 1, '', '', 1],
    ['REGULAR', 1, 2, 1.5, 4.5],
  ]);
});

test('with several metrics a column says both, and those of a value stand together', () => {
  const shaped = shape({ fields: ['type', 'hours', 'entries'], split });
  expect(titles(shaped, [by('Ann', 3600), by('bob', 60)])).toEqual([
    'Type',
    'Ann · Duration (decimal)',
    'Ann · Entries',
    'bob · Duration (decimal)',
    'bob · Entries',
  ]);
});

test('a column of the last refresh stays while there is room, and gives way to what has time', () => {
  const shaped = shape({ fields: ['type', 'hours'], split });
  const before = table(shaped, [by('Ann', 3600), by('bob', 3600)]).split;
  expect(titles(shaped, [by('bob', 3600)], { ending: { split: before } })).toEqual(['Type', 'Ann', 'bob']);
  expect(titles(shaped, [by('bob', 3600), by('cid', 60)], { ending: { split: before } })).toEqual([
    'Type',
    'bob',
    'cid',
  ]);
});

test('of a dimension of time only the data decides, and columns are in its order', () => {
  const shaped = shape({ fields: ['user', 'hours'], split: { field: 'month', most: 12 } });
  const [august, july] = [entry(), entry({ startSerial: AUGUST - 5 })];
  expect(titles(shaped, [august, july])).toEqual(['User', '2026-07', '2026-08']);
  expect(titles(shaped, [august], { ending: { split: table(shaped, [july]).split } })).toEqual([
    'User',
    '2026-08',
  ]);
});

test('what is kept of columns can be anything: what was tampered with is left out', () => {
  const shaped = shape({ fields: ['type', 'hours'], split: { field: 'user', most: 9 } });
  const hostile = [
    '',
    'x',
    ' ',
    'iu7 Bob',
    'project iu7 Bob',
    'user .others Others',
    'user i=1+1 =1+1',
    'user t%zz bad',
    'user nNaN nan',
    'user hfff hash',
    'user iu7 =SUM(\u202eA1)\n',
  ];
  const shown = table(shaped, [by('Ann', 60)], { ending: { split: hostile } });
  expect(shown.columns.map(({ title }) => title)).toEqual(['Type', '=SUM( A1)', 'Ann']);
  expect(shown.columns.every(({ field }) => /^[A-Za-z0-9_:@.-]{1,100}$/.test(field))).toBe(true);
});

test('what is kept of columns is as short as a state holds, however long their names are', () => {
  const shaped = shape({ fields: ['type', 'hours'], split: { field: 'user', most: 9 } });
  const { split: kept } = table(shaped, [by('Ann', 60, { userName: 'long name '.repeat(20) })]);
  expect(kept.map((text) => text.length)).toEqual([100]);
});

test('things of one name that nothing else tells apart have their ids', () => {
  const shaped = shape({ fields: ['type', 'hours'], split: { field: 'task', most: 9 } });
  const draft = (taskId: string, projectId: string, projectName: string) =>
    entry({ taskId, taskName: 'Draft', projectId, projectName });
  const records = [draft('t1', 'p1', 'Website'), draft('t2', 'p2', 'Website'), draft('t3', 'p3', 'Maps')];
  const drafts = ['Draft (Maps)', 'Draft (Website, t1)', 'Draft (Website, t2)'];
  expect(titles(shaped, records)).toEqual(['Type', ...drafts]);
  expect(cells(shape({ fields: ['task', 'hours'] }), records).map(([task]) => task)).toEqual(drafts);
});

test('two of one name are two columns, told apart', () => {
  const shaped = shape({ fields: ['type', 'hours'], split: { field: 'project', most: 9 } });
  const support = (id: string, clientName: string | null) =>
    entry({ projectId: id, projectName: 'Support', clientName });
  expect(titles(shaped, [support('p1', 'Acme'), support('p2', 'Beta'), support('p3', null)])).toEqual([
    'Type',
    'Support',
    'Support (Acme)',
    'Support (Beta)',
  ]);
});

test('what is without a value has a column, and totals count what has none', () => {
  const shaped = shape({ fields: ['hours'], split: { field: 'client', most: 1, totals: true } });
  expect(titles(shaped, [entry(), entry({ clientId: 'c', clientName: 'Acme', seconds: 60 })])).toEqual([
    '(empty)',
    'Total',
  ]);
});

test('each value is compared, too', () => {
  const shaped = shape({
    fields: ['hours'],
    split,
    compare: { with: 'previous-period', show: ['value', 'percent'] },
  });
  const beside = { compared: [by('Ann', 1800)] };
  expect(fieldsOf(shaped, [by('Ann', 3600)], beside)).toEqual([
    'hours@iAnn',
    'hours@iAnn:previous',
    'hours@iAnn:percent',
  ]);
  expect(cells(shaped, [by('Ann', 3600)], beside)).toEqual([[1, 0.5, 1]]);
});

test('5,000 values are cut to as many columns as are wanted, and more than 200 are a problem', () => {
  const records = Array.from({ length: 5000 }, (_, at) => by(`user ${at}`, 60 + at));
  const shaped = shape({ fields: ['hours'], split: { field: 'user', most: 200, others: true } });
  expect(() => table(shaped, records)).toThrow(/201 columns/);
  const fewer = shape({ fields: ['hours'], split: { field: 'user', most: 20, others: true } });
  expect(titles(fewer, records)).toHaveLength(21);
});
