import type { Schedule } from '../../src/schedule/schedule';
import { newestSlot, nextSlot } from '../../src/schedule/slots';

const at = (text: string) => Date.parse(text);
const iso = (moment: number) => new Date(moment).toISOString();

function schedule(every: Schedule['every'], hour = 9, zone = 'Europe/Berlin'): Schedule {
  return { every, hour, zone };
}

/** The first slots after a moment. */
function next(wanted: Schedule, after: string, count = 1): string[] {
  const found: number[] = [];
  for (let moment = at(after); found.length < count; moment = found[found.length - 1])
    found.push(nextSlot(wanted, moment));
  return found.map(iso);
}

describe('slots', () => {
  it('begin at the hour of their zone, summer and winter', () => {
    expect(next(schedule({ unit: 'day' }), '2026-07-01T08:00:00Z')).toEqual(['2026-07-02T07:00:00.000Z']);
    expect(next(schedule({ unit: 'day' }), '2026-12-01T08:00:00Z')).toEqual(
      ['2026-12-01T08:00:00.000Z'].map(() => '2026-12-02T08:00:00.000Z'),
    );
  });

  it('begin on the full hour of a zone that is half an hour off', () => {
    const kolkata = schedule({ unit: 'hours', number: 1 }, 0, 'Asia/Kolkata');
    expect(next(kolkata, '2026-07-01T09:00:00Z', 2)).toEqual([
      '2026-07-01T09:30:00.000Z',
      '2026-07-01T10:30:00.000Z',
    ]);
  });

  it('of an hour that a clock leaves out begin with the next', () => {
    const two = schedule({ unit: 'day' }, 2);
    expect(next(two, '2026-03-28T12:00:00Z')).toEqual(['2026-03-29T01:00:00.000Z']);
  });

  it('of an hour that comes twice begin once', () => {
    const two = schedule({ unit: 'day' }, 2);
    expect(next(two, '2026-10-24T12:00:00Z', 2)).toEqual([
      '2026-10-25T00:00:00.000Z',
      '2026-10-26T01:00:00.000Z',
    ]);
  });

  it('of every so many hours are counted from midnight', () => {
    const seven = schedule({ unit: 'hours', number: 7 }, 0, 'UTC');
    expect(next(seven, '2026-07-01T07:00:00Z', 3)).toEqual([
      '2026-07-01T14:00:00.000Z',
      '2026-07-01T21:00:00.000Z',
      '2026-07-02T00:00:00.000Z',
    ]);
  });

  it('of weekdays leave out Saturday and Sunday', () => {
    // 3 July 2026 is a Friday.
    expect(next(schedule({ unit: 'weekdays' }, 9, 'UTC'), '2026-07-03T09:00:00Z')).toEqual([
      '2026-07-06T09:00:00.000Z',
    ]);
  });

  it('of a week begin on their day', () => {
    expect(next(schedule({ unit: 'week', weekday: 7 }, 9, 'UTC'), '2026-07-01T09:00:00Z')).toEqual([
      '2026-07-05T09:00:00.000Z',
    ]);
  });

  it('of a month that is shorter begin on its last day', () => {
    const last = schedule({ unit: 'month', day: 31 }, 9, 'UTC');
    expect(next(last, '2027-01-31T09:00:00Z', 2)).toEqual([
      '2027-02-28T09:00:00.000Z',
      '2027-03-31T09:00:00.000Z',
    ]);
  });

  it('of the last working day skip a weekend at the end', () => {
    const working = schedule({ unit: 'month', day: 'last-working' }, 9, 'UTC');
    expect(next(working, '2026-05-01T00:00:00Z', 2)).toEqual([
      '2026-05-29T09:00:00.000Z',
      '2026-06-30T09:00:00.000Z',
    ]);
  });

  it('are found backwards as they are forwards', () => {
    const kinds: Schedule['every'][] = [
      { unit: 'hours', number: 5 },
      { unit: 'day' },
      { unit: 'weekdays' },
      { unit: 'week', weekday: 3 },
      { unit: 'month', day: 31 },
      { unit: 'month', day: 'last-working' },
    ];
    for (const every of kinds) {
      for (const zone of [
        'Europe/Berlin',
        'Asia/Kolkata',
        'America/St_Johns',
        'Australia/Lord_Howe',
        'Pacific/Kiritimati',
      ]) {
        const wanted = schedule(every, 2, zone);
        let slot = nextSlot(wanted, at('2026-02-20T00:00:00Z'));
        for (let count = 0; count < 40; count++) {
          expect(newestSlot(wanted, slot)).toBe(slot);
          const following = nextSlot(wanted, slot);
          expect(newestSlot(wanted, following - 1)).toBe(slot);
          slot = following;
        }
      }
    }
  });
});
