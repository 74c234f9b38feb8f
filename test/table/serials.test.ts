import { Serials } from '../../src/table/serials';

/** 2026-03-29, when clocks of Berlin skip 02:00 to 03:00, as a serial number. */
const SKIPPED = 46_110;

test('a date of the spreadsheet is the serial number that its zone’s clock shows', () => {
  const serials = new Serials('Asia/Kathmandu');
  expect(serials.of(new Date('2026-06-01T00:15:00Z'))).toBeCloseTo(46_174.25, 9);
});

test('a time that a clock skips is read as the one that it shows instead, and no other is', () => {
  const serials = new Serials('Europe/Berlin');
  const shown = new Date('2026-03-29T01:30:00Z');
  expect(serials.holds(shown, SKIPPED + 3.5 / 24)).toBe(true);
  expect(serials.holds(shown, SKIPPED + 2.5 / 24)).toBe(true);
  expect(serials.holds(shown, SKIPPED + 1.5 / 24)).toBe(false);
  expect(serials.holds(new Date('2026-03-29T03:30:00Z'), SKIPPED + 4.5 / 24)).toBe(false);
  expect(serials.holds(new Date('2026-03-30T01:30:00Z'), SKIPPED + 1 + 2.5 / 24)).toBe(false);
});

test('what looks alike but is of another type is not the same', () => {
  const serials = new Serials('UTC');
  expect(serials.holds(1, "'1")).toBe(false);
  expect(serials.holds('1', 1)).toBe(false);
  expect(serials.holds('TRUE', true)).toBe(false);
  expect(serials.holds('', '')).toBe(true);
  expect(serials.holds(0, '')).toBe(false);
  expect(serials.holds('a\nb', "'a\r\nb")).toBe(true);
});

test('a zone whose clock went by the sun in 1899 has several readings, others one', () => {
  expect(Serials.readingsOf('Europe/Berlin')).toHaveLength(1);
  expect(Serials.readingsOf('Asia/Kolkata').length).toBeGreaterThan(1);
});
