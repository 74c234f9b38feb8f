import fc from 'fast-check';
import { packLines, unpackLines } from '../../src/table/packedLines';
import { keyDigest, printOf } from '../../src/table/print';

const line = fc.record({
  key: fc.option(fc.string({ minLength: 1 }), { nil: '' }).map(keyDigest),
  print: fc.array(fc.oneof(fc.string(), fc.double({ noNaN: true }), fc.boolean())).map(printOf),
});

test('lines come back as they were packed, and nothing else comes back', () => {
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const texts = packLines(lines);
      expect(unpackLines(texts, lines.length)).toEqual(lines);
      expect(unpackLines(texts, lines.length + 1)).toBeNull();
      expect(unpackLines([`${texts[0]}=`], lines.length)).toBeNull();
    }),
  );
});

test('a hundred thousand rows are in cells of fewer than fifty thousand characters', () => {
  const lines = Array.from({ length: 100_000 }, (_, row) => ({
    key: keyDigest(`${row}`),
    print: printOf([row]),
  }));
  const texts = packLines(lines);
  expect(Math.max(...texts.map((text) => text.length))).toBeLessThan(50_000);
  expect(unpackLines(texts, lines.length)).toEqual(lines);
  expect(new Set(lines.map(({ key }) => key)).size).toBe(100_000);
});

test('a print is the same of what is written and of what is read back, and another of anything else', () => {
  const print = printOf(["'0:30", 1 / 48, true, '', "''=1"]);
  expect(printOf(['0:30', 1 / 48 + 1e-9, true, '', "'=1"])).not.toBe(print);
  expect(printOf(["'0:30", 1 / 48 + 1e-9, true, '', "''=1"])).toBe(print);
  expect(printOf(["'0:30", 1 / 48, true, "''=1", ''])).not.toBe(print);
  expect(printOf(["'0:30", 1 / 48 + 1 / 86_400, true, '', "''=1"])).not.toBe(print);
});
