import fc from 'fast-check';
import { MOST_CHARACTERS, writeText } from '../../src/rows/text';
import { parseTyped } from '../../workbench/gas/typed';

const LOCALES = ['en_US', 'de_DE'] as const;

/** Texts that Sheets would like to turn into something else, and any other. */
const text = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
  fc
    .tuple(
      fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        "'",
        '"',
        '\t',
        '\r',
        '\n',
        ' ',
        '0',
        '$',
        '€',
        '1/',
        '1,',
        'TRUE',
        '12:',
      ),
      fc.string({ maxLength: 12 }),
    )
    .map(([start, rest]) => start + rest),
  fc.double({ noNaN: true }).map(String),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
);

/** What a cell of automatic format holds after the text was set. */
function held(given: string, locale: (typeof LOCALES)[number]) {
  return parseTyped(writeText(given), undefined, { locale, plainText: 'literal', year: 2026 });
}

describe.each(LOCALES)('in %s', (locale) => {
  test('any text is the text that the cell holds, in no other format', () => {
    fc.assert(
      fc.property(text, (given) => {
        const { cell, format } = held(given, locale);
        expect([cell ?? '', format]).toEqual([given.replaceAll('\u0000', ''), undefined]);
      }),
      { numRuns: 2000 },
    );
  });
});

test('a text of nothing that a cell can hold leaves the cell empty', () => {
  expect(writeText('\u0000')).toBe('');
});

test('where plain text is read as typed, any text is held there too', () => {
  fc.assert(
    fc.property(text, (given) => {
      const options = { locale: 'en_US', plainText: 'typed', year: 2026 } as const;
      const { cell } = parseTyped(writeText(given), '@', options);
      expect(cell ?? '').toBe(given.replaceAll('\u0000', ''));
    }),
  );
});

test('what is handed over is never longer than a cell may be, its mark counted', () => {
  fc.assert(
    fc.property(fc.integer({ min: MOST_CHARACTERS - 3, max: MOST_CHARACTERS + 3 }), (length) => {
      expect(writeText('x'.repeat(length)).length).toBeLessThanOrEqual(50_000);
    }),
  );
});

test('a character of two halves is kept whole or left out where a text is cut', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3 }), (shift) => {
      const written = writeText('x'.repeat(shift) + '🎉'.repeat(30_000));
      expect(written).not.toMatch(/\p{Surrogate}/u);
      expect(written.endsWith('…')).toBe(true);
    }),
  );
});
