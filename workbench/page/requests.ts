import * as v from 'valibot';
import { attributes } from '../gas/cellAttributes';

/** What pages may send, and how much of it. Sheets' own limits are the store's; these keep one request from being endless. */

const maxCells = 200_000;
const maxRects = 1000;
const maxText = 50_000;

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const text = (most: number) => v.pipe(v.string(), v.maxLength(most, `at most ${most} characters`));
const row = whole(1, 10_000_000);
const column = whole(1, 18_278);

const rect = v.object({ row, column, rows: row, columns: column });
const rects = v.pipe(
  v.array(rect),
  v.minLength(1),
  v.maxLength(maxRects, `at most ${maxRects} blocks at once`),
);
const tab = whole(0, 2 ** 31);

const edit = v.variant('kind', [
  v.object({
    kind: v.literal('type'),
    cells: v.pipe(
      v.array(v.object({ row, column, text: text(maxText) })),
      v.minLength(1),
      v.maxLength(maxCells, `at most ${maxCells.toLocaleString('en-US')} cells at once`),
    ),
  }),
  v.object({
    kind: v.literal('looks'),
    rects,
    looks: v.record(v.picklist(attributes), v.nullable(text(maxText))),
  }),
  v.object({ kind: v.literal('clear'), rects }),
  v.object({ kind: v.literal('width'), column, columns: column, pixels: whole(2, 5000) }),
  v.object({
    kind: v.picklist(['insert', 'delete']),
    axis: v.picklist(['rows', 'columns']),
    at: row,
    count: row,
  }),
  v.object({ kind: v.literal('freeze'), rows: whole(0, 10_000_000) }),
  v.object({ kind: v.literal('rename'), name: v.pipe(text(100), v.minLength(1)) }),
  v.object({ kind: v.literal('move'), index: whole(0, 200) }),
  v.object({ kind: v.literal('hide'), hidden: v.boolean() }),
  v.object({ kind: v.picklist(['add', 'remove']) }),
]);

export const selectRequest = v.object({ tab, rect });
export const editRequest = v.object({ tab, edit });
export const computedRequest = v.object({
  tab,
  computed: v.pipe(
    v.array(
      v.object({
        row,
        column,
        formula: text(maxText),
        value: v.union([v.number(), text(maxText), v.boolean()]),
      }),
    ),
    v.maxLength(maxCells),
  ),
});
export const runRequest = v.object({
  functionName: text(100),
  args: v.pipe(v.array(v.unknown()), v.maxLength(20)),
});
export const menuRequest = v.object({ functionName: text(100) });
export const nameRequest = v.object({ name: text(200) });
export const breakRequest = v.object({ id: text(100), on: v.boolean(), choice: v.optional(text(200)) });
