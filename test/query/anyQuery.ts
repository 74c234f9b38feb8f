import fc from 'fast-check';
import type { Condition, FilterNode, FilterValue } from '../../src/query/filter';
import type { Period } from '../../src/query/period';
import { PRESETS, UNITS } from '../../src/query/period';
import type { Query } from '../../src/query/query';

/** The fields of a made-up report, by what they are. */
export const FIELDS = [
  'date',
  'client',
  'project',
  'billable',
  'hours',
  'amount',
  'billable-ratio',
  'entry-id',
];

const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,20}$/).filter((text) => text !== '__proto__');
const name = fc.stringMatching(/^[a-zA-Z]([ a-zA-Z0-9?=']{0,20}[a-zA-Z])?$/);
const field = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...FIELDS) }, { weight: 1, arbitrary: id });
const cell = fc.constantFrom('=Settings!B2', "='My tab'!$A$1:A9", '=Lists!A2:A');
const day = fc
  .date({ min: new Date('1975-01-01'), max: new Date('2150-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const dayOrCell = fc.oneof(day, cell);

/** Any period that a query may store. */
export const anyPeriod: fc.Arbitrary<Period> = fc.oneof(
  fc.record({ kind: fc.constant('fixed' as const), from: dayOrCell, to: dayOrCell }),
  fc.record({ kind: fc.constant('preset' as const), preset: fc.constantFrom(...PRESETS) }),
  fc.record({
    kind: fc.constant('last-days' as const),
    days: fc.integer({ min: 1, max: 3660 }),
    today: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('last' as const),
    count: fc.integer({ min: 1, max: 520 }),
    unit: fc.constantFrom(...UNITS),
    current: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('to-date' as const),
    unit: fc.constantFrom(...UNITS),
    to: fc.constantFrom('today' as const, 'yesterday' as const),
  }),
  fc.record({
    kind: fc.constant('since' as const),
    from: dayOrCell,
    to: fc.constantFrom('today' as const, 'yesterday' as const),
  }),
  fc.constant({ kind: 'all-time' as const }),
  cell.map((reference) => ({ kind: 'cell' as const, cell: reference })),
);

const value: fc.Arbitrary<FilterValue> = fc.oneof(
  name,
  day,
  fc.integer({ min: -1000, max: 100_000 }).map((number) => number / 8),
  fc.boolean(),
  fc.record({ id: fc.stringMatching(/^[0-9a-f]{24}$/), name }),
  cell.map((reference) => ({ cell: reference })),
);

const many = fc.array(value, { minLength: 1, maxLength: 8 });
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    field,
    op: fc.constantFrom('is', 'is-not', 'contains', 'not-contains', 'starts', 'matches'),
    values: many,
  }),
  fc.record({
    field,
    op: fc.constantFrom('gt', 'gte', 'lt', 'lte'),
    values: value.map((one) => [one]),
  }),
  fc.record({ field, op: fc.constant('between'), values: fc.tuple(value, value) }),
  fc.record({ field, op: fc.constantFrom('empty', 'not-empty'), values: fc.constant([]) }),
) as fc.Arbitrary<Condition>;

/** Any tree of conditions that a query may store. */
export const anyFilter: fc.Arbitrary<FilterNode> = fc.letrec<{ node: FilterNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    condition,
    fc.array(tie('node'), { minLength: 1, maxLength: 5 }).map((and) => ({ and })),
    fc.array(tie('node'), { minLength: 1, maxLength: 5 }).map((or) => ({ or })),
  ),
})).node;

const show = fc.option(fc.subarray(['value', 'change', 'percent'] as const, { minLength: 1 }), {
  nil: undefined,
});
const shown = show.map((parts) => (parts ? { show: [...parts] } : {}));

const parts = {
  filters: fc.array(anyFilter, { maxLength: 6 }),
  split: fc.record(
    { field, most: fc.integer({ min: 1, max: 200 }), others: fc.boolean(), totals: fc.boolean() },
    { requiredKeys: ['field', 'most'] },
  ),
  compare: fc.oneof(
    shown.map((more) => ({ with: 'previous-period' as const, ...more })),
    shown.map((more) => ({ with: 'previous-year' as const, ...more })),
    fc
      .tuple(dayOrCell, dayOrCell, shown)
      .map(([from, to, more]) => ({ with: 'fixed' as const, from, to, ...more })),
  ),
  fill: fc.subarray(['dates', 'people', 'projects'] as const).map((kinds) => [...kinds]),
  sort: fc.array(fc.tuple(field, fc.constantFrom('asc' as const, 'desc' as const)), { maxLength: 20 }),
  limit: fc.oneof(fc.integer({ min: 1, max: 1_000_000 }), cell),
  totals: fc.boolean(),
  subtotals: field,
  mode: fc.oneof(
    fc.constant({ kind: 'by-id' as const }),
    fc.record({ kind: fc.constant('last-days' as const), days: fc.integer({ min: 1, max: 366 }) }),
  ),
};

const target: fc.Arbitrary<Query['target']> = fc.oneof(
  fc.constant({ kind: 'new-tab' as const }),
  fc.constant({ kind: 'cell' as const, sheet: 7, row: 3, column: 2 }),
  fc.constant({ kind: 'placed' as const, range: 'Clockify_Hours', sheet: 7, row: 3, column: 2 }),
);

const needed = {
  version: fc.constant(2 as const),
  id,
  name,
  report: id,
  accounts: fc.uniqueArray(fc.record({ login: id, workspace: id, name }), {
    minLength: 1,
    maxLength: 3,
    selector: ({ login, workspace }) => `${login} ${workspace}`,
  }),
  period: anyPeriod,
  zone: fc.constantFrom('Europe/Berlin', 'Asia/Kathmandu'),
  grain: fc.constantFrom('each' as const, 'grouped' as const),
  columns: fc.array(
    fc.record(
      { field, title: name, show: fc.constantFrom('running' as const, 'share' as const) },
      { requiredKeys: ['field'] },
    ),
    { minLength: 1, maxLength: 30 },
  ),
  options: fc.record({ durations: fc.constantFrom('duration' as const, 'decimal' as const) }),
  target,
};

/** Any query of version 2 that may be stored. */
export const anyQuery: fc.Arbitrary<Query> = fc
  .record({ ...needed, ...parts }, { requiredKeys: Object.keys(needed) as (keyof typeof needed)[] })
  .map((query) => query as Query);
