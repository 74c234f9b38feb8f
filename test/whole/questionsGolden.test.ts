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

/** Thirty questions as people ask them, by the name of their golden table. */
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
  'clients-by-month': {
    ...agency,
    days: ['2026-01-01', '2026-05-31'],
    more: { ...columns('client', 'hours'), split: { field: 'month', most: 12, totals: true } },
  },
  'people-by-project': {
    ...harbour,
    more: { ...columns('user', 'hours'), split: { field: 'project', most: 3, others: true, totals: true } },
  },
  'two-metrics-split': {
    ...harbour,
    more: { ...columns('client', 'hours', 'amount'), split: { field: 'billable', most: 2 }, totals: true },
  },
  'year-ago': {
    ...harbour,
    more: { ...columns('client', 'hours', 'amount'), compare: { with: 'previous-year' } },
  },
  'weeks-compared': {
    ...harbour,
    more: {
      ...columns('week', 'hours'),
      compare: { with: 'fixed', from: '2026-04-01', to: '2026-04-30', show: ['value', 'change'] },
    },
  },
  'days-compared-by-position': {
    ...harbour,
    days: WEEK,
    more: { ...columns('date', 'hours'), compare: { with: 'previous-period' }, fill: ['dates'] },
  },
  'projects-without-time': {
    ...harbour,
    days: ['2026-06-06', '2026-06-08'],
    more: { ...columns('project', 'client', 'hours'), fill: ['projects'] },
  },
  'heat-map': {
    ...harbour,
    more: { ...columns('weekday', 'hours'), split: { field: 'hour', most: 24 } },
  },
  'top-five': {
    ...agency,
    more: { ...columns('project', 'client', 'hours'), sort: [['hours', 'desc']], limit: 5, totals: true },
  },
  'long-days': {
    ...agency,
    more: {
      ...columns('user', 'date', 'hours', 'entries'),
      filters: [{ field: 'hours', op: 'gte', values: ['9:00'] }],
    },
  },
  patterns: {
    ...agency,
    more: {
      ...columns('project', 'hours', 'entries'),
      filters: [
        { field: 'project', op: 'matches', values: ['*e*o*'] },
        { field: 'task', op: 'not-contains', values: ['end'] },
      ],
    },
  },
  'either-or': {
    ...agency,
    more: {
      ...columns('client', 'user', 'hours'),
      filters: [
        {
          or: [
            { and: [is('client', 'Kumo Teahouse'), { field: 'user', op: 'starts', values: ['A'] }] },
            { and: [is('client', 'Brookside Clinic'), is('user', 'Mara Lindholt')] },
          ],
        },
      ],
    },
  },
  'every-unit-of-time': {
    ...quirks,
    more: columns('year', 'quarter', 'month', 'iso-week', 'week', 'weekday', 'hours'),
  },
  distinct: {
    ...agency,
    more: columns('client', 'people', 'projects', 'days', 'hours-per-day', 'entries'),
  },
  'one-row': {
    ...agency,
    more: columns('hours', 'billable-ratio', 'amount', 'effective-rate'),
  },
  'entry-types': {
    ...quirks,
    more: { ...columns('type', 'hours', { field: 'hours', show: 'share', title: 'Share' }), totals: true },
  },
  'two-accounts': {
    days: WEEK,
    accounts: ['Harbour Works', 'Lumen & Loom'],
    more: { ...columns('client', 'hours', 'amount'), totals: true, sort: [['amount', 'desc']] },
  },
  'nothing-found': {
    ...quirks,
    more: { ...columns('client', 'hours'), filters: [is('client', 'Nobody')], totals: true },
  },
  'projects-by-client': {
    ...agency,
    report: 'projects',
    more: { ...columns('client', 'tracked-hours', 'time-estimate', 'progress'), totals: true },
  },
  'open-tasks': {
    ...harbour,
    report: 'tasks',
    more: { ...columns('project', 'tracked-hours') },
  },
};

test.each(Object.entries(QUESTIONS))('the question %s has its golden table', async (name, question) => {
  expectGolden(`asked.${name}`, await answerTo(ground, question, login));
});
