import * as v from 'valibot';
import { isZone } from './zone';

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

const everySchema = v.variant('unit', [
  v.object({ unit: v.literal('hours'), number: whole(1, 23) }),
  v.object({ unit: v.literal('day') }),
  v.object({ unit: v.literal('weekdays') }),
  /** 1 is Monday. */
  v.object({ unit: v.literal('week'), weekday: whole(1, 7) }),
  /** A month that is shorter has its last day for it. */
  v.object({ unit: v.literal('month'), day: v.union([whole(1, 31), v.literal('last-working')]) }),
]);

/**
 * When a query is to be refreshed, by the clock of a zone. A slot is an hour long: 9 means some time from 9:00 to 9:59, since
 * Google doesn't say at which minute of its hour a trigger runs.
 */
export const scheduleSchema = v.object({
  every: everySchema,
  /** The hour of the day; of no meaning where it is every so many hours, which are counted from midnight. */
  hour: whole(0, 23),
  /** Its own zone: that of the spreadsheet may be changed by anybody. */
  zone: v.pipe(v.string(), v.maxLength(60), v.check(isZone, 'a time zone is expected')),
});

export type Schedule = v.InferOutput<typeof scheduleSchema>;
