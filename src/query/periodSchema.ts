import * as v from 'valibot';
import { isDay, isDayInRange, PRESETS, YEARS } from './period';

const day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/),
  v.check(isDay, 'no such day'),
  v.check(
    (text) => !isDay(text) || isDayInRange(text),
    `only days from ${YEARS.first} to ${YEARS.last} can be asked for`,
  ),
);

/**
 * A period: two days, both inclusive, or a preset that is resolved anew at each refresh. `last-days` are whole days that
 * end yesterday, or today when `today` is true. Apart from what reads periods, so that the sidebar needs no schemas.
 */
export const periodSchema = v.variant('kind', [
  v.object({ kind: v.literal('fixed'), from: day, to: day }),
  v.object({ kind: v.literal('preset'), preset: v.picklist(PRESETS) }),
  v.object({
    kind: v.literal('last-days'),
    days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3660)),
    today: v.optional(v.boolean(), false),
  }),
]);

export type Period = v.InferOutput<typeof periodSchema>;
