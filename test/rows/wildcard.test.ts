import fc from 'fast-check';
import { wildcard } from '../../src/rows/wildcard';

test.each([
  ['*', '', true],
  ['', '', true],
  ['', 'a', false],
  ['?', '', false],
  ['?', '🎉', true],
  ['a*c*', 'abbc', true],
  ['*abc', 'ababc', true],
  ['a*b*c', 'acb', false],
  ['a.c', 'abc', false],
  ['(a+)+$', '(a+)+$', true],
  ['***', 'x', true],
])('%j and %j: %s', (pattern, text, expected) => {
  expect(wildcard(pattern)(text)).toBe(expected);
});

test('says the same as the plainest reading of a pattern', () => {
  const matches = (pattern: string, text: string): boolean => {
    if (pattern === '') return text === '';
    const rest = pattern.slice(1);
    if (pattern[0] === '*') return matches(rest, text) || (text !== '' && matches(pattern, text.slice(1)));
    return text !== '' && (pattern[0] === '?' || pattern[0] === text[0]) && matches(rest, text.slice(1));
  };
  const unit = fc.constantFrom('a', 'b', '*', '?');
  fc.assert(
    fc.property(
      fc.string({ unit, maxLength: 8 }),
      fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 10 }),
      (pattern, text) => {
        expect(wildcard(pattern)(text)).toBe(matches(pattern, text));
      },
    ),
    { numRuns: 3000, seed: 7 },
  );
});

test('the nastiest patterns end', () => {
  const text = 'a'.repeat(20_000);
  expect(wildcard(`${'*a'.repeat(200)}*b`)(text)).toBe(false);
  expect(wildcard(`${'a*'.repeat(300)}b`)(text)).toBe(false);
  expect(wildcard(`*${'?'.repeat(300)}*b`)(text)).toBe(false);
  expect(wildcard('*'.repeat(1000))(text)).toBe(true);
});
