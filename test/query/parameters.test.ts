import fc from 'fast-check';
import type { Problem, ProblemError } from '../../src/problems/problem';
import type { CellAnswer, CellValue } from '../../src/query/cellValues';
import { describePeriod } from '../../src/query/describe';
import { parametersOf, resolveParameters } from '../../src/query/parameters';
import type { Period } from '../../src/query/period';
import { periodOf } from '../../src/query/periodWords';
import type { Query } from '../../src/query/query';
import { parseReference } from '../../src/query/reference';
import { anyPeriod, anyQuery } from './anyQuery';

const query: Query = {
  version: 2,
  grain: 'each',
  id: 'q1',
  name: 'Hours',
  report: 'time-entries',
  accounts: [{ login: 'l1', workspace: 'w1', name: 'Acme' }],
  period: { kind: 'preset', preset: 'last-month' },
  zone: 'Europe/Berlin',
  columns: [{ field: 'date' }],
  options: { durations: 'duration' },
  target: { kind: 'new-tab' },
};

const CELL = '=Settings!B2';
const one = (...values: CellValue[]): CellAnswer => ({
  kind: 'values',
  values: values.map((value) => [value]),
});

const resolve = (changes: Partial<Query>, answer: CellAnswer) =>
  resolveParameters({ ...query, ...changes }, () => answer);

function problemOf(work: () => unknown): Problem {
  try {
    work();
  } catch (error) {
    return (error as ProblemError).problem;
  }
  throw new Error('nothing was refused');
}

const periodIn = (answer: CellAnswer): Period =>
  resolve({ period: { kind: 'cell', cell: CELL } }, answer).period;
const fixed = (from: string, to: string): Period => ({ kind: 'fixed', from, to });

describe('a period in a cell', () => {
  test.each<[string, Period]>([
    ['last month', { kind: 'preset', preset: 'last-month' }],
    ['This-Quarter', { kind: 'preset', preset: 'this-quarter' }],
    ['  yesterday ', { kind: 'preset', preset: 'yesterday' }],
    ['last-30-days', { kind: 'last-days', days: 30, today: false }],
    ['last 7 days to today', { kind: 'last-days', days: 7, today: true }],
    ['last 12 months', { kind: 'last', count: 12, unit: 'month', current: false }],
    ['last 2 weeks with this one', { kind: 'last', count: 2, unit: 'week', current: true }],
    ['month to date', { kind: 'to-date', unit: 'month', to: 'today' }],
    ['this year to yesterday', { kind: 'to-date', unit: 'year', to: 'yesterday' }],
    ['since 2026-02-01', { kind: 'since', from: '2026-02-01', to: 'today' }],
    ['all time', { kind: 'all-time' }],
    ['2026-02', fixed('2026-02-01', '2026-02-28')],
    ['2026-Q3', fixed('2026-07-01', '2026-09-30')],
    ['2026-w53', fixed('2026-12-28', '2027-01-03')],
    ['2026', fixed('2026-01-01', '2026-12-31')],
    ['2026-08-31', fixed('2026-08-31', '2026-08-31')],
    ['2026-08-01 to 2026-08-15', fixed('2026-08-01', '2026-08-15')],
  ])('may be %s', (text, period) => {
    expect(periodIn(one(text))).toEqual(period);
  });

  test.each<[string, CellValue, Period]>([
    ['a date', { date: '2026-08-01', shown: '01.08.2026' }, fixed('2026-08-01', '2026-08-01')],
    ['a year', 2026, fixed('2026-01-01', '2026-12-31')],
    [
      'a month that Sheets took for its first day',
      { date: '2026-08-01', shown: '2026-08' },
      fixed('2026-08-01', '2026-08-31'),
    ],
    ['so is January', { date: '2026-01-01', shown: '01/2026' }, fixed('2026-01-01', '2026-01-31')],
    ['the same in words', { date: '2026-08-01', shown: 'August 2026' }, fixed('2026-08-01', '2026-08-31')],
    [
      'a first of a month in words',
      { date: '2026-08-01', shown: '1 August 2026' },
      fixed('2026-08-01', '2026-08-01'),
    ],
  ])('may be %s', (_, value, period) => {
    expect(periodIn(one(value))).toEqual(period);
  });

  test('may be two days of a range, with blanks between them', () => {
    const days: CellAnswer = {
      kind: 'values',
      values: [
        [{ date: '2026-08-01' }, ''],
        ['', '2026-08-15'],
      ],
    };
    expect(periodIn(days)).toEqual(fixed('2026-08-01', '2026-08-15'));
  });

  test.each([
    'next month',
    '2026-13',
    '2026-Q5',
    '2026-W54',
    'last 0 days',
    'last 9999 days',
    '1812',
    'last',
    '2026-02-30',
  ])('is not %s', (text) => {
    const problem = problemOf(() => periodIn(one(text)));
    expect(problem.code).toBe('parameter-invalid');
    expect(problem.title).toContain(`Settings!B2, where the period of Hours stands, holds “${text}”`);
  });

  test('that is said is understood', () => {
    const sayable = anyPeriod.filter(({ kind }) =>
      ['preset', 'last-days', 'last', 'to-date', 'all-time'].includes(kind),
    );
    fc.assert(
      fc.property(sayable, (period) => {
        const again = periodOf(describePeriod(period));
        expect(again && describePeriod(again)).toBe(describePeriod(period));
      }),
    );
  });
});

describe('a cell that can’t be used is named, with what to do:', () => {
  const limit = (answer: CellAnswer) => problemOf(() => resolve({ limit: CELL }, answer));
  const since = (value: CellValue) =>
    problemOf(() => resolve({ period: { kind: 'since', from: CELL, to: 'today' } }, one(value)));

  test.each<[string, () => Problem, string]>([
    ['empty', () => limit(one('')), 'Settings!B2, where the limit of Hours stands, is empty.'],
    ['nothing but blanks', () => limit(one(' ', '')), 'is empty'],
    ['beyond the end of the tab', () => limit({ kind: 'values', values: [] }), 'is empty'],
    ['an error', () => limit(one('#REF!')), 'shows the error #REF!'],
    ['another error', () => limit(one('#N/A')), 'shows the error #N/A'],
    ['not ready', () => limit(one('Loading...')), 'shows the error Loading...'],
    [
      'on a tab that was deleted',
      () => limit({ kind: 'gone', tab: 'Settings' }),
      "is on the tab Settings, which isn't there",
    ],
    ['unreadable', () => limit({ kind: 'error', error: 'no cell' }), "can't be read (no cell)"],
    ['half a row', () => limit(one(2.5)), 'holds 2.5, which is no number of rows'],
    ['no row', () => limit(one(0)), 'holds 0'],
    ['two numbers', () => limit(one(1, 2)), 'has 2 values where one is expected'],
    ['a word', () => limit(one('ten')), 'holds “ten”'],
    [
      'a date shown as a text',
      () => since('1.8.2026'),
      'where the first day of the period of Hours stands, holds “1.8.2026”, which is no date',
    ],
    ['a day that there is not', () => since('2026-02-30'), 'holds 2026-02-30, which is no day'],
    [
      'a day that is too far',
      () => since({ date: '9999-01-01' }),
      'holds 9999-01-01, which is no day from 1970',
    ],
    ['a number for a day', () => since(46_000), 'holds 46000, which is no date'],
  ])('%s', (_, work, title) => {
    const problem = work();
    expect(problem).toMatchObject({
      code: 'parameter-invalid',
      scope: { query: 'Hours', cells: 'Settings!B2' },
    });
    expect(problem.title).toContain(title);
  });

  test.each(['1.8.2026', '8/1/2026', '01-08-2026', '1 August 2026', '1/8/26'])(
    '%s has no order that can be known',
    (text) => {
      expect(since(text).remedy).toContain("which of its numbers is the day can't be known");
      expect(problemOf(() => periodIn(one(text))).remedy).toContain(
        "which of its numbers is the day can't be known",
      );
    },
  );

  test('a text of a hostile length is cut', () => {
    expect(limit(one('a'.repeat(10_000))).title.length).toBeLessThan(200);
  });
});

describe('values of a filter', () => {
  const values = (op: 'is' | 'between' | 'gt', answer: CellAnswer, before: string[] = []) =>
    resolve({ filters: [{ or: [{ field: 'client', op, values: [...before, { cell: CELL }] }] }] }, answer)
      .filters;
  const filter = (op: string, ...all: unknown[]) => [{ or: [{ field: 'client', op, values: all }] }];

  test('are those of a range, each once and without blanks', () => {
    expect(values('is', one('Acme', '', ' Acme', 'Bolt', 7, true), ['Zed'])).toEqual(
      filter('is', 'Zed', 'Acme', 'Bolt', 7, true),
    );
  });

  test('are days for dates, and what is shown for times of the day', () => {
    expect(values('is', one({ date: '2026-08-01', shown: '1.8.2026' }))).toEqual(filter('is', '2026-08-01'));
  });

  test('are as many as are compared with', () => {
    expect(values('between', one(1, 1))).toEqual(filter('between', 1, 1));
    expect(problemOf(() => values('gt', one(1, 2))).title).toContain('one value is expected, not 2');
    expect(problemOf(() => values('between', one(1))).title).toContain('two values are expected, not 1');
  });

  test('are not more than anybody could check', () => {
    const many = one(...Array.from({ length: 1001 }, (_, index) => `c${index}`));
    expect(problemOf(() => values('is', many)).code).toBe('filter-too-large');
    expect(values('is', one(...Array(1000).fill('a')))).toEqual(filter('is', 'a'));
  });
});

test('each cell is named once, wherever it stands', () => {
  expect(
    parametersOf({
      period: fixed('=A!A1', '=A!A2'),
      compare: { with: 'fixed', from: '=A!A3', to: '=A!A1' },
      filters: [{ and: [{ field: 'client', op: 'is', values: [{ cell: '=A!A4' }, '=A!A9'] }] }],
      limit: '=A!A5',
    }),
  ).toEqual(['=A!A1', '=A!A2', '=A!A3', '=A!A4', '=A!A5'].sort((a, b) => order(a) - order(b)));
});

const order = (cell: string) => ['=A!A1', '=A!A2', '=A!A3', '=A!A4', '=A!A5'].indexOf(cell);

test('of a query whose cells were read none is left, and all else is as it was', () => {
  fc.assert(
    fc.property(anyQuery, (asked) => {
      const before = JSON.stringify(asked);
      try {
        const resolved = resolveParameters(asked, (reference) =>
          one(reference.includes('A9') ? 5 : '2026-08-01'),
        );
        expect(parametersOf(resolved)).toEqual([]);
        if (parametersOf(asked).length === 0) expect(resolved).toEqual(asked);
      } catch (error) {
        expect((error as ProblemError).problem?.code).toBe('parameter-invalid');
      }
      expect(JSON.stringify(asked)).toBe(before);
    }),
  );
});

test.each<[string, object | null]>([
  ['=Settings!B2', { tab: 'Settings', row: 2, column: 2, toRow: 2, toColumn: 2 }],
  ["='It''s a tab!'!$B$2:A1", { tab: "It's a tab!", row: 1, column: 1, toRow: 2, toColumn: 2 }],
  ['=Lists!A2:A', { tab: 'Lists', row: 2, column: 1, toRow: null, toColumn: 1 }],
  ['=Lists!B:B', { tab: 'Lists', row: 1, column: 2, toRow: null, toColumn: 2 }],
  ['=Lists!2:3', { tab: 'Lists', row: 2, column: 1, toRow: 3, toColumn: null }],
  ['=Lists!AAA10', { tab: 'Lists', row: 10, column: 703, toRow: 10, toColumn: 703 }],
  ['=B2', null],
  ['Settings!B2', null],
  ['=Settings!', null],
  ['=Settings!B', null],
  ['=Settings!0', null],
  ['=Settings!B0', null],
  ['=!B2', null],
  ['=Settings!B2:', null],
  ['=SUM(Settings!B2)', null],
])('the reference %s', (reference, parsed) => {
  expect(parseReference(reference)).toEqual(parsed);
});
