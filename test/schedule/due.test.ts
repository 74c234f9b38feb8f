import { type Done, dueOf } from '../../src/schedule/due';
import type { Schedule } from '../../src/schedule/schedule';

const at = (text: string) => Date.parse(`2026-07-${text}Z`);

const daily: Schedule = { every: { unit: 'day' }, hour: 9, zone: 'UTC' };
const hourly: Schedule = { every: { unit: 'hours', number: 1 }, hour: 0, zone: 'UTC' };

function done(change: Partial<Done> = {}): Done {
  return { from: at('01T12:00'), slot: null, begun: null, ...change };
}

describe('a schedule', () => {
  it('asks for nothing before its first slot', () => {
    expect(dueOf(daily, done(), at('02T08:59'))).toEqual({
      newestSlot: null,
      dueSlot: null,
      overdueSince: null,
      nextAt: at('02T09:00'),
    });
  });

  it('is due from the beginning of a slot on, and late an hour after', () => {
    expect(dueOf(daily, done(), at('02T09:59'))).toMatchObject({
      dueSlot: at('02T09:00'),
      overdueSince: null,
    });
    expect(dueOf(daily, done(), at('02T10:00'))).toMatchObject({ overdueSince: at('02T09:00') });
  });

  it('asks for the newest of the slots that were missed alone, and tells since when it is late', () => {
    expect(dueOf(hourly, done(), at('04T12:30'))).toMatchObject({
      dueSlot: at('04T12:00'),
      overdueSince: at('01T13:00'),
    });
  });

  it('is done with a slot by a refresh that began since, not by one that ended since', () => {
    expect(dueOf(daily, done({ begun: at('02T09:10') }), at('02T09:20')).dueSlot).toBeNull();
    expect(dueOf(daily, done({ begun: at('02T08:50') }), at('02T09:20')).dueSlot).toBe(at('02T09:00'));
  });

  it('is late from hour to hour only where the hour before was not done', () => {
    expect(dueOf(hourly, done({ slot: at('02T09:00') }), at('02T10:20'))).toMatchObject({
      dueSlot: at('02T10:00'),
      overdueSince: null,
    });
  });

  it('believes nothing that lies ahead of the clock', () => {
    const ahead = done({ slot: at('30T09:00'), begun: at('30T09:00') });
    expect(dueOf(daily, ahead, at('02T09:20')).dueSlot).toBe(at('02T09:00'));
  });
});
