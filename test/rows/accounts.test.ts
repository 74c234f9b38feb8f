import type { TimeEntry } from '../../src/datasets/timeEntry';
import { type AccountRows, tableOf } from '../../src/rows/table';
import { takeRows } from '../../src/rows/take';
import { acme, entry, shape } from './books';

const accounts = [
  { login: 'l1', workspace: 'w1', name: 'Acme' },
  { login: 'l1', workspace: 'w2', name: 'Beta' },
];
const beta = { ...acme, account: 'Beta', currency: 'USD' };

/** The cells of what two accounts have. */
function cells(own: Parameters<typeof shape>[0], ofAcme: TimeEntry[], ofBeta: TimeEntry[]) {
  const shaped = shape({ ...own, accounts });
  const rows = [acme, beta].map((context, index): AccountRows => {
    const taking = { context, days: null, pushed: false, side: 'current' as const };
    const current = takeRows(index === 0 ? ofAcme : ofBeta, shaped, taking);
    return { context, current, compared: [], filling: [], names: new Map() };
  });
  const table = tableOf(rows, shaped, { days: null, compared: null, split: [] });
  return table?.cells.map((row) => row.map((cell) => (typeof cell === 'string' ? cell.slice(1) : cell)));
}

test('groups of several accounts are apart, and their totals together, nobody counted twice', () => {
  const own = { fields: ['user', 'hours', 'people'], totals: true };
  expect(cells(own, [entry()], [entry(), entry()])).toEqual([
    ['Acme', 'Ann', 1, 1],
    ['Beta', 'Ann', 2, 1],
    ['Total', '', 3, 1],
  ]);
});

test('time without an amount is in the own currency of each account', () => {
  expect(cells({ fields: ['amount', 'hours'] }, [entry()], [entry()])).toEqual([
    ['Acme', '', 'EUR', 1],
    ['Beta', '', 'USD', 1],
  ]);
});

test('things of one name in two accounts are apart by these', () => {
  const web = (projectId: string) => entry({ projectId, projectName: 'Web', clientName: 'Anybody' });
  expect(cells({ fields: ['project', 'hours'] }, [web('p1')], [web('p2')])).toEqual([
    ['Acme', 'Web', 1],
    ['Beta', 'Web', 1],
  ]);
});

test('rows of one record each are in the order of each account, or in one that was asked for', () => {
  const late = entry({ id: 'a', startSerial: 46_300 });
  const early = entry({ id: 'b', startSerial: 46_200 });
  const grain = 'each' as const;
  expect(cells({ fields: ['start'], grain }, [late], [early])).toEqual([
    ['Acme', 46_300],
    ['Beta', 46_200],
  ]);
  expect(cells({ fields: ['start'], grain, sort: [['start', 'asc']], limit: 1 }, [late], [early])).toEqual([
    ['Beta', 46_200],
  ]);
});

test('a record that came twice gives no table, of one row each', () => {
  const twice = entry();
  expect(cells({ fields: ['hours'], grain: 'each' }, [twice, twice], [])).toBeUndefined();
});
