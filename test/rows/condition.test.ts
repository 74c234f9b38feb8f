import { ProblemError } from '../../src/problems/problem';
import type { Condition, FilterValue, Operator } from '../../src/query/filter';
import { OPERATORS } from '../../src/query/filter';
import { fieldOf, reportOf } from '../../src/reports';
import type { Leaf } from '../../src/reports/report';
import { testOf } from '../../src/rows/condition';
import { operatorsOf } from '../../src/rows/operators';

const report = reportOf('time-entries');

/** Whether a condition holds for values of a field, and the ids of what they name. */
function holds(field: string, op: Operator, values: FilterValue[], has: Leaf[], ids: string[] = []): boolean {
  const condition: Condition = { field, op, values };
  return testOf(condition, fieldOf(report, field), { name: 'Hours' })(has, ids);
}

function problemOf(field: string, op: Operator, values: FilterValue[]) {
  try {
    holds(field, op, values, []);
  } catch (error) {
    return (error as ProblemError).problem;
  }
  throw new Error('nothing was raised');
}

describe('texts', () => {
  test.each<[Operator, FilterValue[], Leaf, boolean]>([
    ['is', ['  aCME '], 'Acme', true],
    ['is', ['Acm'], 'Acme', false],
    ['is', ['Beta', 'acme'], 'Acme', true],
    ['is-not', ['acme'], 'Acme', false],
    ['is-not', ['Beta', 'Coda'], 'Acme', true],
    ['contains', ['CM'], 'Acme', true],
    ['contains', ['x', 'me'], 'Acme', true],
    ['not-contains', ['cm'], 'Acme', false],
    ['not-contains', ['x'], 'Acme', true],
    ['starts', ['ac'], 'Acme', true],
    ['starts', ['cm'], 'Acme', false],
    ['matches', ['a*e'], 'Acme', true],
    ['matches', ['a?e'], 'Acme', false],
    ['matches', ['.*'], 'Acme', false],
    // No cell shows the character between: what a person sees is what they can ask for.
    ['is', ['oldnul'], 'Old\u0000Nul', true],
    ['is-not', ['oldnul'], 'Old\u0000Nul', false],
    ['contains', ['dn'], 'Old\u0000Nul', true],
    ['matches', ['o?d?ul'], 'Old\u0000Nul', true],
  ])('%s %j of %j is %s', (op, values, has, expected) => {
    expect(holds('client', op, values, [has])).toBe(expected);
  });
});

describe('an empty value', () => {
  const ASKED: Record<Operator, [field: string, values: FilterValue[]]> = {
    is: ['client', ['Acme']],
    'is-not': ['client', ['Acme']],
    contains: ['client', ['Acme']],
    'not-contains': ['client', ['Acme']],
    starts: ['client', ['A']],
    matches: ['client', ['*']],
    gt: ['hours', [-1]],
    gte: ['hours', [0]],
    lt: ['hours', [1]],
    lte: ['hours', [0]],
    between: ['hours', [-1, 1]],
    empty: ['client', []],
    'not-empty': ['client', []],
  };

  test.each(OPERATORS)('and %s', (op) => {
    const [field, values] = ASKED[op];
    const expected = op === 'is-not' || op === 'not-contains' || op === 'empty';
    expect(holds(field, op, values, [])).toBe(expected);
  });

  test('is what an empty text asks for', () => {
    expect(holds('client', 'is', [''], [])).toBe(true);
    expect(holds('client', 'is', [''], ['Acme'])).toBe(false);
    expect(holds('client', 'is', ['', 'acme'], ['Acme'])).toBe(true);
    expect(holds('client', 'is-not', [' '], [])).toBe(false);
    expect(holds('amount', 'is', [''], [])).toBe(true);
  });

  test('is not 0, and not no', () => {
    expect(holds('amount', 'is', [0], [])).toBe(false);
    expect(holds('billable', 'is', [false], [])).toBe(false);
    expect(holds('billable', 'is-not', [true], [])).toBe(true);
  });

  test('of a thing without a name is no empty value', () => {
    expect(holds('client', 'empty', [], [], ['c1'])).toBe(false);
  });
});

describe('of several values', () => {
  test.each<[Operator, FilterValue[], boolean]>([
    ['is', ['call'], true],
    ['is', ['phone'], false],
    ['is-not', ['call'], false],
    ['is-not', ['phone'], true],
    ['contains', ['ema'], true],
    ['not-contains', ['ema'], false],
    ['starts', ['em'], true],
    ['matches', ['*l'], true],
  ])('%s %j looks at each', (op, values, expected) => {
    expect(holds('tags', op, values, ['Call', 'Email'])).toBe(expected);
  });
});

describe('things', () => {
  test('are compared by id whatever they are called now, and by name or id where a text is given', () => {
    expect(holds('project', 'is', [{ id: 'p1', name: 'Old name' }], ['New name'], ['p1'])).toBe(true);
    expect(holds('project', 'is', [{ id: 'p2', name: 'New name' }], ['New name'], ['p1'])).toBe(false);
    expect(holds('project', 'is', ['p1'], ['New name'], ['p1'])).toBe(true);
    expect(holds('tags', 'is-not', [{ id: 't2', name: 'Email' }], ['Call', 'Mail'], ['t1', 't2'])).toBe(
      false,
    );
  });

  test('a text that names none is compared letter by letter by its id', () => {
    expect(holds('description', 'is', [{ id: 'Foo', name: 'Foo' }], ['Foo'])).toBe(true);
    expect(holds('description', 'is', [{ id: 'Foo', name: 'Foo' }], ['foo'])).toBe(false);
  });
});

describe('numbers', () => {
  test.each<[string, Operator, FilterValue[], number, boolean]>([
    ['hours', 'gt', [1.5], 5401, true],
    ['hours', 'gt', ['1:30'], 5400, false],
    ['duration', 'gte', ['1:30:00'], 5400, true],
    ['duration', 'is', ['0.1'], 360, true],
    ['amount', 'lte', [99.9], 9990, true],
    ['amount', 'is', ['0.07'], 7, true],
    ['billable-ratio', 'gte', [0.8], 0.8, true],
    ['billable-ratio', 'gte', ['80%'], 0.1 + 0.7, true],
    ['billable-ratio', 'lt', ['80%'], 0.1 + 0.7, false],
    ['entries', 'between', [2, '3'], 3, true],
    ['entries', 'between', [4, 5], 3, false],
    ['entries', 'between', [5, 2], 3, true],
    ['entries', 'between', [5, 4], 3, false],
    ['year', 'is', ['2026'], 2026, true],
    ['hour', 'lt', [9], 8, true],
  ])('%s %s %j of %d is %s', (field, op, values, has, expected) => {
    expect(holds(field, op, values, [has])).toBe(expected);
  });
});

describe('days', () => {
  // 1 August 2026 is a Saturday.
  const AUGUST = 46_235;

  test.each<[string, Operator, FilterValue[], Leaf, boolean]>([
    ['date', 'is', ['2026-08-01'], AUGUST, true],
    ['date', 'gt', ['2026-08-01'], AUGUST, false],
    ['date', 'between', ['2026-07-01', '2026-08-01'], AUGUST, true],
    ['start', 'is', ['2026-08-01'], AUGUST + 0.99, true],
    ['start', 'lte', ['2026-08-01'], AUGUST + 0.99, true],
    ['start', 'gt', ['2026-08-01 9:00'], AUGUST + 9 / 24 + 1 / 86_400, true],
    ['start', 'gt', ['2026-08-01 09:00'], AUGUST + 9 / 24, false],
    ['week', 'is', ['2026-08-06'], AUGUST + 2, true],
    ['week', 'lt', ['2026-08-10'], AUGUST + 2, true],
    ['week', 'lt', ['2026-08-09'], AUGUST + 2, false],
    ['month', 'is', ['2026-08'], AUGUST, true],
    ['month', 'is', ['2026-08-31'], AUGUST, true],
    ['month', 'gte', ['2026-09'], AUGUST, false],
    ['year-month', 'gt', ['2026-07'], '2026-08', true],
    ['quarter', 'between', ['2026-Q1', '2026-Q2'], '2026-Q3', false],
  ])('%s %s %j of %j is %s', (field, op, values, has, expected) => {
    expect(holds(field, op, values, [has])).toBe(expected);
  });
});

describe('what can not be asked names field and value', () => {
  test.each<[string, Operator, FilterValue[], string]>([
    ['client', 'gt', ['A'], '"Client is more than" can\'t be asked'],
    ['hours', 'contains', ['1'], '"Duration (decimal) contains" can\'t be asked'],
    ['billable', 'lt', [true], '"Billable is less than" can\'t be asked'],
    ['weekday', 'gt', ['Monday'], '"Weekday is more than" can\'t be asked'],
    ['hours', 'gt', ['much'], 'Duration (decimal) can\'t be compared with "much"'],
    ['hours', 'gt', [true], 'Duration (decimal) can\'t be compared with "true"'],
    ['date', 'is', ['2026-02-30'], 'Date can\'t be compared with "2026-02-30"'],
    ['date', 'is', [46_235], 'Date can\'t be compared with "46235"'],
    ['billable', 'is', ['maybe'], 'Billable can\'t be compared with "maybe"'],
    ['hours', 'is', [{ id: 'x', name: 'Ann' }], 'Duration (decimal) can\'t be compared with "Ann"'],
    ['client', 'contains', [' '], 'Client can\'t be compared with " "'],
    ['hours', 'between', [1], '"Duration (decimal) is between" takes two values'],
    ['hours', 'gt', [1, 2], '"Duration (decimal) is more than" takes one value'],
    ['client', 'is', [], '"Client is" needs a value'],
  ])('%s %s %j', (field, op, values, title) => {
    expect(problemOf(field, op, values)).toMatchObject({
      code: 'filter-invalid',
      scope: { query: 'Hours' },
      title: `${title}.`,
    });
  });

  test('and long values are cut', () => {
    expect(problemOf('hours', 'gt', ['9'.repeat(500)]).title.length).toBeLessThan(120);
  });
});

test('a cell is let through until it is asked', () => {
  const ask = testOf(
    { field: 'hours', op: 'gt', values: [{ cell: '=Settings!B2' }] },
    fieldOf(report, 'hours'),
    { name: 'Hours' },
  );
  expect(() => ask([1], [])).toThrow(ProblemError);
});

test('every field can be compared, and be empty', () => {
  for (const field of report.fields) {
    expect(operatorsOf(field)).toEqual(expect.arrayContaining(['is', 'is-not', 'empty', 'not-empty']));
  }
});
