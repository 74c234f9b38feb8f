import type { TimeEntry } from '../../datasets/timeEntry';
import { type CalendarDay, calendarDay, hourOf, startOfWeek, WEEKDAY_NAMES } from '../calendar';
import type { Dimension } from '../report';

/** The day of an entry's start in the query's zone as a serial number; null for what has no time. */
export function dayOf({ startSerial }: TimeEntry): number | null {
  return startSerial === null ? null : Math.floor(startSerial);
}

/** When an entry was: what has a day of its own in Clockify's summary is `DATE` there. */
export const time: Dimension<TimeEntry>[] = [
  {
    id: 'date',
    title: 'Date',
    role: 'dimension',
    type: 'date',
    sentence: "The day on which the entry starts, in the query's time zone.",
    time: 'date',
    group: 'DATE',
    read: dayOf,
  },
  {
    id: 'start',
    title: 'Start',
    role: 'dimension',
    type: 'date-time',
    sentence: "When the entry starts, in the query's time zone.",
    each: true,
    read: (entry) => entry.startSerial,
  },
  {
    id: 'end',
    title: 'End',
    role: 'dimension',
    type: 'date-time',
    sentence: "When the entry ends, in the query's time zone; it may be on a later day.",
    each: true,
    read: (entry) => entry.endSerial,
  },
  {
    id: 'week',
    title: 'Week',
    role: 'dimension',
    type: 'date',
    sentence: "The first day of the entry's week, by the account's first day of the week.",
    time: 'week',
    group: 'DATE',
    read: (entry, { weekStart }) => {
      const day = dayOf(entry);
      return day === null ? null : startOfWeek(day, weekStart);
    },
  },
  {
    id: 'iso-week',
    title: 'ISO week',
    role: 'dimension',
    type: 'text',
    sentence:
      'Year and number of the week by ISO 8601, as in 2026-W32: from Monday to Sunday, the first one with the first Thursday.',
    time: 'iso-week',
    group: 'DATE',
    read: inCalendar(({ isoWeek }) => isoWeek),
  },
  {
    id: 'month',
    title: 'Month',
    role: 'dimension',
    type: 'month',
    sentence: 'The month in which the entry starts, as its first day, shown as in 2026-08.',
    time: 'month',
    group: 'DATE',
    read: inCalendar(({ month }) => month),
  },
  {
    id: 'year-month',
    title: 'Year and month',
    role: 'dimension',
    type: 'text',
    sentence: 'The month in which the entry starts, as a text: 2026-08.',
    time: 'month',
    group: 'DATE',
    read: inCalendar(({ yearMonth }) => yearMonth),
  },
  {
    id: 'quarter',
    title: 'Quarter',
    role: 'dimension',
    type: 'text',
    sentence: 'The quarter in which the entry starts, as in 2026-Q3.',
    time: 'quarter',
    group: 'DATE',
    read: inCalendar(({ quarter }) => quarter),
  },
  {
    id: 'year',
    title: 'Year',
    role: 'dimension',
    type: 'number',
    sentence: 'The year in which the entry starts.',
    time: 'year',
    group: 'DATE',
    read: inCalendar(({ year }) => year),
  },
  {
    id: 'weekday',
    title: 'Weekday',
    role: 'dimension',
    type: 'text',
    sentence: 'The day of the week on which the entry starts, from Monday to Sunday.',
    time: 'weekday',
    order: WEEKDAY_NAMES,
    group: 'DATE',
    read: inCalendar(({ weekday }) => WEEKDAY_NAMES[(weekday + 6) % 7]),
  },
  {
    id: 'hour',
    title: 'Hour',
    role: 'dimension',
    type: 'number',
    sentence: "The hour of the day in which the entry starts, 0 to 23, in the query's time zone.",
    time: 'hour',
    read: ({ startSerial }) => (startSerial === null ? null : hourOf(startSerial)),
  },
];

function inCalendar<V>(of: (day: CalendarDay) => V): (entry: TimeEntry) => V | null {
  return (entry) => {
    const day = dayOf(entry);
    return day === null ? null : of(calendarDay(day));
  };
}
