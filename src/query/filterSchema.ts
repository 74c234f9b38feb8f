import * as v from 'valibot';
import { type FilterNode, type FilterValue, OPERATORS } from './filter';

/** The most conditions of a query, and how deep its tree may be: more than people can read. */
export const MOST_CONDITIONS = 200;
export const DEEPEST = 10;
/** The most values of a condition: longer lists belong into a range of the spreadsheet. */
export const MOST_VALUES = 500;

const identifier = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/));
const name = v.pipe(v.string(), v.maxLength(300));

/** A cell or range in A1 notation with its tab: `=Settings!B2`, `='My tab'!A1:A9`. */
export const cellReference = v.pipe(v.string(), v.regex(/^=[^\n]{1,150}![$A-Za-z0-9:]{1,30}$/, 'no cell'));

const valueSchema: v.GenericSchema<unknown, FilterValue> = v.union([
  v.pipe(v.string(), v.maxLength(1000)),
  v.pipe(v.number(), v.finite()),
  v.boolean(),
  v.strictObject({ id: v.pipe(v.string(), v.minLength(1), v.maxLength(100)), name }),
  v.strictObject({ cell: cellReference }),
]);

const nodeSchema: v.GenericSchema<unknown, FilterNode> = v.union([
  v.strictObject({
    field: identifier,
    op: v.picklist(OPERATORS),
    values: v.pipe(v.array(valueSchema), v.maxLength(MOST_VALUES)),
  }),
  v.strictObject({ and: v.array(v.lazy(() => nodeSchema)) }),
  v.strictObject({ or: v.array(v.lazy(() => nodeSchema)) }),
]);

/** The form of the filters of a query as they are stored and sent: all of the list must hold. */
export const filtersSchema: v.GenericSchema<unknown, FilterNode[]> = v.pipe(
  v.unknown(),
  v.check((nodes) => depthOf(nodes) <= DEEPEST, `filters deeper than ${DEEPEST} levels`),
  v.check((nodes) => countOf(nodes) <= MOST_CONDITIONS, `more than ${MOST_CONDITIONS} conditions`),
  v.array(nodeSchema),
);

/** How deep lists are in one another; stops looking where it is too deep in any case. */
function depthOf(value: unknown, above = 0): number {
  if (above > DEEPEST * 2 || typeof value !== 'object' || value === null) return above;
  const members = Array.isArray(value)
    ? value
    : [(value as { and?: unknown }).and, (value as { or?: unknown }).or];
  const deeper = Array.isArray(value) ? above + 1 : above;
  return members.reduce<number>((most, member) => Math.max(most, depthOf(member, deeper)), deeper);
}

function countOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((all, member) => all + countOf(member), 0);
  if (typeof value !== 'object' || value === null) return 1;
  const { and, or } = value as { and?: unknown; or?: unknown };
  return and === undefined && or === undefined ? 1 : countOf(and ?? or);
}
