import fc from 'fast-check';
import { ProblemError } from '../../src/problems/problem';
import { OPERATORS } from '../../src/query/filter';
import type { Query } from '../../src/query/query';
import { MOST_CONDITIONS } from '../../src/query/readFilters';
import { fieldOf, fieldsOf, reportOf, reports } from '../../src/reports';
import { type Shape, shapeOf } from '../../src/rows/shape';
import { acme, query, table } from './books';
import { entry } from './entries';
import { metricOf, naiveRows } from './naive';

const identifiers = reports.flatMap((report) => fieldsOf(report).map(({ id }) => id));
const field = fc.oneof(
  { arbitrary: fc.constantFrom(...identifiers), weight: 20 },
  { arbitrary: fc.constant('nothing'), weight: 1 },
);
const value = fc.oneof(
  fc.constantFrom('', 'Acme', '2026-08-01', '2026-08', '1:30', '80%', 'yes', '*a?', 'Monday'),
  fc.integer({ min: -5, max: 3000 }),
  fc.boolean(),
  fc.record({ id: fc.constantFrom('u1', 'p1'), name: fc.constant('Somebody') }),
);
const condition = fc.record({
  field,
  op: fc.constantFrom(...OPERATORS),
  values: fc.array(value, { maxLength: 3 }),
});
const node = fc.letrec((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    condition,
    fc.record({ and: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ or: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
  ),
})).node as fc.Arbitrary<NonNullable<Query['filters']>[number]>;
const rarely = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 4, nil: undefined });

/** Any query, sensible or not: of any report, with fields of any. */
const anything = fc.record({
  report: fc.constantFrom(...reports.map(({ id }) => id)),
  grain: fc.constantFrom('each' as const, 'grouped' as const),
  columns: fc.array(
    fc.record({
      field,
      title: rarely(fc.constantFrom('One', 'Two')),
      show: rarely(fc.constantFrom('running' as const, 'share' as const)),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  filters: rarely(fc.array(node, { maxLength: 3 })),
  split: rarely(
    fc.record({ field, most: fc.integer({ min: 1, max: 5 }), others: fc.boolean(), totals: fc.boolean() }),
  ),
  compare: rarely(
    fc.constantFrom<NonNullable<Query['compare']>>(
      { with: 'previous-period' },
      { with: 'previous-year', show: ['change'] },
    ),
  ),
  fill: rarely(fc.subarray(['dates' as const, 'people' as const, 'projects' as const])),
  sort: rarely(fc.array(fc.tuple(field, fc.constantFrom('asc' as const, 'desc' as const)), { maxLength: 2 })),
  limit: rarely(fc.integer({ min: 1, max: 5 })),
  totals: rarely(fc.boolean()),
  subtotals: rarely(field),
});

/** The shape of a query, or the problem that it has. */
function shaped(own: Partial<Query>): Shape | ProblemError {
  try {
    const asked = query(own);
    return shapeOf(asked, reportOf(asked.report));
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
}

const EXPECTED = [
  'field-unknown',
  'field-misplaced',
  'title-taken',
  'filter-invalid',
  'filter-too-large',
  'query-damaged',
];

test('ten thousand queries of all reports have a shape or say what is wrong with them', () => {
  fc.assert(
    fc.property(anything, (own) => {
      const result = shaped(own);
      if (!(result instanceof ProblemError)) return;
      const { code, title, remedy } = result.problem;
      expect(EXPECTED).toContain(code);
      expect([title, remedy].every((text) => text.length > 10)).toBe(true);
    }),
    { numRuns: 10_000, seed: 20_260 },
  );
});

const report = reportOf('time-entries');
const names = fieldsOf(report);
const dimensionIds = names.filter(({ role }) => role === 'dimension').map(({ id }) => id);
const grouping = dimensionIds.filter(
  (id) => !['groups', 'entry-link', 'project-link', 'rate', 'cost-rate'].includes(id),
);
const metrics = names.filter(({ role }) => role === 'metric').map(({ id }) => id);
const text = fc.constantFrom('user', 'client', 'project', 'tags', 'type', 'description');
const asked = fc.oneof(
  fc.record({
    field: text,
    op: fc.constantFrom('is' as const, 'is-not' as const),
    values: fc.array(fc.constantFrom('user 1', 'Project 0', 'Tag 1', 'FIX', ''), {
      minLength: 1,
      maxLength: 2,
    }),
  }),
  fc.record({
    field: fc.constantFrom('user', 'project', 'tags', 'client'),
    op: fc.constantFrom('is' as const, 'is-not' as const),
    values: fc.array(
      fc.constantFrom(
        { id: 'u1', name: '' },
        { id: 'p3', name: '' },
        { id: 't0', name: '' },
        { id: 'c1', name: '' },
      ),
      { minLength: 1, maxLength: 2 },
    ),
  }),
  fc.record({
    field: text,
    op: fc.constantFrom('contains' as const, 'not-contains' as const, 'starts' as const),
    values: fc.array(fc.constantFrom('1', 'user', 'fix', 'T'), { minLength: 1, maxLength: 2 }),
  }),
  fc.record({
    field: fc.oneof(text, fc.constantFrom('amount', 'billable')).filter((id) => id !== 'amount'),
    op: fc.constantFrom('empty' as const, 'not-empty' as const),
    values: fc.constant([]),
  }),
  fc.record({
    field: fc.constantFrom('date'),
    op: fc.constantFrom('gt' as const, 'lte' as const, 'is' as const),
    values: fc.constantFrom(['2026-07-20'], ['2026-08-10']),
  }),
  fc.record({
    field: fc.constant('date'),
    op: fc.constant('between' as const),
    values: fc.constant(['2026-07-20', '2026-08-05']),
  }),
  fc.record({
    field: fc.constantFrom('year', 'hour'),
    op: fc.constantFrom('gt' as const, 'lte' as const),
    values: fc.constantFrom([9], [2026], [17]),
  }),
);
const tree = <C>(leaf: fc.Arbitrary<C>) =>
  fc.oneof(
    leaf,
    fc.record({ or: fc.array(leaf, { minLength: 1, maxLength: 3 }) }),
    fc.record({
      and: fc.array(fc.oneof(leaf, fc.record({ or: fc.array(leaf, { minLength: 2, maxLength: 2 }) })), {
        minLength: 1,
        maxLength: 2,
      }),
    }),
  );
const askedOfSums = fc.oneof(
  fc.record({
    field: fc.constantFrom('hours', 'entries', 'people', 'amount', 'billable-ratio'),
    op: fc.constantFrom('gt' as const, 'lte' as const),
    values: fc.constantFrom([1], [0], [5], [0.5]),
  }),
  fc.record({
    field: fc.constantFrom('amount', 'margin'),
    op: fc.constantFrom('empty' as const, 'not-empty' as const),
    values: fc.constant([]),
  }),
);
const sensible = fc.record({
  dimensions: fc.subarray(grouping, { maxLength: 4 }),
  chosen: fc.subarray(metrics, { minLength: 1, maxLength: 4 }),
  filters: fc.array(tree(asked), { maxLength: 3 }),
  having: fc.array(tree(askedOfSums), { maxLength: 1 }),
  records: fc.array(entry, { maxLength: 30 }),
});

test('sums equal those of the plainest reading of the query', () => {
  fc.assert(
    fc.property(sensible, ({ dimensions, chosen, filters, having, records }) => {
      const own = query({
        fields: [...dimensions, ...chosen],
        filters: [...filters, ...having],
        totals: true,
      } as never);
      const shape = shapeOf(own, report);
      const fields = shape.columns.map(({ field: id }) => id);
      const shownDimensions = fields.filter((id) => fieldOf(report, id).role === 'dimension');
      const shownMetrics = fields.filter((id) => fieldOf(report, id).role === 'metric');
      const expected = naiveRows(own, shownDimensions, shownMetrics, records, acme);
      const found = table(shape, records);
      expect(found.rows).toBe(expected.length);
      const sums = (rows: (number | null)[][]) =>
        rows
          .map((row) => row.map((number) => (number === null ? '' : number.toPrecision(8))).join(' '))
          .sort();
      const inLeaves = found.cells
        .slice(0, found.rows)
        .map((row) =>
          shownMetrics.map((id) => leafOf(row[fields.indexOf(id)], found.columns[fields.indexOf(id)].type)),
        );
      expect(sums(inLeaves)).toEqual(sums(expected.map((row) => row.metrics)));
    }),
    { numRuns: 3000, seed: 77 },
  );
});

/** What a cell shows as the leaf that it was made of. */
function leafOf(cell: string | number | boolean, type: string): number | null {
  if (cell === '') return null;
  return Number(cell) * (type === 'duration' ? 86_400 : type === 'hours' ? 3600 : type === 'money' ? 100 : 1);
}

test('what each row adds up to is all that there is', () => {
  fc.assert(
    fc.property(
      fc.array(entry, { maxLength: 40 }),
      fc.subarray(grouping, { maxLength: 3 }),
      (records, dimensions) => {
        const own = query({ fields: [...dimensions.filter((id) => id !== 'hours'), 'hours'] });
        const { cells } = table(shapeOf(own, report), records);
        const sum = cells.reduce((all, row) => all + Number(row[row.length - 1]), 0);
        expect(sum).toBeCloseTo((metricOf('hours', records) ?? 0) / 3600, 6);
      },
    ),
    { numRuns: 500, seed: 5 },
  );
});

test('as many conditions as there may be are understood at once', () => {
  const filters = Array.from({ length: MOST_CONDITIONS }, (_, at) => ({
    field: 'hour',
    op: 'is' as const,
    values: [at],
  }));
  expect(shaped({ filters: [{ or: filters }] } as never)).not.toBeInstanceOf(ProblemError);
});
