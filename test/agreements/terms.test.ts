import { sameTerms, termsOf } from '../../src/agreements/terms';
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
  ['anything that a later version adds', { filters: [{ field: 'user', is: ['u1'] }] }],
])('its %s is a term of a query', (_, changes) => {
  expect(same(changes)).toBe(false);
});

test('the order of columns and accounts is no term', () => {
  const columns = [{ field: 'date' }, { field: 'duration' }];
  expect(sameTerms(terms({ columns }), terms({ columns: [...columns].reverse() }))).toBe(true);
});

test('a part that is too long is kept as its digest, so that all parts fit into one property', () => {
  const columns = Array.from({ length: 200 }, (_, index) => ({ field: `field-${index}` }));
  const long = terms({ columns });
  expect(long.columns).toMatch(/^#digest of \d+$/);
  expect(JSON.stringify(long).length).toBeLessThan(9000);
});
