import type { LoginView } from '../../src/logins/manage';
import type { Query, QueryColumn } from '../../src/query/query';
import { answerTo, type Question } from './answers';
import { expectGolden } from './golden';
import { sharedGround } from './ground';

let login: LoginView;
const ground = sharedGround(async (fresh) => {
  login = await fresh.login();
});

const MAY: [string, string] = ['2026-05-01', '2026-05-31'];
const WEEK: [string, string] = ['2026-06-01', '2026-06-07'];
const agency = { accounts: ['Lumen & Loom'], days: MAY };
const harbour = { accounts: ['Harbour Works'], days: MAY };
const quirks = { accounts: ['Quirks'], days: ['2026-02-01', '2026-06-30'] as [string, string] };

const columns = (...fields: (string | QueryColumn)[]): Pick<Query, 'columns'> => ({
  columns: fields.map((field) => (typeof field === 'string' ? { field } : field)),
});
const is = (field: string, ...values: (string | boolean)[]) => ({ field, op: 'is' as const, values });
const isNot = (field: string, ...values: (string | boolean)[]) => ({ field, op: 'is-not' as const, values });

/** The questions that people ask of time entries again and again, by the name of their golden table. */
const QUESTIONS: Record<string, Question> = {
  'invoice-backing': {
    ...agency,
    days: WEEK,
    more: {
      ...columns(
        ...['client', 'project', 'task', 'user', 'date', 'description'],
        ...['invoice-hours', 'rate', 'invoice-amount'],
      ),
      grain: 'each',
      filters: [is('billable', true), is('client', 'Kumo Teahouse', 'Northlight Ferries')],
      totals: true,
    },
  },
  'uninvoiced-work': {
    ...quirks,
    more: {
      ...columns('client', 'project', 'hours', 'amount'),
      filters: [is('billable', true), isNot('invoiced', true)],
      totals: true,
    },
  },
  'billable-share': {
    ...agency,
    more: {
      ...columns('user', 'hours', 'billable-hours', 'non-billable-hours', 'billable-ratio'),
      filters: [isNot('type', 'BREAK')],
    },
  },
  'team-by-month': {
    ...agency,
    days: ['2026-03-01', '2026-05-31'],
    more: { ...columns('groups', 'billable-ratio'), split: { field: 'month', most: 12 } },
  },
  'missing-time': {
    ...harbour,
    days: WEEK,
    more: { ...columns('user', 'date', 'hours'), fill: ['people', 'dates'] },
  },
  'entry-hygiene': {
    ...quirks,
    more: {
      ...columns('user', 'date', 'project', 'task', 'description', 'hours'),
      grain: 'each',
      filters: [
        {
          or: [
            { field: 'project', op: 'empty', values: [] },
            { field: 'description', op: 'empty', values: [] },
          ],
        },
        { field: 'date', op: 'between', values: ['2026-02-01', '2026-02-28'] },
      ],
    },
  },
  'burn-down': {
    ...harbour,
    more: {
      ...columns('project', 'week', 'hours', { field: 'hours', show: 'running', title: 'So far' }),
      filters: [is('project', 'Slipway', 'Lighting')],
    },
  },
  retainers: {
    ...harbour,
    days: ['2026-01-01', '2026-05-31'],
    more: { ...columns('client', 'year-month', 'hours', 'amount') },
  },
  'client-month': {
    ...agency,
    more: {
      ...columns('client', 'project', 'hours', 'billable-hours', 'billable-ratio', 'amount'),
      compare: { with: 'previous-period' },
      totals: true,
    },
  },
  profitability: {
    ...agency,
    more: {
      ...columns('client', 'project', 'hours', 'amount', 'cost', 'profit', 'margin', 'effective-rate'),
      subtotals: 'client',
      totals: true,
    },
  },
  'tags-and-tasks': {
    ...agency,
    days: WEEK,
    more: columns('tags', 'task', 'hours', { field: 'hours', show: 'share', title: 'Share' }, 'entries'),
  },
};

test.each(Object.entries(QUESTIONS))('the question %s has its golden table', async (name, question) => {
  expectGolden(`asked.${name}`, await answerTo(ground, question, login));
});
