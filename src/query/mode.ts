import * as v from 'valibot';

/** The most days of a window: more is read by replacing everything. */
export const MOST_WINDOW_DAYS = 366;

/**
 * How a refresh of a query goes on from the table that stands; without one it replaces the table.
 * - `by-id`: rows whose id is in the table are updated, others are added; none is taken away.
 * - `last-days`: rows of the last days of the period are replaced, those that were deleted too; older rows stay as they are.
 */
export const modeSchema = v.variant('kind', [
  v.object({ kind: v.literal('by-id') }),
  v.object({
    kind: v.literal('last-days'),
    days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_WINDOW_DAYS)),
  }),
]);

export type Mode = v.InferOutput<typeof modeSchema>;

/** What a mode does, as the end of a sentence: `updating the last 7 days`. */
export function modeWords(mode: Mode): string {
  if (mode.kind === 'by-id') return 'adding and updating rows by ID';
  if (!Number.isInteger(mode.days)) return 'updating the last days';
  return mode.days === 1 ? 'updating the last day' : `updating the last ${mode.days} days`;
}
