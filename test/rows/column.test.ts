import { reportOf } from '../../src/reports';
import type { RowContext } from '../../src/reports/report';
import { columnsOf } from '../../src/rows/column';

const options = { durations: 'duration' as const };
/** One account, as most queries have. */
const accounts = [{ login: 'l1', workspace: 'w1', name: 'Acme' }];
const fields = (...ids: string[]) => ids.map((field) => ({ field }));
const ids = (columns: { field: string }[]) => columns.map(({ field }) => field);

const acme: RowContext = { account: 'Acme', weekStart: 'MONDAY', region: 'global', currency: 'EUR' };

describe('the columns of a query', () => {
  const report = reportOf('time-entries');

  test('come in its order, under titles of its own where it has any', () => {
    const columns = columnsOf(
      { columns: [{ field: 'user', title: 'Who' }, { field: 'date' }], options, accounts },
      report,
    );
    expect(columns.map(({ title }) => title)).toEqual(['Who', 'Date']);
  });

  test('bring the currency with amounts, after the last of them', () => {
    expect(ids(columnsOf({ columns: fields('amount', 'cost', 'user'), options, accounts }, report))).toEqual([
      'amount',
      'cost',
      'currency',
      'user',
    ]);
  });

  test('keep the currency where it was put', () => {
    expect(
      ids(columnsOf({ columns: fields('currency', 'user', 'amount'), options, accounts }, report)),
    ).toEqual(['currency', 'user', 'amount']);
  });

  test('have the account first where there are several, unless it was put elsewhere', () => {
    const several = [...accounts, { login: 'l1', workspace: 'w2', name: 'Beta' }];
    const of = (...chosen: string[]) =>
      columnsOf({ columns: fields(...chosen), options, accounts: several }, report);
    expect(ids(of('date', 'user'))).toEqual(['account', 'date', 'user']);
    expect(ids(of('date', 'account'))).toEqual(['date', 'account']);
    expect(of('date')[0].read({}, { ...acme, account: 'Beta' })).toBe('Beta');
  });

  test('have the account of one account too where it was chosen', () => {
    const [, column] = columnsOf(
      { columns: [{ field: 'date' }, { field: 'account', title: 'Customer' }], options, accounts },
      report,
    );
    expect([column.title, column.read({}, acme)]).toEqual(['Customer', 'Acme']);
  });

  test('are decimal hours where that was chosen', () => {
    const [column] = columnsOf(
      { columns: fields('duration'), options: { durations: 'decimal' }, accounts },
      report,
    );
    expect([column.type, column.format, column.read({ seconds: 5400 }, acme)]).toEqual([
      'hours',
      '0.00',
      5400,
    ]);
  });
});

describe('every report', () => {
  test.each(['time-entries', 'projects', 'tasks', 'clients', 'users', 'tags'])(
    '%s has fields that can be told apart',
    (id) => {
      const { fields: all, defaults } = reportOf(id);
      expect(new Set(ids(all.map((field) => ({ field: field.id })))).size).toBe(all.length);
      expect(new Set(all.map(({ title }) => title)).size).toBe(all.length);
      expect(defaults.every((field) => all.some((other) => other.id === field))).toBe(true);
    },
  );

  test.each(['time-entries', 'projects', 'tasks', 'users'])('%s has a currency for its amounts', (id) => {
    expect(reportOf(id).fields.some((field) => field.id === 'currency')).toBe(true);
  });
});

test('a ratio without what it is measured by is empty', () => {
  const [progress] = columnsOf({ columns: fields('progress'), options, accounts }, reportOf('projects'));
  expect(progress.read({ trackedSeconds: 3600, timeEstimate: { seconds: 7200 } }, acme)).toBe(0.5);
  expect(progress.read({ trackedSeconds: 3600, timeEstimate: null }, acme)).toBeNull();
});
