import fc from 'fast-check';
import { windowOf } from '../../src/plan/window';

const year = { from: '2026-01-01', to: '2026-12-31' };
const at = (text: string) => Date.parse(text);
const last = (days: number, zone = 'Europe/Berlin') => ({ mode: { kind: 'last-days' as const, days }, zone });
const upTo = (begun: string, to = year.to) => ({ to, begun: at(begun) });

test('the last days count today, and what lies ahead is read with them', () => {
  expect(windowOf(last(7), year, upTo('2026-06-14T08:00:00Z'), at('2026-06-15T08:00:00Z'))).toEqual({
    from: '2026-06-09',
    to: '2026-12-31',
  });
});

test.each([
  ['Asia/Kathmandu', '2026-06-15T18:14:59Z', '2026-06-15'],
  ['Asia/Kathmandu', '2026-06-15T18:15:00Z', '2026-06-16'],
  ['Europe/Berlin', '2026-03-28T22:59:59Z', '2026-03-28'],
  ['Europe/Berlin', '2026-03-29T21:59:59Z', '2026-03-29'],
  ['Europe/Berlin', '2026-10-25T22:59:59Z', '2026-10-25'],
  ['America/St_Johns', '2026-06-15T02:29:59Z', '2026-06-14'],
])('today is a day of the zone: %s at %s', (zone, now, today) => {
  expect(windowOf(last(1, zone), year, upTo(now), at(now))?.from).toBe(today);
});

test('days since the table was written are read, too, however many', () => {
  expect(windowOf(last(2), year, upTo('2026-05-20T08:00:00Z'), at('2026-06-15T08:00:00Z'))?.from).toBe(
    '2026-05-20',
  );
});

test('a period that is over is updated at its end', () => {
  const may = { from: '2026-05-01', to: '2026-05-31' };
  expect(windowOf(last(3), may, upTo('2026-06-14T08:00:00Z', may.to), at('2026-06-15T08:00:00Z'))).toEqual({
    from: '2026-05-29',
    to: '2026-05-31',
  });
});

test('a period that is shorter is read as a whole', () => {
  const now = at('2026-06-15T08:00:00Z');
  const days = { from: '2026-06-14', to: '2026-06-15' };
  expect(windowOf(last(30), days, { to: days.to, begun: now }, now)).toEqual(days);
});

test('without a table all is read, and by id always', () => {
  const now = at('2026-06-15T08:00:00Z');
  expect(windowOf(last(7), year, null, now)).toBeNull();
  expect(
    windowOf({ mode: { kind: 'by-id' }, zone: 'UTC' }, year, upTo('2026-06-14T08:00:00Z'), now),
  ).toBeNull();
});

test('whenever refreshes come, no day of the year falls between two of them', () => {
  const hours = fc.array(fc.integer({ min: 1, max: 24 * 40 }), { minLength: 1, maxLength: 12 });
  const zone = fc.constantFrom('Asia/Kathmandu', 'America/New_York', 'Europe/Berlin', 'Pacific/Apia');
  fc.assert(
    fc.property(hours, zone, fc.integer({ min: 1, max: 30 }), (pauses, where, days) => {
      let now = at('2026-01-01T12:00:00Z');
      for (const pause of pauses) {
        const begun = now;
        now += pause * 3_600_000;
        const period = { from: '2026-01-01', to: '2027-12-31' };
        const window = windowOf(last(days, where), period, { to: period.to, begun }, now);
        const before = new Intl.DateTimeFormat('sv-SE', { timeZone: where }).format(begun);
        expect(window && window.from <= before).toBe(true);
      }
    }),
  );
});
