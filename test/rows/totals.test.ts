import { cells, entry, shape, table } from './books';

const money = (client: string, amount: number | null, currency: string | null, own = {}) =>
  entry({ clientId: client, clientName: client, earnedAmount: amount, currency, ...own });

describe('totals', () => {
  test('come last, one for each currency: amounts are never added across them', () => {
    const shaped = shape({ fields: ['client', 'hours', 'amount'], totals: true });
    const records = [money('Acme', 1000, 'EUR'), money('Acme', 500, 'USD'), money('Beta', 250, 'EUR')];
    expect(cells(shaped, records)).toEqual([
      ['Acme', 1, 10, 'EUR'],
      ['Acme', 1, 5, 'USD'],
      ['Beta', 1, 2.5, 'EUR'],
      ['Total', 2, 12.5, 'EUR'],
      ['Total', 1, 5, 'USD'],
    ]);
    expect(table(shaped, records)).toMatchObject({ rows: 3, of: 3 });
  });

  test('count different things over all rows, and have ratios of sums', () => {
    const shaped = shape({ fields: ['client', 'people', 'billable-ratio'], totals: true });
    const records = [
      money('Acme', null, null, { userId: 'u1', billable: true, seconds: 3600 }),
      money('Beta', null, null, { userId: 'u1', billable: false, seconds: 3600 * 3 }),
      money('Beta', null, null, { userId: 'u2', billable: false, seconds: 0 }),
    ];
    expect(cells(shaped, records)).toEqual([
      ['Acme', 1, 1],
      ['Beta', 2, 0],
      ['Total', 2, 0.25],
    ]);
  });

  test('are over all rows though a limit shows fewer, and count for none', () => {
    const shaped = shape({ fields: ['client', 'hours'], sort: [['hours', 'desc']], limit: 1, totals: true });
    const records = [money('Acme', null, null), money('Beta', null, null, { seconds: 7200 })];
    expect(cells(shaped, records)).toEqual([
      ['Beta', 2],
      ['Total', 3],
    ]);
    expect(table(shaped, records)).toMatchObject({ rows: 1, of: 2 });
  });

  test('of one row each add up its records', () => {
    const shaped = shape({ fields: ['user', 'hours', 'people'], grain: 'each', totals: true });
    expect(cells(shaped, [entry({ id: 'a' }), entry({ id: 'b', seconds: 1800 })])).toEqual([
      ['Ann', 1, 1],
      ['Ann', 0.5, 1],
      ['Total', 1.5, 1],
    ]);
  });

  test('say of which currency they are where that is the only dimension', () => {
    const shaped = shape({ fields: ['currency', 'amount'], totals: true });
    expect(cells(shaped, [money('Acme', 100, 'EUR')])).toEqual([
      ['EUR', 1],
      ['Total EUR', 1],
    ]);
  });
});

test('subtotals follow each value of a dimension, whose rows stand together whatever the order', () => {
  const shaped = shape({
    fields: ['client', 'user', 'hours'],
    sort: [['hours', 'desc']],
    subtotals: 'client',
    totals: true,
  });
  const by = (client: string, user: string, hours: number) =>
    money(client, null, null, { userId: user, userName: user, seconds: hours * 3600 });
  expect(cells(shaped, [by('Acme', 'Ann', 1), by('Acme', 'Bob', 5), by('Beta', 'Ann', 3)])).toEqual([
    ['Acme', 'Bob', 5],
    ['Acme', 'Ann', 1],
    ['Acme total', '', 6],
    ['Beta', 'Ann', 3],
    ['Beta total', '', 3],
    ['Total', '', 9],
  ]);
});

describe('of all rows', () => {
  const columns = [
    { field: 'client' },
    { field: 'hours', show: 'running' as const },
    { field: 'hours', show: 'share' as const },
  ];

  test('a running total adds up down the table and a share is of all rows, before the limit', () => {
    const shaped = shape({ columns, limit: 2 });
    const records = ['A', 'B', 'C', 'D'].map((client) => money(client, null, null));
    expect(cells(shaped, records)).toEqual([
      ['A', 1, 0.25],
      ['B', 2, 0.25],
    ]);
  });

  test('money runs and is shared by currency', () => {
    const shaped = shape({
      columns: [
        { field: 'client' },
        { field: 'amount', show: 'running' },
        { field: 'amount', show: 'share' },
        { field: 'currency' },
      ],
    });
    const records = [
      money('A', 300, 'EUR'),
      money('B', 100, 'USD'),
      money('C', 100, 'EUR'),
      money('D', null, 'EUR'),
    ];
    expect(cells(shaped, records)).toEqual([
      ['A', 3, 0.75, 'EUR'],
      ['B', 1, 1, 'USD'],
      ['C', 4, 0.25, 'EUR'],
      ['D', 4, '', 'EUR'],
    ]);
  });

  test('in a total there is nothing to run, and the share is whole', () => {
    expect(cells(shape({ columns, totals: true }), [money('A', null, null)])).toEqual([
      ['A', 1, 1],
      ['Total', '', 1],
    ]);
  });
});
