import {
  type CalendarDate,
  CalendarDateTime,
  endOfMonth,
  fromAbsolute,
  toCalendarDate,
} from '@internationalized/date';
import type { Schedule } from './schedule';

/** How long a slot is, in milliseconds. */
export const SLOT = 3_600_000;

/** Longer than any schedule pauses, in days. */
const MOST_DAYS = 40;

/** When the newest slot began that has begun by `now`. All moments in milliseconds since 1970. */
export function newestSlot(schedule: Schedule, now: number): number {
  let day = today(schedule, now).add({ days: 1 });
  for (let back = 0; back <= MOST_DAYS; back++) {
    const begun = slotsOn(schedule, day).filter((slot) => slot <= now);
    if (begun.length > 0) return Math.max(...begun);
    day = day.subtract({ days: 1 });
  }
  return Number.NEGATIVE_INFINITY;
}

/** When the first slot begins after a moment. */
export function nextSlot(schedule: Schedule, after: number): number {
  let day = today(schedule, after).subtract({ days: 1 });
  for (let ahead = 0; ahead <= MOST_DAYS; ahead++) {
    const coming = slotsOn(schedule, day).filter((slot) => slot > after);
    if (coming.length > 0) return Math.min(...coming);
    day = day.add({ days: 1 });
  }
  return Number.POSITIVE_INFINITY;
}

function today({ zone }: Schedule, now: number): CalendarDate {
  return toCalendarDate(fromAbsolute(now, zone));
}

function slotsOn(schedule: Schedule, day: CalendarDate): number[] {
  return hoursOn(schedule, day).map((hour) => startOf(day, hour, schedule.zone));
}

function hoursOn({ every, hour }: Schedule, day: CalendarDate): number[] {
  switch (every.unit) {
    case 'hours':
      return HOURS.filter((each) => each % every.number === 0);
    case 'day':
      return [hour];
    case 'weekdays':
      return isWorkingDay(day) ? [hour] : [];
    case 'week':
      return weekdayOf(day) === every.weekday ? [hour] : [];
    case 'month': {
      const last = endOfMonth(day);
      const wanted = every.day === 'last-working' ? lastWorking(last) : Math.min(every.day, last.day);
      return day.day === wanted ? [hour] : [];
    }
  }
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** When an hour of a day begins: one that a clock leaves out when the next does, one that comes twice the first time. */
function startOf({ year, month, day }: CalendarDate, hour: number, zone: string): number {
  return new CalendarDateTime(year, month, day, hour).toDate(zone, 'compatible').getTime();
}

/** From 1 for Monday to 7 for Sunday. */
function weekdayOf(day: CalendarDate): number {
  return (day.calendar.toJulianDay(day) % 7) + 1;
}

function isWorkingDay(day: CalendarDate): boolean {
  return weekdayOf(day) <= 5;
}

function lastWorking(last: CalendarDate): number {
  let day = last;
  while (!isWorkingDay(day)) day = day.subtract({ days: 1 });
  return day.day;
}
