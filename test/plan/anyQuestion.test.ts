import fc from 'fast-check';
import { planQueries, requestsOf } from '../../src/plan/plan';
import { ProblemError } from '../../src/problems/problem';
import type { CellAnswer, CellValue } from '../../src/query/cellValues';
import { LONGEST_SENTENCE, questionText } from '../../src/query/describeQuestion';
import { OPERATORS } from '../../src/query/filter';
import { resolveParameters } from '../../src/query/parameters';
import { type Query, readCandidate } from '../../src/query/query';
import { fieldsOf, reportOf, reports } from '../../src/reports';
import type { AnyField, AnyReport } from '../../src/reports/report';
import { shapeOf } from '../../src/rows/shape';
import { tableOf } from '../../src/rows/table';
import { mergeRows, takeRows } from '../../src/rows/take';
import { anyPeriod } from '../query/anyQuery';
import { acme, entry } from '../rows/books';
import { ACME, asked, NOW } from './asking';

const HOW_MANY = 10_000;

/** One in so many times a value, else none. */
const maybe = <T>(arbitrary: fc.Arbitrary<T>, oneIn: number): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: oneIn - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
const cell = fc.constantFrom('=Settings!B1', '=Settings!B2', '=Lists!A2:A');

/** Values that suit a field, mostly. */
function valueFor(field: AnyField): fc.Arbitrary<unknown> {
  const suited: fc.Arbitrary<unknown> = {
    text: fc.oneof(
      fc.constantFrom('Ann', '', '2026-08', 'a*b?', '(a+)+$'),
      fc.constant({ id: 'u1', name: 'Ann' }),
    ),
    date: fc.constantFrom('2026-08-03', '2026-02-28'),
    month: fc.constantFrom('2026-08', '2026-08-03'),
    'date-time': fc.constant('2026-08-03'),
    duration: fc.constantFrom<unknown>(1, 0.5, '1:30', '0:00:30'),
    hours: fc.constantFrom<unknown>(1, 0.5, '1:30'),
    money: fc.constantFrom(0, 12.5),
    number: fc.constantFrom(1, 2026),
    percent: fc.constantFrom<unknown>(0.8, '80%'),
    boolean: fc.constantFrom<unknown>(true, false, 'yes'),
  }[field.type];
  const any = fc.constantFrom<unknown>('x', 7, true, '2026-08-03', { id: 'c1', name: 'C' });
  return fc.oneof(
    { weight: 16, arbitrary: suited },
    { weight: 1, arbitrary: any },
    { weight: 1, arbitrary: cell.map((reference) => ({ cell: reference })) },
  );
}

function conditionOf(field: AnyField): fc.Arbitrary<object> {
  const values = fc.array(valueFor(field), { minLength: 1, maxLength: 2 });
  return fc.tuple(fc.constantFrom(...OPERATORS), values).map(([op, given]) => {
    if (op === 'empty' || op === 'not-empty') return { field: field.id, op, values: [] };
    if (op === 'between') return { field: field.id, op, values: [given[0], given[given.length - 1]] };
    return {
      field: field.id,
      op,
      values: ['gt', 'gte', 'lt', 'lte'].includes(op) ? given.slice(0, 1) : given,
    };
  });
}

function questionsOf(report: AnyReport): fc.Arbitrary<object> {
  const fields = fieldsOf(report);
  const field = fc.constantFrom(...fields);
  const id = field.map((one) => one.id);
  const metrics = fields.filter(({ role }) => role === 'metric').map((one) => one.id);
  const metric = metrics.length > 0 ? fc.constantFrom(...metrics) : id;
  const dimension = fc.constantFrom(
    ...fields.filter(({ role }) => role === 'dimension').map((one) => one.id),
  );
  const simple = fc.oneof(...fields.map(conditionOf));
  const group = fc
    .array(simple, { minLength: 1, maxLength: 3 })
    .chain((nodes) => fc.constantFrom({ and: nodes }, { or: nodes }));
  const columns = fc
    .tuple(
      fc.uniqueArray(dimension, { maxLength: 3 }),
      fc.uniqueArray(metric, { minLength: 1, maxLength: 2 }),
      maybe(id, 8),
    )
    .map(([dimensions, sums, other]) => [...dimensions, ...sums, ...(other ? [other] : [])]);
  return fc
    .record({
      report: fc.constant(report.id),
      grain: fc.constantFrom('each', 'grouped', 'grouped'),
      columns: fc
        .tuple(
          columns,
          maybe(fc.constantFrom('running', 'share'), 8),
          maybe(fc.constantFrom('Total', 'Ann'), 10),
        )
        .map(([ids, show, title]) =>
          ids.map((one, index) => ({
            field: one,
            ...(show && index === ids.length - 1 ? { show } : {}),
            ...(title && index < 2 ? { title: index === 0 ? title : `${title} 2` } : {}),
          })),
        ),
      period: fc.oneof(
        { weight: 3, arbitrary: fc.constant({ kind: 'preset', preset: 'this-year' }) },
        { weight: 1, arbitrary: anyPeriod },
      ),
      zone: fc.constantFrom('Europe/Berlin', 'Asia/Kathmandu', 'America/St_Johns'),
      filters: maybe(
        fc.array(fc.oneof({ weight: 3, arbitrary: simple }, { weight: 1, arbitrary: group }), {
          maxLength: 2,
        }),
        2,
      ),
      split: maybe(
        fc.record({
          field: fc.oneof(dimension, id),
          most: fc.integer({ min: 1, max: 5 }),
          others: fc.boolean(),
          totals: fc.boolean(),
        }),
        6,
      ),
      compare: maybe(
        fc.constantFrom(
          { with: 'previous-period' },
          { with: 'previous-year' },
          { with: 'fixed', from: '2026-07-01', to: '=Settings!B1' },
        ),
        6,
      ),
      fill: maybe(fc.subarray(['dates', 'people', 'projects'] as const), 6),
      limit: maybe(fc.oneof(fc.integer({ min: 1, max: 3 }), cell), 5),
      totals: maybe(fc.boolean(), 3),
      subtotals: maybe(dimension, 8),
      durations: fc.constantFrom('duration', 'decimal'),
    })
    .chain((question) =>
      fc
        .array(
          fc.tuple(
            fc.constantFrom(...question.columns.map((column) => column.field)),
            fc.constantFrom('asc', 'desc'),
          ),
          { maxLength: 2 },
        )
        .map((sort) => ({ ...question, ...(sort.length > 0 ? { sort } : {}) })),
    )
    .map(({ durations, ...question }) => ({
      version: 2,
      id: 'q1',
      name: 'Any',
      accounts: [{ login: 'l1', workspace: 'w1', name: 'Acme' }],
      options: { durations },
      target: { kind: 'new-tab' },
      ...JSON.parse(JSON.stringify(question)),
    }));
}

const cellValue: fc.Arbitrary<CellValue> = fc.constantFrom<CellValue>(
  '',
  'last month',
  '2026-08-31',
  3,
  2026,
  true,
  '#REF!',
  '1.8.2026',
  'Ann',
  { date: '2026-08-31', shown: '31.8.2026' },
);
const answer: fc.Arbitrary<CellAnswer> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .array(cellValue, { minLength: 1, maxLength: 2 })
      .map((values): CellAnswer => ({ kind: 'values', values: [values] })),
  },
  { weight: 1, arbitrary: fc.constant<CellAnswer>({ kind: 'gone', tab: 'Settings' }) },
);

const RECORDS = [
  entry({
    clientId: 'c1',
    clientName: 'Acme',
    projectId: 'p1',
    projectName: 'Website',
    earnedAmount: 5000,
    currency: 'EUR',
  }),
  entry({ userId: 'u2', userName: 'Bob', billable: false, startSerial: 46_300.5, endSerial: 46_300.75 }),
  entry({
    userId: 'u3',
    userName: 'Ann',
    description: '=1+1',
    seconds: 0,
    earnedAmount: 700,
    currency: 'USD',
  }),
];

/** All that becomes of a query without asking anybody: what it says, what would be read, and a table of some records. */
function answered(candidate: object, cells: CellAnswer): void {
  const stored = readCandidate(candidate, 'Any');
  const report = reportOf(stored.report);
  const titles = new Map(fieldsOf(report).map((field) => [field.id, field]));
  const sentence = questionText(stored, titles, report.dataset.dated);
  expect(sentence.length).toBeLessThanOrEqual(LONGEST_SENTENCE);
  expect(sentence).not.toMatch(/undefined|null|\[object| {2}/);
  const query: Query = resolveParameters(stored, () => cells);
  const shape = shapeOf(query, report);
  const plan = planQueries([asked(query, ACME)], NOW);
  expect(requestsOf(plan).requests).toBeGreaterThan(0);
  const taking = { context: acme, days: null, pushed: false };
  const records = report.id === 'time-entries' ? RECORDS : [];
  const rowsOf = (side: 'current' | 'compared') =>
    mergeRows(takeRows(records, shape, { ...taking, side }), shape);
  const [{ days, compared }] = plan.queries;
  const account = {
    context: acme,
    current: rowsOf('current'),
    compared: compared ? rowsOf('compared') : [],
    filling: [],
    names: new Map(),
  };
  const table = tableOf([account], shape, { days, compared, split: [] });
  if (table === null) throw new Error('a row came twice');
  for (const row of table.cells) expect(row).toHaveLength(table.columns.length);
  if (typeof query.limit === 'number') expect(table.rows).toBeLessThanOrEqual(query.limit);
}

test('any question becomes a table, or says why it does not', () => {
  const refused = new Map<string, number>();
  fc.assert(
    fc.property(
      fc.oneof(...[...reports.slice(0, 1), ...reports].map(questionsOf)),
      answer,
      (candidate, cells) => {
        try {
          answered(candidate, cells);
        } catch (error) {
          if (!(error instanceof ProblemError)) throw error;
          const { code, title, remedy } = error.problem;
          expect(`${title} ${remedy}`).not.toMatch(/undefined|null|\[object|NaN/);
          expect(title.length).toBeLessThan(400);
          expect(remedy).not.toBe('');
          refused.set(code, (refused.get(code) ?? 0) + 1);
        }
      },
    ),
    { numRuns: HOW_MANY, seed: 7 },
  );
  // Both happen often enough for each to be looked at.
  const all = [...refused.values()].reduce((sum, count) => sum + count, 0);
  expect(HOW_MANY - all).toBeGreaterThan(HOW_MANY / 4);
  expect([...refused.keys()]).toEqual(
    expect.arrayContaining(['field-misplaced', 'filter-invalid', 'parameter-invalid', 'period-reversed']),
  );
  expect([...refused.keys()]).not.toContain('unexpected');
});
