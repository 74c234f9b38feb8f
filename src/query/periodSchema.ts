import * as v from 'valibot';
import { cellReference } from './filterSchema';
import { isDay, isDayInRange, type Period, PRESETS, UNITS, YEARS } from './period';

const day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/),
  v.check(isDay, 'no such day'),
  v.check(
    (text) => !isDay(text) || isDayInRange(text),
    `only days from ${YEARS.first} to ${YEARS.last} can be asked for`,
  ),
);

/** A day, or a cell of the spreadsheet that holds one. */
export const dayOrCell = v.union([day, cellReference]);

const most = (value: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(value));
const end = v.picklist(['today', 'yesterday']);

/** The form of a period as it is stored and sent. Apart from what reads periods, so that the sidebar needs no schemas. */
export const periodSchema: v.GenericSchema<unknown, Period> = v.variant('kind', [
  v.object({ kind: v.literal('fixed'), from: dayOrCell, to: dayOrCell }),
  v.object({ kind: v.literal('preset'), preset: v.picklist(PRESETS) }),
  v.object({
    kind: v.literal('last-days'),
    days: most(3660),
    today: v.optional(v.boolean(), false),
  }),
  v.object({
    kind: v.literal('last'),
    count: most(520),
    unit: v.picklist(UNITS),
    current: v.optional(v.boolean(), false),
  }),
  v.object({ kind: v.literal('to-date'), unit: v.picklist(UNITS), to: end }),
  v.object({ kind: v.literal('since'), from: dayOrCell, to: end }),
  v.object({ kind: v.literal('all-time') }),
  v.object({ kind: v.literal('cell'), cell: cellReference }),
]);
