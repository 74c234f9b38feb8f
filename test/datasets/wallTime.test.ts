import fc from 'fast-check';
import { serialOfWallTime, toTheSecond, wallClock } from '../../src/datasets/wallTime';

const ZONES = [
  'Europe/Berlin',
  'Asia/Kathmandu',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
];

/** The serial number by way of the texts that `Intl` prints: slow, and independent of what is tested. */
function expected(instant: number, zone: string): number {
  const text = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(instant);
  return serialOfWallTime(text.replace(' ', 'T'));
}

test('a moment shows what a clock on the wall of the zone shows', () => {
  const clocks = new Map(ZONES.map((zone) => [zone, wallClock(zone)]));
  fc.assert(
    fc.property(
      fc.integer({ min: 946_684_800, max: 2_524_608_000 }),
      fc.constantFrom(...ZONES),
      (seconds, zone) => {
        const serial = clocks.get(zone)?.serial(new Date(seconds * 1000).toISOString()) ?? 0;
        expect(toTheSecond(serial)).toBe(toTheSecond(expected(seconds * 1000, zone)));
      },
    ),
    { numRuns: 500 },
  );
});

test.each([
  ['just before the clocks go forward', '2026-03-29T00:59:59Z', '2026-03-29T01:59:59'],
  ['when the clocks go forward', '2026-03-29T01:00:00Z', '2026-03-29T03:00:00'],
  ['the first half past two in October', '2026-10-25T00:30:00Z', '2026-10-25T02:30:00'],
  ['the second half past two in October', '2026-10-25T01:30:00Z', '2026-10-25T02:30:00'],
])('Berlin: %s', (_, moment, wall) => {
  expect(toTheSecond(wallClock('Europe/Berlin').serial(moment))).toBe(toTheSecond(serialOfWallTime(wall)));
});

test.each([
  ['with Z', '2026-05-06T08:00:00Z'],
  ['with the offset of the zone', '2026-05-06T10:00:00+02:00'],
  ['with another offset', '2026-05-06T13:45:00+05:45'],
  ['with an offset without colon', '2026-05-06T10:00:00+0200'],
  ['with a negative offset', '2026-05-06T03:00:00-05:00'],
  ['with fractions of a second', '2026-05-06T08:00:00.000Z'],
  ['without a zone, which is UTC', '2026-05-06T08:00:00'],
])('one moment spelled %s is one serial number', (_, text) => {
  expect(toTheSecond(wallClock('Europe/Berlin').serial(text))).toBe(
    toTheSecond(serialOfWallTime('2026-05-06T10:00:00')),
  );
});

test('what is no moment is no number', () => {
  expect(wallClock('Europe/Berlin').serial('soon')).toBeNaN();
});

test('serial numbers count days from 1899-12-30', () => {
  expect(serialOfWallTime('1899-12-31T06:00:00')).toBe(1.25);
  expect(serialOfWallTime('2026-01-02T00:00:00')).toBe(46024);
});
