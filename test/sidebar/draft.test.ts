import { askedOf, copyOf, freeName, newDraft, sameDraft, withReport } from '../../src/sidebar/model/draft';
import { faultsOf } from '../../src/sidebar/model/faults';
import { clients, overview, query, report, view } from './views';

const account = { login: 'a', workspace: 'w1', name: 'Acme' };

test('a new query has a good answer to everything', () => {
  const draft = newDraft(report, [account], overview());
  expect(draft).toMatchObject({
    name: 'Time entries',
    zone: 'Europe/Berlin',
    period: { kind: 'preset', preset: 'last-month' },
    columns: [{ field: 'date' }, { field: 'user' }, { field: 'duration' }],
    target: { kind: 'new-tab' },
  });
  expect(faultsOf(draft, report)).toEqual({});
});

test('rows of several accounts say which they come from', () => {
  const fields = [...report.fields, { ...report.fields[0], id: 'account', title: 'Account' }];
  const accounts = [account, { ...account, workspace: 'w2' }];
  expect(newDraft({ ...report, fields }, accounts, overview()).columns[0]).toEqual({ field: 'account' });
  expect(newDraft({ ...report, fields }, [account], overview()).columns[0]).toEqual({ field: 'date' });
});

test('a new query gets a name that nothing has', () => {
  const queries = [view('Time entries'), view('Time entries 2')];
  expect(newDraft(report, [account], overview({ queries })).name).toBe('Time entries 3');
  expect(freeName('Hours', [])).toBe('Hours');
});

test('another report takes its usual columns, and a suggested name goes with it', () => {
  const draft = newDraft(report, [account], overview());
  expect(withReport(draft, clients, report, overview())).toMatchObject({
    name: 'Clients',
    columns: [{ field: 'user' }],
  });
  expect(withReport({ ...draft, name: 'Mine' }, clients, report, overview()).name).toBe('Mine');
  expect(withReport(draft, report, report, overview())).toBe(draft);
});

test('a look at another report loses nothing of what was asked', () => {
  const own = {
    ...newDraft(report, [account], overview()),
    grain: 'grouped' as const,
    columns: [{ field: 'amount', title: 'Fee' }],
    filters: [{ field: 'user', op: 'is' as const, values: ['Mara'] }],
    totals: true,
  };
  const kept = { [own.report]: askedOf(own) };
  const there = withReport(own, clients, report, overview(), kept);
  expect(there).toMatchObject({ grain: 'each', columns: [{ field: 'user' }] });
  expect([there.filters, there.totals]).toEqual([undefined, undefined]);
  const { name, report: id, ...back } = withReport(there, report, clients, overview(), kept);
  expect(back).toMatchObject(kept[own.report]);
});

test('a name that another query has is a fault, with a free one to take', () => {
  const taken = [
    view('q1', { name: 'Hours' }),
    view('q2', { name: 'Team' }),
    view('q3', { name: 'Hours 2' }),
  ];
  expect(faultsOf(query({ id: 'q9', name: ' hours ' }), report, taken)).toMatchObject({
    freeName: 'hours 3',
  });
  expect(faultsOf(query({ id: 'q1', name: 'Hours' }), report, taken)).toEqual({});
  const twins = [view('q1', { name: 'Hours' }), view('q2', { name: 'Hours' })];
  expect(faultsOf(query({ id: 'q1', name: 'Hours' }), report, twins)).toEqual({});
});

test.each([
  ['half a day', { kind: 'last-days', days: 1.5, today: false }, /whole number/],
  ['no days', { kind: 'last-days', days: Number.NaN, today: false }, /whole number/],
  ['days without end', { kind: 'last-days', days: 4000, today: false }, /3,660/],
  ['a day that is missing', { kind: 'fixed', from: '', to: '2026-12-31' }, /a day/],
  ['the year 1', { kind: 'fixed', from: '0001-01-01', to: '2026-12-31' }, /from \d{4} to \d{4}/],
  ['a year of five digits', { kind: 'fixed', from: '2026-01-01', to: '20260-01-01' }, /a day/],
  ['centuries', { kind: 'fixed', from: '2026-01-01', to: '9999-12-31' }, /from \d{4} to \d{4}/],
  ['the end before the start', { kind: 'fixed', from: '2026-08-31', to: '2026-08-01' }, /before/],
] as const)('a period of %s is refused where it is typed', (_what, period, fault) => {
  expect(faultsOf(query({ period }), report).period).toMatch(fault);
});

test('a copy goes to a tab of its own, without an id', () => {
  const copy = copyOf(query(), ['Hours', 'Hours (copy)']);
  expect(copy).toMatchObject({ name: 'Hours (copy) 2', target: { kind: 'new-tab' } });
  expect(copy.id).toBeUndefined();
});

test('drafts are the same whatever the order of their parts', () => {
  const { name, ...rest } = query();
  expect(sameDraft(query(), { ...rest, name })).toBe(true);
  expect(
    sameDraft(query(), query({ columns: [{ field: 'date', title: undefined }, { field: 'duration' }] })),
  ).toBe(true);
  expect(sameDraft(query(), query({ columns: [{ field: 'duration' }, { field: 'date' }] }))).toBe(false);
});

test('each fault is named where it has to be mended', () => {
  const period = { kind: 'fixed' as const, from: '2026-08-31', to: '2026-08-01' };
  const draft = { ...query({ name: ' ', accounts: [], columns: [] }), period };
  expect(Object.keys(faultsOf(draft, report)).sort()).toEqual(['accounts', 'name', 'period', 'rows']);
  expect(faultsOf({ ...query(), period }, clients)).toEqual({});
  expect(faultsOf(query({ period: { kind: 'last-days', days: 0, today: false } }), report)).toHaveProperty(
    'period',
  );
  expect(faultsOf(query({ period: { kind: 'fixed', from: '', to: '' } }), report)).toHaveProperty('period');
});
