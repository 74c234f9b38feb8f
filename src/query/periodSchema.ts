import * as v from 'valibot';
import { isDay, isDayInRange, type Period, PRESETS, YEARS } from './period';

const day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/),
  v.check(isDay, 'no such day'),
  v.check(
    (text) => !isDay(text) || isDayInRange(text),
    `only days from ${YEARS.first} to ${YEARS.last} can be asked for`,
  ),
);

/** The form of a period as it is stored and sent. Apart from what reads periods, so that the sidebar needs no schemas. */
export const periodSchema: v.GenericSchema<unknown, Period> = v.variant('kind', [
  v.object({ kind: v.literal('fixed'), from: day, to: day }),
  v.object({ kind: v.literal('preset'), preset: v.picklist(PRESETS) }),
  v.object({
    kind: v.literal('last-days'),
    days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3660)),
    today: v.optional(v.boolean(), false),
  }),
]);
