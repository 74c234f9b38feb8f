import { AUGUST, cells, entry, shape, table } from './books';

const client = (name: string, seconds = 3600) => ({ clientId: name, clientName: name, seconds });
const on = (day: number) => ({ startSerial: AUGUST - 1 + day, endSerial: AUGUST - 1 + day });
const compare = { with: 'previous-period' as const };

test('values stand beside those of the period before; from nothing is new, to nothing is gone', () => {
  const shaped = shape({ fields: ['client', 'hours'], compare });
  const now = [entry(client('Acme', 7200)), entry(client('Beta'))];
  const compared = [entry(client('Acme', 3600)), entry(client('Coda'))];
  expect(cells(shaped, now, { compared })).toEqual([
    ['Acme', 2, 1, 1, 1],
    ['Beta', 1, '', 1, 'new'],
    ['Coda', '', 1, -1, 'gone'],
  ]);
  expect(
    table(shaped, now, { compared }).columns.map(({ field, title, type }) => [field, title, type]),
  ).toEqual([
    ['client', 'Client', 'text'],
    ['hours', 'Duration (decimal)', 'hours'],
    ['hours:previous', 'Duration (decimal) (previous)', 'hours'],
    ['hours:change', 'Duration (decimal) change', 'hours'],
    ['hours:percent', 'Duration (decimal) change %', 'percent'],
  ]);
});

test('only what is to be shown of a comparison is shown', () => {
  const shaped = shape({
    fields: ['client', 'hours'],
    compare: { with: 'previous-year', show: ['percent', 'value'] },
  });
  expect(table(shaped, [entry(client('Acme'))]).columns.map(({ title }) => title)).toEqual([
    'Client',
    'Duration (decimal)',
    'Duration (decimal) (previous year)',
    'Duration (decimal) change %',
  ]);
});

test('days are compared by position; those without a counterpart are on no day, so that the sum is whole', () => {
  const shaped = shape({ fields: ['date', 'hours'], compare: { ...compare, show: ['value'] } });
  const ending = {
    days: { from: '2026-08-01', to: '2026-08-02' },
    compared: { from: '2026-07-29', to: '2026-07-31' },
  };
  const compared = [-2, -1, 0].map((day) => entry(on(day)));
  expect(cells(shaped, [entry({ ...on(1), seconds: 7200 })], { compared, ending })).toEqual([
    [AUGUST, 2, 1],
    [AUGUST + 1, '', 1],
    ['', '', 1],
  ]);
});

test('months are compared by position, however long they are, and weekdays with themselves', () => {
  const ending = {
    days: { from: '2026-08-01', to: '2026-08-31' },
    compared: { from: '2026-07-01', to: '2026-07-31' },
  };
  const now = [entry(on(3))];
  const compared = [entry(on(0)), entry(on(-27))];
  const show = { ...compare, show: ['value' as const] };
  expect(cells(shape({ fields: ['month', 'hours'], compare: show }), now, { compared, ending })).toEqual([
    [AUGUST, 1, 2],
  ]);
  // 3 August 2026 is a Monday, 31 July a Friday, 4 July a Saturday.
  expect(cells(shape({ fields: ['weekday', 'hours'], compare: show }), now, { compared, ending })).toEqual([
    ['Monday', 1, ''],
    ['Friday', '', 1],
    ['Saturday', '', 1],
  ]);
});

test('what lies in both of two periods that overlap is counted in both', () => {
  const shaped = shape({
    fields: ['hours'],
    compare: { with: 'fixed', from: '2026-08-01', to: '2026-08-10' },
  });
  const both = entry(on(5));
  const ending = { compared: { from: '2026-08-01', to: '2026-08-10' } };
  expect(cells(shaped, [both, entry(on(20))], { compared: [both], ending })).toEqual([[2, 1, 1, 1]]);
});

test('a ratio that is not there differs by nothing', () => {
  const shaped = shape({ fields: ['client', 'billable-ratio'], compare });
  const compared = [entry(client('Acme'))];
  expect(cells(shaped, [], { compared })).toEqual([['Acme', '', 1, '', 'gone']]);
});
