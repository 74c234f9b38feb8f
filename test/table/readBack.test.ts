import fc from 'fast-check';
import { readBack, sameCell } from '../../src/table/readBack';
import { instantOf } from '../../workbench/gas/zone';

const ZONES = ['Europe/Berlin', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Apia', 'Africa/Cairo'];

test('whatever the zone of the spreadsheet, days, times and durations are read as they were written', () => {
  const serial = fc.integer({ min: 0, max: 60_000 * 86_400 }).map((seconds) => seconds / 86_400);
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), serial, (zone, written) => {
      const read = readBack(zone);
      const instant = instantOf(written, zone);
      // A wall clock that was put forward shows no such time.
      fc.pre(Math.abs(read.serial(new Date(instant)) - written) < 1 / 86_400);
      expect(sameCell(read.cell(new Date(instant), 'duration'), written)).toBe(true);
    }),
  );
});

test('a day is a whole one, also where its first hour does not exist', () => {
  const day = Date.UTC(2026, 3, 24) / 86_400_000 + 25_569;
  const read = readBack('Africa/Cairo');
  expect(read.cell(new Date(instantOf(day, 'Africa/Cairo')), 'date')).toBe(day);
});

test('texts stay texts, and nothing stays nothing', () => {
  const read = readBack('UTC');
  expect(['=1+1', '', 7, true].map((content) => read.cell(content, 'text'))).toEqual(["'=1+1", '', 7, true]);
});
