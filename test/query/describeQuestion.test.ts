import fc from 'fast-check';
import { describeFilter } from '../../src/query/describeFilter';
import { LONGEST_SENTENCE, type Question, questionText } from '../../src/query/describeQuestion';
import type { FieldWords } from '../../src/query/fieldWords';
import type { FilterNode } from '../../src/query/filter';
import { anyFilter, anyQuery } from './anyQuery';

const field = (title: string, type: string, role: FieldWords['role'] = 'dimension', time?: string) => ({
  title,
  type,
  role,
  ...(time ? { time } : {}),
});

const titles = new Map<string, FieldWords>([
  ['date', field('Date', 'date', 'dimension', 'date')],
  ['month', field('Month', 'month', 'dimension', 'month')],
  ['weekday', field('Weekday', 'text', 'dimension', 'weekday')],
  ['client', field('Client', 'text')],
  ['project', field('Project', 'text')],
  ['billable', field('Billable', 'boolean')],
  ['entry-id', field('Entry ID', 'text')],
  ['hours', field('Hours', 'hours', 'metric')],
  ['amount', field('Amount', 'money', 'metric')],
  ['billable-ratio', field('Billable ratio', 'percent', 'metric')],
]);

const question: Question = {
  grain: 'grouped',
  columns: [{ field: 'client' }, { field: 'month' }, { field: 'hours' }, { field: 'amount' }],
  period: { kind: 'preset', preset: 'this-year' },
};

test.each<[string, Partial<Question>]>([
  ['Hours and amount by client and month, this year', {}],
  [
    'Hours and amount by client and month, this year, only billable, compared with last year',
    {
      filters: [{ field: 'billable', op: 'is', values: [true] }],
      compare: { with: 'previous-year' },
    },
  ],
  [
    'Date, client, hours and entry ID, one row each, last 7 days to today',
    {
      grain: 'each',
      columns: [{ field: 'date' }, { field: 'client' }, { field: 'hours' }, { field: 'entry-id' }],
      period: { kind: 'last-days', days: 7, today: true },
    },
  ],
  ['Hours in total, this year', { columns: [{ field: 'hours' }] }],
  ['Client, one row for each, this year', { columns: [{ field: 'client' }] }],
  [
    'Hours by client, in columns by weekday, this year',
    { columns: [{ field: 'hours' }, { field: 'client' }], split: { field: 'weekday', most: 10 } },
  ],
  [
    'Hours by client, in columns by project (at most 5, and the others together) with their total, this year',
    {
      columns: [{ field: 'hours' }, { field: 'client' }],
      split: { field: 'project', most: 5, others: true, totals: true },
    },
  ],
  [
    'Hours and amount by client and month, this year, only not billable and where project is Website or Support and hours over 8',
    {
      filters: [
        { field: 'project', op: 'is', values: [{ id: 'p1', name: 'Website' }, 'Support'] },
        { field: 'hours', op: 'gt', values: [8] },
        { field: 'billable', op: 'is', values: [false] },
      ],
    },
  ],
  [
    'Hours and amount by client and month, this year, the first 10 by hours, with totals and subtotals by client',
    { sort: [['hours', 'desc']], limit: 10, totals: true, subtotals: 'client' },
  ],
  [
    'Hours and amount by client and month, this year, updating the last 7 days',
    { mode: { kind: 'last-days', days: 7 } },
  ],
  [
    'Hours and amount by client and month, this year, with dates and people without time, sorted by client descending and hours',
    {
      fill: ['people', 'dates'],
      sort: [
        ['client', 'desc'],
        ['hours', 'desc'],
      ],
    },
  ],
  [
    'Hours, running total of hours and share of amount by client, this year',
    {
      columns: [
        { field: 'client' },
        { field: 'hours' },
        { field: 'hours', show: 'running' },
        { field: 'amount', show: 'share' },
      ],
    },
  ],
  [
    'Hours in total, the period in Settings!B1, only where client is Settings!B2, compared with 1–31 Jan 2026 (change in percent), only as many rows as Settings!B3 says',
    {
      columns: [{ field: 'hours' }],
      period: { kind: 'cell', cell: '=Settings!B1' },
      filters: [{ field: 'client', op: 'is', values: [{ cell: '=Settings!B2' }] }],
      compare: { with: 'fixed', from: '2026-01-01', to: '2026-01-31', show: ['percent'] },
      limit: '=Settings!B3',
    },
  ],
])('%s', (sentence, changes) => {
  expect(questionText({ ...question, ...changes }, titles)).toBe(sentence);
});

test.each<[string, FilterNode]>([
  ['client is not empty', { field: 'client', op: 'not-empty', values: [] }],
  ['client is empty', { field: 'client', op: 'is', values: [''] }],
  ['project is not Website or Support', { field: 'project', op: 'is-not', values: ['Website', 'Support'] }],
  ['hours between 2 and 8', { field: 'hours', op: 'between', values: [2, 8] }],
  ['billable ratio at least 80%', { field: 'billable-ratio', op: 'gte', values: [0.8] }],
  ['date after 31 Aug 2026', { field: 'date', op: 'gt', values: ['2026-08-31'] }],
  ['project starts with “a, b”', { field: 'project', op: 'starts', values: ['a, b'] }],
  [
    'client is Acme and (project is Website or (hours over 8 and billable))',
    {
      and: [
        { field: 'client', op: 'is', values: ['Acme'] },
        {
          or: [
            { field: 'project', op: 'is', values: ['Website'] },
            {
              and: [
                { field: 'hours', op: 'gt', values: [8] },
                { field: 'billable', op: 'is', values: [true] },
              ],
            },
          ],
        },
      ],
    },
  ],
  ['project is a, b, c, d or 12 more', { field: 'project', op: 'is', values: [...'abcdefghijklmnop'] }],
])('a filter is said as: %s', (text, node) => {
  expect(describeFilter(node, titles)).toBe(text);
});

test('the name of what is picked is said, never its id', () => {
  const node = { field: 'project', op: 'is', values: [{ id: '64f0c0ffee', name: 'Website' }] } as const;
  expect(describeFilter({ ...node, values: [...node.values] }, titles)).toBe('project is Website');
});

test('a sentence can be read, whatever the query', () => {
  fc.assert(
    fc.property(anyQuery, (query) => {
      const text = questionText(query, titles);
      expect(text.length).toBeLessThanOrEqual(LONGEST_SENTENCE);
      expect(text).not.toMatch(/undefined|null|NaN|\[object| {2}|,,|\n| ,|^\s|\s$/);
      expect(text).toMatch(/^[A-Z0-9_-]/);
    }),
    { numRuns: 500 },
  );
});

test('so can a chip, and it names no id', () => {
  fc.assert(
    fc.property(anyFilter, (node) => {
      expect(describeFilter(node, titles)).not.toMatch(/undefined|\[object| {2}|[0-9a-f]{24}/);
    }),
  );
});
