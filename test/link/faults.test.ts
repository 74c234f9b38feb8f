import { keyFault, subdomainFault, subdomainOf } from '../../src/link/page/fault';
import { openedLink } from '../../src/link/page/openedLink';
import { keys } from '../../workbench/clockify/keys';

test.each(Object.values(keys))('the key %s looks like one', (key) => {
  expect(keyFault(`  ${key}\n`)).toBeNull();
});

test.each([
  ['', /Paste/],
  ['   ', /Paste/],
  ['mara@example.com', /e-mail/],
  ['my secret word and more of it', /spaces/],
  ['Schlüssel-mit-einem-ü-darin', /letters that no key has/],
  ['tooshort', /too short/],
])('%j is no key, and is told why', (typed, said) => {
  expect(keyFault(typed)).toMatch(said);
});

test.each([
  ['acme', 'acme'],
  [' Acme ', 'acme'],
  ['acme.clockify.me', 'acme'],
  ['https://acme.clockify.me/tracker?x=1', 'acme'],
  ['my-company2', 'my-company2'],
])('%j is the sub-domain %s', (typed, subdomain) => {
  expect([subdomainOf(typed), subdomainFault(typed)]).toEqual([subdomain, null]);
});

test.each(['', '-', 'a b', 'evil.example', 'a'.repeat(41), 'xn--acme', 'acme/../x', 'acme#', 'аcme'])(
  '%j is none',
  (typed) => {
    expect(subdomainFault(typed)).not.toBeNull();
  },
);

const ID = '0123456789abcdef0123456789abcdef';
const SECRET = 'f'.repeat(64);

test('a fragment is a link when it is whole', () => {
  expect(openedLink(`${ID}.${SECRET}`)).toEqual({ id: ID, secret: SECRET });
});

test.each([
  '',
  ID,
  `${ID}.`,
  `${ID}.${SECRET.slice(1)}`,
  `${ID}.${SECRET}f`,
  `x${ID}.${SECRET}`,
  `${ID}/${SECRET}`,
])('the fragment %j is none', (fragment) => {
  expect(openedLink(fragment)).toBeNull();
});
