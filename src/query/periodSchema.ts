import * as v from 'valibot';
import { cellReference, NO_CELL } from './filterSchema';
import { isDay, isDayInRange, type Period, PRESETS, UNITS, YEARS } from './period';
import { isReference, parseReference } from './reference';

/** A day, or a cell of the spreadsheet that holds one. No union: it would say of both that they are no text. */
export const dayOrCell = v.pipe(
  v.string(),
  v.maxLength(200),
  v.check((text) => !isReference(text) || parseReference(text) !== null, NO_CELL),
  v.check((text) => isReference(text) || isDay(text), 'no such day'),
  v.check(
    (text) => isReference(text) || !isDay(text) || isDayInRange(text),
    `only days from ${YEARS.first} to ${YEARS.last} can be asked for`,
  ),
);

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
