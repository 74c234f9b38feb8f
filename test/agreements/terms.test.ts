import { canonical, sameTerms, termsOf } from '../../src/agreements/terms';
import type { Query } from '../../src/query/query';
import { query } from '../job/server';

const digest = (text: string) => `digest of ${text.length}`;
const terms = (changes: object) => termsOf({ ...query, ...changes } as Query, digest);
const same = (changes: object) => sameTerms(terms(changes), terms({}));

test.each<[string, object]>([
  ['its name', { name: 'Other' }],
  ['what it calls an account', { accounts: [{ ...query.accounts[0], name: 'Other' }] }],
  ['the title of a column', { columns: [{ field: 'date', title: 'When' }] }],
  ['an option that is off', { options: { ...query.options, columnNames: false } }],
  ['totals that are off', { totals: false }],
  ['no filters', { filters: [], fill: [], sort: [] }],
])('%s is no term of a query', (_, changes) => {
  expect(same(changes)).toBe(true);
});

test.each<[string, object]>([
  ['report', { report: 'users' }],
  ['login', { accounts: [{ ...query.accounts[0], login: 'other' }] }],
  ['workspace', { accounts: [{ ...query.accounts[0], workspace: 'other' }] }],
  ['period', { period: { kind: 'preset', preset: 'today' } }],
  ['zone', { zone: 'Asia/Kathmandu' }],
  ['columns', { columns: [{ field: 'date' }, { field: 'cost' }] }],
  ['options', { options: { durations: 'decimal' } }],
  ['target', { target: { kind: 'placed', range: 'Clockify_A', sheet: 0, row: 1, column: 1 } }],
  ['grain', { grain: 'grouped' }],
  ['filters', { filters: [{ field: 'user', op: 'is', values: ['u1'] }] }],
  ['split', { split: { field: 'user', most: 3 } }],
  ['comparison', { compare: { with: 'previous-year' } }],
  ['filling', { fill: ['people'] }],
  ['order of rows', { sort: [['date', 'desc']] }],
  ['limit', { limit: 10 }],
  ['totals', { totals: true }],
  ['subtotals', { subtotals: 'user' }],
  ['mode', { mode: { kind: 'by-id' } }],
  ['running total', { columns: query.columns.map((column) => ({ ...column, show: 'running' })) }],
  ['cells', { limit: '=Settings!B2' }],
  ['anything that a later version adds', { later: [1] }],
])('its %s is a term of a query', (_, changes) => {
  expect(same(changes)).toBe(false);
});

test('the order of columns and accounts is no term', () => {
  const columns = [{ field: 'date' }, { field: 'duration' }];
  expect(sameTerms(terms({ columns }), terms({ columns: [...columns].reverse() }))).toBe(true);
});

test('what was agreed to before there was more than one row each goes on to hold', () => {
  const { id, name, grain, version, ...parts } = query;
  const [{ login, workspace }] = query.accounts;
  const before = {
    ...Object.fromEntries(Object.entries(parts).map(([part, value]) => [part, canonical(value)])),
    accounts: JSON.stringify([`${login}/${workspace}`]),
    columns: JSON.stringify(query.columns.map(({ field }) => field).sort()),
  };
  expect(sameTerms(terms({}), before)).toBe(true);
});

test('the order of what is filled is no term', () => {
  expect(sameTerms(terms({ fill: ['people', 'dates'] }), terms({ fill: ['dates', 'people'] }))).toBe(true);
});

test('a part that is too long is kept as its digest, so that all parts fit into one property', () => {
  const columns = Array.from({ length: 200 }, (_, index) => ({ field: `field-${index}` }));
  const long = terms({ columns });
  expect(long.columns).toMatch(/^#digest of \d+$/);
  expect(JSON.stringify(long).length).toBeLessThan(9000);
});
